namespace Truceline.DevSidecar.Storage;

/// <summary>
/// Tables of the stream store. WAL with <c>synchronous = NORMAL</c>: a commit survives the end of the process; a power failure may take
/// the last ones back, never corrupt the file.
/// </summary>
internal static class SqliteSchema
{
    public const string Open =
        """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = NORMAL;
        PRAGMA foreign_keys = ON;
        """;

    public const string Create =
        """
        CREATE TABLE IF NOT EXISTS stream (
            id      INTEGER PRIMARY KEY,
            pubsub  TEXT NOT NULL,
            topic   TEXT NOT NULL,
            UNIQUE (pubsub, topic)
        );
        CREATE TABLE IF NOT EXISTS message (
            id        INTEGER PRIMARY KEY AUTOINCREMENT,
            stream_id INTEGER NOT NULL REFERENCES stream (id),
            data      BLOB NOT NULL,
            metadata  TEXT NOT NULL
        );
        CREATE INDEX IF NOT EXISTS message_by_stream ON message (stream_id, id);
        CREATE TABLE IF NOT EXISTS consumer_group (
            id        INTEGER PRIMARY KEY,
            stream_id INTEGER NOT NULL REFERENCES stream (id),
            name      TEXT NOT NULL,
            last_id   INTEGER NOT NULL DEFAULT 0,
            UNIQUE (stream_id, name)
        );
        CREATE TABLE IF NOT EXISTS pending (
            group_id   INTEGER NOT NULL REFERENCES consumer_group (id),
            message_id INTEGER NOT NULL,
            PRIMARY KEY (group_id, message_id)
        ) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS pending_by_message ON pending (message_id);
        """;
}
