using Microsoft.EntityFrameworkCore;
using Truceline.GeoZone.Maps.Sources;
using Truceline.GeoZone.V1;

namespace Truceline.GeoZone.Storage;

/// <summary>Incidents for maps, past every cache.</summary>
internal sealed class IncidentHeads(GeoZoneDbContext db) : IIncidentHeads
{
    public async Task<string> VersionAsync(CancellationToken cancellationToken)
    {
        var sums = await db.Incidents.AsNoTracking().GroupBy(_ => 1)
            .Select(all => new { Count = all.Count(), Versions = all.Sum(i => (long)i.Version), Bytes = all.Sum(i => (long)i.Content.Length) })
            .FirstOrDefaultAsync(cancellationToken);
        return FormattableString.Invariant($"{sums?.Count}/{sums?.Versions}/{sums?.Bytes}");
    }

    public async Task<IReadOnlyList<IncidentHead>> AllAsync(CancellationToken cancellationToken) =>
        await db.Incidents.AsNoTracking().Select(i => new IncidentHead(i.Id, i.Version, i.Content.Length)).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<Incident>> FindAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        (await db.Incidents.AsNoTracking().Where(i => ids.Contains(i.Id)).Select(i => i.Content).ToListAsync(cancellationToken)).ConvertAll(Incident.Parser.ParseFrom);
}
