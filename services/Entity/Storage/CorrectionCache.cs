using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using Truceline.Entity.Corrections;
using Truceline.Entity.Entities;
using Truceline.Entity.V1;

namespace Truceline.Entity.Storage;

/// <summary>
/// The corrections in force, kept in the memory of the replica as long as the counter <c>corrections</c> stays where it is: every correction and every reversal counts up,
/// so whoever reads the counter knows whether the memory is right. Thread-safe.
/// </summary>
internal sealed class CorrectionCache
{
    internal const string Counter = "corrections";

    private volatile Entry _entry = new(0, CorrectionSet.Empty);

    /// <summary>The corrections in force, as the connection of <paramref name="db"/> sees them.</summary>
    internal async Task<CorrectionSet> GetAsync(EntityDbContext db, CancellationToken cancellationToken)
    {
        var at = await db.Counters.AsNoTracking().Where(c => c.Name == Counter).Select(c => c.Value).FirstOrDefaultAsync(cancellationToken);
        var entry = _entry;
        if (entry.At == at)
        {
            return entry.Set;
        }

        var rows = await db.Corrections.AsNoTracking().Where(c => !c.IsReverted).ToListAsync(cancellationToken);
        var set = new CorrectionSet(rows.Select(FromRow));
        if (db.Database.CurrentTransaction is null)
        {
            // Inside a transaction it may hold what is rolled back.
            _entry = new Entry(at, set);
        }

        return set;
    }

    internal static StoredCorrection FromRow(CorrectionRow row)
    {
        var correction = Correction.Parser.ParseFrom(row.Correction);
        return new StoredCorrection(correction)
        {
            ChainIds = row.ChainIds.Split('\n', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal),
            NameKeys = (correction.Split?.Names ?? []).Select(EntityKeys.Fold).ToHashSet(StringComparer.Ordinal),
            Mark = unchecked((ulong)row.Mark),
        };
    }

    internal static CorrectionRow ToRow(StoredCorrection stored) => new()
    {
        Id = stored.Correction.Id,
        Sequence = stored.Correction.Sequence,
        Kind = (int)stored.Correction.Kind,
        EntityId = stored.Correction.EntityId,
        OtherEntityId = stored.Correction.OtherEntityId,
        Correction = stored.Correction.ToByteArray(),
        ChainIds = string.Join('\n', stored.ChainIds.Order(StringComparer.Ordinal)),
        Mark = unchecked((long)stored.Mark),
    };

    private sealed record Entry(long At, CorrectionSet Set);
}
