using System.Text.Json;

namespace Truceline.Evaluation.NearDuplicates;

/// <summary>
/// Free texts of the folder of data: Wikinews stories (CC BY 2.5), documents on Syria and Iraq (re3d: public domain, OGL 3, CC BY-SA 3.0), news groups,
/// weblogs, mails, questions and reviews of the English Web Treebank (CC BY-SA 4.0), Wikipedia passages (wikigold, CC BY 4.0; CrossNER, MIT).
/// </summary>
internal static class BaseTexts
{
    private const int FewestWords = 70;
    private const int PassageSentences = 9;

    /// <summary>All of them, in the order of the files.</summary>
    internal static IReadOnlyList<BaseText> Load(DirectoryInfo data)
    {
        var wikinews = Rows(data, "geoparse/geovirus.jsonl").GroupBy(r => Text(r, "source"), r => Text(r, "text"))
            .Select(g => new BaseText(g.Key[(g.Key.LastIndexOf('/') + 1)..], Prose.Paragraphs(string.Join(" ", g.Distinct()))));
        var documents = Directory.EnumerateFiles(Path.Combine(data.FullName, "ner", "re3d"), "*.jsonl").Order(StringComparer.Ordinal)
            .SelectMany(f => Rows(data, f)).Select(r => new BaseText(Text(r, "corpus") + "/" + Text(r, "title"), Prose.Paragraphs(Text(r, "text"))));
        var web = Rows(data, "ner/uner_ewt_train.jsonl").GroupBy(r => Text(r, "doc"), Sentence)
            .Select(g => new BaseText(g.Key, Prose.Paragraphs(string.Join(" ", g))));
        var passages = new[] { "wikigold", "crossner/crossner_politics_dev", "crossner/crossner_politics_test", "crossner/crossner_science_test" }
            .SelectMany(f => Rows(data, $"ner/{f}.jsonl").Select(Sentence).Chunk(PassageSentences)
                .Select((c, i) => new BaseText($"{f}/{i}", Prose.Paragraphs(string.Join(" ", c)))));
        // Two sites printed some documents: one of each text.
        return [.. wikinews.Concat(documents).Concat(web).Concat(passages).Where(b => b.Words >= FewestWords).DistinctBy(b => b.Paragraphs[0])];
    }

    private static IEnumerable<JsonElement> Rows(DirectoryInfo data, string path) =>
        File.ReadLines(Path.Combine(data.FullName, path)).Select(l => JsonDocument.Parse(l).RootElement);

    private static string Text(JsonElement row, string field) => row.GetProperty(field).GetString()!;

    private static string Sentence(JsonElement row) => Prose.Joined(row.GetProperty("tokens").EnumerateArray().Select(t => t.GetString()!));
}
