using System.Data.Common;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Truceline.ServiceDefaults.Storage;

/// <summary>
/// Brings the schema up to date before the service's own hosted services and its ports start. Replicas that start together take turns. A
/// database that does not answer yet is waited for.
/// </summary>
internal sealed partial class DatabaseMigration(
    IServiceScopeFactory scopes, IOptions<StorageOptions> options, TimeProvider time, ILogger<DatabaseMigration> logger)
    : IHostedLifecycleService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.5);

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var limit = TimeSpan.FromSeconds(options.Value.StartTimeoutSeconds);
        while (true)
        {
            try
            {
                await MigrateAsync(cancellationToken);
                return;
            }
            catch (Exception exception) when (IsWorthWaiting(exception) && time.GetElapsedTime(started) < limit)
            {
                LogWaiting(exception.InnerException is { } inner ? $"{exception.Message} ({inner.Message})" : exception.Message);
                await Task.Delay(Pause, time, cancellationToken);
            }
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // Another replica makes the database, or the table of migrations, at the same time, or has made or dropped what this one was about to (the lock ends
    // with each migration); or the server does not answer yet.
    private static bool IsWorthWaiting(Exception exception) => exception switch
    {
        MigrationTurnTakenException => true,
        PostgresException
        {
            SqlState: PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DuplicateTable
                or PostgresErrorCodes.DuplicateColumn or PostgresErrorCodes.UndefinedObject or PostgresErrorCodes.UndefinedColumn
                or PostgresErrorCodes.ObjectInUse or PostgresErrorCodes.InvalidCatalogName
        } => true,
        DbException { InnerException: SocketException } => true,
        _ => StorageFailures.IsTransient(exception),
    };

    private async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<ServiceDbContext>().Database;
        if (options.Value.IsPostgreSql)
        {
            // Turns are taken by a lock on the table of migrations, which ends with the connection.
            await database.MigrateAsync(cancellationToken);
            return;
        }

        using var turn = SqliteMigrationTurn.Take(options.Value.Path);
        await SqliteMigrationTurn.ClearAbandonedAsync(database, cancellationToken);
        await SqliteSettings.UseWriteAheadLogAsync(database, cancellationToken);
        await database.MigrateAsync(cancellationToken);
    }

    [LoggerMessage(EventId = 1, EventName = "database_awaited", Level = LogLevel.Warning, Message = "The database is waited for: {Reason}")]
    private partial void LogWaiting(string reason);
}
