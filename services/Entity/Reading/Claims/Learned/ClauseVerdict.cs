namespace Truceline.Entity.Reading.Claims.Learned;

/// <summary>What the model believes of a stretch of text; shares of belief in [0, 1].</summary>
/// <param name="Outcomes">By outcome; they sum to 1.</param>
/// <param name="Classes">By class, given that it is a claim; they sum to 1.</param>
/// <param name="Background">That it is a standing fact, given that it is a claim.</param>
/// <param name="Repeated">That it tells several happenings together, given that it is a claim.</param>
internal sealed record ClauseVerdict(float[] Outcomes, float[] Classes, float Background, float Repeated)
{
    /// <summary>The most believed outcome.</summary>
    public ClauseOutcome Top => (ClauseOutcome)Array.IndexOf(Outcomes, Outcomes.Max());

    /// <summary>Belief in an outcome.</summary>
    public float Of(ClauseOutcome outcome) => Outcomes[(int)outcome];

    /// <summary>The most believed class among those that fit a kind and mode, with the belief in it.</summary>
    public (int Class, float Belief) ClassFor(ClaimKind kind, AssertionMode mode)
    {
        var (best, sum) = (ClauseClasses.Open, 0f);
        for (var i = 0; i < Classes.Length; i++)
        {
            if (!ClauseClasses.Fits(i, kind, mode))
                continue;
            sum += Classes[i];
            if (Classes[i] > Classes[best] || !ClauseClasses.Fits(best, kind, mode))
                best = i;
        }
        return (best, sum > 0 ? Classes[best] / sum : 0);
    }
}

/// <summary>Judges stretches of text. Thread-safe.</summary>
internal interface IClauseJudge
{
    /// <summary>Version, as rules of claims name it.</summary>
    string Version { get; }

    /// <summary>From which belief on it is heard against the rules.</summary>
    ClauseBounds Bounds { get; }

    /// <summary>What is believed of a stretch; null to leave it to the rules.</summary>
    /// <param name="span">The stretch.</param>
    /// <param name="input">What is seen of it.</param>
    /// <param name="byRules">What the rules make of it; null when they make nothing.</param>
    ClauseVerdict? Judge(TextSpan span, ClauseInput input, ClaimDraft? byRules);
}
