using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Truceline.GeoZone.Agreements;
using Truceline.GeoZone.V1;
using Truceline.ServiceDefaults.Events;
using Truceline.ServiceDefaults.Paging;
using ZiggyCreatures.Caching.Fusion;

namespace Truceline.GeoZone.Storage;

/// <summary>
/// Agreements in the database. Those made ready for questions are cached in memory only, under
/// <c>geozone:agreement:{content hash}</c>, for <see cref="GeoZoneOptions.PreparedMinutes"/>.
/// </summary>
internal sealed class AgreementStore(GeoZoneDbContext db, IFusionCache cache, IOptions<GeoZoneOptions> options, TimeProvider time) : IAgreementStore
{
    public async Task<PreparedAgreement?> FindAsync(string id, CancellationToken cancellationToken) =>
        await db.Agreements.AsNoTracking().Where(a => a.Id == id).Select(a => a.ContentHash).FirstOrDefaultAsync(cancellationToken) is { } hash
            ? await PrepareAsync(id, hash, cancellationToken)
            : null;

    public async Task<IReadOnlyList<PreparedAgreement>> AllAsync(CancellationToken cancellationToken)
    {
        var rows = await db.Agreements.AsNoTracking().OrderBy(a => a.Id).Select(a => new { a.Id, a.ContentHash }).ToListAsync(cancellationToken);
        var agreements = new List<PreparedAgreement>(rows.Count);
        foreach (var row in rows)
            agreements.Add(await PrepareAsync(row.Id, row.ContentHash, cancellationToken));
        return agreements;
    }

    public async Task<IReadOnlyList<Agreement>> ListAsync(PageRequest page, CancellationToken cancellationToken)
    {
        var after = page.IsFirst ? "" : page.After[0];
        var rows = await db.Agreements.AsNoTracking().Where(a => string.Compare(a.Id, after) > 0).OrderBy(a => a.Id)
            .Take(page.Size + 1).Select(a => a.Content).ToListAsync(cancellationToken);
        return rows.ConvertAll(Agreement.Parser.ParseFrom);
    }

    public async Task<bool> PutAsync(Agreement agreement, CancellationToken cancellationToken)
    {
        var content = agreement.ToByteArray();
        var hash = ContentHash.Of("agreement", Convert.ToBase64String(content));
        var row = await db.Agreements.FirstOrDefaultAsync(a => a.Id == agreement.Id, cancellationToken);
        if (row?.ContentHash == hash)
            return false;
        if (row is null)
            db.Agreements.Add(row = new() { Id = agreement.Id, ContentHash = hash, Content = content, ImportedTime = time.GetUtcNow() });
        (row.ContentHash, row.Content, row.ImportedTime) = (hash, content, time.GetUtcNow());
        return true;
    }

    private async Task<PreparedAgreement> PrepareAsync(string id, string hash, CancellationToken cancellationToken) =>
        await cache.GetOrSetAsync(
            $"geozone:agreement:{hash}",
            async token => new PreparedAgreement(Agreement.Parser.ParseFrom(
                await db.Agreements.AsNoTracking().Where(a => a.Id == id && a.ContentHash == hash).Select(a => a.Content).FirstAsync(token))),
            new FusionCacheEntryOptions(TimeSpan.FromMinutes(options.Value.PreparedMinutes))
            {
                Size = 1,
                SkipDistributedCacheRead = true,
                SkipDistributedCacheWrite = true,
            },
            token: cancellationToken);
}
