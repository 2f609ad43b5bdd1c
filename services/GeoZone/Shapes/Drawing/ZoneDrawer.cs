using NetTopologySuite.Geometries;
using NetTopologySuite.Simplify;
using Truceline.GeoZone.Geodesy;

namespace Truceline.GeoZone.Shapes.Drawing;

/// <summary>Draws zones on the ellipsoid. No drawn point is off by more than a metre.</summary>
internal static class ZoneDrawer
{
    private const int CircleVertices = 128;
    private const double PlaneToleranceM = 0.2;

    public static DrawnZone Draw(ZoneShape shape) => shape switch
    {
        PolygonShape polygon => DrawnZone.Certain(PolygonDrawer.Draw(polygon)),
        CircleShape circle => Both(circle.LowM, circle.HighM, radius => Circle(circle.Centre, radius)),
        SquareShape square => DrawnZone.Certain(Square(square)),
        BetweenShape between => DrawnZone.Certain(PolygonDrawer.Between(between)),
        LineBandShape band => Band(band),
        ComposedShape composed => Compose(composed),
        _ => throw new ArgumentOutOfRangeException(nameof(shape)),
    };

    private static DrawnZone Both(double low, double high, Func<double, MultiPolygon> draw)
    {
        var inside = draw(low);
        return new(inside, high == low ? inside : draw(high));
    }

    private static MultiPolygon Circle(GeoPoint centre, double radiusM)
    {
        var plane = new ShapePlane(centre);
        var ring = Enumerable.Range(0, CircleVertices + 1)
            .Select(i => Math.Tau * (i % CircleVertices) / CircleVertices)
            .Select(turn => new Coordinate(radiusM * Math.Sin(-turn), radiusM * Math.Cos(turn)));
        var area = GeometryFactory.Default.CreatePolygon([.. ring]);
        // Two equal points make a line that goes nowhere: distances from it are those from the centre.
        return OnGlobe(area, plane, new LineCourse([centre, centre], plane), radiusM);
    }

    private static MultiPolygon Square(SquareShape square)
    {
        var bearing = double.DegreesToRadians(square.BearingDegrees);
        var corners = Enumerable.Range(0, 5).Select(i => Geodesic.Direct(square.Centre, bearing + Math.PI / 4 - Math.PI / 2 * (i % 4), square.SideM / Math.Sqrt(2)));
        return PolygonDrawer.Draw(new([new([.. corners], [])], Geodesic: true));
    }

    private static DrawnZone Band(LineBandShape band)
    {
        var plane = ShapePlane.Around(band.Line);
        var course = new LineCourse(band.Line, plane);
        var inside = Band(course, band.Left, band.Right, reach => reach.FarLowM);
        var isCertain = (band.Left is not { } left || left.FarLowM == left.FarHighM) && (band.Right is not { } right || right.FarLowM == right.FarHighM);
        return new(inside, isCertain ? inside : Band(course, band.Left, band.Right, reach => reach.FarHighM));
    }

    private static MultiPolygon Band(LineCourse course, SideReach? left, SideReach? right, Func<SideReach, double> far)
    {
        var sides = new List<Geometry>();
        if (left is { } both && left == right)
            sides.Add(Ring(course, both.NearM, far(both)));
        else
        {
            foreach (var (reach, isLeft) in new[] { (left, true), (right, false) })
            {
                if (reach is { } side)
                    sides.Add(BandSides.Take(course, Ring(course, side.NearM, far(side)), far(side), isLeft));
            }
        }
        double[] distances = [.. new[] { left, right }.OfType<SideReach>().SelectMany(reach => new[] { reach.NearM, far(reach) }).Where(d => d > 0).Distinct()];
        return OnGlobe(Overlay.UnionAll(sides), course.Plane, course, distances);
    }

    private static MultiPolygon Ring(LineCourse course, double nearM, double farM)
    {
        var area = BandPlan.Within(course, farM);
        return nearM > 0 ? Overlay.Difference(area, BandPlan.RoundBuffer(course, nearM)) : area;
    }

    private static MultiPolygon OnGlobe(Geometry area, ShapePlane plane, LineCourse course, params double[] distancesM)
    {
        var plain = Overlay.Areas(TopologyPreservingSimplifier.Simplify(area, PlaneToleranceM));
        return new EdgeRefiner(plane, course, distancesM).OnGlobe(plain);
    }

    private static DrawnZone Compose(ComposedShape composed)
    {
        var parts = composed.Parts.Select(Draw).ToList();
        var result = parts[0];
        foreach (var part in parts.Skip(1))
        {
            result = composed.How switch
            {
                Composition.Union => new(Overlay.Union(result.Inside, part.Inside), Overlay.Union(result.Possible, part.Possible)),
                Composition.Intersection => new(Overlay.Intersection(result.Inside, part.Inside), Overlay.Intersection(result.Possible, part.Possible)),
                // What may lie in the other is not certain to remain, and what certainly lies in it is certain to go.
                _ => new(Overlay.Difference(result.Inside, part.Possible), Overlay.Difference(result.Possible, part.Inside)),
            };
        }
        return new(GlobeCutter.Wound(result.Inside), GlobeCutter.Wound(result.Possible));
    }
}
