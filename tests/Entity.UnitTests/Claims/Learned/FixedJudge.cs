using Truceline.Entity.Reading;
using Truceline.Entity.Reading.Claims.Learned;

namespace Truceline.Entity.UnitTests.Claims.Learned;

/// <summary>Believes of every stretch what it is told to believe.</summary>
/// <param name="beliefs">Outcomes with the belief in each; the rest goes to no claim.</param>
internal sealed class FixedJudge(params (ClauseOutcome Outcome, float Belief)[] beliefs) : IClauseJudge
{
    public string Version => "fixed";

    public ClauseBounds Bounds { get; init; } = new(0.65f, 0.5f, 0.6f, 0.4f);

    /// <summary>The class that it believes in, and how much.</summary>
    public (string Name, float Belief) Class { get; init; } = (string.Empty, 1);

    /// <summary>Only stretches with these words are judged; null: all.</summary>
    public Func<ClaimDraft?, bool> Judges { get; init; } = _ => true;

    /// <summary>Belief that a claim is a standing fact.</summary>
    public float Background { get; init; }

    public ClauseVerdict? Judge(TextSpan span, ClauseInput input, ClaimDraft? byRules)
    {
        if (!Judges(byRules))
            return null;
        var outcomes = new float[ClauseOutcomes.Count];
        foreach (var (outcome, belief) in beliefs)
            outcomes[(int)outcome] = belief;
        outcomes[(int)ClauseOutcome.None] += 1 - outcomes.Sum();
        var classes = new float[ClauseClasses.All.Count];
        classes[ClauseClasses.Open] = 1 - Class.Belief;
        classes[ClauseClasses.IndexOf(Class.Name)] += Class.Belief;
        return new ClauseVerdict(outcomes, classes, Background, 0);
    }
}
