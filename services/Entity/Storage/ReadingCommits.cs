using Microsoft.EntityFrameworkCore;
using Truceline.ServiceDefaults.Caching;
using Truceline.ServiceDefaults.Storage;
using ZiggyCreatures.Caching.Fusion;

namespace Truceline.Entity.Storage;

/// <summary>Takes readings that were replaced out of the cache, of every replica, once the new ones can be seen.</summary>
internal sealed class ReadingCommits(IFusionCache cache) : CommitSignal<ReadingRow>(EntityState.Modified)
{
    protected override async Task OnCommittedAsync(IReadOnlyList<ReadingRow> rows)
    {
        foreach (var row in rows)
        {
            await cache.ForgetAsync(ReadingStore.KeyOf(row.ReportId));
        }
    }
}
