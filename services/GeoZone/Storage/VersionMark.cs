using Microsoft.EntityFrameworkCore;
using Truceline.GeoZone.Maps.Sources;

namespace Truceline.GeoZone.Storage;

/// <summary>The last change in the database.</summary>
internal sealed class VersionMark(GeoZoneDbContext db) : IVersionMark
{
    public async Task<long> LastAsync(CancellationToken cancellationToken) =>
        await db.KeptObjects.AsNoTracking().OrderByDescending(k => k.ChangeNumber).Select(k => k.ChangeNumber).FirstOrDefaultAsync(cancellationToken);
}
