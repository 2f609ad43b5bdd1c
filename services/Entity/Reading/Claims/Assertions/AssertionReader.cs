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
    private readonly ModeRules _modes = new(words, index, reference);
    private readonly NewsRules _news = new(words, index, reference);

    /// <summary>The assertions of a part, the first about the whole of it.</summary>
    public IEnumerable<Assertion> Read(Part part)
    {
        var first = _modes.Chance(part) ?? _modes.Threat(part) ?? _modes.Condition(part) ?? _modes.DenialByVerb(part) ?? _modes.Plan(part) ?? _modes.Promise(part) ?? _news.Background(part)
            ?? _modes.Possibility(part) ?? _modes.Negation(part) ?? _news.Deed(part);
        if (first is not null)
            yield return first;
        foreach (var noun in _news.NounDeeds(part, first))
            yield return noun;
    }
}
