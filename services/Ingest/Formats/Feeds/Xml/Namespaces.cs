using System.Collections.Frozen;

namespace Truceline.Ingest.Formats.Feeds.Xml;

/// <summary>Short names for the namespaces of feeds: the same for every spelling of a namespace, and for its usual prefix where the declaration is missing.</summary>
internal static class Namespaces
{
    /// <summary>RSS in all its versions, and elements in no namespace.</summary>
    internal const string Core = "";

    /// <summary>Atom 0.3 and 1.0.</summary>
    internal const string Atom = "atom";

    /// <summary>RDF's syntax.</summary>
    internal const string Rdf = "rdf";

    /// <summary>XHTML.</summary>
    internal const string Xhtml = "xhtml";

    private static readonly FrozenDictionary<string, string> Known = new Dictionary<string, string>
    {
        ["purl.org/rss/1.0"] = Core,
        ["purl.org/net/rss1.1"] = Core,
        ["my.netscape.com/rdf/simple/0.9"] = Core,
        ["channel.netscape.com/rdf/simple/0.9"] = Core,
        ["my.netscape.com/publish/formats/rss-0.91.dtd"] = Core,
        ["backend.userland.com/rss"] = Core,
        ["backend.userland.com/rss2"] = Core,
        ["backend.userland.com/rss091"] = Core,
        ["blogs.law.harvard.edu/tech/rss"] = Core,
        ["cyber.law.harvard.edu/rss/rss.html"] = Core,
        ["w3.org/2005/atom"] = Atom,
        ["purl.org/atom/ns"] = Atom,
        ["w3.org/1999/02/22-rdf-syntax-ns"] = Rdf,
        ["purl.org/rss/1.0/modules/content"] = "content",
        ["purl.org/dc/elements/1.1"] = "dc",
        ["purl.org/dc/elements/1.0"] = "dc",
        ["purl.org/dc/terms"] = "dcterms",
        ["search.yahoo.com/mrss"] = "media",
        ["rssnamespace.org/feedburner/ext/1.0"] = "feedburner",
        ["itunes.com/dtds/podcast-1.0.dtd"] = "itunes",
        ["w3.org/1999/xhtml"] = Xhtml,
        ["w3.org/xml/1998/namespace"] = "xml",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The short name of a declared namespace; null when it is none that matters.</summary>
    /// <param name="uri">As declared; white space, letter case, scheme, <c>www.</c> and what stands at the end do not matter.</param>
    internal static string? ShortNameOf(string uri)
    {
        var trimmed = uri.Trim();
        var scheme = trimmed.IndexOf("://", StringComparison.Ordinal);
        var bare = trimmed[(scheme < 0 ? 0 : scheme + 3)..].TrimEnd('/', '#');
        return Known.GetValueOrDefault(bare.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? bare[4..] : bare);
    }
}
