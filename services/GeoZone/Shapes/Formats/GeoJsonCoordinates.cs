using NetTopologySuite.Geometries;
using Truceline.GeoZone.Shapes.Validity;

namespace Truceline.GeoZone.Shapes.Formats;

/// <summary>Reads the coordinates member of a geometry, noting everything that is wrong with it.</summary>
internal sealed class GeoJsonCoordinates(GeoJsonReader reader)
{
    /// <summary>A tenth of a millimetre; RFC 7946 section 11.2 holds six decimals to be enough.</summary>
    private const int MostDecimals = 9;

    private static readonly GeometryFactory Factory = GeometryFactory.Default;

    public static bool Knows(string type) => type is "Point" or "MultiPoint" or "LineString" or "MultiLineString" or "Polygon" or "MultiPolygon";

    /// <summary>The geometry; null when it could not be read.</summary>
    public Geometry? Read(string type, PlacedJson at, string path) => type switch
    {
        "Point" => Position(at, path) is { } point ? Factory.CreatePoint(point) : null,
        "MultiPoint" => List(at, path, Position) is { } points ? Factory.CreateMultiPointFromCoords([.. points]) : null,
        "LineString" => Line(at, path),
        "MultiLineString" => List(at, path, Line) is { } lines ? Factory.CreateMultiLineString([.. lines]) : null,
        "Polygon" => Polygon(at, path),
        _ => List(at, path, Polygon) is { } polygons ? Factory.CreateMultiPolygon([.. polygons]) : null,
    };

    private List<T>? List<T>(PlacedJson at, string path, Func<PlacedJson, string, T?> read) where T : class
    {
        if (!at.IsArray)
        {
            reader.Note(at, path, "WRONG_TYPE", $"Here should stand an array, but stands {at.Kind}.");
            return null;
        }
        reader.Remember(path, at);
        var items = new List<T>();
        for (var i = 0; i < at.Items.Count; i++)
        {
            if (read(at.Items[i], $"{path}[{i}]") is { } item)
                items.Add(item);
        }
        return items.Count == at.Items.Count ? items : null;
    }

    private LineString? Line(PlacedJson at, string path)
    {
        if (List(at, path, Position) is not { } points)
            return null;
        if (points.Count < 2)
        {
            reader.Note(at, path, "TOO_FEW_POINTS", "A line needs two or more positions.");
            return null;
        }
        return Factory.CreateLineString([.. points]);
    }

    private Polygon? Polygon(PlacedJson at, string path)
    {
        if (List(at, path, Ring) is not { } rings)
            return null;
        if (rings.Count == 0)
            return Factory.CreatePolygon();
        for (var i = 0; i < rings.Count; i++)
        {
            if (RunOn.Ring(rings[i], rings[i].GetCoordinateN(0).X).IsCCW != (i == 0))
                reader.Note(at.Items[i], $"{path}[{i}]", "RING_ORIENTATION", "An outer ring should run counter-clockwise and a hole clockwise; repaired, it is turned around.", IssueWeight.Advice);
        }
        return Factory.CreatePolygon(rings[0], [.. rings.Skip(1)]);
    }

    private LinearRing? Ring(PlacedJson at, string path)
    {
        if (List(at, path, Position) is not { } points)
            return null;
        if (points.Count < 3 || points.Count == 3 && points[0].Equals2D(points[^1]))
        {
            reader.Note(at, path, "TOO_FEW_POINTS", "A ring needs four or more positions, the first repeated at the end.");
            return null;
        }
        // Compared as written: a height on one of them makes two positions of them.
        if (!at.Items[0].Items.Select(item => item.Number).SequenceEqual(at.Items[^1].Items.Select(item => item.Number)))
        {
            reader.Note(at, path, points.Count == 3 ? "TOO_FEW_POINTS" : "RING_NOT_CLOSED",
                "The first and the last position of a ring must be the same, which makes four or more; repaired, the ring is closed.", IssueWeight.Repairable);
            if (!points[0].Equals2D(points[^1]))
                points.Add(points[0].Copy());
        }
        return Factory.CreateLinearRing([.. points]);
    }

    private Coordinate? Position(PlacedJson at, string path)
    {
        if (!at.IsArray)
        {
            reader.Note(at, path, "WRONG_TYPE", $"A position must be an array of numbers, but is {at.Kind}: the coordinates are nested too little or too much.");
            return null;
        }
        reader.Remember(path, at);
        if (at.Items.FindIndex(item => !item.IsNumber) is var other and >= 0)
        {
            reader.Note(at.Items[other], $"{path}[{other}]", "WRONG_TYPE", $"Each element of a position must be a number, but this is {at.Items[other].Kind}.");
            return null;
        }
        if (at.Items.Count < 2)
        {
            reader.Note(at, path, "TOO_FEW_ELEMENTS", "A position needs longitude and latitude.");
            return null;
        }
        if (at.Items.Count > 3)
            reader.Note(at, path, "TOO_MANY_ELEMENTS", "A position should not have more than longitude, latitude and height; the rest is ignored.", IssueWeight.Advice);
        if (at.Items.Take(2).Any(item => Decimals(item.Text) > MostDecimals))
            reader.Note(at, path, "EXCESS_PRECISION", "The position is written finer than a tenth of a millimetre.", IssueWeight.Advice);
        return new(at.Items[0].Number, at.Items[1].Number);
    }

    private static int Decimals(string number)
    {
        var point = number.IndexOf('.', StringComparison.Ordinal);
        return point < 0 ? 0 : number.AsSpan(point + 1).IndexOfAnyExceptInRange('0', '9') is var end and >= 0 ? end : number.Length - point - 1;
    }
}
