using Truceline.GeoZone.Geodesy;
using Truceline.GeoZone.Shapes.Drawing;
using Truceline.GeoZone.V1;
using Truceline.GeoZone.Zones.Index;
using Truceline.GeoZone.Zones.Live;

namespace Truceline.GeoZone.Zones;

/// <summary>A zone as it is drawn for the index, asked alone: by the same edges and the same distances, so that every verdict is of one kind.</summary>
/// <param name="zone">The zone.</param>
internal sealed class DrawnArea(IndexedZone zone) : IZoneArea
{
    /// <summary>The same of a drawing.</summary>
    public DrawnArea(DrawnZone drawn) : this(ZoneDrawing.Draw("", drawn, default, default))
    {
    }

    /// <summary>Draws a zone; null when it cannot be drawn.</summary>
    /// <param name="zone">A zone; only its area counts.</param>
    /// <param name="line">The line of its band; null for a polygon.</param>
    public static DrawnArea? TryDraw(Zone zone, ContactLine? line) => TryDraw(() => ZoneDrawing.Area(zone.Id, zone, line));

    /// <summary>Draws a shape; null when it cannot be drawn.</summary>
    /// <param name="shape">A valid shape that names nothing.</param>
    public static DrawnArea? TryDraw(Shape shape) => TryDraw(() => ZoneDrawing.Draw("", shape, default));

    public AreaDistance Measure(GeoPoint point)
    {
        var metric = new LocalMetric(point);
        var certainM = Signed(zone.Inside, point, metric);
        return new(certainM, zone.Possible is { } possible ? Math.Min(certainM, Signed(possible, point, metric)) : certainM);
    }

    private static DrawnArea? TryDraw(Func<IndexedZone> draw)
    {
        try
        {
            return new(draw());
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return null;
        }
    }

    private static double Signed(Index.ZoneShape shape, GeoPoint point, in LocalMetric metric)
    {
        var distanceM = EdgeDistance.InMetres(shape, point, metric, double.PositiveInfinity);
        return shape.Holds(point) ? -distanceM : distanceM;
    }
}
