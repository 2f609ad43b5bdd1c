using Microsoft.EntityFrameworkCore;
using Truceline.GeoZone.V1;
using Truceline.GeoZone.Zones.Live;

namespace Truceline.GeoZone.Storage;

/// <summary>Zones as the database has them, past every cache.</summary>
internal sealed class ZoneSource(GeoZoneDbContext db) : IZoneSource
{
    public async Task<IReadOnlyList<AgreementVersion>> VersionsAsync(CancellationToken cancellationToken) =>
        await db.Agreements.AsNoTracking().OrderBy(a => a.Id).Select(a => new AgreementVersion(a.Id, a.ContentHash)).ToListAsync(cancellationToken);

    public async Task<(AgreementVersion Version, Agreement Agreement)?> ReadAsync(string id, CancellationToken cancellationToken) =>
        await db.Agreements.AsNoTracking().Where(a => a.Id == id).Select(a => new { a.ContentHash, a.Content }).FirstOrDefaultAsync(cancellationToken) is { } row
            ? (new(id, row.ContentHash), Agreement.Parser.ParseFrom(row.Content))
            : null;
}
