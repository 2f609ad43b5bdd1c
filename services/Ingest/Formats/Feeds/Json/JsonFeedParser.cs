using System.Text;
using Truceline.Ingest.Documents;

namespace Truceline.Ingest.Formats.Feeds.Json;

/// <summary>JSON Feed 1.0 and 1.1 (jsonfeed.org). Comments and commas too many are forgiven; a field of the wrong type counts as absent.</summary>
internal static class JsonFeedParser
{
    /// <summary>The feed. Its head is read at once; where its items stand is noted, and each is read when it is asked for.</summary>
    /// <param name="text">The document.</param>
    /// <param name="limits">How deep, and how long an item may be.</param>
    internal static ParsedFeed Parse(string text, DocumentLimits limits)
    {
        var outline = JsonOutline.Of(text, limits.Depth);
        var head = new JsonFields(outline.Head);
        return new ParsedFeed(Head(head), Items(text, outline, limits));
    }

    private static Feed Head(JsonFields head) => new()
    {
        Version = head.Line("version").Split('/')[^1] is { Length: > 0 and <= 8 } version ? $"json-feed-{version}" : "json-feed",
        Title = head.Text(FeedTextKind.Plain, "title"),
        Description = head.Text(FeedTextKind.Plain, "description"),
        Language = head.Line("language"),
        Links = head.Links(("home_page_url", FeedLink.Alternate), ("feed_url", "self")),
        Authors = head.Authors(),
    };

    private static IEnumerable<FeedItem> Items(string text, JsonOutline outline, DocumentLimits limits)
    {
        var bytes = outline.Bytes;
        var characters = new CharacterCount(bytes);
        foreach (var (index, (start, end)) in outline.Items.Index())
        {
            var (from, to) = (characters.Before(start), characters.Before(end));
            var path = $"/items/{index}";
            if (to - from > limits.ItemCharacters)
            {
                yield return new FeedFault(path, $"It must be at most {limits.ItemCharacters} characters.", "TOO_LARGE", text.Substring(from, Math.Min(to - from, 64 * 1024)));
            }
            else if (bytes[start] != '{')
            {
                yield return new FeedFault(path, "It must be an object.", "WRONG_TYPE", text.Substring(from, Math.Min(to - from, 64 * 1024)));
            }
            else
            {
                yield return Entry(path, new JsonFields(JsonNode.Read(text[from..to], from, limits.Depth)));
            }
        }

        if (outline.Fault is { } fault)
        {
            throw fault;
        }
    }

    private static FeedEntry Entry(string path, JsonFields item) => new(path)
    {
        Id = item.Line("id"),
        IsIdLink = true,
        Title = item.Text(FeedTextKind.Plain, "title"),
        Content = item.Text(FeedTextKind.Html, "content_html") is { IsEmpty: false } html ? html : item.Text(FeedTextKind.Plain, "content_text"),
        Summary = item.Text(FeedTextKind.Plain, "summary"),
        Links = item.Links(("url", FeedLink.Alternate), ("external_url", "related")),
        Authors = item.Authors(),
        Published = item.Line("date_published"),
        Updated = item.Line("date_modified"),
        Language = item.Line("language"),
        Categories = item.Lines("tags"),
        Enclosures = item.Lines("attachments", "url"),
    };

    // Turns places in UTF-8 into places in the text, going forward only.
    private sealed class CharacterCount(byte[] bytes)
    {
        private int _bytes;
        private int _characters;

        internal int Before(int place)
        {
            _characters += Encoding.UTF8.GetCharCount(bytes, _bytes, place - _bytes);
            _bytes = place;
            return _characters;
        }
    }
}
