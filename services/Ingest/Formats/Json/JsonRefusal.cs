using System.Text;
using System.Text.Json;
using Truceline.Ingest.Documents;

namespace Truceline.Ingest.Formats.Json;

/// <summary>Says why JSON can't be read, and where. The parser's own words are not passed on: they may quote the document.</summary>
internal static class JsonRefusal
{
    /// <summary>The refusal for a parser's complaint.</summary>
    internal static DocumentRefusedException Of(JsonException fault, string text, byte[] utf8, DocumentLimits limits)
    {
        var line = fault.LineNumber ?? 0;
        var start = 0;
        for (var i = 0L; i < line && start < utf8.Length; i++)
        {
            start += utf8.AsSpan(start).IndexOf((byte)'\n') + 1;
        }

        var at = (int)Math.Min(utf8.Length, start + (fault.BytePositionInLine ?? 0));
        var place = $"line {line + 1}, column {Encoding.UTF8.GetCharCount(utf8, start, at - start) + 1}";
        return Depth(utf8.AsSpan(0, at)) >= limits.Depth
            ? new DocumentRefusedException(place, $"It must be nested at most {limits.Depth} deep.", "TOO_DEEP")
            : string.IsNullOrWhiteSpace(text[Encoding.UTF8.GetCharCount(utf8, 0, at)..])
                ? new DocumentRefusedException(place, "It ends too early.", "TRUNCATED")
                : new DocumentRefusedException(place, "It is not JSON.", "MALFORMED");
    }

    private static int Depth(ReadOnlySpan<byte> json)
    {
        var depth = 0;
        var quoted = false;
        for (var i = 0; i < json.Length; i++)
        {
            switch (json[i])
            {
                case (byte)'"':
                    quoted = !quoted;
                    break;
                case (byte)'\\' when quoted:
                    i++;
                    break;
                case (byte)'{' or (byte)'[' when !quoted:
                    depth++;
                    break;
                case (byte)'}' or (byte)']' when !quoted:
                    depth--;
                    break;
            }
        }

        return depth;
    }
}
