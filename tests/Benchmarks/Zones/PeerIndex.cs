using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Index.Strtree;
using Truceline.GeoZone.Geodesy;

namespace Truceline.Benchmarks.Zones;

/// <summary>NetTopologySuite as one would use it: an STRtree of the boxes, each with its prepared polygon, asked with points made beforehand.</summary>
internal sealed class PeerIndex
{
    private readonly STRtree<Zone> _tree = new();

    public PeerIndex(List<double[][][]> zones)
    {
        for (var i = 0; i < zones.Count; i++)
        {
            var polygon = PolygonOf(zones[i]);
            _tree.Insert(polygon.EnvelopeInternal, new(i, PreparedGeometryFactory.Prepare(polygon)));
        }
        _tree.Build();
    }

    public static Point PointOf(GeoPoint point) => new(point.Longitude, point.Latitude);

    public void Find(Point point, List<int> hits)
    {
        hits.Clear();
        foreach (var (number, prepared) in _tree.Query(point.EnvelopeInternal))
        {
            if (prepared.Intersects(point))
                hits.Add(number);
        }
    }

    private static Geometry PolygonOf(double[][][] polygons)
    {
        var parts = polygons.Select(rings => rings.Select(RingOf).ToArray()).Select(rings => new Polygon(rings[0], rings[1..])).ToArray();
        return parts.Length == 1 ? parts[0] : new MultiPolygon(parts);
    }

    private static LinearRing RingOf(double[] ring) => new([.. Enumerable.Range(0, ring.Length / 2).Select(i => new Coordinate(ring[2 * i], ring[2 * i + 1]))]);

    // A class: over pairs of values the tree has made the runtime's compiler fail now and then.
    private sealed record Zone(int Number, IPreparedGeometry Prepared);
}
