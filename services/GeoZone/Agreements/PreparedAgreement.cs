using Truceline.GeoZone.Geodesy;
using Truceline.GeoZone.V1;
using Truceline.GeoZone.Zones;
using Truceline.GeoZone.Zones.Versions;
using Truceline.Type.V1;

namespace Truceline.GeoZone.Agreements;

/// <summary>A valid agreement made ready for questions: areas by zone and day, parties by name. Immutable and safe for concurrent use.</summary>
internal sealed class PreparedAgreement
{
    private readonly Dictionary<string, Lazy<ZoneEra[]>> _zones;

    /// <summary>The agreement alone, with its lines and zones as it gives them.</summary>
    /// <param name="agreement">An agreement that passed <see cref="AgreementValidator"/>. It must not be changed afterwards.</param>
    public PreparedAgreement(Agreement agreement) : this(agreement, new Dictionary<string, IReadOnlyList<Era>>())
    {
    }

    /// <param name="agreement">An agreement that passed <see cref="AgreementValidator"/>. It must not be changed afterwards.</param>
    /// <param name="kept">The eras of its zones by the ids under which they are kept; a zone that is not among them is as the agreement gives it.</param>
    public PreparedAgreement(Agreement agreement, IReadOnlyDictionary<string, IReadOnlyList<Era>> kept)
    {
        Agreement = agreement;
        Parties = new(agreement);
        var alone = new Lazy<IReadOnlyDictionary<string, IReadOnlyList<Era>>>(() => AgreementEras.ZonesAlone(agreement));
        // A zone is drawn when it is first asked for: most claims concern few.
        _zones = agreement.Zones.ToDictionary(z => z.Id, z => new Lazy<ZoneEra[]>(() => Prepare(kept.GetValueOrDefault(KeptKey.Of(agreement.Id, z.Id)) ?? alone.Value[z.Id])));
        Routes = agreement.Routes.ToDictionary(r => r.Id, r => new Polyline(r.Course.Positions.Select(GeoPoint.From)));
    }

    public Agreement Agreement { get; }

    public PartyMatcher Parties { get; }

    public IReadOnlyDictionary<string, Polyline> Routes { get; }

    /// <summary>
    /// The areas of a zone of this agreement, in the order of valid time, drawn when they are first asked for. Days on which it is nowhere have none, nor has what
    /// cannot be drawn, which the health check <c>zones</c> tells.
    /// </summary>
    public IReadOnlyList<ZoneEra> ErasOf(string zoneId) => _zones[zoneId].Value;

    /// <summary>The area of a zone at the first of some days or, when it is nowhere then, at the time nearest to it; null when it is never anywhere.</summary>
    /// <param name="zoneId">A zone of this agreement.</param>
    /// <param name="days">The days; null for the latest.</param>
    public IZoneArea? AreaOf(string zoneId, DayRange? days = null)
    {
        var day = days?.First ?? DateOnly.MaxValue;
        return ErasOf(zoneId).MinBy(e => e.Days.Contains(day) ? 0 : Math.Min(Math.Abs(e.Days.First.DayNumber - day.DayNumber), Math.Abs(e.Days.Last.DayNumber - day.DayNumber)))?.Area;
    }

    /// <summary>How the candidates of a place lie with respect to a zone over some days.</summary>
    /// <param name="zoneId">A zone of this agreement.</param>
    /// <param name="candidates">What the place's name may mean.</param>
    /// <param name="days">The days. Where the zone changed among them, what does not hold for all of them is possible.</param>
    /// <returns>The finding and whether the zone was somewhere on all the days; null when it was nowhere on any, or there are no candidates.</returns>
    public (PlaceFinding Finding, bool IsThroughout)? Judge(string zoneId, IReadOnlyList<PlaceCandidate> candidates, DayRange days)
    {
        var eras = ErasOf(zoneId).Where(e => e.Days.Overlaps(days)).ToList();
        var findings = eras.Select(e => PlaceVerdict.Judge(e.Area, candidates)).OfType<PlaceFinding>().ToList();
        if (findings.Count == 0)
            return null;
        var first = findings.Find(f => f.Position != ZonePosition.Outside) ?? findings[0];
        var finding = findings.TrueForAll(f => f.Position == first.Position) ? first : first with { Position = ZonePosition.Possible };
        return (finding, eras.Sum(e => days.DaysInCommon(e.Days)) == days.Days);
    }

    private static ZoneEra[] Prepare(IEnumerable<Era> eras) =>
        [.. from era in eras
            where era.Body.DrawnFrom is not null
            let area = DrawnArea.TryDraw(era.Body.DrawnFrom!)
            where area is not null
            select new ZoneEra(era.Days, area)];
}
