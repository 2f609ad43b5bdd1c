using System.Text;
using System.Text.Json;
using Truceline.Ingest.Documents;
using Truceline.Ingest.Formats.Feeds.Xml;

namespace Truceline.Ingest.Formats.Feeds.Json;

/// <summary>Where in a JSON feed what stands.</summary>
/// <param name="Bytes">The document in UTF-8.</param>
/// <param name="Head">Its members but the items.</param>
/// <param name="Items">Where each item begins and ends, in bytes.</param>
/// <param name="Fault">Why the rest can't be read; null when all can.</param>
internal sealed record JsonOutline(byte[] Bytes, JsonNode Head, IReadOnlyList<(int Start, int End)> Items, DocumentRefusedException? Fault)
{
    private static JsonReaderOptions Options(int depth) => new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = depth };

    internal static JsonOutline Of(string text, int depth)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var head = new List<KeyValuePair<string, JsonNode>>();
        var items = new List<(int Start, int End)>();
        var reader = new Utf8JsonReader(bytes, Options(depth));
        DocumentRefusedException? fault = null;
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                fault = new DocumentRefusedException("line 1, column 1", "It must be an object.", "MALFORMED");
                return new JsonOutline(bytes, JsonNode.Empty, items, fault);
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = JsonNode.NameOf(ref reader);
                reader.Read();
                if (name == "items" && reader.TokenType == JsonTokenType.StartArray)
                {
                    AddItems(ref reader, items);
                    continue;
                }

                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                if (head.Count < FeedHead.Most)
                {
                    var before = Encoding.UTF8.GetCharCount(bytes, 0, start);
                    var value = Encoding.UTF8.GetString(bytes, start, (int)reader.BytesConsumed - start);
                    head.Add(new(name, JsonNode.Read(value, before, depth)));
                }
            }
        }
        catch (JsonException broken)
        {
            fault = Refused(text, bytes, reader.CurrentDepth >= depth - 1, broken);
        }

        return new JsonOutline(bytes, JsonNode.Object(head), items, fault);
    }

    private static void AddItems(ref Utf8JsonReader reader, List<(int Start, int End)> items)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            items.Add((start, (int)reader.BytesConsumed));
        }
    }

    private static DocumentRefusedException Refused(string text, byte[] bytes, bool isTooDeep, JsonException broken)
    {
        var line = 0;
        var lineStart = 0;
        for (; line < (broken.LineNumber ?? 0) && bytes.AsSpan(lineStart).IndexOf((byte)'\n') is >= 0 and var found; line++)
        {
            lineStart += found + 1;
        }

        var at = (int)Math.Min(bytes.Length, lineStart + (broken.BytePositionInLine ?? 0));
        var place = TextPlace.Of(text, Encoding.UTF8.GetCharCount(bytes, 0, at));
        return isTooDeep ? new DocumentRefusedException(place, "It is nested too deep.", "TOO_DEEP")
            : at >= bytes.AsSpan().TrimEnd(" \t\r\n"u8).Length ? new DocumentRefusedException(place, "It ends too early.", "TRUNCATED")
            : new DocumentRefusedException(place, "It is not JSON from here on.", "MALFORMED");
    }
}
