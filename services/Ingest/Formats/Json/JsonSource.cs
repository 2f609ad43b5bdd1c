using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Truceline.Ingest.Documents;

namespace Truceline.Ingest.Formats.Json;

/// <summary>A JSON document together with the text that it was read from: its strings know where they stand. Dispose it after use; not thread-safe.</summary>
internal sealed class JsonSource : IDisposable
{
    private readonly string _text;
    private readonly byte[] _utf8;
    private readonly JsonDocument _document;

    private JsonSource(string text, byte[] utf8, JsonDocument document)
    {
        _text = text;
        _utf8 = utf8;
        _document = document;
    }

    /// <summary>The document's value.</summary>
    internal JsonElement Root => _document.RootElement;

    /// <summary>Reads a document strictly (RFC 8259).</summary>
    /// <param name="text">The decoded document.</param>
    /// <param name="limits">How deep it may be.</param>
    /// <exception cref="DocumentRefusedException">MALFORMED, TRUNCATED, TOO_DEEP, with line and column.</exception>
    internal static JsonSource Read(string text, DocumentLimits limits)
    {
        text = LoneSurrogates.Replace(text);
        var utf8 = Encoding.UTF8.GetBytes(text);
        try
        {
            return new JsonSource(text, utf8, JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = limits.Depth }));
        }
        catch (JsonException e)
        {
            throw JsonRefusal.Of(e, text, utf8, limits);
        }
    }

    /// <summary>A string of the document with the way back to the characters between its quotes.</summary>
    internal MappedText TextOf(JsonElement value)
    {
        var raw = JsonMarshal.GetRawUtf8Value(value);
        return _utf8.AsSpan().Overlaps(raw, out var offset)
            ? JsonString.Read(_text, Encoding.UTF8.GetCharCount(_utf8, 0, offset) + 1)
            : new MappedText(value.GetString()!, TextMap.Identity(0));
    }

    public void Dispose() => _document.Dispose();
}
