namespace Truceline.Entity.Reading.Claims.Learned;

/// <summary>What a stretch of text asserts, kind and mode together. The order is part of the model's format.</summary>
internal enum ClauseOutcome : byte
{
    /// <summary>No claim of its own.</summary>
    None,

    /// <summary>Something that happened, as news.</summary>
    Event,

    /// <summary>Something that happened, as the past of the conflict.</summary>
    PastEvent,

    /// <summary>A side's rejection of a deed or of guilt, or of a demand.</summary>
    Denial,

    /// <summary>A bond without condition.</summary>
    Promise,

    /// <summary>A bond that holds only if something else comes first.</summary>
    ConditionalPromise,

    /// <summary>An opinion, a state, a trend.</summary>
    Statement,

    /// <summary>It is said not to be so.</summary>
    NegatedStatement,

    /// <summary>It may be so.</summary>
    Possibility,

    /// <summary>It holds under a condition.</summary>
    Condition,

    /// <summary>It is planned or due.</summary>
    Plan,

    /// <summary>Harm is announced.</summary>
    Threat,

    /// <summary>A standing fact of the past: totals of a war, people displaced for years.</summary>
    Past,
}

/// <summary>Outcomes in the words of claims.</summary>
internal static class ClauseOutcomes
{
    /// <summary>Number of outcomes.</summary>
    public const int Count = 13;

    private static readonly (ClaimKind Kind, AssertionMode Mode)[] Meanings =
    [
        default,
        (ClaimKind.Event, AssertionMode.Asserted),
        (ClaimKind.Event, AssertionMode.Historical),
        (ClaimKind.Denial, AssertionMode.Negated),
        (ClaimKind.Commitment, AssertionMode.Promised),
        (ClaimKind.Commitment, AssertionMode.Conditional),
        (ClaimKind.Statement, AssertionMode.Asserted),
        (ClaimKind.Statement, AssertionMode.Negated),
        (ClaimKind.Statement, AssertionMode.Hypothetical),
        (ClaimKind.Statement, AssertionMode.Conditional),
        (ClaimKind.Statement, AssertionMode.Planned),
        (ClaimKind.Statement, AssertionMode.Threatened),
        (ClaimKind.Statement, AssertionMode.Historical),
    ];

    /// <summary>Kind and mode of an outcome other than <see cref="ClauseOutcome.None"/>.</summary>
    public static (ClaimKind Kind, AssertionMode Mode) Meaning(this ClauseOutcome outcome) => Meanings[(int)outcome];

    /// <summary>The outcome of a kind and a mode; <see cref="ClauseOutcome.None"/> for a pair that no claim has.</summary>
    public static ClauseOutcome Of(ClaimKind kind, AssertionMode mode) => (ClauseOutcome)Math.Max(0, Array.FindIndex(Meanings, 1, m => m.Kind == kind && m.Mode == mode));
}
