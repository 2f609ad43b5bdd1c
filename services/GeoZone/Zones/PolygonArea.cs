using Truceline.GeoZone.Geodesy;
using Truceline.Type.V1;

namespace Truceline.GeoZone.Zones;

/// <summary>A polygon with holes; edges are straight in longitude and latitude. A point on an edge lies inside, at distance 0.</summary>
internal sealed class PolygonArea(Polygon polygon) : IZoneArea
{
    private readonly Polyline[] _rings = [.. polygon.Holes.Prepend(polygon.Outer).Select(Ring)];

    public AreaDistance Measure(GeoPoint point)
    {
        var distance = _rings.Min(ring => ring.DistanceM(point));
        var inside = Contains(_rings[0], point) && !_rings.Skip(1).Any(hole => Contains(hole, point));
        var signed = inside ? -distance : distance;
        return new(signed, signed);
    }

    private static Polyline Ring(Ring ring) => new(ring.Positions.Select(GeoPoint.From), closed: true);

    /// <summary>Counts the edges that a ray to the north crosses. Longitudes are taken from the point, so that the antimeridian is no edge.</summary>
    private static bool Contains(Polyline ring, GeoPoint point)
    {
        var inside = false;
        for (var i = 1; i < ring.Points.Count; i++)
        {
            var (a, b) = (ring.Points[i - 1], ring.Points[i]);
            var ax = GeoPoint.Wrap(a.Longitude - point.Longitude);
            var bx = ax + GeoPoint.Wrap(b.Longitude - a.Longitude);
            // Both when the edge itself passes the far side of the globe.
            for (var turn = -360; turn <= 360; turn += 360)
            {
                if (ax + turn > 0 != bx + turn > 0 && a.Latitude + (b.Latitude - a.Latitude) * (-(ax + turn) / (bx - ax)) > point.Latitude)
                    inside = !inside;
            }
        }
        return inside;
    }
}
