using Microsoft.EntityFrameworkCore;
using Truceline.GeoZone.Maps.Sources;
using Truceline.GeoZone.Tracks.Course;

namespace Truceline.GeoZone.Storage;

/// <summary>Tracks for maps, from the database.</summary>
internal sealed class TrackCourses(GeoZoneDbContext db) : ITrackCourses
{
    /// <summary>Stamps are any numbers of 64 bits; their remainders can be summed.</summary>
    private const long Modulus = int.MaxValue;

    public async Task<string> VersionAsync(DateTimeOffset from, CancellationToken cancellationToken)
    {
        var sums = await db.Tracks.AsNoTracking().Where(t => t.LastTime >= from).GroupBy(_ => 1)
            .Select(all => new { Count = all.Count(), Stamps = all.Sum(t => t.Stamp % Modulus) }).FirstOrDefaultAsync(cancellationToken);
        return FormattableString.Invariant($"{sums?.Count}/{sums?.Stamps}");
    }

    public async Task<IReadOnlyList<TrackHead>> HeadsAsync(DateTimeOffset from, CancellationToken cancellationToken) =>
        (await db.Tracks.AsNoTracking().Where(t => t.LastTime >= from)
            .Select(t => new { t.ObjectId, t.Name, t.Type, t.Stamp, t.LastTime, t.LastLatitude, t.LastLongitude, t.LastRadiusM }).ToListAsync(cancellationToken))
            .ConvertAll(t => new TrackHead(t.ObjectId, t.Name, t.Type, t.Stamp, new(t.LastTime.UtcTicks, t.LastLatitude, t.LastLongitude, t.LastRadiusM)));

    public async Task<ILookup<string, Fix>> FixesAsync(IReadOnlyCollection<string> objectIds, DateTimeOffset from, CancellationToken cancellationToken)
    {
        var ids = objectIds.ToArray();
        var rows = await db.TrackFixes.AsNoTracking().Where(f => EF.Parameter(ids).Contains(f.ObjectId) && f.Time >= from).ToListAsync(cancellationToken);
        return rows.Select(f => (f.ObjectId, Fix: new Fix(f.Time.UtcTicks, f.Latitude, f.Longitude, f.RadiusM))).OrderBy(f => f.Fix)
            .DistinctBy(f => (f.ObjectId, f.Fix.Ticks)).ToLookup(f => f.ObjectId, f => f.Fix, StringComparer.Ordinal);
    }
}
