using System.Text.Json;

namespace Truceline.GeoZone.Shapes.Formats;

/// <summary>A JSON value with its place in the text.</summary>
internal sealed class PlacedJson
{
    private const int MostDepth = 64;

    private PlacedJson(JsonTokenType type, int line, int column) => (Type, Line, Column) = (type, line, column);

    /// <summary>Kind of its first token: an object's and an array's start, or a scalar.</summary>
    public JsonTokenType Type { get; }

    /// <summary>Line, from 1.</summary>
    public int Line { get; }

    /// <summary>Column in bytes, from 1.</summary>
    public int Column { get; }

    public string Text { get; private set; } = "";

    public double Number { get; private set; }

    public List<PlacedJson> Items { get; } = [];

    /// <summary>Members in their order; of a name that is there twice, both.</summary>
    public List<(string Name, PlacedJson Value)> Members { get; } = [];

    public bool IsObject => Type == JsonTokenType.StartObject;

    public bool IsArray => Type == JsonTokenType.StartArray;

    public bool IsNumber => Type == JsonTokenType.Number;

    public bool IsString => Type == JsonTokenType.String;

    public bool IsNull => Type == JsonTokenType.Null;

    public PlacedJson? this[string name] => Members.LastOrDefault(member => member.Name == name).Value;

    /// <summary>What kind of value it is, for a person.</summary>
    public string Kind => Type switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.Number => "a number",
        JsonTokenType.String => "a string",
        JsonTokenType.Null => "null",
        _ => "a boolean",
    };

    /// <summary>Reads a text.</summary>
    /// <exception cref="JsonException">The text is no JSON, or nests more than 64 deep; the place is in the exception.</exception>
    public static PlacedJson Parse(ReadOnlySpan<byte> utf8)
    {
        if (utf8.StartsWith("\uFEFF"u8))
            utf8 = utf8[3..];
        var lines = new List<int> { 0 };
        for (var i = 0; i < utf8.Length; i++)
        {
            if (utf8[i] == '\n')
                lines.Add(i + 1);
        }
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = MostDepth });
        reader.Read();
        var root = Value(ref reader, lines);
        reader.Read();
        return root;
    }

    private static PlacedJson Value(ref Utf8JsonReader reader, List<int> lines)
    {
        var start = (int)reader.TokenStartIndex;
        var line = lines.BinarySearch(start) is var found && found >= 0 ? found : ~found - 1;
        var value = new PlacedJson(reader.TokenType, line + 1, start - lines[line] + 1);
        switch (reader.TokenType)
        {
            case JsonTokenType.Number:
                // Beyond what a double holds it is infinite, which is refused as a coordinate.
                value.Number = reader.TryGetDouble(out var number) ? number : double.PositiveInfinity;
                value.Text = System.Text.Encoding.UTF8.GetString(reader.ValueSpan);
                break;
            case JsonTokenType.String:
                value.Text = reader.GetString() ?? "";
                break;
            case JsonTokenType.StartArray:
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    value.Items.Add(Value(ref reader, lines));
                break;
            case JsonTokenType.StartObject:
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    var name = reader.GetString() ?? "";
                    reader.Read();
                    value.Members.Add((name, Value(ref reader, lines)));
                }
                break;
            default:
                value.Text = reader.TokenType.ToString();
                break;
        }
        return value;
    }
}
