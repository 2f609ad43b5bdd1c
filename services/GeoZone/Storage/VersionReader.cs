using Microsoft.EntityFrameworkCore;
using Truceline.GeoZone.V1;
using Truceline.GeoZone.Zones.Versions;

namespace Truceline.GeoZone.Storage;

/// <summary>Reads versions past every cache.</summary>
internal sealed class VersionReader(GeoZoneDbContext db) : IVersionReader
{
    public async Task<IReadOnlyList<ZoneVersion>> ZonesAsync(
        VersionMoment moment, string agreementId = "", string after = "", int count = int.MaxValue, CancellationToken cancellationToken = default) =>
        (await Rows(KeptKind.Zone, moment, agreementId, after, count).ToListAsync(cancellationToken)).ConvertAll(VersionRowMapper.ToZone);

    public async Task<IReadOnlyList<LineVersion>> LinesAsync(
        VersionMoment moment, string agreementId = "", string after = "", int count = int.MaxValue, CancellationToken cancellationToken = default) =>
        (await Rows(KeptKind.Line, moment, agreementId, after, count).ToListAsync(cancellationToken)).ConvertAll(VersionRowMapper.ToLine);

    private IQueryable<KeptVersionRow> Rows(KeptKind kind, VersionMoment moment, string agreementId, string after, int count)
    {
        var rows = db.KeptVersions.AsNoTracking().Where(v => v.Kind == kind).KnownAt(moment.Known).On(moment.Day);
        if (agreementId.Length > 0)
            rows = rows.Where(v => v.AgreementId == agreementId);
        if (after.Length > 0)
            rows = rows.Where(v => string.Compare(v.Id, after) > 0);
        return rows.OrderBy(v => v.Id).ThenBy(v => v.FirstDay).Take(count);
    }
}

/// <summary>The two times as queries.</summary>
internal static class VersionTimesQueries
{
    /// <summary>What was known at an instant; null for now.</summary>
    public static IQueryable<KeptVersionRow> KnownAt(this IQueryable<KeptVersionRow> rows, DateTimeOffset? instant)
    {
        if (instant is not { } given)
            return rows.Where(v => v.KnownTo == null);
        var known = given.ToUniversalTime();
        return rows.Where(v => v.KnownFrom <= known && (v.KnownTo == null || v.KnownTo > known));
    }

    /// <summary>What was so on a day; null for all days.</summary>
    public static IQueryable<KeptVersionRow> On(this IQueryable<KeptVersionRow> rows, DateOnly? day)
    {
        if (day is not { DayNumber: var number })
            return rows;
        return rows.Where(v => v.FirstDay <= number && v.LastDay >= number);
    }
}
