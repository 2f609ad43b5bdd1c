using System.Text.Json;
using Truceline.Ingest.Formats.Feeds;

namespace Truceline.Evaluation.Feeds;

/// <summary>The four ways in which the set writes what it expects: as RSS, as Atom, as JSON Feed, and as its universal feed.</summary>
internal static class Dialects
{
    private static readonly FeedEntry Missing = new("missing");

    internal static void Universal(Comparison compare, JsonElement expected, ReadFeed read)
    {
        var head = read.Head;
        compare.Text("titles", "feed", Comparison.Value(expected, "title"), head.Title.Value.Text);
        compare.Text("descriptions of feeds", "feed", Comparison.Value(expected, "description"), head.Description.Value.Text);
        compare.Text("languages", "feed", Comparison.Value(expected, "language"), head.Language);
        compare.Text("links", "feed link", Comparison.Value(expected, "link"), head.Link);
        compare.Text("links", "feed feedLink", Comparison.Value(expected, "feedLink"), head.Links.LastOrDefault(l => l.Relation == "self")?.Href ?? "");
        compare.Text("links", "feed links", Joined(expected, "links"), Hrefs(head.Links));

        // A JSON feed has no dates of its own: the set gives it those of its first item.
        var first = head.Version.StartsWith("json", StringComparison.Ordinal) ? read.Entries.FirstOrDefault() : null;
        compare.Date("feed", expected, "published", first?.Published ?? head.Published, evenIfUnexpected: true);
        compare.Date("feed", expected, "updated", first?.Updated ?? head.Updated, evenIfUnexpected: true);
        compare.Persons("authors", "feed", expected, "authors", head.Authors, evenIfUnexpected: true);
        Entries(compare, expected, "items", read, (where, item, entry) =>
        {
            compare.Text("titles", where, Comparison.Value(item, "title"), entry.Title.Value.Text);
            compare.Text("contents", $"{where} content", Comparison.Value(item, "content"), entry.Content.Value.Text);
            compare.Text("contents", $"{where} description", Comparison.Value(item, "description"), entry.Summary.Value.Text);
            compare.Text("links", $"{where} link", Comparison.Value(item, "link"), entry.Link);
            compare.Text("links", $"{where} links", Joined(item, "links"), Hrefs(entry.Links.Where(l => l.Relation != "enclosure")));
            compare.Text("ids", where, Comparison.Value(item, "guid"), item.TryGetProperty("guid", out _) ? entry.Id : "");
            compare.Date(where, item, "published", entry.Published, evenIfUnexpected: true);
            compare.Date(where, item, "updated", entry.Updated, evenIfUnexpected: true);
            compare.Persons("authors", where, item, "authors", entry.Authors, evenIfUnexpected: true);
        });
    }

    internal static void Rss(Comparison compare, JsonElement expected, ReadFeed read)
    {
        var head = read.Head;
        compare.TextIfExpected("titles", "feed", expected, "title", head.Title.Value.Text);
        compare.TextIfExpected("descriptions of feeds", "feed", expected, "description", head.Description.Value.Text);
        compare.TextIfExpected("languages", "feed", expected, "language", head.Language);
        compare.TextIfExpected("links", "feed link", expected, "link", head.Link);
        compare.Text("links", "feed links", Joined(expected, "links"), Hrefs(head.Links));
        compare.Date("feed", expected, "pubDate", head.Published);
        compare.Date("feed", expected, "lastBuildDate", head.Updated);
        compare.TextIfExpected("authors", "feed managingEditor", expected, "managingEditor", Written(head.Authors));
        compare.TextIfExpected("authors", "feed webMaster", expected, "webMaster", Written(head.Authors));
        Entries(compare, expected, "items", read, (where, item, entry) =>
        {
            compare.TextIfExpected("titles", where, item, "title", entry.Title.Value.Text);
            compare.TextIfExpected("contents", $"{where} content", item, "content", entry.Content.Value.Text);
            compare.TextIfExpected("contents", $"{where} description", item, "description", entry.Summary.Value.Text);
            compare.TextIfExpected("links", $"{where} link", item, "link", entry.Link);
            compare.Text("links", $"{where} links", Joined(item, "links"), Hrefs(entry.Links));
            compare.TextIfExpected("authors", where, item, "author", Written(entry.Authors));
            compare.Date(where, item, "pubDate", entry.Published);
            if (item.TryGetProperty("guid", out var guid))
            {
                compare.TextIfExpected("ids", where, guid, "value", entry.Id);
            }

            if (item.TryGetProperty("source", out var source))
            {
                compare.TextIfExpected("titles", $"{where} source", source, "title", entry.Source?.Title.Value.Text ?? "");
                compare.TextIfExpected("links", $"{where} source", source, "url", entry.Source is { Links: [var link] } ? link.Href : "");
            }
        });
    }

    internal static void Atom(Comparison compare, JsonElement expected, ReadFeed read)
    {
        AtomFeed(compare, "feed", expected, read.Head);
        Entries(compare, expected, "entries", read, (where, item, entry) =>
        {
            compare.TextIfExpected("titles", where, item, "title", entry.Title.Value.Text);
            compare.TextIfExpected("ids", where, item, "id", entry.Id);
            compare.TextIfExpected("contents", $"{where} summary", item, "summary", entry.Summary.Value.Text);
            if (item.TryGetProperty("content", out var content))
            {
                compare.TextIfExpected("contents", $"{where} content", content, "value", entry.Content.Value.Text);
            }

            compare.Text("links", where, Relations(item), Relations(entry.Links));
            compare.Date(where, item, "published", entry.Published);
            compare.Date(where, item, "updated", entry.Updated);
            compare.Persons("authors", where, item, "authors", entry.Authors, evenIfUnexpected: true);
            compare.Persons("contributors", where, item, "contributors", entry.Contributors, evenIfUnexpected: true);
            if (item.TryGetProperty("source", out var source))
            {
                AtomFeed(compare, $"{where} source", source, entry.Source ?? new Feed { Version = "" });
            }
        });
    }

    internal static void Json(Comparison compare, JsonElement expected, ReadFeed read)
    {
        compare.TextIfExpected("titles", "feed", expected, "title", read.Head.Title.Value.Text);
        compare.TextIfExpected("descriptions of feeds", "feed", expected, "description", read.Head.Description.Value.Text);
        compare.Text("links", "feed", $"{Comparison.Value(expected, "home_page_url")} {Comparison.Value(expected, "feed_url")}".Trim(), Hrefs(read.Head.Links));
        JsonAuthors(compare, "feed", expected, read.Head.Authors);
        Entries(compare, expected, "items", read, (where, item, entry) =>
        {
            compare.TextIfExpected("titles", where, item, "title", entry.Title.Value.Text);
            compare.TextIfExpected("ids", where, item, "id", entry.Id);
            compare.TextIfExpected("contents", $"{where} content", item, item.TryGetProperty("content_html", out _) ? "content_html" : "content_text", entry.Content.Value.Text);
            compare.TextIfExpected("contents", $"{where} summary", item, "summary", entry.Summary.Value.Text);
            compare.Text("links", where, $"{Comparison.Value(item, "url")} {Comparison.Value(item, "external_url")}".Trim(), Hrefs(entry.Links));
            compare.Date(where, item, "date_published", entry.Published);
            compare.Date(where, item, "date_modified", entry.Updated);
            JsonAuthors(compare, where, item, entry.Authors);
        });
    }

    private static void AtomFeed(Comparison compare, string where, JsonElement expected, Feed head)
    {
        compare.TextIfExpected("titles", where, expected, "title", head.Title.Value.Text);
        compare.TextIfExpected("ids", where, expected, "id", head.Id);
        compare.TextIfExpected("descriptions of feeds", where, expected, "subtitle", head.Description.Value.Text);
        compare.TextIfExpected("languages", where, expected, "language", head.Language);
        compare.Text("links", where, Relations(expected), Relations(head.Links));
        compare.Date(where, expected, "updated", head.Updated);
        compare.Persons("authors", where, expected, "authors", head.Authors, evenIfUnexpected: true);
    }

    private static void JsonAuthors(Comparison compare, string where, JsonElement expected, IReadOnlyList<FeedPerson> read)
    {
        if (expected.TryGetProperty("authors", out _))
        {
            compare.Persons("authors", where, expected, "authors", read);
        }
        else if (expected.TryGetProperty("author", out var author))
        {
            compare.Text("authors", where, $"{Comparison.Value(author, "name")}|{Comparison.Value(author, "url")}", string.Join(", ", read.Select(p => $"{p.Name}|{p.Uri}")));
        }
    }

    private static void Entries(Comparison compare, JsonElement expected, string name, ReadFeed read, Action<string, JsonElement, FeedEntry> each)
    {
        var items = Comparison.Elements(expected, name).ToList();
        compare.Text("entries", "count", $"{items.Count}", $"{read.Entries.Count}");
        foreach (var (index, item) in items.Index())
        {
            each($"{name}[{index}]", item, read.Entries.ElementAtOrDefault(index) ?? Missing);
        }
    }

    private static string Joined(JsonElement json, string name) => string.Join(' ', Comparison.Elements(json, name).Select(l => l.GetString()));

    private static string Hrefs(IEnumerable<FeedLink> links) => string.Join(' ', links.Select(l => l.Href));

    // A link without an address leads nowhere: the set lists some, for their other attributes.
    private static string Relations(JsonElement json) =>
        string.Join(' ', Comparison.Elements(json, "links").Where(l => Comparison.Value(l, "href").Length > 0).Select(l => $"{Comparison.Value(l, "rel")}={Comparison.Value(l, "href")}"));

    private static string Relations(IEnumerable<FeedLink> links) => string.Join(' ', links.Select(l => $"{l.Relation}={l.Href}"));

    // The set keeps a person of RSS in one string.
    private static string Written(IReadOnlyList<FeedPerson> persons) =>
        string.Join(", ", persons.Select(p => p.Email.Length == 0 ? p.Name : p.Name.Length == 0 ? p.Email : $"{p.Email} ({p.Name})"));
}
