using Truceline.Entity.Reading.Claims.Assertions.Modes;
using Truceline.Entity.Reading.Claims.Assertions.News;
using Truceline.Entity.Reading.Claims.Grammar;
using Truceline.Entity.Reading.Claims.Speech;

namespace Truceline.Entity.Reading.Claims.Assertions;

/// <summary>What a part of a sentence asserts.</summary>
/// <param name="Kind">What sort of assertion.</param>
/// <param name="Class">Its class.</param>
/// <param name="Mode">How it is asserted.</param>
/// <param name="Rule">The rule that told.</param>
/// <param name="Confidence">How sure the rule is, in (0, 1].</param>
internal sealed record Assertion(ClaimKind Kind, string Class, AssertionMode Mode, string Rule, double Confidence)
{
    public bool Background { get; init; }

    public bool Repeated { get; init; }

    /// <summary>Who says it is the subject of the part.</summary>
    public bool SubjectSpeaks { get; init; }

    /// <summary>An assertion of a rule.</summary>
    public static Assertion Of(ClaimKind kind, string @class, AssertionMode mode, string rule, double confidence, bool background = false) =>
        new(kind, @class, mode, rule, confidence) { Background = background };

    /// <summary>Evidence, where it is not the whole part; null: all of it.</summary>
    public Stretch? Tokens { get; init; }

    /// <summary>Who says it, where that is neither the frame's nor the subject.</summary>
    public Stretch Who { get; init; }
}

/// <summary>
/// Tells of each part of a sentence what it asserts and how: threats before conditions, conditions before plans and promises, these before
/// possibilities, background and denials, and what is left is news when its verb is a deed, else a statement.
/// </summary>
internal sealed class AssertionReader(Words words, EntityIndex index, DateOnly reference)
{
    private readonly ThreatRules _threats = new(words);
    private readonly ConditionRules _conditions = new(words);
    private readonly SpeechActRules _acts = new(words);
    private readonly PlanRules _plans = new(words, index);
    private readonly PromiseRules _promises = new(words, index);
    private readonly PossibilityRules _possibilities = new(words);
    private readonly NegationRules _negations = new(words);
    private readonly BackgroundRules _background = new(words, reference);
    private readonly DeedRules _deeds = new(words, index, reference);
    private readonly NounDeedRules _nouns = new(words, reference);

    /// <summary>The assertions of a part, the first about the whole of it.</summary>
    public IEnumerable<Assertion> Read(Part part)
    {
        var first = _possibilities.Chance(part) ?? _threats.Threat(part) ?? _conditions.Condition(part) ?? _acts.DenialByVerb(part) ?? _plans.Plan(part) ?? _promises.Promise(part)
            ?? _background.Background(part) ?? _possibilities.Possibility(part) ?? _negations.Negation(part) ?? _deeds.Deed(part);
        if (first is not null)
        {
            yield return first;
        }
        foreach (var noun in _nouns.NounDeeds(part, first))
        {
            yield return noun;
        }
    }
}
