using Truceline.GeoZone.Geodesy;
using Truceline.GeoZone.V1;
using Truceline.GeoZone.Zones;

namespace Truceline.GeoZone.Agreements;

/// <summary>A valid agreement made ready for questions: areas by zone, parties by name. Immutable and safe for concurrent use.</summary>
internal sealed class PreparedAgreement
{
    private readonly Dictionary<string, Lazy<IZoneArea?>> _areas;

    /// <param name="agreement">An agreement that passed <see cref="AgreementValidator"/>. It must not be changed afterwards.</param>
    public PreparedAgreement(Agreement agreement)
    {
        Agreement = agreement;
        Parties = new(agreement);
        _areas = agreement.Zones.ToDictionary(z => z.Id, z => new Lazy<IZoneArea?>(() => Draw(z, agreement)));
        Routes = agreement.Routes.ToDictionary(r => r.Id, r => new Polyline(r.Course.Positions.Select(GeoPoint.From)));
    }

    public Agreement Agreement { get; }

    public PartyMatcher Parties { get; }

    public IReadOnlyDictionary<string, Polyline> Routes { get; }

    /// <summary>The area of a zone of this agreement, drawn when it is first asked for; null when it cannot be drawn, which the health check <c>zones</c> tells.</summary>
    public IZoneArea? AreaOf(string zoneId) => _areas[zoneId].Value;

    private static DrawnArea? Draw(Zone zone, Agreement agreement) =>
        DrawnArea.TryDraw(zone, zone.AreaCase == Zone.AreaOneofCase.Band ? agreement.Lines.First(l => l.Id == zone.Band.LineId) : null);
}
