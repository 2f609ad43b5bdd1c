using System.Globalization;
using Truceline.Entity.Reading;
using Truceline.Entity.Reading.Claims;
using Truceline.Entity.Reading.Claims.Cutting;
using Truceline.Entity.Reading.Claims.Speech;
using Truceline.Entity.UnitTests.Challenge;

namespace Truceline.Entity.Training.Claims.Cutting;

/// <summary>How well sentences are cut by models that learned nothing from them, before anything is read of the stretches.</summary>
internal static class CutScores
{
    /// <summary>A line for claims and one for words that report: how many were found, how many of those made are right, with two fifths of the union and to the token.</summary>
    public static IEnumerable<string> Of(StoryReader reader, IReadOnlyList<ChallengeItem> items)
    {
        var cutters = CutFolds.Of(reader, items);
        foreach (var kind in new[] { StretchKind.Claim, StretchKind.Frame })
        {
            var (gold, made, near, exact) = (0, 0, 0, 0);
            for (var i = 0; i < items.Count; i++)
            {
                foreach (var view in reader.Sentences(items[i].Text, Evaluations.Claims.FoldedReaders.ContextOf(items[i])))
                {
                    var wanted = CutGold.Of(items[i], view).Where(s => s.Kind == kind).Select(s => s.Tokens).ToList();
                    var got = BestOf(cutters[i % cutters.Count], SentenceOf(view)).Where(s => s.Kind == kind).Select(s => s.Tokens).ToList();
                    (gold, made) = (gold + wanted.Count, made + got.Count);
                    near += wanted.Count(w => got.Exists(g => Overlap(w, g) >= SpanOverlap.Least));
                    exact += wanted.Count(w => got.Exists(g => Math.Abs(g.First - w.First) <= 1 && Math.Abs(g.End - w.End) <= 1));
                }
            }
            yield return string.Create(CultureInfo.InvariantCulture, $"{kind}: {near} of {gold} found ({(double)near / gold:0.000}), {made} made ({(double)near / made:0.000} right), {exact} within a token at both ends ({(double)exact / gold:0.000})");
        }
    }

    private static IReadOnlyList<CutStretch> BestOf(SentenceCutter cutter, CutSentence sentence) => cutter.Best(sentence, sentence.Places).Stretches;

    private static CutSentence SentenceOf(SentenceView view) => new(view.Words, view.First, view.End, new SpeechFinder(view.Words, view.Index).Find(view.First, view.End));

    private static double Overlap(Stretch a, Stretch b) => (double)Math.Max(0, Math.Min(a.End, b.End) - Math.Max(a.First, b.First)) / (Math.Max(a.End, b.End) - Math.Min(a.First, b.First));
}
