using System.Text.RegularExpressions;
using System.Xml.Linq;
using Truceline.Ingest.Documents;

namespace Truceline.Ingest.Formats.Nitf;

/// <summary>What stands in the body of an NITF article, alone or inside NewsML-G2.</summary>
internal static partial class NitfArticle
{
    /// <summary>Headline, byline, dateline, agency, summary and text; what the article does not say is empty.</summary>
    /// <param name="news">The document.</param>
    /// <param name="nitf">The article's root.</param>
    internal static ReportContent Read(XmlNews news, XElement nitf)
    {
        var head = nitf.At("body", "body.head").FirstOrDefault() ?? new XElement("body.head");
        var content = nitf.At("body", "body.content").ToArray();
        var dateline = head.At("dateline").FirstOrDefault();
        var summary = head.At("abstract").FirstOrDefault();
        return new ReportContent
        {
            Text = content.Length == 0 ? new MappedText("", TextMap.Identity(0)) : news.TextOf(content[0], ElementKinds.OfMarkup),
            Title = XmlNames.First(news.LineOf(head.At("hedline", "hl1").FirstOrDefault()), news.LineOf(head.At("hedline").FirstOrDefault())),
            Summary = summary is null ? "" : news.TextOf(summary, ElementKinds.OfMarkup).Text,
            Agency = news.LineOf(head.At("distributor", "org").FirstOrDefault() ?? head.At("distributor").FirstOrDefault()),
            Bylines = [.. head.At("byline").SelectMany(b => Authors(news, b)).Where(a => a.Length > 0).Distinct()],
            DatelinePlace = Place(news, dateline),
            Language = XmlNames.First(content.FirstOrDefault().Attr("lang"), nitf.At("body").FirstOrDefault().Attr("lang"), nitf.Attr("lang")),
            Published = DateText.Read(dateline?.Within("story.date").FirstOrDefault().Attr("norm") ?? "") ?? "",
        };
    }

    /// <summary>The place in a dateline, e.g. "MOSCOW" in "MOSCOW, Monday (Reuters)".</summary>
    internal static string PlaceIn(string dateline) => AfterPlace().Replace(dateline[..Math.Min(dateline.Length, 300)], "").Trim(' ', ',', '-', '–', '—', '.', ':', '\n');

    private static string Place(XmlNews news, XElement? dateline) =>
        dateline is null ? "" : XmlNames.First(news.LineOf(dateline.Within("location").FirstOrDefault()), PlaceIn(news.LineOf(dateline)));

    private static IEnumerable<string> Authors(XmlNews news, XElement byline)
    {
        var people = byline.Within("person").Select(news.LineOf).ToArray();
        if (people.Length > 0)
        {
            return people;
        }

        // A title alone ("Sports Network") stands for the author; else it is none.
        var title = news.LineOf(byline.At("byttl").FirstOrDefault());
        var whole = news.TextOf(byline, ElementKinds.OfMarkup).Text;
        var named = Before().Replace(whole.Split('\n').FirstOrDefault(l => l.Length > 0 && l != title) ?? "", "").Trim(' ', ',');
        return [XmlNames.First(named, title)];
    }

    [GeneratedRegex(@"^\s*by\s*:?\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Before();

    [GeneratedRegex(@"\s*\(.*|,?\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day\b.*|,?\s+(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d.*|,?\s+\d{1,2}\.?\s+[a-z]{3,}.*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex AfterPlace();
}
