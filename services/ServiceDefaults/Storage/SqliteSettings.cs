using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Truceline.ServiceDefaults.Storage;

/// <summary>
/// How a SQLite file is kept. It has a write-ahead log, so that readers and the writer do not hold each other up; EF Core would switch it on in a file that
/// it makes itself, which is not so here. What every connection is told: a commit is on disk before it returns (<c>synchronous = FULL</c>: the log is synced at each
/// commit), who finds the file locked by another process looks again every few milliseconds rather than after the provider's 150, and the
/// log goes into the file every 64 MiB rather than 4, since pages that are changed again and again are then written once. See https://www.sqlite.org/pragma.html and https://www.sqlite.org/wal.html.
/// </summary>
internal sealed class SqliteSettings : DbConnectionInterceptor
{
    private const string Settings = "PRAGMA synchronous = FULL; PRAGMA busy_timeout = 2000; PRAGMA wal_autocheckpoint = 16000; PRAGMA cache_size = -16000;";

    /// <summary>Switches the write-ahead log on; it stays so. Only for who has the turn at migrating.</summary>
    internal static Task UseWriteAheadLogAsync(DatabaseFacade database, CancellationToken cancellationToken) =>
        database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellationToken);

    internal static SqliteSettings Instance { get; } = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Settings;
        command.ExecuteNonQuery();
    }

    // SQLite has no asynchronous side, and this takes microseconds.
    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
