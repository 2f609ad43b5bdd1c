using System.Collections.Frozen;
using Truceline.Entity.Reading.Claims.Grammar;
using Truceline.Entity.Reading.Claims.Speech;
using static Truceline.Entity.Reading.Claims.Assertions.Modes.ModeVocabulary;

namespace Truceline.Entity.Reading.Claims.Assertions.Modes;

/// <summary>What holds only if something else does, as a promise or as a statement.</summary>
internal sealed class ConditionRules(Words words)
{
    private static readonly FrozenSet<string> ConditionJoints = Words.Set("if unless");
    private static readonly FrozenSet<string> Assenting = Words.Set("consent agreement agree agreed readiness ready willing willingness support offered accept accepted");
    private static readonly FrozenSet<string> Giving = Words.Set("accept move withdraw pull leave return sign keep hold lay hand release free allow let stop cease observe respect honour lift reopen open remain send go stay disarm decommission give vacate halt join resume talk end rejoin");
    private static readonly string[][] Conditionals = PhraseList.Of(
        "on condition|in the event|as long as|so long as|only after|only if|only once|only when|not before|not until|provided that|dependent on|conditional on|depends on|depend on|hinges on|in exchange for|in return for|or not at all|contingent on|except if|assuming that|in case of|in the case of|in case|even if|on the understanding|subject to");
    private static readonly FrozenSet<string> Ours = Words.Set("we our i my");

    /// <summary>What holds only if something else does: bound to it as a promise, or as a statement.</summary>
    public Assertion? Condition(Part part)
    {
        if (part.Groups.Count == 0 || part.IsRelative)
        {
            return null;
        }
        var word = words.Find(part.Start, part.End, ConditionJoints);
        var inverted = words[part.Start] is "should" or "had" or "were" && part.Groups.Count(g => g.IsFinite) > 1 && words[part.Start + 1] is not "have"
            || part.Groups.Exists(g => words[g.First] is "were" && g.First > part.Start + 3 && words[g.First - 1] is not ("who" or "that" or "which" or "they" or "and" or ",") && part.Main is { Mood: VerbMood.Would });
        var bound = word >= 0 && words[word - 1] is not ("as" or "asked" or "whether") || inverted || words[part.Start] is "provided" or "providing" || part.Has("provided") && part.At("provided", "by") < 0 && part.Main is { Mood: not VerbMood.Asserted } || part.HasAny(Conditionals)
            || part.At("without") == part.Start && part.Main is { Mood: VerbMood.Obligation or VerbMood.Would or VerbMood.Possible };
        // "Every ten more hostages set free would buy a day".
        bound |= words[part.Subject.First] is "each" or "every" && part.Main is { Mood: VerbMood.Would, Negated: false };
        // "can resume once the shelling stops".
        bound |= part.Main is { Mood: VerbMood.Possible or VerbMood.Obligation or VerbMood.Would } && part.At("once") is var once && once > part.Main.End && part.Groups.Exists(g => g.IsFinite && g.First > once);
        // "No troops will leave until a force is in place".
        bound |= part.Main is { Mood: VerbMood.Possible or VerbMood.Obligation or VerbMood.Would } not && (not.Negated || NegatedSubject(not)) && (part.At("until") > not.Head || part.At("unless") > not.Head);
        if (!bound || part.Has(Doubtful))
        {
            return null;
        }
        // "If X really moved, as one claims, nobody saw it": doubt, no condition.
        var main = part.Groups.Find(g => g.IsFinite && (g.Mood is VerbMood.Obligation or VerbMood.Would or VerbMood.Possible) && words[g.First] is not "should" and not "can" and not "had") ?? part.Main;
        if (words[part.Start] == "if" && !part.Groups.Exists(g => g.IsFinite && g.Mood is VerbMood.Obligation or VerbMood.Would or VerbMood.Possible) && part.Groups.Count(g => g.IsFinite) > 1 && part.Groups.TrueForAll(g => !g.IsFinite || VerbLexicon.OfPresent(words[g.First]) is null && words[g.First] is not ("is" or "are" or "has" or "have")))
        {
            var comma = part.Start + 1;
            while (comma < part.End && words[comma] != ",")
            {
                comma++;
            }
            return Assertion.Of(ClaimKind.Statement, ClaimClasses.Say, AssertionMode.Hypothetical, "doubted", 0.7) with { Tokens = new(part.Start + 1, comma), Who = ClaimantBehind(part, comma) };
        }
        var negated = main is not null && (main.Negated || words[part.Subject.First] == "no" || words[main.End] == "no" || NegatedSubject(main));
        var restraint = main is not null && negated && Restraint.Contains(main.Lemma);
        var headline = part.Groups.Exists(g => g.Mood == VerbMood.Infinitive) && !part.Groups.Exists(g => g.IsFinite);
        var consent = part.Main is { Mood: VerbMood.Asserted } && words.Any(part.Start, part.End, Assenting);
        // "If X stops its raids, our guns stay silent": said of one's own side.
        var ours = part.Quoted && words[part.Start] is "if" or "as" or "so" && part.Groups.FindLast(g => g.IsFinite) is { Mood: VerbMood.Asserted } last && last.First > part.Start + 3 && words.Any(Math.Max(part.Start, last.First - 3), last.First, Ours) && DutyClass.Known(words, part) is not null;
        var promises = ours || headline || consent || part.Main is { Mood: VerbMood.Asserted } asserted && Promising.Contains(asserted.Lemma)
            || main is not null && (!negated || restraint) && main.Mood is VerbMood.Obligation or VerbMood.Would && !(main.Mood is VerbMood.Would && words[main.First + 1] is "have" or "never" && main.End - main.First > 2)
            && !(words[main.First + 1] == "have" || words[main.First + 2] == "have") && main.Lemma is not ("be" or "have" or "mean" or "cause" or "lead" or "face" or "risk" or "collapse" or "fail" or "suffer" or "become" or "starve");
        // "Tehran would reconsider its ties": what would follow, of which no duty is known and which the speaker does not say of himself.
        if (promises && !headline && !consent && main is { Mood: VerbMood.Would or VerbMood.Obligation } && words[main.First] is "would" or "will" && !Giving.Contains(main.Lemma) && DutyClass.Known(words, part) is null && words[part.Subject.First] is not ("it" or "they" or "we" or "he" or "she" or "his" or "its" or "their" or "our"))
        {
            promises = part.Main is { Mood: VerbMood.Asserted } vow && Promising.Contains(vow.Lemma);
        }
        var kind = promises ? ClaimKind.Commitment : ClaimKind.Statement;
        return Assertion.Of(kind, promises ? DutyClass.Of(words, part) : DutyClass.Known(words, part) ?? ClaimClasses.Say, AssertionMode.Conditional, "condition", 0.75);
    }

    /// <summary>", as one resident claims,": whose claim it is; empty when no such words stand there.</summary>
    private Stretch ClaimantBehind(Part part, int comma)
    {
        if (words[comma + 1] != "as")
        {
            return default;
        }
        var stop = comma + 2;
        while (stop < part.End && words[stop] != ",")
        {
            stop++;
        }
        return stop - comma is > 3 and <= 9 ? new(comma + 2, stop - 1) : default;
    }

    private bool NegatedSubject(VerbGroup main)
    {
        for (var i = main.First - 1; i >= Math.Max(0, main.First - 4) && words[i] != ","; i--)
        {
            if (words[i] is "no" or "nobody" or "neither" or "none")
            {
                return true;
            }
        }
        return false;
    }
}
