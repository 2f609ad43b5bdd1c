using System.Text.Json;

namespace Truceline.Ingest.Formats.JsonSchemas;

/// <content>Members of objects, elements of arrays, and rules that are put together of others.</content>
internal sealed partial class SchemaValidator
{
    private bool CheckMembers(Rule rule, JsonElement value, JsonPath path, SchemaFaults? faults, HashSet<string> evaluated)
    {
        var right = CheckRequired(rule, value, path, faults);
        var properties = rule.Find("properties");
        var patterns = rule.Find("patternProperties");
        var others = rule.Find("additionalProperties");
        foreach (var member in value.EnumerateObject())
        {
            var known = false;
            if (properties is { } named && named.TryGetProperty(member.Name, out var schema))
            {
                known = true;
                right &= Check(rule.Sub(schema), member.Value, path.Member(member.Name), faults, []);
            }

            foreach (var pattern in patterns?.EnumerateObject().Where(p => PatternOf(p.Name).IsMatch(member.Name)) ?? [])
            {
                known = true;
                right &= Check(rule.Sub(pattern.Value), member.Value, path.Member(member.Name), faults, []);
            }

            if (!known && others is { } rest)
            {
                known = true;
                right &= CheckOther(rule.Sub(rest), member, path, faults);
            }

            if (known)
            {
                evaluated.Add(member.Name);
            }
        }

        if (rule.Find("unevaluatedProperties") is { } unevaluated)
        {
            foreach (var member in value.EnumerateObject().Where(m => evaluated.Add(m.Name)))
            {
                right &= CheckOther(rule.Sub(unevaluated), member, path, faults);
            }
        }

        return right;
    }

    private bool CheckOther(Rule rule, JsonProperty member, JsonPath path, SchemaFaults? faults) =>
        rule.Schema.ValueKind == JsonValueKind.False && !IsSchemaOf(member, path)
            ? Refuse(faults, path.Member(member.Name), "There is no such member.")
            : rule.Schema.ValueKind == JsonValueKind.False || Check(rule, member.Value, path.Member(member.Name), faults, []);

    // A document may name its schema, whatever that says of it.
    private static bool IsSchemaOf(JsonProperty member, JsonPath path) =>
        path.ToString().Length == 0 && member is { Name: "$schema", Value.ValueKind: JsonValueKind.String };

    private static bool CheckRequired(Rule rule, JsonElement value, JsonPath path, SchemaFaults? faults)
    {
        // Draft 3 says it at the member, the later ones at the object.
        var names = rule.Document.Draft == 3
            ? rule.Find("properties")?.EnumerateObject().Where(p => p.Value.TryGetProperty("required", out var r) && r.ValueKind == JsonValueKind.True).Select(p => p.Name)
            : rule.Find("required")?.EnumerateArray().Select(n => n.GetString()!);
        var right = true;
        foreach (var name in (names ?? []).Where(n => !value.TryGetProperty(n, out _)))
        {
            right = Refuse(faults, path.Member(name), "It is required.");
        }

        return right;
    }

    private bool CheckElements(Rule rule, JsonElement value, JsonPath path, SchemaFaults? faults)
    {
        var right = true;
        var count = value.GetArrayLength();
        if (rule.Find("minItems") is { } least && count < least.GetInt32())
        {
            right = Refuse(faults, path, $"It must hold at least {least}.");
        }

        if (rule.Find("maxItems") is { } most && count > most.GetInt32())
        {
            right = Refuse(faults, path, $"It must hold at most {most}.");
        }

        if (rule.Find("items") is not { } items)
        {
            return right;
        }

        var index = 0;
        foreach (var element in value.EnumerateArray())
        {
            // A list of schemas (drafts before 2020-12) stands for the elements in their order; those after it are free.
            if (items.ValueKind != JsonValueKind.Array || index < items.GetArrayLength())
            {
                right &= Check(rule.Sub(items.ValueKind == JsonValueKind.Array ? items[index] : items), element, path.Element(index), faults, []);
            }

            index++;
        }

        return right;
    }

    private bool CheckCombinations(Rule rule, JsonElement value, JsonPath path, SchemaFaults? faults, HashSet<string> evaluated)
    {
        var right = true;
        foreach (var part in rule.Find("allOf")?.EnumerateArray() ?? default)
        {
            right &= Check(rule.Sub(part), value, path, faults, evaluated);
        }

        if (rule.Find("not") is { } not && Check(rule.Sub(not), value, path, null, []))
        {
            right = Refuse(faults, path, "It is what it must not be.");
        }

        if (rule.Find("anyOf") is { } any)
        {
            right &= CheckChoice(rule, any, value, path, faults, evaluated, exactly: false);
        }

        if (rule.Find("oneOf") is { } one)
        {
            right &= CheckChoice(rule, one, value, path, faults, evaluated, exactly: true);
        }

        return right;
    }

    private bool CheckChoice(Rule rule, JsonElement choices, JsonElement value, JsonPath path, SchemaFaults? faults, HashSet<string> evaluated, bool exactly)
    {
        var fitting = 0;
        foreach (var choice in choices.EnumerateArray())
        {
            var members = new HashSet<string>();
            if (Check(rule.Sub(choice), value, path, null, members))
            {
                fitting++;
                evaluated.UnionWith(members);
            }
        }

        return fitting == 1 || (fitting > 1 && !exactly)
            || Refuse(faults, path, fitting == 0 && rule.Says is { } says ? says
                : fitting == 0 && faults is { IsFull: false }
                ? $"It fits none of the {choices.GetArrayLength()} forms that it may have{Nearest(rule, choices, value, path)}."
                : fitting == 0 ? "It fits none of its forms." : "It fits several forms of which it may have only one.");
    }

    /// <summary>What is wrong with it as the choice that it comes nearest to: the one with the fewest faults.</summary>
    private string Nearest(Rule rule, JsonElement choices, JsonElement value, JsonPath path)
    {
        SchemaFaults? nearest = null;
        foreach (var choice in choices.EnumerateArray())
        {
            var faults = new SchemaFaults();
            Check(rule.Sub(choice), value, path, faults, []);
            nearest = nearest is null || faults.Found.Count < nearest.Found.Count ? faults : nearest;
        }

        return nearest is { Found: [var first, ..] } ? $"; the nearest fails at {(first.Pointer.Length == 0 ? "the document" : first.Pointer)}: {first.Description.TrimEnd('.')}" : "";
    }
}
