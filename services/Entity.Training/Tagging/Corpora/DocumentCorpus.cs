using System.Text.Json;
using Truceline.Entity.Reading;

namespace Truceline.Entity.Training.Tagging.Corpora;

/// <summary>Reads corpora of one document a line.</summary>
internal static class DocumentCorpus
{
    /// <summary>re3d: spans under "entities", with types.</summary>
    public static IReadOnlyList<CorpusDocument> ReadRe3d(string file) => Read(file, Corpus.Re3d, "entities", null);

    /// <summary>GeoVirus: spans under "toponyms", all places.</summary>
    public static IReadOnlyList<CorpusDocument> ReadGeoVirus(string file) => Read(file, Corpus.GeoVirus, "toponyms", "toponym");

    private static List<CorpusDocument> Read(string file, Corpus corpus, string list, string? type)
    {
        var documents = new List<CorpusDocument>();
        foreach (var line in File.ReadLines(file))
        {
            using var json = JsonDocument.Parse(line);
            var text = json.RootElement.GetProperty("text").GetString()!;
            var positions = CodePoints.Positions(text);
            var spans = json.RootElement.GetProperty(list).EnumerateArray()
                .Select(e => new CorpusSpan(
                    new TextSpan(positions[e.GetProperty("start").GetInt32()], positions[e.GetProperty("end").GetInt32()]),
                    type ?? e.GetProperty("type").GetString()!))
                .OrderBy(s => s.Span.Start).ThenByDescending(s => s.Span.End).ToList();
            documents.Add(new CorpusDocument(corpus, json.RootElement.GetProperty("doc").GetString()!, text, spans));
        }
        return documents;
    }
}
