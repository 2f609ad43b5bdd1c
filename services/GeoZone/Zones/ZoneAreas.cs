using Truceline.GeoZone.Geodesy;
using Truceline.GeoZone.V1;

namespace Truceline.GeoZone.Zones;

/// <summary>From a zone as agreed to an area that can be asked.</summary>
internal static class ZoneAreas
{
    /// <param name="zone">A valid zone.</param>
    /// <param name="lines">The lines of its agreement; the band's line is among them.</param>
    public static IZoneArea Prepare(Zone zone, IEnumerable<ContactLine> lines)
    {
        if (zone.AreaCase == Zone.AreaOneofCase.Polygon)
            return new PolygonArea(zone.Polygon);
        var band = zone.Band;
        var line = lines.First(l => l.Id == band.LineId);
        var side = band.SidePartyId.Length == 0 ? BandSide.Both : band.SidePartyId == line.LeftPartyId ? BandSide.Left : BandSide.Right;
        return new BandArea(new(line.Course.Positions.Select(GeoPoint.From)), side, band.NearM, band.FarLowM, band.FarHighM);
    }
}
