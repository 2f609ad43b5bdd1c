using System.Globalization;
using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using Truceline.GeoZone.Tracks.Fences;
using Truceline.GeoZone.V1;
using Truceline.GeoZone.Zones.Versions;
using Truceline.ServiceDefaults.Paging;
using Truceline.ServiceDefaults.Storage;

namespace Truceline.GeoZone.Storage;

/// <summary>Fences in the database.</summary>
internal sealed class FenceStore(GeoZoneDbContext db, TimeProvider time) : IFenceStore
{
    private const string Counter = "fences";

    public async Task<string> StampAsync(CancellationToken cancellationToken)
    {
        var counts = await db.Counters.AsNoTracking().Where(c => c.Name == Counter || c.Name == VersionStore.Counter).OrderBy(c => c.Name).ToListAsync(cancellationToken);
        return string.Join(' ', counts.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Name} {c.Value}")));
    }

    public async Task<IReadOnlyDictionary<string, IReadOnlyList<Era>>> LinesAsync(IReadOnlyList<string> lineIds, CancellationToken cancellationToken)
    {
        var ids = lineIds.ToArray();
        if (ids.Length == 0)
            return new Dictionary<string, IReadOnlyList<Era>>();
        var rows = await db.KeptVersions.AsNoTracking().Where(v => v.Kind == KeptKind.Line && v.KnownTo == null && EF.Parameter(ids).Contains(v.Id))
            .OrderBy(v => v.FirstDay).ToListAsync(cancellationToken);
        return rows.GroupBy(row => row.Id, row => VersionRowMapper.ToVersion(row))
            .ToDictionary(g => g.Key, IReadOnlyList<Era> (g) => [.. g.Select(v => new Era(v.Days, v.Body))], StringComparer.Ordinal);
    }

    public async Task<IReadOnlyList<Fence>> AllAsync(CancellationToken cancellationToken) =>
        (await db.Fences.AsNoTracking().OrderBy(f => f.Id).ToListAsync(cancellationToken)).ConvertAll(Read);

    public async Task<Fence?> FindAsync(string id, CancellationToken cancellationToken) =>
        await db.Fences.AsNoTracking().FirstOrDefaultAsync(f => f.Id == id, cancellationToken) is { } row ? Read(row) : null;

    public async Task<IReadOnlyList<Fence>> ListAsync(PageRequest page, CancellationToken cancellationToken)
    {
        var after = page.IsFirst ? "" : page.After[0];
        return (await db.Fences.AsNoTracking().Where(f => string.Compare(f.Id, after) > 0).OrderBy(f => f.Id).Take(page.Size + 1).ToListAsync(cancellationToken)).ConvertAll(Read);
    }

    public async Task<Fence> PutAsync(string id, Func<Fence?, Fence> succeed, CancellationToken cancellationToken)
    {
        // The count is the stamp, and the order of changes.
        await db.CountUpAsync(Counter, 1, cancellationToken);
        var row = await db.Fences.FirstOrDefaultAsync(f => f.Id == id, cancellationToken);
        var fence = succeed(row is null ? null : Read(row));
        if (row is null)
            db.Fences.Add(row = new() { Id = id, Content = [], PutTime = default });
        (row.Content, row.PutTime) = (fence.ToByteArray(), time.GetUtcNow());
        await SaveAsync(cancellationToken);
        return fence;
    }

    public async Task<bool> RemoveAsync(string id, CancellationToken cancellationToken)
    {
        await db.CountUpAsync(Counter, 1, cancellationToken);
        if (await db.Fences.FirstOrDefaultAsync(f => f.Id == id, cancellationToken) is not { } row)
            return false;
        db.Fences.Remove(row);
        await SaveAsync(cancellationToken);
        return true;
    }

    private static Fence Read(FenceRow row) => Fence.Parser.ParseFrom(row.Content);

    private async Task SaveAsync(CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        await db.Database.CommitTransactionAsync(cancellationToken);
    }
}
