using Truceline.Entity.Reading.Claims.Learned;
using Truceline.Entity.Training.Evaluations;
using Truceline.Entity.Training.Evaluations.Claims;
using Truceline.Entity.UnitTests.Challenge;

namespace Truceline.Entity.Training.Claims;

/// <summary>Chooses from which belief on the model is heard: what reads most texts of the folds wholly right and claims nothing beside, one bound after the other.</summary>
internal static class ClauseTuning
{
    private const string Set = "own claims";

    /// <summary>What a claim beyond the annotated ones weighs against a text that is wholly right.</summary>
    private const double SuperfluousWeight = 0.25;

    private static readonly float[] Steps = [0.3f, 0.4f, 0.5f, 0.6f, 0.7f, 0.8f, 0.9f];

    private static readonly Func<ClauseBounds, float, ClauseBounds>[] Turns =
        [(b, s) => b with { Make = s }, (b, s) => b with { Drop = s }, (b, s) => b with { Change = s }, (b, s) => b with { Classify = s }];

    /// <summary>The bounds, and what the folds score with them.</summary>
    /// <param name="training">Trains the models of folds.</param>
    /// <param name="readers">Reads with them.</param>
    /// <param name="anew">Whether to look for bounds; else the default ones are taken.</param>
    /// <param name="log">Told of each step.</param>
    public static (ClauseBounds Bounds, IReadOnlyList<Score> Scores) Choose(ClauseTraining training, FoldedJudges readers, bool anew, Action<string> log)
    {
        var rules = OwnClaimsEvaluation.ScoresOf(Set + ", rules", training.Items, readers.ReadAll(null)).ToList();
        log("rules alone are scored");
        var best = ClauseBounds.Default;
        var value = anew ? Value(training, readers, best) : 0;
        foreach (var with in anew ? Turns : [])
        {
            foreach (var step in Steps)
            {
                var bounds = with(best, step);
                if (bounds == best || Value(training, readers, bounds) is var other && other <= value)
                    continue;
                (best, value) = (bounds, other);
                log($"{best}: {value:F1}");
            }
        }
        return (best, [.. rules, .. OwnClaimsEvaluation.ScoresOf(Set, training.Items, readers.ReadAll(best))]);
    }

    private static double Value(ClauseTraining training, FoldedJudges readers, ClauseBounds bounds)
    {
        var readings = readers.ReadAll(bounds);
        var verdicts = training.Items.Zip(readings, ChallengeScorer.Of).ToList();
        var scores = OwnClaimsEvaluation.ScoresOf(Set, training.Items, readings).ToList();
        var superfluous = readings.Sum(r => r.Claims.Count) * (1 - scores[^1].Value);
        return verdicts.Count(v => v.Right) + (0.2 * verdicts.Sum(v => v.Fields.Count(f => f.Right))) - (SuperfluousWeight * superfluous);
    }
}
