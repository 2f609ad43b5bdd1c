using Truceline.GeoZone.Geodesy;
using Truceline.Type.V1;

namespace Truceline.GeoZone.Zones;

/// <summary>Tells how a point with an uncertainty lies with respect to an area.</summary>
internal static class ZoneVerdict
{
    /// <summary>
    /// Inside when every place within the radius belongs to the area for certain, outside when none may belong to it, else possible.
    /// </summary>
    /// <param name="area">The area.</param>
    /// <param name="point">The point.</param>
    /// <param name="radiusM">Radius within which the thing lies, in metres; 0 or more.</param>
    public static (ZonePosition Position, AreaDistance Distance) Judge(IZoneArea area, GeoPoint point, double radiusM)
    {
        var distance = area.Measure(point);
        var position = distance.CertainM <= 0 && -distance.CertainM >= radiusM ? ZonePosition.Inside
            : distance.PossibleM > radiusM ? ZonePosition.Outside
            : ZonePosition.Possible;
        return (position, distance);
    }
}
