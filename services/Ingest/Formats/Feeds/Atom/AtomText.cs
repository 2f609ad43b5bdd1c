using System.Text;
using Truceline.Ingest.Documents;
using Truceline.Ingest.Formats.Feeds.Markup;
using Truceline.Ingest.Formats.Feeds.Xml;

namespace Truceline.Ingest.Formats.Feeds.Atom;

/// <summary>Texts and contents as Atom writes them (RFC 4287 sections 3.1 and 4.1.3; Atom 0.3 with its attribute <c>mode</c>).</summary>
internal static class AtomText
{
    private static readonly string[] Binary = ["application/octet-stream", "image/", "audio/", "video/"];

    /// <summary>The text of an element. Relative links in markup are resolved; the div around XHTML is taken off.</summary>
    internal static FeedText Of(FeedElement element)
    {
        var type = element.Attribute("type").ToLowerInvariant().Split(';')[0].Trim();
        var mode = element.Attribute("mode").ToLowerInvariant();
        var isBinary = Binary.Any(b => type.StartsWith(b, StringComparison.Ordinal));
        if (mode == "base64" || (mode.Length == 0 && isBinary))
        {
            return Base64(element.Inner(decode: true), isBinary ? FeedTextKind.Other : KindOf(type, element));
        }

        var isXhtml = type is "xhtml" or "application/xhtml+xml" && mode != "escaped";
        var isXml = type.EndsWith("+xml", StringComparison.Ordinal) || type.EndsWith("/xml", StringComparison.Ordinal);
        var kind = KindOf(type, element);
        var content = kind == FeedTextKind.Html && element.Only() is { Name: "div" } wrapper ? wrapper : element;
        var value = content.Inner(decode: !isXhtml && !(isXml && kind == FeedTextKind.Other));
        return new FeedText(kind == FeedTextKind.Html ? HtmlLinks.Resolve(value, content.Scope.Base) : value, kind);
    }

    private static FeedTextKind KindOf(string type, FeedElement element) => type switch
    {
        "html" or "xhtml" or "text/html" or "application/xhtml+xml" => FeedTextKind.Html,
        "text" or "text/plain" => element.Children.Count > 0 ? FeedTextKind.Html : FeedTextKind.Plain,

        // Plain by the standard; in the wild often HTML.
        "" => element.Children.Count > 0 ? FeedTextKind.Html : FeedTextKind.PlainOrHtml,
        _ when type.StartsWith("text/", StringComparison.Ordinal) || !type.Contains('/', StringComparison.Ordinal) => FeedTextKind.PlainOrHtml,
        _ => FeedTextKind.Other,
    };

    // Decoded text leads back to all of the characters that it was encoded in.
    private static FeedText Base64(MappedText encoded, FeedTextKind kind)
    {
        var bytes = new byte[encoded.Text.Length];
        if (!Convert.TryFromBase64String(encoded.Text, bytes, out var length))
        {
            return new FeedText(encoded, kind);
        }

        var text = Encoding.UTF8.GetString(bytes, 0, length).Replace("\0", "", StringComparison.Ordinal);
        var whole = encoded.Map.Locate(0, encoded.Text.Length);
        return whole is not { } range || text.Length == 0
            ? new FeedText(new MappedText(text, TextMap.Identity(0)), kind)
            : new FeedText(new MappedText(text, new TextMap([new MapRun(0, text.Length, range.Start, range.End - range.Start)])), kind);
    }
}
