using System.Globalization;
using System.Text.Json;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.ServiceDefaults.Transcoding;

/// <summary>Finds strings of a JSON document that are no text: bytes that are not UTF-8, and escapes of half a surrogate pair. Parsers let both pass. Pure.</summary>
public static class JsonCharacters
{
    /// <summary>Notes every such string by its path (reason <c>INVALID_ENCODING</c>), and an object whose member's name is one.</summary>
    /// <param name="json">What was sent.</param>
    /// <param name="path">Path of <paramref name="json"/> in the request; empty for the request itself.</param>
    /// <param name="violations">Takes what is wrong.</param>
    public static void Check(JsonElement json, string path, FieldViolations violations)
    {
        ArgumentNullException.ThrowIfNull(violations);
        switch (json.ValueKind)
        {
            case JsonValueKind.String:
                violations.AddIf(!IsText(json), Named(path), "It must be text in UTF-8; some of its bytes or escapes are no characters.", "INVALID_ENCODING");
                break;
            case JsonValueKind.Array:
                var index = 0;
                foreach (var item in json.EnumerateArray())
                {
                    Check(item, string.Create(CultureInfo.InvariantCulture, $"{path}[{index++}]"), violations);
                }

                break;
            case JsonValueKind.Object:
                CheckMembers(json, path, violations);
                break;
            default:
                break;
        }
    }

    private static void CheckMembers(JsonElement json, string path, FieldViolations violations)
    {
        foreach (var member in json.EnumerateObject())
        {
            if (NameOf(member) is { } name)
            {
                Check(member.Value, path.Length == 0 ? name : $"{path}.{name}", violations);
            }
            else
            {
                violations.Add(Named(path), "The name of a member must be text in UTF-8.", "INVALID_ENCODING");
            }
        }
    }

    private static string Named(string path) => path.Length == 0 ? "body" : path;

    // The document offers no other way to ask than to read the string.
    private static bool IsText(JsonElement json)
    {
        try
        {
            _ = json.GetString();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static string? NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
