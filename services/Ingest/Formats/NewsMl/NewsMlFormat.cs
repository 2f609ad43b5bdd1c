using System.Runtime.CompilerServices;
using System.Xml.Linq;
using Google.Rpc;
using Truceline.Ingest.Documents;
using Truceline.Ingest.Formats.Nitf;

namespace Truceline.Ingest.Formats.NewsMl;

/// <summary>
/// NewsML-G2 2.x (https://iptc.org/standards/newsml-g2/), core and power conformance: a news item, a package, or a message with any number of both; also a content set or content
/// metadata alone, as parts of an item are sometimes handed on. A package that has a headline or a text of its own is a report; one that only names items is none.
/// Items that hold no news (concepts, knowledge, plans, catalogues) are refused.
/// </summary>
internal sealed class NewsMlFormat : IDocumentFormat
{
    private const int OriginalCharacters = 64 * 1024;
    private const string Refused = "NOT_NEWS";
    private const string Empty = "It has neither headline, text, date nor language.";

    private static readonly Dictionary<string, string> NotNews = new()
    {
        ["conceptItem"] = "It is a concept item: it defines a thing, and reports nothing.",
        ["knowledgeItem"] = "It is a knowledge item: it defines things, and reports nothing.",
        ["planningItem"] = "It is a planning item: it announces what will be covered, and reports nothing yet.",
        ["catalogItem"] = "It is a catalogue item: it lists the schemes of codes, and reports nothing.",
        ["groupSet"] = "It is a package's group set: it names items, and holds none.",
    };

    public string Name => "newsml-g2";

    public FormatMatch Match(DocumentHead head)
    {
        var root = XmlRoot.Of(head.Text);
        return root.Name switch
        {
            "newsItem" or "packageItem" or "newsMessage" or "conceptItem" or "knowledgeItem" or "planningItem" or "catalogItem" => FormatMatch.Certain,
            "contentSet" or "contentMeta" or "groupSet" => FormatMatch.Likely,
            _ => FormatMatch.None,
        };
    }

    public async IAsyncEnumerable<DocumentItem> ReadAsync(DocumentContent document, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var news = await XmlNews.ReadAsync(document, cancellationToken);
        var root = news.Root.Name.LocalName;
        if (NotNews.TryGetValue(root, out var reason))
        {
            throw new DocumentRefusedException($"/{root}", reason, Refused);
        }

        if (root != "newsMessage")
        {
            yield return (DocumentItem?)ItemOf(news, news.Root, "") ?? Fault($"/{root}", Empty, "EMPTY_ITEM", "");
            yield break;
        }

        var counts = new Dictionary<string, int>();
        foreach (var item in news.Root.At("itemSet").Elements())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var name = item.Name.LocalName;
            var count = counts[name] = counts.GetValueOrDefault(name) + 1;
            var path = $"/newsMessage/itemSet/{name}[{count}]";
            if (NotNews.TryGetValue(name, out reason))
            {
                yield return Fault(path, reason, Refused, item.ToString());
            }
            else if (ItemOf(news, item, path) is { } found)
            {
                yield return found;
            }
            else if (name != "packageItem")
            {
                yield return Fault(path, Empty, "EMPTY_ITEM", item.ToString());
            }
        }
    }

    private static ReportItem? ItemOf(XmlNews news, XElement item, string path)
    {
        var content = NewsItem.Read(news, item);
        return content.Text.Text.Length + content.Title.Length + content.Published.Length + content.Fields.GetValueOrDefault("language", "").Length == 0
            ? null
            : new ReportItem(path, content);
    }

    private static FaultItem Fault(string path, string description, string reason, string original) =>
        new(path, [new BadRequest.Types.FieldViolation { Field = path, Description = description, Reason = reason }], original[..Math.Min(original.Length, OriginalCharacters)]);
}
