using Microsoft.EntityFrameworkCore;
using Truceline.Entity.Happenings;
using Truceline.Entity.V1;
using Truceline.ServiceDefaults.Paging;
using Truceline.Type.V1;

namespace Truceline.Entity.Storage;

/// <summary>Happenings in the database.</summary>
internal sealed class HappeningStore(EntityDbContext db, HappeningWriter writer) : IHappeningStore
{
    public async Task<Happening?> FindAsync(string happeningId, CancellationToken cancellationToken)
    {
        var row = await db.Happenings.AsNoTracking().FirstOrDefaultAsync(h => h.HappeningId == happeningId, cancellationToken);
        var id = row?.MergedInto ?? row?.HappeningId;
        if (id is null)
        {
            return null;
        }

        var claims = await writer.LoadAsync(await db.Claims.AsNoTracking().Where(c => c.HappeningId == id).Select(c => c.ClaimId).ToListAsync(cancellationToken), cancellationToken);
        return claims.Any(c => !c.Denies) ? HappeningComposer.Compose(new Cluster(id, HappeningClusters.Ordered(claims))) : null;
    }

    public async Task<IReadOnlyList<HappeningSummary>> ListAsync(ListHappeningsRequest filter, PageRequest page, CancellationToken cancellationToken)
    {
        var rows = db.Happenings.AsNoTracking().Where(h => h.MergedInto == null && h.Claims > 0);
        rows = filter.FromDate.Length > 0 ? rows.Where(h => string.Compare(h.LastDay, filter.FromDate) >= 0) : rows;
        rows = filter.ToDate.Length > 0 ? rows.Where(h => string.Compare(h.FirstDay, filter.ToDate) <= 0) : rows;
        rows = filter.ContradictedOnly ? rows.Where(h => h.IsContradicted) : rows;
        if (filter.Class.Length > 0)
        {
            var word = "|" + filter.Class + "|";
            rows = rows.Where(h => h.Classes.Contains(word));
        }

        if (filter.Box is { } box)
        {
            var (south, west, north, east) = (box.SouthWest.Latitude, box.SouthWest.Longitude, box.NorthEast.Latitude, box.NorthEast.Longitude);
            rows = rows.Where(h => h.Latitude >= south && h.Latitude <= north && h.Longitude >= west && h.Longitude <= east);
        }

        if (!page.IsFirst)
        {
            var (day, id) = (page.After[0], page.After[1]);
            rows = rows.Where(h => string.Compare(h.LastDay, day) < 0 || (h.LastDay == day && string.Compare(h.HappeningId, id) > 0));
        }

        var found = await rows.OrderByDescending(h => h.LastDay).ThenBy(h => h.HappeningId).Take(page.Size + 1).ToListAsync(cancellationToken);
        return found.ConvertAll(SummaryOf);
    }

    /// <summary>A happening as lists show it.</summary>
    internal static HappeningSummary SummaryOf(HappeningRow row) => new()
    {
        Id = row.HappeningId,
        Group = row.Group,
        Classes = { row.Classes.Split('|', StringSplitOptions.RemoveEmptyEntries) },
        FirstDate = row.FirstDay,
        LastDate = row.LastDay,
        Position = row is { Latitude: { } latitude, Longitude: { } longitude } ? new Position { Latitude = latitude, Longitude = longitude } : null,
        RadiusM = row.RadiusM,
        ClaimCount = row.Claims,
        IndependentOrigins = row.Origins,
        Contradicted = row.IsContradicted,
        Credibility = (InformationCredibility)row.Credibility,
    };
}
