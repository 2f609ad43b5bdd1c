using System.Globalization;
using System.Text.Json;
using Truceline.Ingest.Formats;
using Truceline.Ingest.Formats.Feeds;

namespace Truceline.Evaluation.Feeds;

/// <summary>Compares values of one feed and counts them.</summary>
/// <param name="tally">Where they are counted.</param>
/// <param name="file">The feed.</param>
internal sealed class Comparison(Tally tally, string file)
{
    /// <summary>A text, character for character. Nothing expected and nothing read counts nothing.</summary>
    internal void Text(string field, string where, string expected, string read)
    {
        if (expected.Length + read.Length > 0)
        {
            tally.Count(field, expected == read, $"{file} {where}", () => $"expected \"{expected}\", read \"{read}\"");
        }
    }

    /// <summary>The same, when it is expected.</summary>
    internal void TextIfExpected(string field, string where, JsonElement json, string name, string read)
    {
        if (Value(json, name) is { Length: > 0 } expected)
        {
            Text(field, where, expected, read);
        }
    }

    /// <summary>A date: as written, and the instant that it is.</summary>
    internal void Date(string where, JsonElement json, string name, string read, bool evenIfUnexpected = false)
    {
        var expected = Value(json, name);
        if (expected.Length > 0 || evenIfUnexpected)
        {
            Text("dates", $"{where} {name}", expected, read);
        }

        if (Value(json, name + "Parsed") is { Length: > 0 } instant)
        {
            var found = DateText.Read(read) is { Length: > 10 } text && Instant(text) == Instant(instant);
            tally.Count("dates", found, $"{file} {where} {name}", () => $"expected the instant {instant}, \"{read}\" was read as {DateText.Read(read) ?? "no date"}");
        }
    }

    /// <summary>Persons by name, address and page.</summary>
    internal void Persons(string field, string where, JsonElement json, string name, IReadOnlyList<FeedPerson> read, bool evenIfUnexpected = false)
    {
        var expected = Elements(json, name).Select(p => $"{Value(p, "name")}|{Value(p, "email")}|{Value(p, "uri")}{Value(p, "url")}").ToList();
        var found = read.Select(p => $"{p.Name}|{p.Email}|{p.Uri}").ToList();
        if (expected.Count > 0 || (evenIfUnexpected && found.Count > 0))
        {
            var more = expected.Count > 0 && found.Count > expected.Count && found.Take(expected.Count).SequenceEqual(expected);
            tally.Count(field, expected.SequenceEqual(found), $"{file} {where}", () =>
                $"expected {string.Join(", ", expected)}, read {string.Join(", ", found)}{(more ? "; all whom the feed names are kept, not the first alone" : "")}");
        }
    }

    internal static string Value(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    internal static IEnumerable<JsonElement> Elements(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [];

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
