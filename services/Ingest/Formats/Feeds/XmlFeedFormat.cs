using System.Runtime.CompilerServices;
using Truceline.Ingest.Documents;
using Truceline.Ingest.Formats.Feeds.Xml;

namespace Truceline.Ingest.Formats.Feeds;

/// <summary>RSS and Atom: what they have in common.</summary>
internal abstract class XmlFeedFormat(string name, bool isAtom) : IDocumentFormat
{
    public string Name => name;

    public FormatMatch Match(DocumentHead head) =>
        FeedRoot.Find(head.Text) is not { } root || root.IsAtom != isAtom ? FormatMatch.None
        : root.IsCertain ? FormatMatch.Certain
        : FormatMatch.Likely;

    public async IAsyncEnumerable<DocumentItem> ReadAsync(DocumentContent document, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (text, _) = await document.ReadTextAsync(cancellationToken);
        DeclaredEntities.Refuse(text);
        var root = FeedRoot.Find(text) ?? throw new DocumentRefusedException("document", "It has no root element of a feed.", "MALFORMED");
        foreach (var item in FeedItems.Of(XmlFeed.Parse(text, root, document.Limits), document, cancellationToken))
        {
            yield return item;
        }
    }
}

/// <summary>RSS 0.9x, 1.0 and 2.0.</summary>
internal sealed class RssFormat() : XmlFeedFormat("rss", isAtom: false);

/// <summary>Atom 0.3 and 1.0; a feed, or an entry alone.</summary>
internal sealed class AtomFormat() : XmlFeedFormat("atom", isAtom: true);
