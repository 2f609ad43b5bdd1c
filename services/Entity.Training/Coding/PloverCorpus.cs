using System.Text.Json;
using System.Text.RegularExpressions;
using Truceline.Entity.Reading;
using Truceline.Entity.Reading.Claims.Coding;

namespace Truceline.Entity.Training.Coding;

/// <summary>
/// Reads <c>events/plover_dev.jsonl</c>: sentences with class and marked actors. Spans come from the marked copy of the sentence, "(SRC/TAR: …)" counting
/// for both; where that has none, from the actors' names where the sentence holds them.
/// </summary>
internal static partial class PloverCorpus
{
    /// <summary>All annotated events of the file, in its order; a sentence with two events comes twice.</summary>
    public static IReadOnlyList<PloverCase> Read(string path) => File.ReadLines(path).Where(l => l.Length > 0).Select(Parse).ToList();

    /// <summary>The sentences of our own that come with the program.</summary>
    public static IReadOnlyList<PloverCase> Own()
    {
        using var reader = new StreamReader(typeof(PloverCorpus).Assembly.GetManifestResourceStream("Coding.sentences")!);
        return reader.ReadToEnd().Split('\n').Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t'))
            .Select(c => new PloverCase(c[1], Enum.Parse<PloverType>(c[0], ignoreCase: true), Spans(c[1], c[2]), Spans(c[1], c[3]))).ToList();

        static List<TextSpan> Spans(string text, string actor) => Find(text, actor, 0) is { } span ? [span] : [];
    }

    private static PloverCase Parse(string line)
    {
        using var json = JsonDocument.Parse(line);
        var row = json.RootElement;
        var text = row.GetProperty("text").GetString()!;
        var type = Enum.Parse<PloverType>(row.GetProperty("event").GetString()!, ignoreCase: true);
        var info = row.GetProperty("textInfo");
        var markup = info.ValueKind == JsonValueKind.Object && info.TryGetProperty("markup", out var marked) ? marked.GetString()! : "";
        var (sources, targets) = (new List<TextSpan>(), new List<TextSpan>());
        var from = 0;
        foreach (Match match in Marked().Matches(markup))
        {
            if (Find(text, match.Groups[2].Value, from) is not { } span)
                continue;
            from = span.End;
            if (match.Groups[1].Value.Contains("SRC", StringComparison.Ordinal))
                sources.Add(span);
            if (match.Groups[1].Value.Contains("TAR", StringComparison.Ordinal))
                targets.Add(span);
        }
        if (sources.Count == 0)
            sources.AddRange(Named(text, row, "source"));
        if (targets.Count == 0)
            targets.AddRange(Named(text, row, "target"));
        return new PloverCase(text, type, sources, targets);
    }

    private static IEnumerable<TextSpan> Named(string text, JsonElement row, string role)
    {
        if (!row.TryGetProperty(role, out var actors) || actors.ValueKind != JsonValueKind.Array)
            return [];
        return actors.EnumerateArray().Where(a => a.ValueKind == JsonValueKind.Object && a.TryGetProperty("actorText", out _))
            .Select(a => Find(text, a.GetProperty("actorText").GetString() ?? "", 0)).OfType<TextSpan>().ToList();
    }

    /// <summary>Where the words of a mark stand: after those of the mark before it, else anywhere.</summary>
    private static TextSpan? Find(string text, string words, int from)
    {
        words = words.Trim().TrimEnd('\'');
        if (words.Length == 0)
            return null;
        var at = text.IndexOf(words, from, StringComparison.Ordinal);
        if (at < 0)
            at = text.IndexOf(words, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? null : new TextSpan(at, at + words.Length);
    }

    [GeneratedRegex(@"\((SRC/TAR|SRC|TAR/LOC|TAR):?\s*([^()]*)\)")]
    private static partial Regex Marked();
}
