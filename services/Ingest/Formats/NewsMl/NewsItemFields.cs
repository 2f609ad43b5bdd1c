using System.Xml.Linq;
using Truceline.Ingest.Formats.Nitf;

namespace Truceline.Ingest.Formats.NewsMl;

/// <summary>What a news item says that a report has no place for, among it every date and language by the name of its element.</summary>
internal static class NewsItemFields
{
    private static readonly string[] Dates = ["firstCreated", "versionCreated", "embargoed", "contentCreated", "contentModified", "digitalSourceCreated"];
    private static readonly string[] Lines = ["urgency", "slugline", "headline", "dateline", "keyword", "by", "creditline", "edNote", "copyrightNotice", "usageTerms", "title"];
    private static readonly string[] Named = ["provider", "creator", "contributor", "infoSource", "located", "service", "genre", "subject", "copyrightHolder"];

    /// <summary>The fields under the names of their elements; <c>version</c> is the item's.</summary>
    /// <param name="news">The document.</param>
    /// <param name="item">The item.</param>
    /// <param name="meta">Its <c>itemMeta</c>.</param>
    /// <param name="about">Its <c>contentMeta</c>.</param>
    internal static IReadOnlyDictionary<string, string> Of(XmlNews news, XElement item, XElement meta, XElement about)
    {
        var fields = new FieldList();
        XElement[] parts = [meta, about, .. item.At("rightsInfo"), .. item.At("partMeta")];
        fields.Add("version", [item.Attr("version")]);
        foreach (var name in Dates)
        {
            fields.Add(name, parts.SelectMany(p => p.At(name)).Select(d => d.Value.Trim()));
        }

        foreach (var name in Lines)
        {
            fields.Add(name, parts.SelectMany(p => p.At(name)).Select(news.LineOf));
        }

        foreach (var name in Named)
        {
            fields.Add(name, parts.SelectMany(p => p.At(name)).Select(e => XmlNames.First(
                news.LineOf(e.At("name").FirstOrDefault()), e.Attr("literal"), e.Attr("qcode"), e.Attr("uri"))));
        }

        fields.Add("language", parts.SelectMany(p => p.At("language")).Concat(item.Within("remoteContent").SelectMany(r => r.At("language"))).Select(l => l.Attr("tag"))
            .Concat(item.Within("remoteContent").Concat(item.Within("inlineXML")).Concat(item.Within("inlineData")).Select(c => c.Attr("language")))
            .Append(item.Attr("lang")));
        foreach (var name in (string[])["pubStatus", "itemClass", "signal"])
        {
            fields.Add(name, meta.At(name).Select(e => XmlNames.First(e.Attr("qcode"), e.Attr("uri"))));
        }

        return fields.All;
    }
}
