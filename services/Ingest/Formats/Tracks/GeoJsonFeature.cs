using System.Globalization;
using System.Text.Json;
using Truceline.Ingest.Documents;
using Truceline.Ingest.Formats.Json;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.Formats.Tracks;

/// <summary>Takes the positions out of one feature or one bare geometry. Not thread-safe.</summary>
/// <param name="item">Where it stands.</param>
/// <param name="hints">What was said of the document.</param>
internal sealed class GeoJsonFeature(JsonItem item, DocumentHints hints)
{
    private static readonly string[] Ids = ["object_id", "objectId", "device_id", "deviceId", "vehicle", "vehicle_id", "unit", "callsign", "uid", "name"];
    private static readonly string[] Names = ["name", "callsign", "title", "label"];
    private static readonly string[] Times = ["time", "timestamp", "datetime", "date_time", "dateTime", "recorded_at", "observed", "observed_at", "when", "date"];
    private static readonly string[] Lists = ["coordTimes", "times", "timestamps"];
    private readonly List<DocumentItem> _items = [];
    private JsonElement _feature;
    private JsonElement _properties;

    /// <summary>The positions and faults.</summary>
    internal IReadOnlyList<DocumentItem> Read(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return [Fault("", "It must be an object.", "INVALID_VALUE")];
        }

        _feature = value;
        _properties = Member(value, "properties") is { ValueKind: JsonValueKind.Object } properties ? properties : default;
        if (Text(value, "type") is "FeatureCollection")
        {
            ReadCollection(value);
        }
        else if (Text(value, "type") is not "Feature")
        {
            ReadGeometry(value, "", Values());
        }
        else if (Member(value, "geometry") is { ValueKind: JsonValueKind.Object } geometry)
        {
            ReadGeometry(geometry, "/geometry", Values());
        }
        else
        {
            _items.Add(Fault("/geometry", "A feature without a geometry is no position.", "REQUIRED"));
        }

        return _items;
    }

    // A collection that is itself one line or one record of several.
    private void ReadCollection(JsonElement collection)
    {
        if (Member(collection, "features") is not { ValueKind: JsonValueKind.Array } features)
        {
            _items.Add(Fault("/features", "It must be an array of features.", "REQUIRED"));
            return;
        }

        foreach (var (index, feature) in features.EnumerateArray().Index().Where(f => Text(f.Item, "type") != "FeatureCollection"))
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"{item.Path}/features/{index}");
            _items.AddRange(new GeoJsonFeature(new JsonItem(path, item.Piece), hints).Read(feature));
        }
    }

    private void ReadGeometry(JsonElement geometry, string path, JsonElement? times)
    {
        var coordinates = Member(geometry, "coordinates");
        switch (Text(geometry, "type"))
        {
            case "Point" when coordinates is { ValueKind: JsonValueKind.Array } point:
                Add(point, $"{path}/coordinates", Scalar(Times, _properties) ?? Scalar(Times, _feature));
                break;
            case "MultiPoint" or "LineString" when coordinates is { ValueKind: JsonValueKind.Array } line:
                AddLine(line, $"{path}/coordinates", times);
                break;
            case "MultiLineString" when coordinates is { ValueKind: JsonValueKind.Array } lines:
                for (var i = 0; i < lines.GetArrayLength(); i++)
                {
                    AddLine(lines[i], string.Create(CultureInfo.InvariantCulture, $"{path}/coordinates/{i}"), Element(times, i));
                }

                break;
            case "GeometryCollection" when Member(geometry, "geometries") is { ValueKind: JsonValueKind.Array } parts:
                for (var i = 0; i < parts.GetArrayLength(); i++)
                {
                    ReadGeometry(parts[i], string.Create(CultureInfo.InvariantCulture, $"{path}/geometries/{i}"), times);
                }

                break;
            case "Point" or "MultiPoint" or "LineString" or "MultiLineString":
                _items.Add(Fault($"{path}/coordinates", "It must be an array of coordinates.", "INVALID_VALUE"));
                break;
            case "Polygon" or "MultiPolygon":
                _items.Add(Fault(path, "An area is no position.", "UNSUPPORTED_GEOMETRY"));
                break;
            default:
                _items.Add(Fault($"{path}/type", "It must be a type of geometry of RFC 7946.", "UNKNOWN_VALUE"));
                break;
        }
    }

    private void AddLine(JsonElement line, string path, JsonElement? times)
    {
        if (line.ValueKind != JsonValueKind.Array)
        {
            _items.Add(Fault(path, "It must be an array of coordinates.", "INVALID_VALUE"));
            return;
        }

        // One time for all of it says nothing of the points between: only a list tells when it was where.
        var index = 0;
        foreach (var point in line.EnumerateArray())
        {
            Add(point, string.Create(CultureInfo.InvariantCulture, $"{path}/{index}"), Element(times, index) is { } time ? Scalar(time) : null);
            index++;
        }
    }

    private void Add(JsonElement point, string path, string? time)
    {
        if (point.ValueKind != JsonValueKind.Array || point.GetArrayLength() < 2 || point.EnumerateArray().Any(v => v.ValueKind != JsonValueKind.Number))
        {
            _items.Add(Fault(path, "It must be an array of two or three numbers.", "INVALID_VALUE"));
            return;
        }

        var position = new TrackPoint(item.Path + path)
        {
            ObjectId = Scalar(Ids, _properties) ?? IdOf() ?? (Path.GetFileNameWithoutExtension(hints.FileName) is { Length: > 0 } file ? file : hints.Source),
            Name = Scalar(Names, _properties) ?? "",
            Type = Scalar(["type", "kind", "category"], _properties) ?? "",
        };
        position.Place(point[1].GetRawText(), point[0].GetRawText());
        position.Altitude(point.GetArrayLength() > 2 ? point[2].GetRawText() : null);
        position.Time("time", time);
        position.Speed(Scalar(["speed", "speed_mps"], _properties));
        position.Course(Scalar(["course", "heading", "bearing", "course_deg"], _properties));
        position.Radius("accuracy", Scalar(["accuracy", "radius_m", "horizontal_accuracy"], _properties));
        _items.Add(position.ToItem(item.Piece.Raw.Length <= 4096 ? item.Piece.Raw : ""));
    }

    private string? IdOf() => Member(_feature, "id") is { } id ? Scalar(id) : null;

    private JsonElement? Values()
    {
        foreach (var name in Lists)
        {
            if (Member(_properties, name) is { ValueKind: JsonValueKind.Array } list)
            {
                return list;
            }
        }

        return Member(_properties, "coordinateProperties") is { ValueKind: JsonValueKind.Object } nested && Member(nested, "times") is { ValueKind: JsonValueKind.Array } times ? times : null;
    }

    private static JsonElement? Element(JsonElement? list, int index) =>
        list is { ValueKind: JsonValueKind.Array } array && index < array.GetArrayLength() ? array[index] : null;

    private static JsonElement? Member(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) ? value : null;

    private static string Text(JsonElement parent, string name) => Member(parent, name) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : "";

    private static string? Scalar(IEnumerable<string> names, JsonElement parent) =>
        names.Select(n => Member(parent, n) is { } value ? Scalar(value) : null).FirstOrDefault(v => v is { Length: > 0 });

    private static string? Scalar(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    private DocumentItem Fault(string path, string description, string reason) =>
        TrackPoint.Fault(item.Path, path.Length == 0 ? item.Path : path, description, reason, item.Piece.Raw);
}
