using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Google.Protobuf.Reflection;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.ServiceDefaults.Transcoding;

/// <summary>Compares JSON with the message that it should be (the proto3 JSON mapping). Pure.</summary>
public static class JsonShape
{
    /// <summary>Notes every member that is unknown, given twice, or of the wrong type.</summary>
    /// <param name="json">What was sent.</param>
    /// <param name="message">What it should be.</param>
    /// <param name="path">Path of <paramref name="json"/> in the request's proto; empty for the request itself.</param>
    /// <param name="violations">Takes what is wrong.</param>
    public static void Check(JsonElement json, MessageDescriptor message, string path, FieldViolations violations)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(violations);
        if (IsWellKnown(message))
        {
            CheckWellKnown(json, message, path, violations);
            return;
        }

        if (json.ValueKind != JsonValueKind.Object)
        {
            violations.Add(path.Length == 0 ? "body" : path, $"It must be an object, not {Name(json)}.", "WRONG_TYPE");
            return;
        }

        var seen = new HashSet<FieldDescriptor>();
        var oneofs = new HashSet<OneofDescriptor>();
        foreach (var member in json.EnumerateObject())
        {
            var field = message.Fields.InDeclarationOrder().FirstOrDefault(f => f.JsonName == member.Name || f.Name == member.Name);
            if (field is null)
            {
                violations.Add(Join(path, member.Name), "There is no such field.", "UNKNOWN_FIELD");
            }
            else if (!seen.Add(field))
            {
                violations.Add(Join(path, field.Name), "It is given twice.", "DUPLICATE_FIELD");
            }
            else if (member.Value.ValueKind != JsonValueKind.Null)
            {
                if (field.RealContainingOneof is { } oneof && !oneofs.Add(oneof))
                {
                    violations.Add(Join(path, field.Name), $"Only one of {string.Join(", ", oneof.Fields.Select(f => f.Name))} may be given.", "ONE_OF");
                }

                CheckField(member.Value, field, Join(path, field.Name), violations);
            }
        }
    }

    /// <summary>Takes the member that a violation names out of a body; with an item of a list goes the whole list.</summary>
    internal static void Remove(JsonNode root, string path)
    {
        var node = root;
        var parts = path.Split('.');
        foreach (var part in parts.SkipLast(1))
        {
            var bracket = part.IndexOf('[', StringComparison.Ordinal);
            node = Member(node, bracket < 0 ? part : part[..bracket]) is { } name ? node[name] : null;
            if (bracket >= 0 && node is JsonArray list)
            {
                node = list[int.Parse(part[(bracket + 1)..^1], CultureInfo.InvariantCulture)];
            }

            if (node is not JsonObject)
            {
                return;
            }
        }

        if (Member(node, parts[^1].Split('[')[0]) is { } last)
        {
            node.AsObject().Remove(last);
        }
    }

    // A path has the proto's name of a field, the body its JSON name or the proto's.
    private static string? Member(JsonNode node, string field) => (node as JsonObject)?
        .Select(m => m.Key).FirstOrDefault(k => k == field || k.Replace("_", "", StringComparison.Ordinal)
            .Equals(field.Replace("_", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase));

    private static void CheckField(JsonElement json, FieldDescriptor field, string path, FieldViolations violations)
    {
        if (field.IsRepeated && !field.IsMap)
        {
            if (json.ValueKind != JsonValueKind.Array)
            {
                violations.Add(path, $"It must be a list, not {Name(json)}.", "WRONG_TYPE");
                return;
            }

            var index = 0;
            foreach (var item in json.EnumerateArray())
            {
                CheckValue(item, field, string.Create(CultureInfo.InvariantCulture, $"{path}[{index++}]"), violations);
            }
        }
        else if (field.IsMap)
        {
            violations.AddIf(json.ValueKind != JsonValueKind.Object, path, $"It must be an object, not {Name(json)}.", "WRONG_TYPE");
        }
        else
        {
            CheckValue(json, field, path, violations);
        }
    }

    internal static void CheckValue(JsonElement json, FieldDescriptor field, string path, FieldViolations violations)
    {
        switch (field.FieldType)
        {
            case FieldType.Message:
                Check(json, field.MessageType, path, violations);
                break;
            case FieldType.String:
                violations.AddIf(json.ValueKind != JsonValueKind.String, path, $"It must be a string, not {Name(json)}.", "WRONG_TYPE");
                break;
            case FieldType.Bytes:
                violations.AddIf(json.ValueKind != JsonValueKind.String || !json.TryGetBytesFromBase64(out _),
                    path, "It must be a string in base64.", "WRONG_TYPE");
                break;
            case FieldType.Bool:
                violations.AddIf(json.ValueKind is not (JsonValueKind.True or JsonValueKind.False),
                    path, $"It must be true or false, not {Name(json)}.", "WRONG_TYPE");
                break;
            case FieldType.Enum:
                CheckEnum(json, field.EnumType, path, violations);
                break;
            case FieldType.Double or FieldType.Float:
                violations.AddIf(!IsNumber(json), path, $"It must be a number, not {Name(json)}.", "WRONG_TYPE");
                break;
            default:
                CheckInteger(json, field.FieldType, path, violations);
                break;
        }
    }

    private static void CheckEnum(JsonElement json, EnumDescriptor type, string path, FieldViolations violations)
    {
        var known = json.ValueKind switch
        {
            JsonValueKind.String => type.FindValueByName(json.GetString()!) is not null,
            JsonValueKind.Number => json.TryGetInt32(out var number) && type.FindValueByNumber(number) is not null,
            _ => false,
        };
        violations.AddIf(!known, path, $"It must be one of {string.Join(", ", type.Values.Select(v => v.Name))}.", "UNKNOWN_VALUE");
    }

    private static void CheckInteger(JsonElement json, FieldType type, string path, FieldViolations violations)
    {
        var text = json.ValueKind == JsonValueKind.String ? json.GetString()! : json.ValueKind == JsonValueKind.Number ? json.GetRawText() : "";
        var number = decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value == decimal.Truncate(value);
        var (low, high) = type switch
        {
            FieldType.UInt32 or FieldType.Fixed32 => (0m, uint.MaxValue),
            FieldType.UInt64 or FieldType.Fixed64 => (0m, ulong.MaxValue),
            FieldType.Int64 or FieldType.SInt64 or FieldType.SFixed64 => ((decimal)long.MinValue, (decimal)long.MaxValue),
            _ => (int.MinValue, int.MaxValue),
        };
        violations.AddIf(!number || value < low || value > high, path, $"It must be a whole number from {low} to {high}.", "WRONG_TYPE");
    }

    private static bool IsNumber(JsonElement json) => json.ValueKind == JsonValueKind.Number
        || (json.ValueKind == JsonValueKind.String
            && (json.GetString() is "NaN" or "Infinity" or "-Infinity"
                || double.TryParse(json.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out _)));

    // Messages that are a string in JSON, so that a parameter of a query can give them, too.
    internal static bool IsWellKnown(MessageDescriptor message) =>
        message.File.Package == "google.protobuf" && message.Name is "Timestamp" or "Duration" or "FieldMask";

    private static void CheckWellKnown(JsonElement json, MessageDescriptor message, string path, FieldViolations violations)
    {
        var valid = json.ValueKind == JsonValueKind.String
            && (message.Name != "Timestamp" || DateTimeOffset.TryParse(json.GetString(), CultureInfo.InvariantCulture, out _));
        violations.AddIf(!valid, path, message.Name == "Timestamp"
            ? "It must be an RFC 3339 instant such as \"2018-09-17T14:05:00Z\"."
            : $"It must be a {message.Name} as a string.", "WRONG_TYPE");
    }

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static string Name(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };
}
