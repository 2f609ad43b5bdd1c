using System.Text.Json;

namespace Truceline.Ingest.Formats.Ninjs;

/// <summary>What a news object says that a report has no place for: every member that is a value, and the names in every list of named things.</summary>
internal static class NinjsFields
{
    private const int Most = 64;
    private const int Longest = 2000;

    private static readonly HashSet<string> Placed =
        ["uri", "headline", "headlines", "bodies", "descriptions", "byline", "by", "located", "language", "associations", "renditions", "standard", "$standard"];

    private static readonly string[] PlacedPrefixes = ["body_", "description_", "headline_"];

    /// <summary>The fields under their names in the document.</summary>
    internal static IReadOnlyDictionary<string, string> Of(JsonElement item)
    {
        var fields = new Dictionary<string, string>();
        foreach (var member in item.EnumerateObject())
        {
            var value = Placed.Contains(member.Name) || PlacedPrefixes.Any(p => member.Name.StartsWith(p, StringComparison.Ordinal)) ? "" : TextOf(member.Value);
            if (value.Length is > 0 and <= Longest && fields.Count < Most)
            {
                fields[member.Name] = value;
            }
        }

        return fields;
    }

    private static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String or JsonValueKind.Number => value.ToString().Trim(),
        JsonValueKind.Array => string.Join('\n', value.EnumerateArray().Select(NameOf).Where(n => n.Length > 0)),
        _ => "",
    };

    private static string NameOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String ? name.GetString()!.Trim() : "";
}
