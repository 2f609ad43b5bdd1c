using System.Numerics;
using System.Runtime.CompilerServices;
using Truceline.GeoZone.Geodesy;

namespace Truceline.GeoZone.Zones.Index;

/// <summary>The distance from a point to the border of a shape.</summary>
/// <param name="Shape">The shape's number.</param>
/// <param name="DistanceM">In metres, 0 or more.</param>
internal readonly record struct BorderDistance(int Shape, double DistanceM);

internal sealed unsafe partial class ZoneIndex
{
    // In a cell farther from the poles a plane around a point is off by less than the share, over lanes that are rounded to less than the units.
    private const double HighestLatitude = 70, FarthestNearM = 5_000, LongestDegrees = 1;
    private const float Off = 0.03f, RoundingUnits = 3;

    /// <summary>
    /// The shapes that hold a point and those with an edge within a radius, where one cell holds the whole circle: its lanes tell which edges are near, and only those are measured.
    /// </summary>
    /// <param name="point">The point.</param>
    /// <param name="radiusM">The radius, in metres; more than 0.</param>
    /// <param name="metric">Distances from the point.</param>
    /// <param name="hits">Room for <see cref="MostHits"/> numbers; takes those of the shapes that hold it.</param>
    /// <param name="count">How many these are.</param>
    /// <param name="near">Takes the distances that the cell tells: of all shapes with an edge within the radius, and of some others that hold the point.</param>
    /// <returns>False when one cell does not tell; then what was taken says nothing.</returns>
    [SkipLocalsInit]
    public bool TryFindNear(GeoPoint point, double radiusM, in LocalMetric metric, Span<int> hits, out int count, List<BorderDistance> near)
    {
        count = 0;
        if (!(radiusM <= FarthestNearM && Math.Abs(point.Latitude) <= HighestLatitude))
            return false;
        var (x, y) = (CellGrid.X(point.Longitude), CellGrid.Y(point.Latitude));
        // At the antimeridian edges may be cuts.
        if (x >> CellGrid.TopBits is 0 or CellGrid.TopSide - 1)
            return false;
        var entry = _entries[Top(x, y)];
        var words = (uint*)(entry & ~63UL);
        var (kind, offset, bits) = ((uint)entry & 3, (uint)(entry & 4) << 2, CellGrid.TopBits);
        while (RefKind.IsNode(kind))
        {
            bits -= RefKind.Step(kind);
            var reference = words[offset + Child(x, y, bits, kind)];
            (kind, offset) = (reference & 3, reference >> 2);
        }
        if (kind == RefKind.Leaf)
        {
            Prefetch(words + offset + 16);
            Prefetch(words + offset + 32);
        }
        var (px, py) = (CellGrid.Within(x, bits), CellGrid.Within(y, bits));
        var (unitX, unitY) = ((float)(CellGrid.UnitLongitude(bits) * metric.EastDegreeM), (float)(CellGrid.UnitLatitude(bits) * metric.NorthDegreeM));
        var (toX, toY) = (Math.Min(px - CellGrid.Origin, CellGrid.Origin + CellGrid.Units - 1 - px), Math.Min(py - CellGrid.Origin, CellGrid.Origin + CellGrid.Units - 1 - py));
        var borderM = Math.Min(toX * unitX, toY * unitY) * (1 - Off);
        if (borderM <= radiusM)
            return false;
        fixed (int* into = hits)
        {
            if (entry == 0)
                return true;
            if (kind == RefKind.Set)
            {
                count = CopySet(words, offset, into, 0);
                GC.KeepAlive(this);
                return true;
            }
            if (new LeafHead(words[offset]).IsCrowded)
                return false;
            count = TestLeaf(words, offset, bits, x, y, point.Longitude, point.Latitude, into);
        }
        if (!Measure(new(words + offset), px, py, unitX, unitY, point, metric, radiusM, borderM, hits[..count], near))
            return false;
        GC.KeepAlive(this);
        return true;
    }

    [SkipLocalsInit]
    private bool Measure(
        in LeafView leaf, int px, int py, float unitX, float unitY, GeoPoint point, in LocalMetric metric, double radiusM, double borderM, ReadOnlySpan<int> hits, List<BorderDistance> near)
    {
        var distances = stackalloc float[LeafHead.MostLanes];
        var lanes = leaf.Distances(px, py, unitX, unitY, distances);
        var roundingM = RoundingUnits * Math.Max(unitX, unitY);
        Span<int> edges = stackalloc int[LeafHead.MostLanes];
        var start = 0;
        for (var i = 0; i < leaf.Members; i++)
        {
            var member = leaf.Member(i);
            var (shape, last) = ((int)(member & 0xFFFFFF), (int)(member >> 24) & 63);
            var own = LeafTest.Between(start, last) & lanes;
            start = last + 1;
            var least = float.PositiveInfinity;
            for (var open = own; open != 0; open &= open - 1)
                least = Math.Min(least, distances[BitOperations.TrailingZeroCount(open)]);
            // What lies outside the cell may be as near as its border.
            var reachM = hits.Contains(shape) ? borderM : radiusM;
            if (least * (1 - Off) - roundingM > reachM)
                continue;
            var mostM = (least * (1 + Off) + 2 * roundingM) / (1 - Off);
            var asked = _shapes[shape]!;
            var count = 0;
            for (var open = own; open != 0; open &= open - 1)
            {
                var lane = BitOperations.TrailingZeroCount(open);
                if (distances[lane] <= mostM)
                    edges[count++] = leaf.Edge(lane);
            }
            // A long one bends away from its piece in the plane.
            if (asked.IsLong(edges[..count], LongestDegrees))
                return false;
            var distanceM = EdgeDistance.InMetres(asked, edges[..count], point, metric);
            if (distanceM <= borderM)
                near.Add(new(shape, distanceM));
        }
        return true;
    }
}
