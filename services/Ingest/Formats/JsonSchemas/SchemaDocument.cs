using System.Text.Json;

namespace Truceline.Ingest.Formats.JsonSchemas;

/// <summary>A JSON schema that was read. Immutable, safe for many threads.</summary>
internal sealed class SchemaDocument
{
    private SchemaDocument(JsonElement root)
    {
        Root = root;
        Id = StringOf(root, "$id") ?? StringOf(root, "id") ?? "";
        Draft = DraftOf(StringOf(root, "$schema") ?? "");
    }

    /// <summary>The schema itself.</summary>
    internal JsonElement Root { get; }

    /// <summary>Its address, without an empty fragment; empty when it has none.</summary>
    internal string Id { get => field; private init => field = value.TrimEnd('#'); }

    /// <summary>Which draft it is written in: 3, 4, 6, 7, 2019 or 2020. They differ in <c>required</c>, in what stands beside a <c>$ref</c> and in whether 1.0 is an integer.</summary>
    internal int Draft { get; }

    /// <summary>Reads a schema.</summary>
    internal static SchemaDocument Read(Stream json) => new(JsonElement.Parse(ReadAll(json)));

    /// <summary>A part of it.</summary>
    /// <param name="fragment">A JSON pointer, e.g. <c>/$defs/place</c>; empty for the whole.</param>
    internal JsonElement Part(string fragment)
    {
        var part = Root;
        foreach (var step in fragment.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            part = part.GetProperty(step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal));
        }

        return part;
    }

    private static int DraftOf(string address) => address switch
    {
        _ when address.Contains("draft-03", StringComparison.Ordinal) => 3,
        _ when address.Contains("draft-04", StringComparison.Ordinal) => 4,
        _ when address.Contains("draft-06", StringComparison.Ordinal) => 6,
        _ when address.Contains("draft-07", StringComparison.Ordinal) => 7,
        _ when address.Contains("2019-09", StringComparison.Ordinal) => 2019,
        _ => 2020,
    };

    private static string? StringOf(JsonElement schema, string member) =>
        schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static byte[] ReadAll(Stream json)
    {
        using var bytes = new MemoryStream();
        json.CopyTo(bytes);
        return bytes.ToArray();
    }
}
