using System.Text.Json;

namespace Truceline.Ingest.Formats.Web;

/// <summary>What JSON-LD of schema.org says of an article (NewsArticle and its kin). Broken JSON says nothing.</summary>
internal sealed class LinkedData
{
    private const int Longest = 512 * 1024;
    private const int Deepest = 6;
    private const int MostNodes = 500;

    private static readonly string[] Articles =
    [
        "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "BackgroundNewsArticle", "OpinionNewsArticle", "ReviewNewsArticle", "AskPublicNewsArticle", "Article", "LiveBlogPosting",
        "BlogPosting", "SocialMediaPosting", "Report", "TechArticle", "ScholarlyArticle",
    ];

    private int _nodes;
    private bool _found;

    internal string Headline { get; private set; } = "";

    internal string Description { get; private set; } = "";

    internal string Url { get; private set; } = "";

    internal string Published { get; private set; } = "";

    internal string Modified { get; private set; } = "";

    internal string Publisher { get; private set; } = "";

    internal string Agency { get; private set; } = "";

    internal string Dateline { get; private set; } = "";

    internal string Language { get; private set; } = "";

    internal List<string> Authors { get; } = [];

    /// <summary>The first article in the scripts of a page.</summary>
    internal static LinkedData Read(IEnumerable<string> scripts)
    {
        var data = new LinkedData();
        foreach (var script in scripts)
        {
            if (!data._found && script.Length <= Longest)
            {
                data.Parse(script);
            }
        }

        return data;
    }

    private void Parse(string script)
    {
        try
        {
            using var json = JsonDocument.Parse(
                script.Trim().TrimEnd(';'), new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 });
            Visit(json.RootElement, 0);
        }
        catch (JsonException)
        {
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate in a string.
        }
    }

    private void Visit(JsonElement node, int depth)
    {
        if (_found || depth > Deepest || ++_nodes > MostNodes)
        {
            return;
        }

        if (node.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in node.EnumerateArray())
            {
                Visit(item, depth + 1);
            }
        }
        else if (node.ValueKind == JsonValueKind.Object)
        {
            if (Texts(Property(node, "@type")).Any(t => Articles.Contains(t[(t.LastIndexOf('/') + 1)..])))
            {
                Take(node);
                return;
            }

            foreach (var name in (ReadOnlySpan<string>)["@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item"])
            {
                Visit(Property(node, name), depth + 1);
            }
        }
    }

    private void Take(JsonElement article)
    {
        _found = true;
        Headline = First(article, "headline", "name", "alternativeHeadline");
        Description = First(article, "description", "abstract");
        Url = First(article, "url", "@id") is { Length: > 0 } url ? url : Names(Property(article, "mainEntityOfPage")).FirstOrDefault() ?? "";
        Published = First(article, "datePublished", "dateCreated", "uploadDate");
        Modified = First(article, "dateModified");
        Publisher = Names(Property(article, "publisher")).FirstOrDefault() ?? Names(Property(article, "isPartOf")).FirstOrDefault() ?? "";
        Agency = Names(Property(article, "sourceOrganization")).FirstOrDefault() ?? "";
        Dateline = First(article, "dateline");
        Language = First(article, "inLanguage");
        Authors.AddRange(Names(Property(article, "author")).Concat(Names(Property(article, "creator"))).Distinct().Take(12));
    }

    private static string First(JsonElement node, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Texts(Property(node, name)).FirstOrDefault(t => t.Length > 0) is { } text)
            {
                return text;
            }
        }

        return "";
    }

    private static IEnumerable<string> Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [Decoded(value.GetString()!)],
        JsonValueKind.Array => value.EnumerateArray().Take(20).Where(v => v.ValueKind == JsonValueKind.String).Select(v => Decoded(v.GetString()!)),
        JsonValueKind.Object when Property(value, "@value").ValueKind == JsonValueKind.String => [Decoded(Property(value, "@value").GetString()!)],
        _ => [],
    };

    // Persons and organisations: names, objects with a name, or lists of both.
    private static IEnumerable<string> Names(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().Take(20).SelectMany(v => v.ValueKind == JsonValueKind.Array ? [] : Names(v)),
        JsonValueKind.Object => Texts(Property(value, "name")).Concat(Texts(Property(value, "@id")).Where(id => Property(value, "name").ValueKind == JsonValueKind.Undefined && id.StartsWith("http", StringComparison.Ordinal))),
        _ => Texts(value),
    };

    private static JsonElement Property(JsonElement node, string name) =>
        node.ValueKind == JsonValueKind.Object && node.TryGetProperty(name, out var value) ? value : default;

    // Entities of HTML are often left in JSON.
    private static string Decoded(string text) => (text.Contains('&', StringComparison.Ordinal) || text.Contains('<', StringComparison.Ordinal) ? HtmlText.Of(text).Text : text).Trim();
}
