using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Truceline.DevSidecar.Streams;

namespace Truceline.DevSidecar.Storage;

/// <summary>
/// Streams in one SQLite file, through one connection behind a lock: each call is one short transaction, and the file has no other user.
/// </summary>
internal sealed class SqliteStreamStore : IStreamStore, IDisposable
{
    private readonly Lock _gate = new();
    private readonly DirectoryLock _directory;
    private readonly SqliteConnection _connection;

    public SqliteStreamStore(IOptions<SidecarOptions> options)
        : this(options.Value.DataPath)
    {
    }

    /// <exception cref="StreamStoreUnavailableException">The directory is in use, or the file cannot be opened.</exception>
    public SqliteStreamStore(string directory)
    {
        _directory = DirectoryLock.Take(directory);
        var file = Path.Combine(directory, "streams.db");
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        try
        {
            _connection.Open();
            Execute(SqliteSchema.Open, null);
            Execute(SqliteSchema.Create, null);
        }
        catch (SqliteException e)
        {
            Dispose();
            throw new StreamStoreUnavailableException($"The stream store '{Path.GetFullPath(file)}' cannot be opened: {e.Message}", e);
        }
    }

    public void Append(IReadOnlyList<StreamEntry> entries) => InTransaction(transaction =>
    {
        foreach (var entry in entries)
        {
            var stream = EnsureStream(entry.Stream, transaction);
            Execute(
                "INSERT INTO message (stream_id, data, metadata) VALUES ($stream, $data, $metadata)", transaction,
                ("$stream", stream), ("$data", entry.Data.ToArray()), ("$metadata", JsonSerializer.Serialize(entry.Metadata)));
        }

        return entries.Count;
    });

    public void OpenGroup(StreamName stream, string group) => InTransaction(transaction => Execute(
        "INSERT OR IGNORE INTO consumer_group (stream_id, name) VALUES ($stream, $name)", transaction,
        ("$stream", EnsureStream(stream, transaction)), ("$name", group)));

    public IReadOnlyList<long> Take(StreamName stream, string group, int max) => InTransaction(transaction =>
    {
        if (FindGroup(stream, group, transaction) is not var (groupId, streamId, last))
            return [];
        var ids = QueryIds(
            "SELECT id FROM message WHERE stream_id = $stream AND id > $last ORDER BY id LIMIT $max", transaction,
            ("$stream", streamId), ("$last", last), ("$max", max));
        foreach (var id in ids)
            Execute("INSERT INTO pending (group_id, message_id) VALUES ($group, $id)", transaction, ("$group", groupId), ("$id", id));
        if (ids.Count > 0)
            Execute("UPDATE consumer_group SET last_id = $last WHERE id = $group", transaction, ("$last", ids[^1]), ("$group", groupId));
        return ids;
    });

    public IReadOnlyList<long> ListPending(StreamName stream, string group, long after, int max) => InTransaction(transaction =>
        FindGroup(stream, group, transaction) is var (groupId, _, _)
            ? QueryIds(
                "SELECT message_id FROM pending WHERE group_id = $group AND message_id > $after ORDER BY message_id LIMIT $max", transaction,
                ("$group", groupId), ("$after", after), ("$max", max))
            : []);

    public StreamMessage? Read(long id) => InTransaction(transaction =>
    {
        using var command = Command(
            "SELECT s.pubsub, s.topic, m.data, m.metadata FROM message m JOIN stream s ON s.id = m.stream_id WHERE m.id = $id",
            transaction, ("$id", id));
        using var reader = command.ExecuteReader();
        return reader.Read()
            ? new StreamMessage(
                id, new StreamName(reader.GetString(0), reader.GetString(1)), reader.GetFieldValue<byte[]>(2),
                JsonSerializer.Deserialize<Dictionary<string, string>>(reader.GetString(3))!)
            : null;
    });

    public void Acknowledge(StreamName stream, string group, long id) => InTransaction(transaction =>
        FindGroup(stream, group, transaction) is var (groupId, _, _)
            ? Execute(
                "DELETE FROM pending WHERE group_id = $group AND message_id = $id", transaction, ("$group", groupId), ("$id", id))
            : 0);

    public GroupDepth Measure(StreamName stream, string group) => InTransaction(transaction =>
        FindGroup(stream, group, transaction) is var (groupId, streamId, last)
            ? new GroupDepth(
                QueryIds("SELECT COUNT(*) FROM pending WHERE group_id = $group", transaction, ("$group", groupId))[0],
                QueryIds(
                    "SELECT COUNT(*) FROM message WHERE stream_id = $stream AND id > $last", transaction,
                    ("$stream", streamId), ("$last", last))[0])
            : default);

    public IReadOnlyList<(StreamName Stream, string Group, GroupDepth Depth)> MeasureAll() => InTransaction(transaction =>
    {
        using var command = Command(
            """
            SELECT s.pubsub, s.topic, g.name,
                   (SELECT COUNT(*) FROM pending p WHERE p.group_id = g.id),
                   (SELECT COUNT(*) FROM message m WHERE m.stream_id = g.stream_id AND m.id > g.last_id)
            FROM consumer_group g JOIN stream s ON s.id = g.stream_id ORDER BY s.pubsub, s.topic, g.name
            """,
            transaction);
        using var reader = command.ExecuteReader();
        var depths = new List<(StreamName, string, GroupDepth)>();
        while (reader.Read())
        {
            depths.Add((
                new StreamName(reader.GetString(0), reader.GetString(1)), reader.GetString(2),
                new GroupDepth(reader.GetInt64(3), reader.GetInt64(4))));
        }

        return depths;
    });

    public int Trim(int maxLength) => InTransaction(transaction =>
    {
        var deleted = 0;
        foreach (var stream in QueryIds("SELECT id FROM stream", transaction))
        {
            deleted += Execute(
                """
                DELETE FROM message
                WHERE stream_id = $stream
                  AND id <= (SELECT id FROM message WHERE stream_id = $stream ORDER BY id DESC LIMIT 1 OFFSET $max)
                  AND id <= COALESCE((SELECT MIN(last_id) FROM consumer_group WHERE stream_id = $stream), id)
                  AND NOT EXISTS (SELECT 1 FROM pending p WHERE p.message_id = message.id)
                """,
                transaction, ("$stream", stream), ("$max", maxLength));
        }

        return deleted;
    });

    public bool Answers()
    {
        try
        {
            return InTransaction(transaction => QueryIds("SELECT 1", transaction).Count == 1);
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        _connection.Dispose();
        _directory.Dispose();
    }

    private T InTransaction<T>(Func<SqliteTransaction, T> work)
    {
        lock (_gate)
        {
            using var transaction = _connection.BeginTransaction(deferred: true);
            var result = work(transaction);
            transaction.Commit();
            return result;
        }
    }

    private long EnsureStream(StreamName stream, SqliteTransaction transaction)
    {
        Execute(
            "INSERT OR IGNORE INTO stream (pubsub, topic) VALUES ($pubsub, $topic)", transaction,
            ("$pubsub", stream.PubSub), ("$topic", stream.Topic));
        return QueryIds(
            "SELECT id FROM stream WHERE pubsub = $pubsub AND topic = $topic", transaction,
            ("$pubsub", stream.PubSub), ("$topic", stream.Topic))[0];
    }

    private (long Group, long Stream, long Last)? FindGroup(StreamName stream, string group, SqliteTransaction transaction)
    {
        using var command = Command(
            """
            SELECT g.id, g.stream_id, g.last_id FROM consumer_group g JOIN stream s ON s.id = g.stream_id
            WHERE s.pubsub = $pubsub AND s.topic = $topic AND g.name = $name
            """,
            transaction, ("$pubsub", stream.PubSub), ("$topic", stream.Topic), ("$name", group));
        using var reader = command.ExecuteReader();
        return reader.Read() ? (reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2)) : null;
    }

    private List<long> QueryIds(string sql, SqliteTransaction transaction, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        using var command = Command(sql, transaction, parameters);
        using var reader = command.ExecuteReader();
        var ids = new List<long>();
        while (reader.Read())
            ids.Add(reader.GetInt64(0));
        return ids;
    }

    private int Execute(string sql, SqliteTransaction? transaction, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        using var command = Command(sql, transaction, parameters);
        return command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string sql, SqliteTransaction? transaction, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value);
        return command;
    }
}
