using NetTopologySuite.Geometries;
using Truceline.GeoZone.Geodesy;
using Truceline.GeoZone.Shapes;
using Truceline.GeoZone.Shapes.Drawing;
using Truceline.GeoZone.V1;
using Truceline.GeoZone.Zones.Index;
using Truceline.GeoZone.Zones.Versions;
using Area = NetTopologySuite.Geometries.Polygon;
using Position = Truceline.Type.V1.Position;

namespace Truceline.GeoZone.Zones.Live;

/// <summary>From zones to such as the index takes.</summary>
internal static class ZoneDrawing
{
    /// <summary>Draws a version of a zone.</summary>
    /// <param name="key">Names it to the caller.</param>
    /// <param name="shape">A valid shape that names nothing.</param>
    /// <param name="days">On which days it is valid.</param>
    /// <exception cref="TopologyException">It cannot be drawn.</exception>
    public static IndexedZone Draw(string key, V1.Shape shape, DayRange days)
    {
        var (from, to) = Instants(days);
        return Draw(key, ZoneDrawer.Draw(ShapeMapper.FromProto(shape)), from, to);
    }

    /// <summary>What was drawn, for the index.</summary>
    public static IndexedZone Draw(string key, DrawnZone drawn, DateTimeOffset from, DateTimeOffset to) =>
        new(key, Shape(drawn.Inside), ReferenceEquals(drawn.Inside, drawn.Possible) ? null : Shape(drawn.Possible), from, to);

    /// <summary>Draws a zone as an agreement gives it, without a validity.</summary>
    /// <param name="key">Names it to the caller.</param>
    /// <param name="zone">A valid zone.</param>
    /// <param name="line">The line of its band; null for a polygon.</param>
    /// <exception cref="TopologyException">It cannot be drawn.</exception>
    public static IndexedZone Area(string key, Zone zone, ContactLine? line) => Draw(key, ZoneDrawer.Draw(ShapeOf(zone, line)), default, default);

    /// <summary>What a zone is drawn from.</summary>
    /// <param name="zone">A valid zone.</param>
    /// <param name="line">The line of its band; null for a polygon.</param>
    public static Shapes.Drawing.ZoneShape ShapeOf(Zone zone, ContactLine? line) => zone.AreaCase switch
    {
        Zone.AreaOneofCase.Polygon => Polygon(zone),
        Zone.AreaOneofCase.Shape => ShapeMapper.FromProto(zone.Shape),
        _ => ShapeMapper.FromProto(new Shape { Band = ShapeFilling.Band(zone.Band, line!.Course, line.LeftPartyId, line.RightPartyId) }),
    };

    /// <summary>From the beginning of the first day to the end of the last, UTC.</summary>
    public static (DateTimeOffset From, DateTimeOffset To) Instants(DayRange days) =>
        (Begin(days.First), days.Last == DateOnly.MaxValue ? DateTimeOffset.MaxValue : Begin(days.Last.AddDays(1)));

    private static DateTimeOffset Begin(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    private static Shapes.Drawing.PolygonShape Polygon(Zone zone) =>
        new([new(Points(zone.Polygon.Outer.Positions), [.. zone.Polygon.Holes.Select(hole => Points(hole.Positions))])]);

    private static GeoPoint[] Points(IEnumerable<Position> positions) => [.. positions.Select(GeoPoint.From)];

    private static Index.ZoneShape Shape(MultiPolygon area) =>
        new([.. area.Geometries.Cast<Area>().Where(part => !part.IsEmpty).SelectMany(part => part.Holes.Prepend(part.Shell)).Select(Ring)]);

    private static double[] Ring(LinearRing ring) => [.. ring.Coordinates.SelectMany(at => new[] { at.X, at.Y })];
}
