using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Truceline.Ingest.Documents;

namespace Truceline.Ingest.Formats.Web;

/// <summary>
/// What a page says of itself, the surest first: JSON-LD (schema.org), then the elements <c>meta</c> of OpenGraph, Dublin Core, Twitter, Parse.ly and others,
/// then elements of the page (<c>time</c>, <c>rel=author</c>, <c>h1</c>, <c>title</c>).
/// </summary>
internal sealed class PageFacts
{
    private const int MostElements = 2000;

    private readonly LinkedData _linked;
    private readonly Dictionary<string, string> _metas = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _authors = [];
    private readonly string _url;
    private string _title = "";
    private string _heading = "";
    private string _language = "";
    private string _canonical = "";
    private string _amp = "";
    private string _published = "";
    private string _modified = "";

    private PageFacts(LinkedData linked, string url) => (_linked, _url) = (linked, url);

    /// <summary>Reads a page.</summary>
    /// <param name="tree">The page; it is not changed.</param>
    /// <param name="url">Where it was found; empty when unknown.</param>
    internal static PageFacts Read(IHtmlDocument tree, string url)
    {
        var linked = LinkedData.Read(tree.QuerySelectorAll("script[type='application/ld+json' i]").Take(20).Select(s => s.TextContent));
        var facts = new PageFacts(linked, url);
        facts.Metas(tree);
        facts.Links(tree);
        facts.Times(tree);
        facts._title = Line(tree.QuerySelector("head title, title")?.TextContent);
        var headings = tree.QuerySelectorAll("h1").Select(h => Line(h.TextContent)).Where(h => h.Length > 0).Take(2).ToList();
        facts._heading = headings.Count == 1 ? headings[0] : "";
        facts._language = tree.DocumentElement?.GetAttribute("lang") ?? tree.DocumentElement?.GetAttribute("xml:lang") ?? "";
        return facts;
    }

    /// <summary>The report.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="title">Headline as the article's finder has it.</param>
    /// <param name="byline">Byline likewise.</param>
    internal ReportContent With(MappedText text, string title, string byline)
    {
        var fields = new Dictionary<string, string>();
        if (_amp.Length > 0)
        {
            fields["amphtml"] = _amp;
        }

        return new ReportContent
        {
            Text = text,
            Title = First(_linked.Headline, Meta("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title", "parsely-title", "sailthru.title", "headline"), _heading, title, _title),
            Summary = First(Meta("og:description", "description", "twitter:description", "dc.description", "sailthru.description"), _linked.Description),
            Url = Address(First(_canonical, Meta("og:url", "parsely-link"), _linked.Url)),
            Published = Date(_linked.Published, Meta(
                "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "parsely-pub-date", "dc.date.issued", "dcterms.issued", "dc.date.created", "dcterms.created",
                "sailthru.date", "publish-date", "publish_date", "publication_date", "pubdate", "pub_date", "article.published", "published-date", "citation_publication_date", "cxenseparse:recs:publishtime",
                "datecreated", "dc.date", "dcterms.date", "date"), _published),
            Updated = Date(_linked.Modified, Meta("article:modified_time", "og:article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "dc.date.modified", "article.updated", "last-modified", "lastmod"), _modified),
            Outlet = First(_linked.Publisher, Meta("og:site_name", "publisher", "dc.publisher", "dcterms.publisher", "application-name", "apple-mobile-web-app-title", "cre", "citation_journal_title")),
            Agency = _linked.Agency,
            Bylines = Authors(byline),
            DatelinePlace = _linked.Dateline,
            Language = First(_linked.Language, _language, Meta("og:locale", "content-language", "dc.language", "dcterms.language")),
            Fields = fields,
        };
    }

    private List<string> Authors(string byline)
    {
        List<string>[] sources =
        [
            _linked.Authors, Named(Meta("author", "article:author", "parsely-author", "dc.creator", "dcterms.creator", "sailthru.author", "citation_author", "cxenseparse:author", "byl", "article:author_name", "twitter:data1")),
            _authors, Named(byline),
        ];
        return Array.Find(sources, s => s.Count > 0) ?? [];
    }

    private static List<string> Named(string author) => author.Length is 0 or > 200 || author.Contains("://", StringComparison.Ordinal) || author.Any(char.IsDigit) ? [] : [author];

    private void Metas(IHtmlDocument tree)
    {
        foreach (var meta in tree.QuerySelectorAll("meta").Take(MostElements))
        {
            var name = meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("itemprop") ?? meta.GetAttribute("http-equiv");
            var content = Line(meta.GetAttribute("content"));
            if (!string.IsNullOrEmpty(name) && content.Length > 0)
            {
                _metas.TryAdd(name.Trim(), content);
            }
        }
    }

    private void Links(IHtmlDocument tree)
    {
        foreach (var link in tree.QuerySelectorAll("link[rel], a[rel], [itemprop=author]").Take(MostElements))
        {
            var relation = link.GetAttribute("rel") ?? "";
            var address = link.GetAttribute("href") ?? "";
            if (link.LocalName == "link")
            {
                _canonical = _canonical.Length == 0 && relation.Equals("canonical", StringComparison.OrdinalIgnoreCase) ? address : _canonical;
                _amp = _amp.Length == 0 && relation.Equals("amphtml", StringComparison.OrdinalIgnoreCase) ? Address(address) : _amp;
            }
            else if (_authors.Count < 8 && (relation.Split(' ').Contains("author", StringComparer.OrdinalIgnoreCase) || link.HasAttribute("itemprop")))
            {
                var name = Line(link.QuerySelector("[itemprop=name]")?.TextContent ?? link.TextContent);
                if (name.Length is > 1 and < 100 && !_authors.Contains(name))
                {
                    _authors.Add(name);
                }
            }
        }
    }

    private void Times(IHtmlDocument tree)
    {
        foreach (var time in tree.QuerySelectorAll("time, [itemprop=datePublished], [itemprop=dateModified]").Take(200))
        {
            var value = First(time.GetAttribute("datetime"), time.GetAttribute("content"), Line(time.TextContent));
            var hint = $"{time.GetAttribute("itemprop")} {time.ClassName}";
            if (DateText.Read(value) is not { } date)
            {
                continue;
            }

            if (hint.Contains("modif", StringComparison.OrdinalIgnoreCase) || hint.Contains("updat", StringComparison.OrdinalIgnoreCase))
            {
                _modified = _modified.Length > 0 ? _modified : date;
            }
            else if (_published.Length == 0 && !IsElsewhere(time))
            {
                _published = date;
            }
        }
    }

    // Times in lists of other stories say nothing of this one.
    private static bool IsElsewhere(IElement time) => time.Closest("nav, aside, footer, li") is not null;

    private string Meta(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_metas.TryGetValue(name, out var content))
            {
                return content;
            }
        }

        return "";
    }

    private string Address(string address) =>
        address.Length is > 0 and <= 2048 && (Uri.TryCreate(_url, UriKind.Absolute, out var page) ? Uri.TryCreate(page, address, out var uri) : Uri.TryCreate(address, UriKind.Absolute, out uri))
        && uri.Scheme is "http" or "https" ? uri.AbsoluteUri : "";

    private static string Date(params ReadOnlySpan<string> values)
    {
        foreach (var value in values)
        {
            if (value.Length > 0 && DateText.Read(value) is { } date)
            {
                return date;
            }
        }

        return "";
    }

    private static string First(params ReadOnlySpan<string?> values)
    {
        foreach (var value in values)
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                return value.Trim();
            }
        }

        return "";
    }

    private static string Line(string? text) =>
        text is null ? "" : string.Join(' ', text[..Math.Min(text.Length, 2000)].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
