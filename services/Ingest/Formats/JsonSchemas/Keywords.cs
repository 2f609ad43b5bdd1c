using System.Text.Json;

namespace Truceline.Ingest.Formats.JsonSchemas;

/// <summary>Which keywords of schemas are known.</summary>
internal static class Keywords
{
    private static readonly HashSet<string> Rules =
    [
        "$ref", "type", "enum", "const", "pattern", "minimum", "maximum", "required", "minItems", "maxItems", "minLength", "maxLength",
    ];

    private static readonly HashSet<string> Schemas = ["items", "additionalProperties", "unevaluatedProperties", "not"];

    private static readonly HashSet<string> Lists = ["allOf", "anyOf", "oneOf"];

    private static readonly HashSet<string> Maps = ["properties", "patternProperties", "$defs", "definitions"];

    // They say something to people only.
    private static readonly HashSet<string> Notes = ["$schema", "$id", "id", "title", "description", "x-says", "description_old", "format", "default", "examples", "$comment"];

    /// <summary>Walks through a schema.</summary>
    /// <exception cref="NotSupportedException">It has a keyword that is not known.</exception>
    internal static void Check(JsonElement schema)
    {
        if (schema.ValueKind == JsonValueKind.Array)
        {
            CheckAll(schema.EnumerateArray());
        }

        if (schema.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var keyword in schema.EnumerateObject())
        {
            if (Schemas.Contains(keyword.Name))
            {
                Check(keyword.Value);
            }
            else if (Lists.Contains(keyword.Name))
            {
                CheckAll(keyword.Value.EnumerateArray());
            }
            else if (Maps.Contains(keyword.Name))
            {
                CheckAll(keyword.Value.EnumerateObject().Select(p => p.Value));
            }
            else if (!Rules.Contains(keyword.Name) && !Notes.Contains(keyword.Name))
            {
                throw new NotSupportedException($"The keyword {keyword.Name} of JSON schema is not known.");
            }
        }
    }

    private static void CheckAll(IEnumerable<JsonElement> schemas)
    {
        foreach (var schema in schemas)
        {
            Check(schema);
        }
    }
}
