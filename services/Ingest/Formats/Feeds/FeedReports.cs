using Google.Rpc;
using Truceline.Ingest.Documents;
using Truceline.Ingest.Formats.Feeds.Markup;
using Truceline.Ingest.Formats.Feeds.Xml;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.Formats.Feeds;

/// <summary>Makes reports of the entries of a feed. Pure.</summary>
internal static class FeedReports
{
    private const int LongestAddress = 2048;

    /// <summary>The entry as a report: its body, or else its summary, or else its title, is the text.</summary>
    /// <param name="head">The feed.</param>
    /// <param name="item">One of its entries.</param>
    /// <param name="hints">Where the feed was found: relative links are resolved against it.</param>
    internal static DocumentItem Of(Feed head, FeedItem item, DocumentHints hints)
    {
        if (item is not FeedEntry entry)
        {
            var fault = (FeedFault)item;
            return Fault(fault.Path, "entry", fault.Description, fault.Reason, fault.Original);
        }

        var content = entry.Content.Kind == FeedTextKind.Other ? FeedText.None : entry.Content;
        var body = MarkupText.Of(content);
        var summary = MarkupText.Of(entry.Summary);
        var title = MarkupText.LineOf(entry.Title);
        var text = body.Text.Length > 0 ? body : summary.Text.Length > 0 ? summary : MarkupText.Of(entry.Title);
        if (text.Text.Length == 0)
        {
            return Fault(entry.Path, "text", "It must have a title or a text.", "NO_TEXT");
        }

        var published = DateText.Read(entry.Published) ?? "";
        var updated = DateText.Read(entry.Updated) ?? "";
        return new ReportItem(entry.Path, new ReportContent
        {
            Text = text,
            Title = title,
            Summary = body.Text.Length > 0 && summary.Text != body.Text ? summary.Text : "",
            Url = AddressOf(head, entry, hints),
            ExternalId = entry.Id,
            Published = published.Length > 0 ? published : updated,
            Updated = updated == published ? "" : updated,
            Outlet = OutletOf(head, entry),
            Bylines = BylinesOf(head, entry),
            Language = LanguageTag(entry.Language.Length > 0 ? entry.Language : head.Language),
            Fields = FeedFields.Of(entry),
            Format = head.Version,
        });
    }

    // The link, or the id when it may be one; relative to the document's address, or to what the feed is about.
    private static string AddressOf(Feed head, FeedEntry entry, DocumentHints hints)
    {
        string[] candidates = [Related(FeedLink.Original), entry.Link, entry.IsIdLink ? entry.Id : "", Related("related")];
        return candidates.Where(c => c.Length > 0)
            .Select(c => c.StartsWith("//", StringComparison.Ordinal) && hints.Url.Length + head.Link.Length == 0 ? $"https:{c}" : c)
            .Select(c => ReferenceEquals(c, entry.Id) ? c : Links.Resolve(Links.Resolve(c, hints.Url), head.Link))
            .FirstOrDefault(IsWebAddress) ?? "";

        string Related(string relation) => entry.Links.FirstOrDefault(l => l.Relation == relation)?.Href ?? "";
    }

    private static bool IsWebAddress(string address) =>
        address.Length <= LongestAddress && Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);

    private static string OutletOf(Feed head, FeedEntry entry) =>
        new[] { entry.Source is null ? "" : MarkupText.LineOf(entry.Source.Title), entry.Publisher, MarkupText.LineOf(head.Title) }.FirstOrDefault(o => o.Length > 0) ?? "";

    // An entry without authors has those of the feed that it was taken from (RFC 4287 section 4.2.1); RSS's editor of the channel is no author of its items.
    private static IReadOnlyList<string> BylinesOf(Feed head, FeedEntry entry)
    {
        var inherited = entry.Source?.Authors is { Count: > 0 } source ? source : head.Version.StartsWith("rss", StringComparison.Ordinal) ? [] : head.Authors;
        return [.. (entry.Authors.Count > 0 ? entry.Authors : inherited).Select(a => MarkupText.LineOf(a.Name)).Where(n => n.Length > 0).Distinct()];
    }

    // "en_us " is "en-us"; what is no tag at all says nothing.
    private static string LanguageTag(string written)
    {
        var tag = written.Trim().Replace('_', '-');
        return tag.Length is >= 2 and <= 35 && tag.Split('-') is var parts && parts.All(p => p.Length is >= 1 and <= 8 && p.All(char.IsAsciiLetterOrDigit)) && parts[0].Length is 2 or 3
            ? tag
            : "";
    }

    private static FaultItem Fault(string path, string field, string description, string reason, string original = "") =>
        new(path, [new BadRequest.Types.FieldViolation { Field = field, Description = description, Reason = reason }], original);
}
