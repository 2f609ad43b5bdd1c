using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Truceline.Ingest.Documents;
using Truceline.Ingest.Formats.Feeds.Json;

namespace Truceline.Ingest.Formats.Feeds;

/// <summary>JSON Feed 1.0 and 1.1.</summary>
internal sealed partial class JsonFeedFormat : IDocumentFormat
{
    public string Name => "json-feed";

    public FormatMatch Match(DocumentHead head) =>
        !head.Text.AsSpan().TrimStart().StartsWith("{", StringComparison.Ordinal) ? FormatMatch.None
        : Version().IsMatch(head.Text) ? FormatMatch.Certain
        : Items().IsMatch(head.Text) && Members().IsMatch(head.Text) ? FormatMatch.Likely
        : FormatMatch.None;

    public async IAsyncEnumerable<DocumentItem> ReadAsync(DocumentContent document, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (text, _) = await document.ReadTextAsync(cancellationToken);
        foreach (var item in FeedItems.Of(JsonFeedParser.Parse(text, document.Limits), document, cancellationToken))
        {
            yield return item;
        }
    }

    [GeneratedRegex(@"""version""\s{0,20}:\s{0,20}""https?:\\?/\\?/(?:www\.)?jsonfeed\.org\\?/version\\?/")]
    private static partial Regex Version();

    [GeneratedRegex(@"""items""\s{0,20}:\s{0,20}\[")]
    private static partial Regex Items();

    // What a feed without the version's address has beside its items.
    [GeneratedRegex(@"""(?:feed_url|home_page_url|content_html|content_text|date_published)""\s{0,20}:")]
    private static partial Regex Members();
}
