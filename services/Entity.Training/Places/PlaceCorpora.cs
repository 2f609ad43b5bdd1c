using System.Text;
using System.Text.Json;
using Truceline.Entity.Reading;

namespace Truceline.Entity.Training.Places;

/// <summary>A text of a corpus of names.</summary>
/// <param name="Text">The text.</param>
/// <param name="Places">Spans of its places.</param>
/// <param name="Organisations">Spans of organisations: a place named in one is labelled in no such corpus, so nothing is learned there.</param>
internal sealed record LabelledText(string Text, IReadOnlySet<TextSpan> Places, IReadOnlyList<TextSpan> Organisations);

/// <summary>Reads corpora of names for their places: one sentence or document a line, <c>text</c> and <c>entities</c>.</summary>
internal static class PlaceCorpora
{
    /// <summary>Files under the data folder that are learned from. The test file of UNER is none of them.</summary>
    private static readonly string[] Files =
    [
        "ner/uner_ewt_train.jsonl", "ner/wikigold.jsonl", "ner/wnut17_train.jsonl", "ner/re3d/CENTCOM.jsonl", "ner/re3d/Wikipedia.jsonl",
        "ner/re3d/UK_Government.jsonl", "ner/re3d/Delegation_of_the_European_Union_to_Syria.jsonl", "ner/re3d/Australian_Department_of_Foreign_Affairs.jsonl",
        "ner/crossner/crossner_politics_train.jsonl", "ner/crossner/crossner_politics_dev.jsonl",
    ];

    /// <summary>All texts, sentences of one document together.</summary>
    /// <param name="data">The data folder.</param>
    public static IEnumerable<LabelledText> Read(string data) => Files.SelectMany(f => ReadFile(Path.Combine(data, f)));

    private static IEnumerable<LabelledText> ReadFile(string path)
    {
        var text = new StringBuilder();
        var (places, organisations, last) = (new HashSet<TextSpan>(), new List<TextSpan>(), (string?)null);
        foreach (var line in File.ReadLines(path))
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            var name = root.TryGetProperty("doc", out var doc) ? doc.ToString() : null;
            if (text.Length > 0 && (name is null || name != last || text.Length > 20_000))
            {
                yield return new LabelledText(text.ToString(), places, organisations);
                text.Clear();
                (places, organisations) = ([], []);
            }
            last = name;
            var sentence = root.GetProperty("text").GetString() ?? "";
            foreach (var entity in root.GetProperty("entities").EnumerateArray())
            {
                var span = new TextSpan(
                    text.Length + GeoVirusCorpus.Units(sentence, entity.GetProperty("start").GetInt32()),
                    text.Length + GeoVirusCorpus.Units(sentence, entity.GetProperty("end").GetInt32()));
                switch (entity.GetProperty("type").GetString()?.ToLowerInvariant())
                {
                    case "loc" or "location" or "country":
                        places.Add(Trimmed(text.Length, sentence, span));
                        break;
                    case "org" or "organisation" or "organization" or "politicalparty" or "group" or "corporation":
                        organisations.Add(span);
                        break;
                }
            }
            text.Append(sentence).Append('\n');
        }
        if (text.Length > 0)
            yield return new LabelledText(text.ToString(), places, organisations);
    }

    /// <summary>Without a leading article, which these corpora count in and the recogniser does not.</summary>
    private static TextSpan Trimmed(int offset, string sentence, TextSpan span) =>
        sentence.AsSpan(span.Start - offset, span.Length).StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? span with { Start = span.Start + "the ".Length } : span;
}
