using System.Runtime.CompilerServices;
using System.Text.Json;
using YamlDotNet.RepresentationModel;

namespace Truceline.GeoZone.FunctionalTests.Maps;

/// <summary>
/// The schemas that the Open Geospatial Consortium publishes (folder <c>Schemas</c>), with as much of JSON Schema as they use; a keyword that is not known here
/// fails the test, so that nothing goes unchecked.
/// </summary>
internal static class PublishedSchema
{
    private static readonly string[] Annotations = ["description", "title", "example", "examples", "default"];

    /// <summary>What is wrong with a document, by path; empty when it is valid.</summary>
    /// <param name="schema">Name of the schema's file, without its ending.</param>
    /// <param name="document">The document.</param>
    public static IReadOnlyList<string> Violations(string schema, JsonElement document)
    {
        var violations = new List<string>();
        Check(Load(schema + ".yaml"), document, "$", violations);
        return violations;
    }

    private static YamlMappingNode Load(string file, [CallerFilePath] string here = "")
    {
        using var reader = new StreamReader(Path.Combine(Path.GetDirectoryName(here)!, "Schemas", file));
        var yaml = new YamlStream();
        yaml.Load(reader);
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }

    private static void Check(YamlMappingNode schema, JsonElement value, string path, List<string> violations)
    {
        foreach (var (key, rule) in schema.Children)
        {
            var keyword = ((YamlScalarNode)key).Value!;
            var fault = keyword switch
            {
                _ when Annotations.Contains(keyword) => null,
                "$ref" => Delegated(Load(Text(rule)), value, path, violations),
                "type" => Types(rule).Any(t => IsOf(t, value)) ? null : $"is no {string.Join(" or ", Types(rule))}",
                "const" => value.ValueKind == JsonValueKind.String && value.GetString() == Text(rule) ? null : $"is not {Text(rule)}",
                "enum" => ((YamlSequenceNode)rule).Any(o => value.ValueKind == JsonValueKind.String && Text(o) == value.GetString()) ? null : "is none of the values",
                "required" => Missing((YamlSequenceNode)rule, value),
                "properties" => Properties((YamlMappingNode)rule, value, path, violations),
                "items" => Items((YamlMappingNode)rule, value, path, violations),
                "minItems" => value.ValueKind != JsonValueKind.Array || value.GetArrayLength() >= Number(rule) ? null : $"has fewer than {Text(rule)} items",
                "maxItems" => value.ValueKind != JsonValueKind.Array || value.GetArrayLength() <= Number(rule) ? null : $"has more than {Text(rule)} items",
                "minimum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() >= Number(rule) ? null : $"is less than {Text(rule)}",
                "maximum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() <= Number(rule) ? null : $"is more than {Text(rule)}",
                "format" => value.ValueKind != JsonValueKind.String || HasFormat(Text(rule), value.GetString()!) ? null : $"is no {Text(rule)}",
                "oneOf" => Fitting((YamlSequenceNode)rule, value, path) == 1 ? null : $"fits {Fitting((YamlSequenceNode)rule, value, path)} of the alternatives",
                "allOf" => Fitting((YamlSequenceNode)rule, value, path) == ((YamlSequenceNode)rule).Children.Count ? null : "does not fit all of what it must",
                _ => throw new NotSupportedException($"The schema has the keyword {keyword}, which is not checked here."),
            };
            if (fault is not null)
                violations.Add($"{path} {fault}");
        }
    }

    private static string? Delegated(YamlMappingNode schema, JsonElement value, string path, List<string> violations)
    {
        Check(schema, value, path, violations);
        return null;
    }

    private static string? Missing(YamlSequenceNode names, JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && names.Select(Text).FirstOrDefault(n => !value.TryGetProperty(n, out _)) is { } missing ? $"lacks {missing}" : null;

    private static string? Properties(YamlMappingNode properties, JsonElement value, string path, List<string> violations)
    {
        foreach (var (name, schema) in properties.Children)
        {
            if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty(Text(name), out var member))
                Check((YamlMappingNode)schema, member, $"{path}.{Text(name)}", violations);
        }
        return null;
    }

    private static string? Items(YamlMappingNode schema, JsonElement value, string path, List<string> violations)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var (item, index) in value.EnumerateArray().Select((item, index) => (item, index)))
                Check(schema, item, $"{path}[{index}]", violations);
        }
        return null;
    }

    private static int Fitting(YamlSequenceNode schemas, JsonElement value, string path) => schemas.Cast<YamlMappingNode>().Count(schema =>
    {
        var violations = new List<string>();
        Check(schema, value, path, violations);
        return violations.Count == 0;
    });

    private static IEnumerable<string> Types(YamlNode rule) => rule is YamlSequenceNode several ? several.Select(Text) : [Text(rule)];

    private static bool IsOf(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => throw new NotSupportedException($"The schema has the type {type}."),
    };

    private static bool HasFormat(string format, string text) => format switch
    {
        "date-time" => DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out _) && text.Contains('T', StringComparison.Ordinal),
        "uri-reference" => Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out _),
        _ => throw new NotSupportedException($"The schema has the format {format}."),
    };

    private static string Text(YamlNode node) => ((YamlScalarNode)node).Value ?? "";

    private static double Number(YamlNode node) => double.Parse(Text(node), System.Globalization.CultureInfo.InvariantCulture);
}
