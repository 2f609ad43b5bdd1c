using Truceline.Entity.Reading;
using Truceline.Entity.Reading.Tagging;
using Truceline.Entity.Reading.Text;
using Truceline.Entity.Training.Tagging.Corpora;

namespace Truceline.Entity.Training.Evaluations;

/// <summary>
/// Fits how far the model's confidence in a span is to be believed: the power of it under which what was right and what was wrong on documents that
/// the model has not seen is likeliest. <c>TagMention</c> holds the powers.
/// </summary>
internal static class BeliefFit
{
    private const int Steps = 100;
    private const double Least = 1e-6;

    /// <summary>A line for bodies and one for all other types.</summary>
    /// <param name="tagger">A tagger that has not seen the documents.</param>
    /// <param name="documents">Documents whose names are all marked.</param>
    public static IEnumerable<string> Of(Tagger tagger, IEnumerable<CorpusDocument> documents)
    {
        var spans = documents.SelectMany(d => Judged(tagger, d)).ToList();
        foreach (var bodies in new[] { true, false })
        {
            var group = spans.Where(s => s.IsBody == bodies).ToList();
            if (group.Count > 0)
                yield return FormattableString.Invariant($"belief of {(bodies ? "organisations and facilities" : "other types")}: confidence to the power of {Power(group):F2}, {group.Count} spans, {group.Count(s => s.Right)} right");
        }
    }

    private static double Power(List<(bool IsBody, double Confidence, bool Right)> spans) =>
        Enumerable.Range(1, Steps).Select(i => (double)i / Steps).MaxBy(power => spans.Sum(s => LogLikelihood(Math.Pow(s.Confidence, power), s.Right)));

    private static double LogLikelihood(double belief, bool right) => Math.Log(Math.Clamp(right ? belief : 1 - belief, 0.01, 0.99));

    private static IEnumerable<(bool IsBody, double Confidence, bool Right)> Judged(Tagger tagger, CorpusDocument document)
    {
        var text = SegmentedText.Of(document.Text);
        var gold = TaggedSets.Gold(document).ToHashSet();
        var found = new List<TaggedSpan>();
        tagger.Tag(text, new TextSpan(0, text.Text.Length), found);
        return found.Where(s => s.Type is EntityType.Person or EntityType.Organisation or EntityType.Location or EntityType.Facility).Select(s => (
            s.Type is EntityType.Organisation or EntityType.Facility,
            Math.Clamp((double)s.Confidence, Least, 1),
            gold.Contains((text.SpanOf(s.FirstToken, s.EndToken - 1), s.Type == EntityType.Facility ? EntityType.Location : s.Type))));
    }
}
