using System.Text;
using System.Text.Json;
using Truceline.Entity.Reading;

namespace Truceline.Entity.Training.Tagging.Corpora;

/// <summary>Reads corpora of one sentence a line; sentences of one document follow one another.</summary>
internal static class SentenceCorpus
{
    /// <summary>What stands between the sentences of a document: each is a paragraph.</summary>
    private const string Gap = "\n\n";

    /// <summary>Reads a file.</summary>
    /// <param name="file">JSONL: src, doc, sent, text, entities (start, end, type).</param>
    /// <param name="corpus">The corpus it belongs to.</param>
    /// <param name="joined">Whether the file says truly which sentences make a document; otherwise each stands alone.</param>
    public static IReadOnlyList<CorpusDocument> Read(string file, Corpus corpus, bool joined)
    {
        var documents = new List<CorpusDocument>();
        var (text, spans, id) = (new StringBuilder(), new List<CorpusSpan>(), (string?)null);
        foreach (var line in File.ReadLines(file))
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            var document = joined ? root.GetProperty("doc").GetString()! : $"{Path.GetFileNameWithoutExtension(file)}:{root.GetProperty("sent").GetInt32()}";
            if (id is not null && id != document)
            {
                documents.Add(new CorpusDocument(corpus, id, text.ToString(), spans));
                (text, spans) = (new StringBuilder(), []);
            }
            id = document;
            if (text.Length > 0)
                text.Append(Gap);
            Append(root, text, spans);
        }
        if (id is not null)
            documents.Add(new CorpusDocument(corpus, id, text.ToString(), spans));
        return documents;
    }

    private static void Append(JsonElement sentence, StringBuilder text, List<CorpusSpan> spans)
    {
        var start = text.Length;
        var own = sentence.GetProperty("text").GetString()!;
        var positions = CodePoints.Positions(own);
        text.Append(own);
        foreach (var entity in sentence.GetProperty("entities").EnumerateArray())
        {
            var span = new TextSpan(
                start + positions[entity.GetProperty("start").GetInt32()],
                start + positions[entity.GetProperty("end").GetInt32()]);
            spans.Add(new CorpusSpan(span, entity.GetProperty("type").GetString()!));
        }
        foreach (var span in OtherNames(sentence, start))
            spans.Add(span);
    }

    /// <summary>Names of other kinds, which some corpora mark among the tags of tokens only ("B-OTH").</summary>
    private static IEnumerable<CorpusSpan> OtherNames(JsonElement sentence, int start)
    {
        var tags = sentence.GetProperty("tags").EnumerateArray().Select(t => t.GetString()!).ToList();
        if (!tags.Contains("B-OTH"))
            yield break;
        var at = start;
        var (open, end) = (-1, -1);
        var index = 0;
        foreach (var token in sentence.GetProperty("tokens").EnumerateArray().Select(t => t.GetString()!))
        {
            var tag = tags[index++];
            if (open >= 0 && tag != "I-OTH")
            {
                yield return new CorpusSpan(new TextSpan(open, end), "OTH");
                open = -1;
            }
            if (tag == "B-OTH")
                open = at;
            end = at + token.Length;
            at = end + 1;
        }
        if (open >= 0)
            yield return new CorpusSpan(new TextSpan(open, end), "OTH");
    }
}
