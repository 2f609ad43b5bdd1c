using Truceline.Entity.Reading;
using Truceline.Entity.Reading.Tagging;
using Truceline.Entity.Reading.Text;
using Truceline.Entity.Training.Tagging.Corpora;

namespace Truceline.Entity.Training.Evaluations;

/// <summary>Lists what a tagger misses and what it finds wrongly, with the words around, for whoever looks for the reason.</summary>
internal static class SpanDifferences
{
    private const int Around = 40;

    /// <summary>A line for each difference: set, "miss", "false" or "unreachable" (it cuts a token or a sentence), type, whether it is a name, the span in brackets.</summary>
    public static IEnumerable<string> Of(string set, Tagger tagger, IEnumerable<CorpusDocument> documents)
    {
        foreach (var document in documents)
        {
            var text = SegmentedText.Of(document.Text);
            var (gold, found) = (TaggedSets.Gold(document), TaggedSets.Tag(tagger, text));
            var wrong = gold.Except(found).Select(s => (s.Span, s.Type, Kind: IsReachable(text, s.Span) ? "miss" : "unreachable")).Concat(found.Except(gold).Select(s => (s.Span, s.Type, Kind: "false")));
            foreach (var (span, type, kind) in wrong.OrderBy(w => w.Span.Start))
                yield return $"{set}\t{kind}\t{type}\t{(ProperNames.IsProperName(text, span) ? "name" : "nominal")}\t{Marked(document.Text, span)}";
        }
    }

    private static bool IsReachable(SegmentedText text, TextSpan span)
    {
        var (first, end) = text.TokensIn(span);
        return first < end && text.SpanOf(first, end - 1) == span && text.SentenceOf(first) == text.SentenceOf(end - 1);
    }

    private static string Marked(string text, TextSpan span)
    {
        var (start, end) = (Math.Max(0, span.Start - Around), Math.Min(text.Length, span.End + Around));
        return $"{text[start..span.Start]}[[{text[span.Start..span.End]}]]{text[span.End..end]}".ReplaceLineEndings(" / ");
    }
}
