using Truceline.Ingest.Documents;
using Truceline.Ingest.Formats.Feeds.Xml;
using Truceline.Ingest.Formats.Web;

namespace Truceline.Ingest.Formats.Feeds.Markup;

/// <summary>Makes the relative addresses in markup absolute and leaves all else as it is.</summary>
internal static class HtmlLinks
{
    private static readonly HashSet<string> Addresses = new(StringComparer.OrdinalIgnoreCase)
    {
        "action", "background", "cite", "codebase", "data", "href", "longdesc", "poster", "profile", "src", "uri", "usemap",
    };

    /// <summary>The markup with its addresses resolved.</summary>
    /// <param name="markup">The markup.</param>
    /// <param name="baseAddress">Against what; empty when nothing is known.</param>
    internal static MappedText Resolve(MappedText markup, string baseAddress)
    {
        var html = markup.Text;
        if (baseAddress.Length == 0 || !html.Contains('<', StringComparison.Ordinal))
        {
            return markup;
        }

        var builder = new MappedTextBuilder();
        var copied = 0;
        foreach (var attribute in Tags(html).SelectMany(t => XmlAttributes.Of(html, t)).Where(a => Addresses.Contains(a.Name)))
        {
            var written = html[attribute.Start..attribute.End];
            var resolved = Links.Resolve(XmlAttributes.ValueOf(html, attribute), baseAddress);
            if (resolved.Length > 0 && written.Length > 0 && !written.Contains(resolved, StringComparison.Ordinal))
            {
                builder.Copy(html.AsSpan(copied, attribute.Start - copied), copied);
                builder.Replace(resolved.Replace("&", "&amp;", StringComparison.Ordinal), attribute.Start, written.Length);
                copied = attribute.End;
            }
        }

        builder.Copy(html.AsSpan(copied), copied);
        var result = builder.Build();
        return result with { Map = TextMaps.Through(result.Map, markup.Map) };
    }

    private static List<XmlToken> Tags(string html)
    {
        var tags = new List<XmlToken>();
        var reader = new LenientXmlReader(html, 0, html.Length);
        try
        {
            while (reader.Read() is { Kind: not XmlTokenKind.End } token)
            {
                if (token.Kind == XmlTokenKind.Start)
                {
                    tags.Add(token);
                }
            }
        }
        catch (DocumentRefusedException)
        {
            // Markup that ends within a tag: what came before counts.
        }

        return tags;
    }
}
