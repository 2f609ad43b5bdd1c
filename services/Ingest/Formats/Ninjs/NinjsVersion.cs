using System.Text.Json;
using System.Text.RegularExpressions;
using Truceline.Ingest.Formats.JsonSchemas;

namespace Truceline.Ingest.Formats.Ninjs;

/// <summary>A version of ninjs and its schema. Immutable.</summary>
/// <param name="name">Its number, e.g. <c>2.1</c>; drafts have names such as <c>dev_0.1_v2.1</c>.</param>
/// <param name="schema">The schema that the IPTC published for it.</param>
internal sealed class NinjsVersion(string name, SchemaDocument schema)
{
    private readonly HashSet<string> _members = [.. Part(schema, "properties").Select(p => p.Name)];
    private readonly Regex[] _patterns = [.. Part(schema, "patternProperties").Select(p => new Regex(p.Name, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant))];

    /// <summary>Its number.</summary>
    internal string Name { get; } = name;

    /// <summary>Its schema.</summary>
    internal SchemaDocument Schema { get; } = schema;

    /// <summary>Whether it is a draft of the working group, and no published version.</summary>
    internal bool IsDraft { get; } = name.StartsWith("dev", StringComparison.Ordinal);

    /// <summary>1, 2 or 3: lists with one member a role, lists of objects, and the same in camel case.</summary>
    internal char Generation { get; } = name[name.IndexOf('.', name.LastIndexOf('v') + 1) - 1];

    /// <summary>The member in which a document says which version it is of; null before 1.3, which had none.</summary>
    internal string? Declaration => _members.Contains("standard") ? "standard" : _members.Contains("$standard") ? "$standard" : null;

    /// <summary>How many members of a document this version does not have.</summary>
    internal int Unknown(JsonElement document) =>
        document.EnumerateObject().Count(m => !_members.Contains(m.Name) && !_patterns.Any(p => p.IsMatch(m.Name)));

    private static IEnumerable<JsonProperty> Part(SchemaDocument schema, string keyword)
    {
        var root = schema.Root.TryGetProperty("properties", out _) ? schema.Root : schema.Part("/$defs/ninjsType");
        return root.TryGetProperty(keyword, out var part) ? part.EnumerateObject() : default(JsonElement.ObjectEnumerator);
    }
}
