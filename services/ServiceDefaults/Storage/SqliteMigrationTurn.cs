using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Truceline.ServiceDefaults.Storage;

/// <summary>
/// Turns at migrating a SQLite file. EF Core's own lock there is a row that a killed process leaves behind for ever, and every later start
/// waits for it; a lock of the operating system ends with its process, and who holds it may clear such a row.
/// </summary>
internal static class SqliteMigrationTurn
{
    /// <summary>Takes the turn until it is disposed of; makes the folder when it is missing.</summary>
    /// <exception cref="MigrationTurnTakenException">Another process has it.</exception>
    internal static IDisposable Take(string path)
    {
        var full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        try
        {
            return new FileStream(full + ".migrating", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
        }
        catch (IOException exception)
        {
            throw new MigrationTurnTakenException(exception);
        }
    }

    /// <summary>Clears the row that a process left behind. Only for who has the turn.</summary>
    internal static async Task ClearAbandonedAsync(DatabaseFacade database, CancellationToken cancellationToken)
    {
        // The table is made by the first migration.
        if (await database.SqlQuery<int>($"SELECT count(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync(cancellationToken) > 0)
            await database.ExecuteSqlAsync($"""DELETE FROM "__EFMigrationsLock" """, cancellationToken);
    }
}

/// <summary>Another process brings the schema up to date.</summary>
internal sealed class MigrationTurnTakenException(Exception inner) : Exception("another process brings the schema up to date", inner);
