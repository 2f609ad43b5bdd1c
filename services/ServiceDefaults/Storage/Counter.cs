using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Truceline.ServiceDefaults.Storage;

/// <summary>A number that only counts up.</summary>
public sealed class Counter
{
    /// <summary>What is counted.</summary>
    [MaxLength(100)]
    public required string Name { get; init; }

    /// <summary>The last number given out; 0 when none was.</summary>
    public long Value { get; set; }
}

/// <summary>Counting across replicas.</summary>
public static class Counting
{
    /// <summary>
    /// Takes the next numbers of a counter and holds up everybody else who counts there, until the transaction ends: so the order of the
    /// numbers is the order of the commits, on every database, and what is read after this call is the state after the one who counted before.
    /// Begins a transaction when none is open; the event pipeline commits it, elsewhere the caller does.
    /// </summary>
    /// <param name="db">The database.</param>
    /// <param name="name">Name of the counter; it begins at 1.</param>
    /// <param name="count">How many numbers; at least 1.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The first of the numbers.</returns>
    public static async Task<long> CountUpAsync(this ServiceDbContext db, string name, int count, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        if (db.Database.CurrentTransaction is null)
        {
            // On SQLite it takes the write lock at once.
            await db.Database.BeginTransactionAsync(cancellationToken);
        }

        var counter = db.Counters.Where(c => c.Name == name);
        while (await counter.ExecuteUpdateAsync(set => set.SetProperty(c => c.Value, c => c.Value + count), cancellationToken) == 0)
        {
            await db.Database.ExecuteSqlAsync(
                $"""INSERT INTO counters ("Name", "Value") VALUES ({name}, 0) ON CONFLICT DO NOTHING""", cancellationToken);
        }

        return await counter.Select(c => c.Value).SingleAsync(cancellationToken) - count + 1;
    }
}
