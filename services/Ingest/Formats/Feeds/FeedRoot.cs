using System.Text.RegularExpressions;
using Truceline.Ingest.Documents;
using Truceline.Ingest.Formats.Feeds.Xml;

namespace Truceline.Ingest.Formats.Feeds;

/// <summary>The root element of an XML feed.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Version">Format and version, e.g. <c>rss-2.0</c>, <c>atom-1.0</c>; <c>rss</c> when the feed does not say which.</param>
/// <param name="Language">xml:lang; empty when there is none.</param>
/// <param name="IsCertain">Whether it is the document's first element and says what it is.</param>
internal sealed partial record FeedRoot(int Start, string Version, string Language, bool IsCertain)
{
    internal bool IsAtom => Version.StartsWith("atom", StringComparison.Ordinal);

    /// <summary>The first root of a feed; null when there is none. Text, and a few tags such as those of an error message, may stand before it.</summary>
    /// <param name="text">The document, or its beginning.</param>
    internal static FeedRoot? Find(string text)
    {
        var reader = new LenientXmlReader(text, 0, text.Length);
        try
        {
            for (var before = 0; before < 20 && reader.Read() is { Kind: not XmlTokenKind.End } token;)
            {
                if (token.Kind != XmlTokenKind.Start)
                {
                    continue;
                }

                if (Read(text, token) is { } root)
                {
                    return root with { IsCertain = root.IsCertain && before == 0 };
                }

                if (!Stray().IsMatch(token.Name))
                {
                    return null;
                }

                before++;
            }
        }
        catch (DocumentRefusedException)
        {
            // It ends before its root element does.
        }

        return null;
    }

    private static FeedRoot? Read(string text, XmlToken token)
    {
        var scope = XmlScope.Of("").Enter(text, token);
        var colon = token.Name.IndexOf(':');
        var space = scope.NamespaceOf(colon < 0 ? "" : token.Name[..colon]);
        var element = new FeedElement(text, token, space, token.Name[(colon + 1)..].ToLowerInvariant(), scope);
        var isAtom = space is Namespaces.Atom;
        var (version, isCertain) = element.Name switch
        {
            "rss" => (VersionOf("rss", element), true),
            "feed" => (AtomVersion(text, element), isAtom),
            "entry" when isAtom => (AtomVersion(text, element), true),
            "rdf" => (RdfVersion(text, token), true),
            "channel" when space == Namespaces.Core && HasItem().IsMatch(text) => ("rss", false),
            _ => (null, false),
        };
        return version is null ? null : new FeedRoot(token.Start, version, scope.Language, isCertain);
    }

    private static string VersionOf(string format, FeedElement element) =>
        element.Attribute("version") is { Length: > 0 and <= 16 } version && version.All(c => char.IsAsciiLetterOrDigit(c) || c is '.') ? $"{format}-{version}" : format;

    private static string AtomVersion(string text, FeedElement element)
    {
        var tag = text[element.Tag.Start..element.Tag.End];
        return VersionOf("atom", element) is not "atom" and var written ? written
            : tag.Contains("purl.org/atom/ns", StringComparison.OrdinalIgnoreCase) ? "atom-0.3"
            : tag.Contains("/2005/atom", StringComparison.OrdinalIgnoreCase) ? "atom-1.0"
            : "atom";
    }

    // RDF is more than RSS: its namespace, or a channel, must be there.
    private static string? RdfVersion(string text, XmlToken token)
    {
        var tag = text[token.Start..token.End];
        return tag.Contains("simple/0.9", StringComparison.OrdinalIgnoreCase) ? "rss-0.9"
            : tag.Contains("purl.org/rss/1.0/\"", StringComparison.OrdinalIgnoreCase) || tag.Contains("purl.org/rss/1.0/'", StringComparison.OrdinalIgnoreCase) ? "rss-1.0"
            : tag.Contains("purl.org/net/rss1.1", StringComparison.OrdinalIgnoreCase) ? "rss-1.1"
            : HasChannel().IsMatch(text) ? "rss-1.0"
            : null;
    }

    [GeneratedRegex(@"^(?:br|b|p|i|div|span|font|strong|em|pre|hr|table|tr|td|th)$", RegexOptions.IgnoreCase)]
    private static partial Regex Stray();

    [GeneratedRegex(@"<item[\s>]", RegexOptions.IgnoreCase)]
    private static partial Regex HasItem();

    [GeneratedRegex(@"<(?:[\w]+:)?channel[\s>]", RegexOptions.IgnoreCase)]
    private static partial Regex HasChannel();
}
