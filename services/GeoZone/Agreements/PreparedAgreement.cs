using Truceline.GeoZone.Geodesy;
using Truceline.GeoZone.V1;
using Truceline.GeoZone.Zones;

namespace Truceline.GeoZone.Agreements;

/// <summary>A valid agreement made ready for questions: areas by zone, parties by name. Immutable and safe for concurrent use.</summary>
internal sealed class PreparedAgreement
{
    private readonly Dictionary<string, IZoneArea> _areas;

    /// <param name="agreement">An agreement that passed <see cref="AgreementValidator"/>. It must not be changed afterwards.</param>
    public PreparedAgreement(Agreement agreement)
    {
        Agreement = agreement;
        Parties = new(agreement);
        _areas = agreement.Zones.ToDictionary(z => z.Id, z => ZoneAreas.Prepare(z, agreement.Lines));
        Routes = agreement.Routes.ToDictionary(r => r.Id, r => new Polyline(r.Course.Positions.Select(GeoPoint.From)));
    }

    public Agreement Agreement { get; }

    public PartyMatcher Parties { get; }

    public IReadOnlyDictionary<string, Polyline> Routes { get; }

    /// <summary>The area of a zone of this agreement.</summary>
    public IZoneArea AreaOf(string zoneId) => _areas[zoneId];

    /// <summary>How a point with an uncertainty lies with respect to one of its zones.</summary>
    /// <param name="zone">A zone of this agreement.</param>
    /// <param name="point">The point.</param>
    /// <param name="radiusM">Radius within which the thing lies, in metres.</param>
    public ZoneFinding Locate(Zone zone, GeoPoint point, double radiusM)
    {
        var (position, distance) = ZoneVerdict.Judge(AreaOf(zone.Id), point, radiusM);
        return new()
        {
            AgreementId = Agreement.Id,
            ZoneId = zone.Id,
            ZoneName = zone.Name,
            ZoneKind = zone.Kind,
            Position = position,
            DistanceM = distance.CertainM,
        };
    }
}
