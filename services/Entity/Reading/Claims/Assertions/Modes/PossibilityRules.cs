using System.Collections.Frozen;
using Truceline.Entity.Reading.Claims.Grammar;
using static Truceline.Entity.Reading.Claims.Assertions.Modes.ModeVocabulary;

namespace Truceline.Entity.Reading.Claims.Assertions.Modes;

/// <summary>What may be, or is only thought to be.</summary>
internal sealed class PossibilityRules(Words words)
{
    private static readonly FrozenSet<string> That = Words.Set("that");
    private static readonly FrozenSet<string> Whether = Words.Set("whether if");
    private static readonly FrozenSet<string> OpenQuestions = Words.Set("clear unclear uncertain unknown unsure doubtful open question questionable");
    private static readonly FrozenSet<string> Excluding = Words.Set("exclude rule dismiss discount preclude");
    private static readonly FrozenSet<string> Chances = Words.Set("possibility risk danger chance likelihood prospect");

    /// <summary>"The possibility that … cannot be dismissed", "There is a risk that …".</summary>
    public Assertion? Chance(Part part) => part.Main is not null && words.Find(part.Start, Math.Min(part.Start + 5, part.End), Chances) is var chance && chance >= 0 && words[chance + 1] == "that"
        ? Assertion.Of(ClaimKind.Statement, ClaimClasses.Say, AssertionMode.Hypothetical, "chance", 0.7) : null;

    /// <summary>What may be, or is only thought to be.</summary>
    public Assertion? Possibility(Part part)
    {
        var main = part.Main;
        if (main is null)
        {
            return Doubts(part) ? Assertion.Of(ClaimKind.Statement, ClaimClasses.Say, AssertionMode.Hypothetical, "doubtful", 0.6) : null;
        }
        var @class = part.Speech?.Verb is "fear" or "warn" ? ClaimClasses.Warn : ClaimClasses.Say;
        var rumour = words[part.Start] is "rumours" or "rumour" or "rumors" or "reports" or "fears" or "suspicions" && words.Find(part.Start, part.Start + 3, That) is var that && that >= 0 ? that : -1;
        if (rumour >= 0 && part.Groups.FindLast(g => g.Mood == VerbMood.Possible || g.Negated) is { } unchecked1 && unchecked1.First > rumour + 1)
        {
            return Assertion.Of(ClaimKind.Statement, ClaimClasses.Say, AssertionMode.Hypothetical, "rumour", 0.7) with { Tokens = new(rumour + 1, unchecked1.First) };
        }
        // "it is unclear whether", "nobody knows if": an open question.
        if (main.Mood is VerbMood.Asserted && words.Find(main.End, Math.Min(main.End + 4, part.End), Whether) >= 0 && (words.Any(main.First, Math.Min(main.End + 3, part.End), OpenQuestions) || main.Lemma is "doubt" or "wonder" || (main.Negated || words[part.Subject.First] is "nobody" or "no") && main.Lemma is "know" or "establish" or "determine" or "verify" or "say" or "tell" or "confirm"))
        {
            return Assertion.Of(ClaimKind.Statement, ClaimClasses.Say, AssertionMode.Hypothetical, "open-question", 0.7);
        }
        // "Whether the jets took off is anybody's guess"; "see a risk of a wider war".
        if (words[part.Start] == "whether" || main is { Mood: VerbMood.Asserted, Negated: false } && main.Lemma is "see" or "be" or "carry" or "run" or "raise" or "pose" && words.Any(main.End, Math.Min(main.End + 4, part.End), Chances) && !part.Quoted)
        {
            return Assertion.Of(ClaimKind.Statement, @class, AssertionMode.Hypothetical, "open-question", 0.65);
        }
        // "it is possible that", "looks likely to", "is bound to".
        if (main is { Mood: VerbMood.Asserted, Negated: false } && words.Find(main.End, Math.Min(main.End + 4, part.End), Likely) is var likely && likely >= 0 && words[likely + 1] is "that" or "to")
        {
            return Assertion.Of(ClaimKind.Statement, @class, AssertionMode.Hypothetical, "likelihood", 0.7);
        }
        // "cannot be excluded that", "could not be ruled out".
        if (main is { Negated: true, Mood: VerbMood.Possible or VerbMood.Asserted } && Excluding.Contains(main.Lemma))
        {
            return Assertion.Of(ClaimKind.Statement, @class, AssertionMode.Hypothetical, "not-excluded", 0.75);
        }
        // "seems imminent", "appears to have fled", "looks set to".
        if (main is { Mood: VerbMood.Asserted, Negated: false, Passive: false } && (main.Lemma is "seem" && words[main.End] is not "like" || main.Lemma is "appear" && words[main.End] is "to" or "that" or "likely" or "imminent" or "certain" || main.Lemma is "look" && words[main.End] is "set" or "likely" or "imminent" or "inevitable" or "increasingly" or "certain" or "bound" or "poised"))
        {
            return Assertion.Of(ClaimKind.Statement, @class, AssertionMode.Hypothetical, "seeming", 0.7);
        }
        if (main.Mood is VerbMood.Possible && words[main.First] is not "should" && !(main.Negated && part.Speech is null) || main.Mood is VerbMood.Would && words[main.First + 1] is not "not")
        {
            return Assertion.Of(ClaimKind.Statement, @class, AssertionMode.Hypothetical, "modal", 0.75);
        }
        if (Doubts(part) && !part.Has("will"))
        {
            var adverb = words.Find(part.Start, part.End, Doubtful);
            // "a trench, possibly dug in October, appears": what is doubtful ends with the aside.
            var end = part.End;
            if (adverb > part.Start && words[adverb - 1] == "," && adverb < main.First)
            {
                end = main.First;
            }
            return Assertion.Of(ClaimKind.Statement, @class, AssertionMode.Hypothetical, "doubtful", 0.7) with { Tokens = new(part.Start, end) };
        }
        var suspected = main is { Passive: true, Negated: false } && Suspecting.Contains(main.Lemma) || part.Speech?.Verb is "fear" or "suspect" or "rumour";
        return suspected ? Assertion.Of(ClaimKind.Statement, @class, AssertionMode.Hypothetical, "suspected", 0.7) : null;
    }

    /// <summary>Whether an adverb of doubt is about the whole and not about a number ("perhaps 1,300 men").</summary>
    private bool Doubts(Part part)
    {
        for (var i = part.Start; i < part.End; i++)
        {
            if (Doubtful.Contains(words[i]) && !words.IsNumber(i + 1) && !(words[i] is "perhaps" or "maybe" && words[i + 1] is "a" or "two" or "three" or "four" or "five" or "ten" or "twenty" or "half" or "as"))
            {
                return true;
            }
        }
        return false;
    }
}
