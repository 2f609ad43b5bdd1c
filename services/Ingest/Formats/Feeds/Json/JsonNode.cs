using System.Globalization;
using System.Text;
using System.Text.Json;
using Truceline.Ingest.Documents;
using Truceline.Ingest.Formats.Web;

namespace Truceline.Ingest.Formats.Feeds.Json;

/// <summary>A value of JSON whose strings know where in the document they stand.</summary>
internal sealed class JsonNode
{
    private JsonNode(IReadOnlyList<KeyValuePair<string, JsonNode>>? members = null, IReadOnlyList<JsonNode>? elements = null, MappedText? text = null)
    {
        Members = members ?? [];
        Elements = elements ?? [];
        Text = text;
    }

    internal static JsonNode Empty { get; } = new();

    /// <summary>Members of an object.</summary>
    internal IReadOnlyList<KeyValuePair<string, JsonNode>> Members { get; }

    /// <summary>Elements of an array.</summary>
    internal IReadOnlyList<JsonNode> Elements { get; }

    /// <summary>A string, or a number as it is written; null for anything else.</summary>
    internal MappedText? Text { get; }

    internal static JsonNode Object(IReadOnlyList<KeyValuePair<string, JsonNode>> members) => new(members);

    /// <summary>Reads a value that is known to be sound.</summary>
    /// <param name="json">The value.</param>
    /// <param name="at">Where it stands in the document, UTF-16 units.</param>
    /// <param name="depth">How deep it may be.</param>
    internal static JsonNode Read(string json, int at, int depth)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = depth });
        reader.Read();
        return Value(ref reader, new Place(json, bytes, at));
    }

    /// <summary>The name of the member at which the reader stands.</summary>
    internal static string NameOf(ref Utf8JsonReader reader) => reader.ValueIsEscaped ? "" : Encoding.UTF8.GetString(reader.ValueSpan);

    private static JsonNode Value(ref Utf8JsonReader reader, Place place)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var members = new List<KeyValuePair<string, JsonNode>>();
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    var name = NameOf(ref reader);
                    reader.Read();
                    members.Add(new(name, Value(ref reader, place)));
                }

                return new JsonNode(members);
            case JsonTokenType.StartArray:
                var elements = new List<JsonNode>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    elements.Add(Value(ref reader, place));
                }

                return new JsonNode(elements: elements);
            case JsonTokenType.String or JsonTokenType.Number:
                var quote = reader.TokenType == JsonTokenType.String ? 1 : 0;
                return new JsonNode(text: place.Unescape((int)reader.TokenStartIndex + quote, (int)reader.BytesConsumed - quote));
            default:
                return Empty;
        }
    }

    // Strings come in their order: places in bytes become places in characters by counting on.
    private sealed class Place(string json, byte[] bytes, int at)
    {
        private int _bytes;
        private int _characters;

        internal MappedText Unescape(int start, int end)
        {
            var (from, to) = (Characters(start), Characters(end));
            var builder = new MappedTextBuilder(at);
            for (var i = from; i < to;)
            {
                var escape = json.IndexOf('\\', i, to - i);
                var until = escape < 0 ? to : escape;
                AddText(builder, i, until);
                i = until;
                if (escape >= 0)
                {
                    var length = json[escape + 1] == 'u' ? 6 : 2;
                    AddEscape(builder, escape, length);
                    i = escape + length;
                }
            }

            return builder.Build();
        }

        private void AddText(MappedTextBuilder builder, int from, int to)
        {
            while (builder.Length == 0 && from < to && char.IsWhiteSpace(json[from]))
            {
                from++;
            }

            builder.Copy(json.AsSpan(from, to - from), from);
        }

        private void AddEscape(MappedTextBuilder builder, int escape, int length)
        {
            var character = json[escape + 1] switch
            {
                'u' => (char)int.Parse(json.AsSpan(escape + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'b' or 'f' => '\0',
                var other => other,
            };
            var isWhite = char.IsWhiteSpace(character);
            if ((character >= ' ' || isWhite) && (builder.Length > 0 || !isWhite))
            {
                builder.Replace([character], escape, length);
            }
        }

        private int Characters(int place)
        {
            _characters += Encoding.UTF8.GetCharCount(bytes, _bytes, place - _bytes);
            _bytes = place;
            return _characters;
        }
    }
}
