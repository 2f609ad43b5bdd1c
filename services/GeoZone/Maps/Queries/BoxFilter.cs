using System.Globalization;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Predicate;
using Truceline.GeoZone.Maps.Crs;

namespace Truceline.GeoZone.Maps.Queries;

/// <summary>The parameter <c>bbox</c>: one box, or two where it crosses the antimeridian.</summary>
internal sealed class BoxFilter
{
    private readonly IReadOnlyList<(Envelope Box, Geometry Area)> _boxes;

    private BoxFilter(params IReadOnlyList<Envelope> boxes) => _boxes = [.. boxes.Select(b => (b, GeometryFactory.Default.ToGeometry(b)))];

    /// <summary>Features of a layer that have a point in common with it, in order of their ids.</summary>
    public IEnumerable<MapFeature> Of(MapLayer layer)
    {
        if (_boxes.Count == 1)
            return layer.Around(_boxes[0].Box).Where(Meets);
        return _boxes.SelectMany(b => layer.Around(b.Box)).Distinct().Where(Meets).OrderBy(f => f.Id, StringComparer.Ordinal);
    }

    /// <summary>Reads the parameters <c>bbox</c> and <c>bbox-crs</c>; null when there is no box or it is wrong.</summary>
    public static BoxFilter? Read(QueryReader query)
    {
        var text = query.Take("bbox");
        var uri = query.Take("bbox-crs");
        var crs = uri is null ? MapCrs.Crs84 : MapCrs.Find(uri);
        if (crs is null)
            query.Fault("bbox-crs", "UNSUPPORTED_CRS", $"It must be one of {string.Join(", ", MapCrs.All.Select(c => c.Uri))}.");
        if (text is null || crs is null)
            return null;
        if (Numbers(text) is not { } numbers)
        {
            query.Fault("bbox", "MALFORMED", "It must be four numbers, or six with heights, separated by commas.");
            return null;
        }
        if (numbers.Length == 6 && crs != MapCrs.Crs84)
        {
            query.Fault("bbox", "NO_HEIGHT", "The coordinate reference system has two axes: give four numbers.");
            return null;
        }
        if (numbers.Length == 6 && numbers[2] > numbers[5])
            query.Fault("bbox", "OUT_OF_ORDER", "The lower height must not exceed the upper.");
        // Features lie on the ground, heights choose none.
        var upper = numbers.Length / 2;
        return Of(crs.ToDegrees(numbers[0], numbers[1]), crs.ToDegrees(numbers[upper], numbers[upper + 1]), query);
    }

    private static BoxFilter? Of(Coordinate low, Coordinate high, QueryReader query)
    {
        const double Slack = 1e-9;
        if (low.Y > high.Y)
            query.Fault("bbox", "OUT_OF_ORDER", "The southern edge must not lie north of the northern.");
        if (Math.Max(Math.Abs(low.X), Math.Abs(high.X)) > 180 + Slack || Math.Max(Math.Abs(low.Y), Math.Abs(high.Y)) > 90 + Slack)
            query.Fault("bbox", "OUT_OF_RANGE", "It must lie within the world: longitudes in [-180, 180], latitudes in [-90, 90].");
        return low.X <= high.X
            ? new(new Envelope(low.X, high.X, low.Y, high.Y))
            : new(new Envelope(low.X, 180, low.Y, high.Y), new Envelope(-180, high.X, low.Y, high.Y));
    }

    private static double[]? Numbers(string text)
    {
        var parts = text.Split(',');
        var numbers = new double[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            if (!double.TryParse(parts[i], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i]) || !double.IsFinite(numbers[i]))
                return null;
        }
        return numbers.Length is 4 or 6 ? numbers : null;
    }

    private bool Meets(MapFeature feature)
    {
        foreach (var (box, area) in _boxes)
        {
            if (feature.Geometry is { } geometry && geometry.EnvelopeInternal.Intersects(box)
                && (area is Polygon rectangle ? RectangleIntersects.Intersects(rectangle, geometry) : area.Intersects(geometry)))
                return true;
        }
        return false;
    }
}
