using System.Text;
using System.Xml.Linq;
using Truceline.Ingest.Documents;
using Truceline.Ingest.Formats.Nitf;

namespace Truceline.Ingest.Formats.NewsMl;

/// <summary>
/// Makes a report of a news item or package. It is published when its first version was made, else when its content was made, else when this version was; the content's last
/// change, else the version's time, is when it was updated. What an article inside says of itself counts where the item's metadata are silent, its authors before the item's creators.
/// </summary>
internal static class NewsItem
{
    /// <summary>The report.</summary>
    /// <param name="news">The document.</param>
    /// <param name="item">A newsItem or packageItem; also a contentMeta or contentSet without one around it.</param>
    internal static ReportContent Read(XmlNews news, XElement item)
    {
        var meta = Part(item, "itemMeta");
        var about = Part(item, "contentMeta");
        var article = ItemContent.Read(news, Part(item, "contentSet"));
        var descriptions = Descriptions(item, about).ToArray();
        var fields = NewsItemFields.Of(news, item, meta, about);
        var version = Date(meta, "versionCreated");
        var published = XmlNames.First(Date(meta, "firstCreated"), Date(about, "contentCreated"), version, article.Published);
        var updated = XmlNames.First(Date(about, "contentModified"), version);
        var guid = item.Attr("guid");
        return article with
        {
            Text = article.Text.Text.Length > 0 || descriptions.Length == 0 ? article.Text : Together(descriptions.Select(d => news.TextOf(d, ElementKinds.OfMarkup))),
            Title = XmlNames.First(Headline(news, item, about), article.Title, news.LineOf(meta.At("title").FirstOrDefault())),
            Summary = article.Text.Text.Length == 0 ? "" : XmlNames.First(article.Summary, descriptions.Length == 0 ? "" : news.TextOf(descriptions[0], ElementKinds.OfMarkup).Text),
            Published = published,
            Updated = updated == published ? "" : updated,
            ExternalId = guid,
            Url = guid.StartsWith("http://", StringComparison.Ordinal) || guid.StartsWith("https://", StringComparison.Ordinal) ? guid : "",
            Outlet = XmlNames.First(Names(news, meta, "provider").FirstOrDefault() ?? "", Names(news, Part(item, "rightsInfo"), "copyrightHolder").FirstOrDefault() ?? ""),
            Agency = XmlNames.First(Names(news, about, "infoSource").FirstOrDefault() ?? "", article.Agency),
            Bylines = Bylines(news, about, article),
            DatelinePlace = XmlNames.First(NitfArticle.PlaceIn(news.LineOf(about.At("dateline").FirstOrDefault())), article.DatelinePlace, Names(news, about, "located").FirstOrDefault() ?? ""),
            Language = Language(item, about, article),
            Withdrawn = meta.At("pubStatus").Any(s => NewsCodes.CodeOf(s) is "canceled" or "withheld"),
            Fields = fields,
        };
    }

    private static XElement Part(XElement item, string name) =>
        item.Name.LocalName == name ? item : item.At(name).FirstOrDefault() ?? new XElement(name);

    /// <summary>The main headline: one that says so, or says nothing of its role, before a second line.</summary>
    private static string Headline(XmlNews news, XElement item, XElement about)
    {
        var headlines = about.At("headline").Concat(item.At("partMeta", "headline")).ToArray();
        var main = headlines.FirstOrDefault(h => NewsCodes.Local(h.Attr("role")) is "" or "main") ?? headlines.FirstOrDefault();
        return news.LineOf(main);
    }

    private static IEnumerable<XElement> Descriptions(XElement item, XElement about) =>
        about.At("description").Concat(item.At("partMeta", "description")).Where(d => !string.IsNullOrWhiteSpace(d.Value));

    private static MappedText Together(IEnumerable<MappedText> texts)
    {
        var text = new StringBuilder();
        var runs = new List<MapRun>();
        foreach (var part in texts)
        {
            text.Append(text.Length == 0 ? "" : "\n\n");
            runs.AddRange(part.Map.Runs.Select(r => r with { TextStart = r.TextStart + text.Length }));
            text.Append(part.Text);
        }

        return new MappedText(text.ToString(), new TextMap(runs));
    }

    private static IReadOnlyList<string> Bylines(XmlNews news, XElement about, ReportContent article)
    {
        var by = about.At("by").Select(news.LineOf).Where(b => b.Length > 0).Select(b => b.StartsWith("by ", StringComparison.OrdinalIgnoreCase) ? b[3..] : b).ToArray();
        return by.Length > 0 ? by : article.Bylines.Count > 0 ? article.Bylines : [.. Names(news, about, "creator").Distinct()];
    }

    /// <summary>Names of parties or places: as named, else the code without its scheme. An address alone is no name.</summary>
    private static IEnumerable<string> Names(XmlNews news, XElement parent, string name) =>
        parent.At(name)
            .Select(e => XmlNames.First(news.LineOf(e.At("name").FirstOrDefault()), e.Attr("literal"), NewsCodes.Local(e.Attr("qcode"))))
            .Where(n => n.Length > 0);

    private static string Language(XElement item, XElement about, ReportContent article)
    {
        // Of several the one without a role of its own: subtitles and voices are others.
        var tags = about.At("language").ToArray();
        return XmlNames.First(
            (tags.FirstOrDefault(t => t.Attr("role").Length == 0) ?? tags.FirstOrDefault()).Attr("tag"),
            article.Language,
            about.At("headline").FirstOrDefault().Attr("lang"),
            item.Attr("lang"),
            item.Ancestors().Select(a => a.Attr("lang")).FirstOrDefault(l => l.Length > 0) ?? "");
    }

    private static string Date(XElement parent, string name) =>
        parent.At(name).Select(d => DateText.Read(d.Value)).FirstOrDefault(d => d is not null) ?? "";
}
