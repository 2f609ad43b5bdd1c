using System.Globalization;
using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Truceline.GeoZone.Agreements;
using Truceline.GeoZone.V1;
using Truceline.GeoZone.Zones.Versions;
using Truceline.ServiceDefaults.Caching;
using Truceline.ServiceDefaults.Events;
using Truceline.ServiceDefaults.Paging;
using ZiggyCreatures.Caching.Fusion;

namespace Truceline.GeoZone.Storage;

/// <summary>
/// Agreements in the database. Cached are, all by <see cref="ReadThrough"/>:
/// <c>geozone:agreement:{hash}@{revision}</c>, the agreement made ready for questions with its zones of a revision, in memory only, and <c>geozone:agreement-content:{hash}</c>, its content, on both
/// levels, each for <see cref="GeoZoneOptions.PreparedMinutes"/> (immutable); and <c>geozone:agreement-hash:{id}</c>, the content in force for one that asks
/// by id, for 10 s on both levels, taken out by an import after its commit, and not cached without a back plane. Who judges claims
/// (<see cref="AllAsync"/>) asks the database for the hashes.
/// </summary>
internal sealed class AgreementStore(GeoZoneDbContext db, IVersionStore versions, IFusionCache cache, IOptions<GeoZoneOptions> options, TimeProvider time) : IAgreementStore
{
    private static readonly TimeSpan HashLifetime = TimeSpan.FromSeconds(10);

    public async Task<PreparedAgreement?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var stamp = cache.HasBackplane
            ? await cache.ReadThroughAsync(HashKey(id), HashLifetime, token => StampAsync(id, token), memoryOnly: false, cancellationToken)
            : await StampAsync(id, cancellationToken);
        return stamp is null ? null : await InForceAsync(id, stamp, cancellationToken);
    }

    public async Task<PreparedAgreement?> ReadAsync(string id, CancellationToken cancellationToken) =>
        await db.Agreements.AsNoTracking().Where(a => a.Id == id).Select(a => a.Content).FirstOrDefaultAsync(cancellationToken) is { } content
            ? new(Agreement.Parser.ParseFrom(content), await versions.ZonesOfAsync(id, cancellationToken))
            : null;

    public async Task ForgetAsync(string id) => await cache.ForgetAsync(HashKey(id));

    public async Task<IReadOnlyList<PreparedAgreement>> AllAsync(CancellationToken cancellationToken)
    {
        var rows = await db.Agreements.AsNoTracking().OrderBy(a => a.Id).Select(a => new { a.Id, a.ContentHash, a.ZonesRevision }).ToListAsync(cancellationToken);
        var agreements = new List<PreparedAgreement>(rows.Count);
        foreach (var row in rows)
            if (await InForceAsync(row.Id, Stamp(row.ContentHash, row.ZonesRevision), cancellationToken) is { } agreement)
                agreements.Add(agreement);
        return agreements;
    }

    public async Task<IReadOnlyList<Agreement>> ListAsync(PageRequest page, CancellationToken cancellationToken)
    {
        var after = page.IsFirst ? "" : page.After[0];
        var rows = await db.Agreements.AsNoTracking().Where(a => string.Compare(a.Id, after) > 0).OrderBy(a => a.Id)
            .Take(page.Size + 1).Select(a => a.Content).ToListAsync(cancellationToken);
        return rows.ConvertAll(Agreement.Parser.ParseFrom);
    }

    public async Task<AgreementChange?> PutAsync(Agreement agreement, CancellationToken cancellationToken)
    {
        var content = agreement.ToByteArray();
        var hash = ContentHash.Of("agreement", Convert.ToBase64String(content));
        var row = await db.Agreements.FirstOrDefaultAsync(a => a.Id == agreement.Id, cancellationToken);
        if (row?.ContentHash == hash)
            return null;
        var change = new AgreementChange(row is null ? null : Agreement.Parser.ParseFrom(row.Content));
        if (row is null)
            db.Agreements.Add(row = new() { Id = agreement.Id, ContentHash = hash, Content = content, ImportedTime = time.GetUtcNow() });
        (row.ContentHash, row.Content, row.ImportedTime) = (hash, content, time.GetUtcNow());
        return change;
    }

    private static string HashKey(string id) => $"geozone:agreement-hash:{id}";

    private static string Stamp(string hash, long revision) => string.Create(CultureInfo.InvariantCulture, $"{hash}@{revision}");

    private async Task<string?> StampAsync(string id, CancellationToken cancellationToken) =>
        await db.Agreements.AsNoTracking().Where(a => a.Id == id).Select(a => new { a.ContentHash, a.ZonesRevision }).FirstOrDefaultAsync(cancellationToken) is { } row
            ? Stamp(row.ContentHash, row.ZonesRevision)
            : null;

    // The content of an older hash is gone when another was imported since, and was not cached.
    private async Task<PreparedAgreement?> InForceAsync(string id, string stamp, CancellationToken cancellationToken) =>
        await PrepareAsync(id, stamp, cancellationToken)
        ?? (await StampAsync(id, cancellationToken) is { } now ? await PrepareAsync(id, now, cancellationToken) : null);

    private Task<PreparedAgreement?> PrepareAsync(string id, string stamp, CancellationToken cancellationToken)
    {
        var hash = stamp.Split('@')[0];
        var lifetime = TimeSpan.FromMinutes(options.Value.PreparedMinutes);
        return cache.ReadThroughAsync(
            $"geozone:agreement:{stamp}",
            lifetime,
            async token => await cache.ReadThroughAsync($"geozone:agreement-content:{hash}", lifetime, Content, memoryOnly: false, token) is { } content
                ? new PreparedAgreement(Agreement.Parser.ParseFrom(content), await versions.ZonesOfAsync(id, token))
                : null,
            memoryOnly: true,
            cancellationToken);

        Task<byte[]?> Content(CancellationToken token) => db.Agreements.AsNoTracking()
            .Where(a => a.Id == id && a.ContentHash == hash).Select(a => a.Content).FirstOrDefaultAsync(token);
    }
}
