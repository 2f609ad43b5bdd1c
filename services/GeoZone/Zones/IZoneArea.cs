using Truceline.GeoZone.Geodesy;

namespace Truceline.GeoZone.Zones;

/// <summary>How far a point is from the edges of an area, in metres on the ellipsoid; negative inside.</summary>
/// <param name="CertainM">From the edge of what belongs to it for certain.</param>
/// <param name="PossibleM">From the edge of what may belong to it; never more than <paramref name="CertainM"/>.</param>
internal readonly record struct AreaDistance(double CertainM, double PossibleM);

/// <summary>An area made ready for questions. Immutable and safe for concurrent use.</summary>
internal interface IZoneArea
{
    AreaDistance Measure(GeoPoint point);
}
