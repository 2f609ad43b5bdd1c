using Microsoft.EntityFrameworkCore;
using Truceline.GeoZone.Agreements;
using Truceline.GeoZone.V1;
using Truceline.GeoZone.Zones.Live;
using Truceline.GeoZone.Zones.Versions;

namespace Truceline.GeoZone.Storage;

/// <summary>Zones as the database has them, past every cache.</summary>
internal sealed class ZoneSource(GeoZoneDbContext db, ZoneKeeping keeping, IImportUnitOfWork work) : IZoneSource
{
    private const int AtOnce = 1_000;

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        var waiting = db.Agreements.AsNoTracking().Where(a => a.ZonesRevision == 0);
        foreach (var id in await waiting.OrderBy(a => a.Id).Select(a => a.Id).ToListAsync(cancellationToken))
        {
            await work.RunAsync(async token =>
            {
                // Another replica may have done it meanwhile; one without zones stays as it is.
                if (await waiting.Where(a => a.Id == id).Select(a => a.Content).FirstOrDefaultAsync(token) is { } content)
                    await keeping.KeepAsync(null, Agreement.Parser.ParseFrom(content), token);
                return true;
            }, cancellationToken);
        }
    }

    public async Task<(IReadOnlyList<LiveZone> Zones, ZoneMark Mark)> ChangedAsync(ZoneMark after, CancellationToken cancellationToken)
    {
        var (change, last) = (after.Change, after.Id);
        var objects = await db.KeptObjects.AsNoTracking()
            .Where(k => k.Kind == KeptKind.Zone && (k.ChangeNumber > change || (k.ChangeNumber == change && string.Compare(k.Id, last) > 0)))
            .OrderBy(k => k.ChangeNumber).ThenBy(k => k.Id).Take(AtOnce).Select(k => new { k.Id, k.AgreementId, k.ChangeNumber }).ToListAsync(cancellationToken);
        if (objects.Count == 0)
            return ([], after);
        var ids = objects.ConvertAll(o => o.Id);
        var versions = (await db.KeptVersions.AsNoTracking().Where(v => v.Kind == KeptKind.Zone && v.KnownTo == null && ids.Contains(v.Id))
            .OrderBy(v => v.FirstDay).ToListAsync(cancellationToken)).ToLookup(v => v.Id, VersionRowMapper.ToVersion);
        return (objects.ConvertAll(o => new LiveZone(o.Id, o.AgreementId, [.. versions[o.Id]])), new(objects[^1].ChangeNumber, objects[^1].Id));
    }
}
