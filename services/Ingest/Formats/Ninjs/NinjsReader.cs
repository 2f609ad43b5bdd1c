using System.Text.Json;
using Truceline.Ingest.Documents;
using Truceline.Ingest.Formats.Json;
using Truceline.Ingest.Formats.Web;

namespace Truceline.Ingest.Formats.Ninjs;

/// <summary>
/// Makes a report of a news object. Published is when its first version was made, else when its content was made, else when this version was; the version's time is when it was
/// updated. An object without a body is its description, as a picture is its caption.
/// </summary>
internal static class NinjsReader
{
    /// <summary>The report.</summary>
    /// <param name="source">The document.</param>
    /// <param name="item">A valid news object in it.</param>
    internal static ReportContent Read(JsonSource source, JsonElement item)
    {
        var body = NinjsTexts.Body(item);
        var description = NinjsTexts.Description(item);
        var version = Date(item, "versioncreated", "versionCreated");
        var published = First(Date(item, "firstcreated", "firstCreated"), Date(item, "contentcreated", "contentCreated"), version);
        var uri = Text(item, "uri");
        return new ReportContent
        {
            Text = TextOf(source, body ?? description),
            Summary = body is null ? "" : TextOf(source, description).Text,
            Title = First(NinjsTexts.Headline(item)?.GetString()!.Trim() ?? "", Text(item, "title")),
            ExternalId = uri,
            Url = Uri.TryCreate(uri, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? uri : "",
            Published = published,
            Updated = version == published ? "" : version,
            Outlet = Text(item, "copyrightholder", "copyrightHolder"),
            Bylines = First(Text(item, "byline"), Text(item, "by")) is { Length: > 0 } by ? [Author(by)] : [],
            DatelinePlace = Text(item, "located"),
            Language = Text(item, "language"),
            Withdrawn = Text(item, "pubstatus", "pubStatus") is "canceled" or "withheld",
            Fields = NinjsFields.Of(item),
        };
    }

    private static MappedText TextOf(JsonSource source, NinjsText? text)
    {
        if (text is null)
        {
            return new MappedText("", TextMap.Identity(0));
        }

        var written = source.TextOf(text.Value);
        if (!text.IsMarkup)
        {
            return written;
        }

        var plain = HtmlText.Of(written.Text);
        return new MappedText(plain.Text, plain.Map.Through(written.Map));
    }

    private static string Author(string by) => by.StartsWith("by ", StringComparison.OrdinalIgnoreCase) ? by[3..].TrimStart() : by;

    private static string Date(JsonElement item, params ReadOnlySpan<string> names) => DateText.Read(Text(item, names)) ?? "";

    private static string Text(JsonElement item, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String)
            {
                return value.GetString()!.Trim();
            }
        }

        return "";
    }

    private static string First(params ReadOnlySpan<string> values)
    {
        foreach (var value in values)
        {
            if (value.Length > 0)
            {
                return value;
            }
        }

        return "";
    }
}
