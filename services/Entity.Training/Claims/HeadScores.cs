using Truceline.Entity.Reading.Claims.Learned;
using Truceline.Entity.Training.Evaluations;
using Truceline.Entity.Training.Evaluations.Claims;

namespace Truceline.Entity.Training.Claims;

/// <summary>What the networks of the folds say of stretches that they did not learn from: a quick look at what a change of signs or options is worth.</summary>
internal static class HeadScores
{
    /// <summary>Shares of stretches judged right.</summary>
    public static string Of(ClauseTraining training, FoldedJudges readers)
    {
        var (all, outcome, claim, claims, mode, classed, @class, background, repeated) = (0, 0, 0, 0, 0, 0, 0, 0, 0);
        var confusion = new Dictionary<(ClauseOutcome, ClauseOutcome), int>();
        var classes = new Dictionary<(int, int), int>();
        for (var fold = 0; fold < FoldedTaggers.Count; fold++)
        {
            var network = readers.ModelOf(fold, ClauseBounds.Default).Network;
            foreach (var example in training.Of(fold))
            {
                var verdict = ClauseJudge.VerdictOf(network.OutputsOf([.. example.Signs, .. example.RuleSigns], [.. network.HiddenOf(example.Inputs).Select(h => Math.Max(0, h))]));
                all++;
                outcome += verdict.Top == example.Outcome ? 1 : 0;
                claim += (verdict.Of(ClauseOutcome.None) < 0.5f) == (example.Outcome != ClauseOutcome.None) ? 1 : 0;
                confusion[(example.Outcome, verdict.Top)] = confusion.GetValueOrDefault((example.Outcome, verdict.Top)) + 1;
                if (example.Outcome == ClauseOutcome.None)
                    continue;
                claims++;
                var (kind, meant) = example.Outcome.Meaning();
                mode += ClauseArbiter.Best(verdict) == example.Outcome ? 1 : 0;
                background += verdict.Background >= 0.5f == example.Background ? 1 : 0;
                repeated += verdict.Repeated >= 0.5f == example.Repeated ? 1 : 0;
                if (example.Class is > ClauseClasses.Open)
                {
                    var got = verdict.ClassFor(kind, meant).Class;
                    classes[(example.Class.Value, got)] = classes.GetValueOrDefault((example.Class.Value, got)) + 1;
                    (classed, @class) = (classed + 1, @class + (verdict.ClassFor(kind, meant).Class == example.Class ? 1 : 0));
                }
            }
        }
        var worst = string.Join(", ", confusion.Where(c => c.Key.Item1 != c.Key.Item2).OrderByDescending(c => c.Value).ThenBy(c => c.Key).Take(12).Select(c => $"{c.Key.Item1}>{c.Key.Item2} {c.Value}"));
        var wrong = string.Join(", ", classes.Where(c => c.Key.Item1 != c.Key.Item2).OrderByDescending(c => c.Value).ThenBy(c => c.Key).Take(25).Select(c => $"{ClauseClasses.All[c.Key.Item1]}>{ClauseClasses.All[c.Key.Item2]} {c.Value}"));
        return FormattableString.Invariant($"outcome {(double)outcome / all:F3} of {all}, claim or none {(double)claim / all:F3}, outcome of claims {(double)mode / claims:F3} of {claims} (of {training.Items.Sum(i => i.Expect.Count)} annotated), class {(double)@class / classed:F3} of {classed}, background {(double)background / claims:F3}, repeated {(double)repeated / claims:F3}; {worst}; {wrong}");
    }
}
