using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Truceline.Ingest.Formats.JsonSchemas;

/// <content>What a single value may be.</content>
internal sealed partial class SchemaValidator
{
    private static readonly ConcurrentDictionary<string, Regex> Patterns = [];

    private static bool CheckType(Rule rule, JsonElement value, JsonPath path, SchemaFaults? faults)
    {
        if (rule.Find("type") is not { } type)
        {
            return true;
        }

        var allowed = type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(t => t.GetString()!).ToArray() : [type.GetString()!];
        return allowed.Any(t => Is(value, t, rule.Document.Draft)) || Refuse(faults, path, $"It must be {Article(string.Join(" or ", allowed))}, not {Article(Name(value.ValueKind))}.");
    }

    private static bool CheckBounds(Rule rule, JsonElement value, JsonPath path, SchemaFaults? faults)
    {
        var right = true;
        if (rule.Find("enum") is { } values && !values.EnumerateArray().Any(v => JsonElement.DeepEquals(v, value)))
        {
            right = Refuse(faults, path, $"It must be one of {string.Join(", ", values.EnumerateArray().Select(v => v.ToString()))}.");
        }

        if (rule.Find("const") is { } only && !JsonElement.DeepEquals(only, value))
        {
            right = Refuse(faults, path, $"It must be {only}.");
        }

        if (value.ValueKind == JsonValueKind.String && rule.Find("pattern") is { } pattern && !PatternOf(pattern.GetString()!).IsMatch(value.GetString()!))
        {
            right = Refuse(faults, path, rule.Says ?? $"It must match {pattern}.");
        }

        if (value.ValueKind == JsonValueKind.String)
        {
            right &= CheckLength(rule, value, path, faults);
        }

        if (value.ValueKind == JsonValueKind.Number && rule.Find("minimum") is { } least && value.GetDouble() < least.GetDouble())
        {
            right = Refuse(faults, path, $"It must be at least {least}.");
        }

        if (value.ValueKind == JsonValueKind.Number && rule.Find("maximum") is { } most && value.GetDouble() > most.GetDouble())
        {
            right = Refuse(faults, path, $"It must be at most {most}.");
        }

        return right;
    }

    // Lengths count code points.
    private static bool CheckLength(Rule rule, JsonElement value, JsonPath path, SchemaFaults? faults)
    {
        var (least, most) = (rule.Find("minLength"), rule.Find("maxLength"));
        if (least is null && most is null)
        {
            return true;
        }

        var length = value.GetString()!.EnumerateRunes().Count();
        return length >= (least?.GetInt32() ?? 0) && length <= (most?.GetInt32() ?? int.MaxValue)
            || Refuse(faults, path, $"It must have {least?.GetInt32() ?? 0} to {most?.ToString() ?? "any number of"} characters.");
    }

    // The schemas' patterns have neither look-around nor back references: they run in linear time whatever the value.
    private static Regex PatternOf(string pattern) =>
        Patterns.GetOrAdd(pattern, p => new Regex(p, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant));

    private static bool Is(JsonElement value, string type, int draft) => type switch
    {
        "any" => true,
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && IsInteger(value, draft),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => false,
    };

    private static bool IsInteger(JsonElement value, int draft) =>
        draft < 6 ? !value.GetRawText().AsSpan().ContainsAny('.', 'e', 'E') : double.IsInteger(value.GetDouble());

    private static string Name(JsonValueKind kind) => kind switch
    {
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Null => "null",
        _ => kind.ToString().ToLowerInvariant(),
    };

    private static string Article(string noun) => noun == "null" ? noun : noun[0] is 'a' or 'i' or 'o' ? $"an {noun}" : $"a {noun}";
}
