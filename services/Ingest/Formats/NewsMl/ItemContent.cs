using System.Text;
using System.Xml.Linq;
using Truceline.Ingest.Documents;
using Truceline.Ingest.Formats.Nitf;
using Truceline.Ingest.Formats.Web;

namespace Truceline.Ingest.Formats.NewsMl;

/// <summary>
/// Reads the content of a news item. What stands in one content set are renditions of the same content: the first that has a text is taken, XML before data.
/// Inside XML it is NITF, XHTML, or a vocabulary that is not known, of which every element is a line.
/// </summary>
internal static class ItemContent
{
    private static readonly ReportContent Nothing = new() { Text = new MappedText("", TextMap.Identity(0)) };

    /// <summary>What the content says; all empty when there is none in the document itself.</summary>
    internal static ReportContent Read(XmlNews news, XElement contentSet) =>
        contentSet.Within("inlineXML").Select(x => OfXml(news, x))
            .Concat(contentSet.Within("inlineData").Select(d => OfData(news, d)))
            .FirstOrDefault(c => c.Text.Text.Length > 0 || c.Title.Length > 0) ?? Nothing;

    private static ReportContent OfXml(XmlNews news, XElement inline)
    {
        if (inline.Elements().FirstOrDefault(e => e.Name.LocalName == "nitf") is { } nitf)
        {
            var article = NitfArticle.Read(news, nitf);
            return article with { Language = XmlNames.First(article.Language, inline.Attr("lang")) };
        }

        var html = inline.Elements().FirstOrDefault(e => e.Name.LocalName == "html");
        var isMarkup = html is not null || inline.Attr("contenttype").Contains("html", StringComparison.OrdinalIgnoreCase)
            || inline.Elements().FirstOrDefault()?.Name.LocalName is "p" or "div" or "body";
        return Nothing with
        {
            Text = news.TextOf(html?.At("body").FirstOrDefault() ?? html ?? inline, isMarkup ? ElementKinds.OfMarkup : ElementKinds.OfData),
            Title = html is null ? "" : news.LineOf(html.At("head", "title").FirstOrDefault()),
            Language = XmlNames.First(html.Attr("lang"), inline.Attr("lang")),
        };
    }

    private static ReportContent OfData(XmlNews news, XElement inline)
    {
        var type = inline.Attr("contenttype");
        if (type.Length > 0 && !type.StartsWith("text/", StringComparison.OrdinalIgnoreCase) && !type.Contains("html", StringComparison.OrdinalIgnoreCase))
        {
            return Nothing;
        }

        var written = news.RawOf(inline);
        var data = inline.Attr("encoding").Contains("base64", StringComparison.OrdinalIgnoreCase) ? Decoded(written) : written;
        return Nothing with
        {
            Text = type.Contains("html", StringComparison.OrdinalIgnoreCase) && HtmlText.Of(data.Text) is var plain ? new MappedText(plain.Text, plain.Map.Through(data.Map)) : Trimmed(data),
            Language = inline.Attr("lang"),
        };
    }

    /// <summary>Base64, of which the whole stands for the whole; empty when it is none.</summary>
    private static MappedText Decoded(MappedText written)
    {
        var bytes = new byte[written.Text.Length];
        var text = Convert.TryFromBase64String(written.Text, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : "";
        var whole = written.Map.Locate(0, written.Text.Length);
        return new MappedText(text, new TextMap(text.Length > 0 && whole is { } at ? [new MapRun(0, text.Length, at.Start, at.End - at.Start)] : []));
    }

    private static MappedText Trimmed(MappedText text)
    {
        var start = text.Text.Length - text.Text.AsSpan().TrimStart().Length;
        var length = text.Text.AsSpan().Trim().Length;
        return new MappedText(text.Text.Substring(start, length), new TextMap([new MapRun(0, length, start, length)]).Through(text.Map)) is { Text.Length: > 0 } trimmed
            ? trimmed
            : new MappedText("", TextMap.Identity(0));
    }
}
