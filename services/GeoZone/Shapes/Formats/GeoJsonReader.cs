using System.Text.Json;
using NetTopologySuite.Geometries;
using Truceline.GeoZone.Shapes.Validity;

namespace Truceline.GeoZone.Shapes.Formats;

/// <summary>
/// Reads GeoJSON (RFC 7946): a geometry, a feature or a collection. Own reading, because a library stops at the first error and names no place.
/// </summary>
internal sealed class GeoJsonReader
{
    private const int MostPlaces = 100_000;
    private readonly Dictionary<string, (int Line, int Column)> _places = [];
    private readonly IssueList _issues = new();
    private readonly List<ShapeFeature> _features = [];

    private GeoJsonReader()
    {
    }

    /// <summary>Reads a document; never throws for what stands in it.</summary>
    public static ShapeDocument Read(ReadOnlySpan<byte> utf8, ReadingMode mode = default)
    {
        PlacedJson root;
        try
        {
            root = PlacedJson.Parse(utf8);
        }
        catch (JsonException broken)
        {
            return ShapeReading.Refuse(new GeometryIssue("", "JSON_SYNTAX", "The text is no JSON, or is cut off or nested too deep here.", IssueWeight.Fatal)
            {
                Line = (int)(broken.LineNumber ?? 0) + 1,
                Column = (int)(broken.BytePositionInLine ?? 0) + 1,
            });
        }
        catch (InvalidOperationException)
        {
            return ShapeReading.Refuse(new GeometryIssue("", "JSON_SYNTAX", "A string of the text is no Unicode.", IssueWeight.Fatal) { Line = 1, Column = 1 });
        }
        var reader = new GeoJsonReader();
        reader.Root(root);
        return ShapeReading.Finish(reader._features, reader._issues, mode, reader.Locate);
    }

    private void Root(PlacedJson root)
    {
        if (!root.IsObject)
        {
            Note(root, "", "NOT_AN_OBJECT", $"The document must be an object, but is {root.Kind}.");
            return;
        }
        if (Type(root, "") is not { } type)
            return;
        Common(root, "");
        if (type == "FeatureCollection")
            Collection(root);
        else if (type == "Feature")
            Feature(root, "");
        else
            _features.Add(new("", Geometry(root, ""), "coordinates", ShapeFeature.NoProperties));
    }

    private void Collection(PlacedJson root)
    {
        Foreign(root, "", "coordinates", "geometries", "geometry", "properties");
        if (root["features"] is not { } features)
        {
            Note(root, "features", "MISSING_MEMBER", "A feature collection needs features.");
            return;
        }
        if (!features.IsArray)
        {
            Note(features, "features", "WRONG_TYPE", $"The features must be an array, but are {features.Kind}.");
            return;
        }
        for (var i = 0; i < features.Items.Count; i++)
        {
            var (feature, path) = (features.Items[i], $"features[{i}]");
            if (!feature.IsObject)
                Note(feature, path, "WRONG_TYPE", $"A feature must be an object, but is {feature.Kind}.");
            else
            {
                if (feature["type"] is not { IsString: true, Text: "Feature" })
                    Note(feature["type"] ?? feature, Join(path, "type"), "UNKNOWN_TYPE", "Each of the features must be of type \"Feature\".");
                Common(feature, path);
                Feature(feature, path);
            }
        }
    }

    private void Feature(PlacedJson feature, string path)
    {
        Foreign(feature, path, "coordinates", "geometries", "features");
        if (feature["id"] is { } id && !id.IsString && !id.IsNumber)
            Note(id, Join(path, "id"), "WRONG_TYPE", $"An id must be a string or a number, but is {id.Kind}; repaired, it is dropped.", IssueWeight.Repairable);
        if (feature["properties"] is not { } properties)
            Note(feature, Join(path, "properties"), "MISSING_MEMBER", "A feature needs properties, if only null; repaired, it has none.", IssueWeight.Repairable);
        else if (!properties.IsObject && !properties.IsNull)
            Note(properties, Join(path, "properties"), "WRONG_TYPE", $"The properties must be an object or null, but are {properties.Kind}; repaired, they are dropped.", IssueWeight.Repairable);
        var named = feature["properties"] is { IsObject: true } given
            ? given.Members.Where(m => m.Value.IsString || m.Value.IsNumber).GroupBy(m => m.Name).ToDictionary(m => m.Key, m => m.Last().Value.Text)
            : ShapeFeature.NoProperties;
        if (feature["geometry"] is not { } geometry)
            Note(feature, Join(path, "geometry"), "MISSING_MEMBER", "A feature needs a geometry, if only null.");
        else if (geometry.IsNull)
            _features.Add(new(NameOf(named), null, Join(path, "geometry"), named));
        else if (!geometry.IsObject)
            Note(geometry, Join(path, "geometry"), "WRONG_TYPE", $"The geometry must be an object or null, but is {geometry.Kind}.");
        else if (Type(geometry, Join(path, "geometry")) is { })
        {
            Common(geometry, Join(path, "geometry"));
            _features.Add(new(NameOf(named), Geometry(geometry, Join(path, "geometry")), Join(path, "geometry.coordinates"), named));
        }
    }

    private Geometry? Geometry(PlacedJson geometry, string path)
    {
        var type = geometry["type"]?.Text ?? "";
        Foreign(geometry, path, "geometry", "properties", "features");
        if (type is "Feature" or "FeatureCollection")
        {
            Note(geometry["type"] ?? geometry, Join(path, "type"), "UNKNOWN_TYPE", $"{type} is no kind of geometry.");
            return null;
        }
        if (type == "GeometryCollection")
            return Parts(geometry, path);
        if (geometry["coordinates"] is not { } coordinates)
        {
            Note(geometry, Join(path, "coordinates"), "MISSING_MEMBER", "A geometry needs coordinates.");
            return null;
        }
        return new GeoJsonCoordinates(this).Read(type, coordinates, Join(path, "coordinates"));
    }

    private GeometryCollection? Parts(PlacedJson collection, string path)
    {
        if (collection["geometries"] is not { IsArray: true } parts)
        {
            Note(collection["geometries"] ?? collection, Join(path, "geometries"), "MISSING_MEMBER", "A geometry collection needs an array of geometries.");
            return null;
        }
        if (parts.Items.Count == 1)
            Note(parts, Join(path, "geometries"), "SINGLE_PART", "A collection of one geometry should be that geometry.", IssueWeight.Advice);
        var read = new List<Geometry>();
        for (var i = 0; i < parts.Items.Count; i++)
        {
            var (part, partPath) = (parts.Items[i], Join(path, $"geometries[{i}]"));
            if (!part.IsObject)
            {
                Note(part, partPath, "WRONG_TYPE", $"A geometry must be an object, but is {part.Kind}.");
                continue;
            }
            if (Type(part, partPath) is not { } type)
                continue;
            if (type == "GeometryCollection")
                Note(part, partPath, "NESTED_COLLECTION", "A collection should not lie within another.", IssueWeight.Advice);
            Common(part, partPath);
            if (Geometry(part, partPath) is { } geometry)
                read.Add(geometry);
        }
        return GeometryFactory.Default.CreateGeometryCollection([.. read]);
    }

    private string? Type(PlacedJson value, string path)
    {
        var at = Join(path, "type");
        if (value["type"] is not { } type)
            Note(value, at, "MISSING_MEMBER", "It needs a type.");
        else if (!type.IsString)
            Note(type, at, "WRONG_TYPE", $"The type must be a string, but is {type.Kind}.");
        else if (type.Text is "Feature" or "FeatureCollection" or "GeometryCollection" || GeoJsonCoordinates.Knows(type.Text))
            return type.Text;
        else
            Note(type, at, "UNKNOWN_TYPE", "The type is none of GeoJSON's, which are case-sensitive.");
        return null;
    }

    /// <summary>What any object must satisfy: members once each, a well-formed box.</summary>
    private void Common(PlacedJson value, string path)
    {
        foreach (var twice in value.Members.GroupBy(member => member.Name).Where(group => group.Skip(1).Any()))
            Note(twice.Last().Value, Join(path, twice.Key), "DUPLICATE_MEMBER", "This member is there twice.");
        if (value["crs"] is { } crs)
            Crs(crs, Join(path, "crs"));
        if (value["bbox"] is not { } box)
            return;
        const string repaired = "; repaired, it is dropped.";
        if (!box.IsArray)
            Note(box, Join(path, "bbox"), "MALFORMED_BBOX", $"A bounding box must be an array, but is {box.Kind}{repaired}", IssueWeight.Repairable);
        else if (box.Items.Count is not (4 or 6))
            Note(box, Join(path, "bbox"), "MALFORMED_BBOX", $"A bounding box must have 4 or 6 numbers{repaired}", IssueWeight.Repairable);
        else if (box.Items.FirstOrDefault(item => !item.IsNumber) is { } other)
            Note(other, Join(path, $"bbox[{box.Items.IndexOf(other)}]"), "MALFORMED_BBOX", $"A bounding box must hold numbers, but this is {other.Kind}{repaired}", IssueWeight.Repairable);
    }

    /// <summary>RFC 7946 knows WGS 84 alone; older documents name their system, which must be that one.</summary>
    private void Crs(PlacedJson crs, string path)
    {
        if (crs.IsNull || (crs.IsObject && crs["properties"] is { IsObject: true } properties && properties["name"] is { IsString: true } name && IsWgs84(name.Text)))
            Note(crs, path, "CRS_MEMBER", "RFC 7946 has no crs; it is left out, and positions are longitude and latitude in WGS 84.", IssueWeight.Advice);
        else if (crs.IsObject && crs["properties"] is { IsObject: true } named && named["name"] is { IsString: true } other)
            Note(other, path, "UNKNOWN_REFERENCE_SYSTEM", $"Its reference system is {other.Text[..Math.Min(other.Text.Length, 100)]}; only WGS 84 (CRS84, EPSG:4326) is read.");
        else
            Note(crs, path, "UNKNOWN_REFERENCE_SYSTEM", "Its reference system is not named; only WGS 84 (CRS84, EPSG:4326) is read.");
    }

    private static bool IsWgs84(string name) =>
        name.Split([':', '/', '#']) is [.., var code] parts
        && (code.Equals("CRS84", StringComparison.OrdinalIgnoreCase) || code == "4326" && parts.Any(part => part.StartsWith("EPSG", StringComparison.OrdinalIgnoreCase)));

    private void Foreign(PlacedJson value, string path, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (value[name] is { } member)
                Note(member, Join(path, name), "FORBIDDEN_MEMBER", "RFC 7946 section 7.1 forbids this member here; repaired, it is ignored.", IssueWeight.Repairable);
        }
    }

    /// <summary>Notes an issue at a value.</summary>
    public void Note(PlacedJson at, string path, string reason, string message, IssueWeight weight = IssueWeight.Fatal) =>
        _issues.Add(new(path, reason, message, weight) { Line = at.Line, Column = at.Column });

    /// <summary>Remembers where a path stands, for what is found out later.</summary>
    public void Remember(string path, PlacedJson at)
    {
        if (_places.Count < MostPlaces)
            _places[path] = (at.Line, at.Column);
    }

    private GeometryIssue Locate(GeometryIssue issue)
    {
        for (var path = issue.Path; path.Length > 0; path = path[..Math.Max(0, path.LastIndexOf('['))])
        {
            if (_places.TryGetValue(path, out var place))
                return issue with { Line = place.Line, Column = place.Column };
        }
        return issue;
    }

    private static string Join(string path, string member) => path.Length == 0 ? member : $"{path}.{member}";

    private static string NameOf(IReadOnlyDictionary<string, string> properties) =>
        properties.FirstOrDefault(p => p.Key.Equals("name", StringComparison.OrdinalIgnoreCase)).Value ?? "";
}
