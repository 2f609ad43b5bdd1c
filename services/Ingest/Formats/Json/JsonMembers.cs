using System.Text;
using System.Text.Json;

namespace Truceline.Ingest.Formats.Json;

/// <summary>Lists the members of a JSON object whose end may not be known.</summary>
internal static class JsonMembers
{
    /// <summary>The members of the object that begins a document, as far as it can be read, each with its value as written (of an object or list only the part that is there).</summary>
    /// <param name="head">The beginning of a document.</param>
    /// <returns>Empty when it does not begin with an object.</returns>
    internal static IReadOnlyDictionary<string, string> Of(string head)
    {
        var members = new Dictionary<string, string>();
        if (!head.AsSpan().TrimStart().StartsWith("{", StringComparison.Ordinal))
        {
            return members;
        }

        var utf8 = Encoding.UTF8.GetBytes(head);
        var reader = new Utf8JsonReader(utf8, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = 1000 }));
        var (name, start) = ("", 0);
        try
        {
            while (reader.Read())
            {
                if (reader is { CurrentDepth: 1, TokenType: JsonTokenType.PropertyName })
                {
                    (name, start) = (reader.GetString()!, (int)reader.BytesConsumed);
                }

                if (reader.CurrentDepth == 1 && reader.TokenType is not (JsonTokenType.PropertyName or JsonTokenType.StartObject or JsonTokenType.StartArray))
                {
                    members[name] = Encoding.UTF8.GetString(utf8, start, (int)reader.BytesConsumed - start).TrimStart(':', ' ', '\t', '\r', '\n');
                }
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // What could be read of it decides.
        }

        return members;
    }
}
