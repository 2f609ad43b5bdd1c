using System.Xml.Linq;

namespace Truceline.Ingest.Formats.Nitf;

/// <summary>What an NITF article says that a report has no place for.</summary>
internal static class NitfFields
{
    /// <summary>The fields under the names of their elements.</summary>
    /// <param name="news">The document.</param>
    /// <param name="head">Its <c>head</c>.</param>
    /// <param name="data">Its <c>docdata</c>.</param>
    internal static IReadOnlyDictionary<string, string> Of(XmlNews news, XElement head, XElement data)
    {
        var body = news.Root.At("body").ToArray();
        var fields = new FieldList();
        fields.Add("urgency", data.At("urgency").Select(e => e.Attr("ed-urg")));
        fields.Add("ed-msg", data.At("ed-msg").Select(e => e.Attr("info")));
        fields.Add("date.issue", data.At("date.issue").Select(e => e.Attr("norm")));
        fields.Add("date.release", data.At("date.release").Select(e => e.Attr("norm")));
        fields.Add("date.expire", data.At("date.expire").Select(e => e.Attr("norm")));
        fields.Add("du-key", data.At("du-key").Select(e => e.Attr("key")));
        fields.Add("fixture", data.At("fixture").Select(e => e.Attr("fix-id")));
        fields.Add("keyword", data.At("key-list", "keyword").Select(e => e.Attr("key")));
        fields.Add("management-status", [data.Attr("management-status")]);
        fields.Add("doc.copyright", data.At("doc.copyright").Select(e => $"{e.Attr("holder")} {e.Attr("year")}".Trim()));
        fields.Add("identified-content", data.At("identified-content").SelectMany(e => e.Elements()).Select(e => XmlNames.First(news.LineOf(e), e.Attr("value"))));
        fields.Add("subject", head.At("tobject", "tobject.subject").Select(e => XmlNames.First(e.Attr("tobject.subject.matter"), e.Attr("tobject.subject.type"), e.Attr("tobject.subject.refnum"))));
        fields.Add("hl2", body.SelectMany(b => b.At("body.head", "hedline", "hl2")).Select(news.LineOf));
        fields.Add("note", body.SelectMany(b => b.At("body.head", "note")).Select(news.LineOf));
        fields.Add("rights", body.SelectMany(b => b.At("body.head", "rights")).Select(news.LineOf));
        fields.Add("dateline", body.SelectMany(b => b.At("body.head", "dateline")).Select(news.LineOf));
        fields.Add("tagline", body.SelectMany(b => b.At("body.end", "tagline")).Select(news.LineOf));
        return fields.All;
    }
}
