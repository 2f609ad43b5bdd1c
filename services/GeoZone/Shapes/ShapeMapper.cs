using Truceline.GeoZone.Geodesy;
using Truceline.GeoZone.Shapes.Drawing;
using Truceline.GeoZone.V1;
using Truceline.Type.V1;
using How = Truceline.GeoZone.Shapes.Drawing.Composition;
using Reach = Truceline.GeoZone.Shapes.Drawing.SideReach;

namespace Truceline.GeoZone.Shapes;

/// <summary>Shapes from messages that were found valid.</summary>
internal static class ShapeMapper
{
    public static ZoneShape FromProto(Shape shape) => shape.KindCase switch
    {
        Shape.KindOneofCase.Polygon => new Drawing.PolygonShape([.. shape.Polygon.Parts.Select(Part)], shape.Polygon.Geodesic),
        Shape.KindOneofCase.Circle => new Drawing.CircleShape(GeoPoint.From(shape.Circle.Centre), shape.Circle.RadiusLowM, High(shape.Circle.RadiusLowM, shape.Circle.RadiusHighM)),
        Shape.KindOneofCase.Square => new Drawing.SquareShape(GeoPoint.From(shape.Square.Centre), shape.Square.SideM, shape.Square.BearingDegrees),
        Shape.KindOneofCase.Band => new Drawing.LineBandShape(Points(shape.Band.Line), Side(shape.Band.Left), Side(shape.Band.Right)),
        Shape.KindOneofCase.Corridor => Corridor(shape.Corridor),
        Shape.KindOneofCase.Between => new BetweenShape(Points(shape.Between.First), Points(shape.Between.Second)),
        Shape.KindOneofCase.Composed => new Drawing.ComposedShape(Composition(shape.Composed.How), [.. shape.Composed.Parts.Select(FromProto)]),
        _ => throw new ArgumentOutOfRangeException(nameof(shape)),
    };

    private static Drawing.LineBandShape Corridor(CorridorShape corridor)
    {
        var half = new Reach(0, corridor.WidthLowM / 2, High(corridor.WidthLowM, corridor.WidthHighM) / 2);
        return new(Points(corridor.Route), half, half);
    }

    private static PolygonPart Part(Polygon part) => new(Points(part.Outer.Positions), [.. part.Holes.Select(hole => Points(hole.Positions))]);

    private static Reach? Side(V1.SideReach? side) => side is null ? null : new Reach(side.NearM, side.FarLowM, High(side.FarLowM, side.FarHighM));

    private static double High(double low, double high) => high == 0 ? low : high;

    private static IReadOnlyList<GeoPoint> Points(Line line) => Points(line.Positions);

    private static IReadOnlyList<GeoPoint> Points(IEnumerable<Position> positions) => [.. positions.Select(GeoPoint.From)];

    private static How Composition(V1.Composition how) => how switch
    {
        V1.Composition.Intersection => How.Intersection,
        V1.Composition.Difference => How.Difference,
        _ => How.Union,
    };
}
