using System.Text.Json;

namespace Truceline.Ingest.Formats.Ninjs;

/// <summary>Finds headline, body and description of a news object: members with a suffix in 1.x, lists of objects with role and media type since 2.0.</summary>
internal static class NinjsTexts
{
    private static readonly string[] PlainSuffixes = ["text", "plain", "txt"];
    private static readonly string[] MarkupSuffixes = ["html", "xhtml", "xml", "nitf"];

    /// <summary>The main headline; null when there is none.</summary>
    internal static JsonElement? Headline(JsonElement item) =>
        (item.TryGetProperty("headline", out var headline) && IsText(headline) ? (JsonElement?)headline : null) ?? Find(item, "headline_", "headlines")?.Value;

    /// <summary>The body, plain rather than with markup; null when there is none.</summary>
    internal static NinjsText? Body(JsonElement item) => Find(item, "body_", "bodies");

    /// <summary>The description or caption; null when there is none.</summary>
    internal static NinjsText? Description(JsonElement item) => Find(item, "description_", "descriptions");

    private static NinjsText? Find(JsonElement item, string prefix, string list)
    {
        var texts = item.EnumerateObject().Where(m => m.Name.StartsWith(prefix, StringComparison.Ordinal))
            .Select(m => Of(m.Value, m.Name[prefix.Length..], m.Name[prefix.Length..]));
        if (item.TryGetProperty(list, out var objects) && objects.ValueKind == JsonValueKind.Array)
        {
            texts = texts.Concat(objects.EnumerateArray().Select(o => Of(Member(o, "value"), Text(o, "role"), Text(o, "contenttype", "contentType"))));
        }

        return texts.OfType<NinjsText>().OrderBy(t => t.Rank).FirstOrDefault();
    }

    private static NinjsText? Of(JsonElement value, string role, string type)
    {
        if (!IsText(value))
        {
            return null;
        }

        var markup = Names(type, MarkupSuffixes) || (!Names(type, PlainSuffixes) && LooksLikeMarkup(value.GetString()!));
        var rank = (role is "" or "main" || Names(role, PlainSuffixes) || Names(role, MarkupSuffixes) ? 0 : 2) + (markup ? 1 : 0);
        return new NinjsText(value, markup, rank);
    }

    private static bool Names(string type, string[] kinds) => kinds.Any(k => type.EndsWith(k, StringComparison.OrdinalIgnoreCase));

    private static bool LooksLikeMarkup(string value) => value.Contains("</", StringComparison.Ordinal) || value.Contains("/>", StringComparison.Ordinal);

    private static bool IsText(JsonElement value) => value.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(value.GetString());

    private static JsonElement Member(JsonElement item, string name) => item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var value) ? value : default;

    private static string Text(JsonElement item, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Member(item, name) is { ValueKind: JsonValueKind.String } value)
            {
                return value.GetString()!;
            }
        }

        return "";
    }
}

/// <summary>One text of a news object.</summary>
/// <param name="Value">The string.</param>
/// <param name="IsMarkup">Whether it is HTML or its kin, and no plain text.</param>
/// <param name="Rank">The least is the best: the main one before others, plain before markup.</param>
internal sealed record NinjsText(JsonElement Value, bool IsMarkup, int Rank);
