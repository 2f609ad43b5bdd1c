using System.Runtime.CompilerServices;
using System.Xml.Linq;
using Truceline.Ingest.Documents;

namespace Truceline.Ingest.Formats.Nitf;

/// <summary>
/// NITF 3.x, the News Industry Text Format (https://iptc.org/standards/nitf/), with or without its DOCTYPE and namespace: one article. It is published when it was issued.
/// </summary>
internal sealed class NitfFormat : IDocumentFormat
{
    public string Name => "nitf";

    public FormatMatch Match(DocumentHead head) => XmlRoot.Of(head.Text).Name == "nitf" ? FormatMatch.Certain : FormatMatch.None;

    public async IAsyncEnumerable<DocumentItem> ReadAsync(DocumentContent document, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var news = await XmlNews.ReadAsync(document, cancellationToken);
        var article = NitfArticle.Read(news, news.Root);
        var head = news.Root.At("head").FirstOrDefault() ?? new XElement("head");
        var data = head.At("docdata").FirstOrDefault() ?? new XElement("docdata");
        var publication = head.At("pubdata").FirstOrDefault();
        var issued = DateText.Read(data.At("date.issue").FirstOrDefault().Attr("norm"));
        var id = data.At("doc-id").FirstOrDefault();
        yield return new ReportItem("", article with
        {
            Title = XmlNames.First(article.Title, news.LineOf(head.At("title").FirstOrDefault())),
            Published = XmlNames.First(
                issued ?? "",
                DateText.Read(publication.Attr("date.publication")) ?? "",
                DateText.Read(data.At("date.release").FirstOrDefault().Attr("norm")) ?? "",
                article.Published),
            Updated = head.At("revision-history").Select(r => DateText.Read(r.Attr("norm"))).OfType<string>().LastOrDefault() ?? "",
            ExternalId = XmlNames.First(id.Attr("id-string"), news.Root.Attr("uno")),
            Outlet = XmlNames.First(publication.Attr("name"), data.At("doc.copyright").FirstOrDefault().Attr("holder"), id.Attr("regsrc")),
            Withdrawn = data.Attr("management-status") is "canceled" or "withheld",
            Fields = NitfFields.Of(news, head, data),
        });
    }
}
