using System.Text.Json;

namespace Truceline.Ingest.Formats.JsonSchemas;

/// <summary>
/// Validates JSON against JSON schemas of the drafts 3 to 2020-12 (https://json-schema.org/specification-links), each by its own draft's rules. It knows the keywords
/// that <see cref="Keywords"/> lists and refuses to be made with a schema that has another one, so that nothing is passed over in silence. <c>format</c> is an
/// annotation, as the drafts allow. Safe for many threads.
/// </summary>
internal sealed partial class SchemaValidator
{
    private readonly Dictionary<string, SchemaDocument> _schemas = [];

    /// <summary>A validator.</summary>
    /// <param name="schemas">All schemas that may refer to each other, each under its address and any other that it is known by.</param>
    /// <exception cref="NotSupportedException">A schema has a keyword that is not known.</exception>
    internal SchemaValidator(IEnumerable<(string Address, SchemaDocument Schema)> schemas)
    {
        foreach (var (address, schema) in schemas)
        {
            Keywords.Check(schema.Root);
            _schemas[address.TrimEnd('#')] = schema;
            if (schema.Id.Length > 0)
            {
                _schemas.TryAdd(schema.Id, schema);
            }
        }
    }

    /// <summary>Everything in a document that a schema does not allow, at most <see cref="SchemaFaults.Most"/>.</summary>
    /// <param name="schema">One of the schemas.</param>
    /// <param name="document">The document; its depth was bounded when it was read.</param>
    internal IReadOnlyList<SchemaFault> Validate(SchemaDocument schema, JsonElement document)
    {
        var faults = new SchemaFaults();
        Check(new Rule(schema, schema.Root), document, JsonPath.Root, faults, []);
        return faults.Found;
    }

    /// <summary>Checks a value against a rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="value">The value.</param>
    /// <param name="path">Where it stands.</param>
    /// <param name="faults">Takes what is wrong; null when only the answer counts.</param>
    /// <param name="evaluated">Takes the members of the value that the rule speaks of.</param>
    /// <returns>Whether it is right.</returns>
    private bool Check(Rule rule, JsonElement value, JsonPath path, SchemaFaults? faults, HashSet<string> evaluated)
    {
        if (rule.Schema.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return rule.Schema.GetBoolean() || Refuse(faults, path, "It must not be there.");
        }

        var right = true;
        if (rule.Find("$ref") is { } reference)
        {
            right = Check(Resolve(rule.Document, reference.GetString()!), value, path, faults, evaluated);
            if (rule.Document.Draft <= 7)
            {
                return right;
            }
        }

        right &= CheckType(rule, value, path, faults);
        right &= CheckBounds(rule, value, path, faults);
        right &= CheckCombinations(rule, value, path, faults, evaluated);
        right &= value.ValueKind switch
        {
            JsonValueKind.Object => CheckMembers(rule, value, path, faults, evaluated),
            JsonValueKind.Array => CheckElements(rule, value, path, faults),
            _ => true,
        };
        return right;
    }

    private Rule Resolve(SchemaDocument from, string reference)
    {
        var at = reference.IndexOf('#', StringComparison.Ordinal);
        var address = at < 0 ? reference : reference[..at];
        var document = address.Length == 0 ? from : _schemas[address];
        return new Rule(document, document.Part(at < 0 ? "" : reference[(at + 1)..]));
    }

    private static bool Refuse(SchemaFaults? faults, JsonPath path, string description)
    {
        faults?.Add(path, description);
        return false;
    }

    /// <summary>A schema, or a part of one, and the document that it stands in.</summary>
    private readonly record struct Rule(SchemaDocument Document, JsonElement Schema)
    {
        /// <summary>What to tell people when a pattern or a choice of it does not fit: its member <c>x-says</c>, an annotation of our own schemas.</summary>
        internal string? Says => Find("x-says")?.GetString();

        internal JsonElement? Find(string keyword) => Schema.TryGetProperty(keyword, out var value) ? value : null;

        internal Rule Sub(JsonElement schema) => this with { Schema = schema };
    }
}
