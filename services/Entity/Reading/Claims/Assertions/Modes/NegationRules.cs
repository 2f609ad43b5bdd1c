using System.Collections.Frozen;
using Truceline.Entity.Reading.Claims.Grammar;
using static Truceline.Entity.Reading.Claims.Assertions.Modes.ModeVocabulary;

namespace Truceline.Entity.Reading.Claims.Assertions.Modes;

/// <summary>What was not: a denial when a party to it says so, a finding otherwise.</summary>
internal sealed class NegationRules(Words words)
{
    private static readonly FrozenSet<string> Applying = Words.Set("concerned concerns binds bound applies");
    private static readonly FrozenSet<string> Phases = Lexicon.Set("phase");
    private static readonly FrozenSet<string> Nothing = Words.Set("no none nobody nothing neither never nowhere");
    /// <summary>Words that say that something fell short.</summary>
    private static readonly string[][] FellShort = PhraseList.Of("nowhere near|yet to|in vain|to no avail|has still to|have still to|it is not the case|unable to|not able to|incapable of|short of|no sign of|in no position to");
    private static readonly FrozenSet<string> Ours = Words.Set("our ours us mine");
    private static readonly FrozenSet<string> Yet = Words.Set("yet even still");

    /// <summary>What was not: a denial when a party to it says so, a finding otherwise.</summary>
    public Assertion? Negation(Part part)
    {
        var main = part.Main;
        var said = part.Speech is { Verb: not ("hear" or "fear") };
        var observer = said && (words.Any(part.Speech!.Who.First, part.Speech.Who.End, Observers) || part.Speech.Who.IsEmpty && false);
        var lies = (said || part.Quoted) && part.HasAny(Lies) && !observer;
        if (lies)
        {
            return Assertion.Of(ClaimKind.Denial, ClaimClasses.DenyEvent, AssertionMode.Negated, "not-so", 0.75);
        }
        // ""No aircraft of ours were airborne"": said of one's own side.
        if (part.Quoted && main is { Mood: VerbMood.Asserted } && words[part.Start] is "no" or "none" or "not" && words.Any(part.Start, main.First, Ours))
        {
            return Assertion.Of(ClaimKind.Denial, ClaimClasses.DenyEvent, AssertionMode.Negated, "none-of-ours", 0.75);
        }
        var negative = main is not null && (main.Negated || words[part.Subject.First] is "no" or "none" or "nobody" or "neither" or "nothing" or "not" || words[main.End] is "no" or "nothing" or "none" or "neither" or "nobody" || part.At("by", "no", "means") >= 0
            || part.At("no", "longer") >= 0 || words[part.Start] is "not" or "none" or "no" or "nobody" or "never" or "nowhere" || words[part.Subject.First] is "little" or "few" && words[part.Subject.First + 1] is "of" || words[part.Start] is "at" or "in" or "on" or "under" && words[part.Start + 1] == "no" || part.At("without", "a", "signature") >= 0 || words.Find(main.End, Math.Min(main.End + 4, part.End), Nothing) >= 0 || part.HasAny(FellShort)
            || part.At("without") is var without && without >= main.End && words[without + 1] is "a" or "an" or "any" or "agreement" or "result" && words[without + 2] is not ("fight" or "shot" or "struggle"))
            || main is null && words[part.Start] is "no" or "not" or "none" or "zero";
        // "failed to bring the parties together", "fell short of", "stopped short of".
        if (main is { Mood: VerbMood.Asserted, Negated: false, Passive: false } && (main.Lemma is "fail" or "neglect" or "omit" && part.Groups.Exists(g => g.Mood == VerbMood.Infinitive && g.First <= main.End + 1) || main.Lemma is "stop" or "fall" && words[main.End] == "short"))
        {
            return Assertion.Of(ClaimKind.Statement, ClaimClasses.Say, AssertionMode.Negated, "failed-to", 0.75);
        }
        // "Nothing suggests that the guns were moved".
        if (part.Speech is { Who.IsEmpty: false } empty && words[empty.Who.First] is "nothing" or "nobody" or "none" or "no")
        {
            return Assertion.Of(ClaimKind.Statement, ClaimClasses.Say, AssertionMode.Negated, "nothing-says", 0.7);
        }
        // What one wants none of is a wish, and denies nothing.
        if (part.Quoted && main is { Lemma: "be" } && (!main.Negated || words[part.Start] == "what") || main is { Lemma: "want" or "seek" or "desire", Negated: false })
        {
            return null;
        }
        // "Not until May did a lorry enter": the verb before its subject tells that nothing did so far.
        var inverted = words[part.Start] == "not" && words[part.Start + 1] is "until" or "since" && main is { Lemma: "do" };
        if (!inverted && (!negative || words[part.Start] == "not" && words[part.Start + 1] is "only" or "just" or "until" or "far" or "long"))
        {
            return null;
        }
        if (main is { Mood: VerbMood.Asserted } && Phases.Contains(main.Lemma) && words.Any(main.First, main.End + 1, Yet))
        {
            return Assertion.Of(ClaimKind.Statement, ClaimClasses.Say, AssertionMode.Negated, "not-yet", 0.7);
        }
        if (said && !observer && main is not null && main.Mood is VerbMood.Asserted && main.Lemma is not ("want" or "comment" or "know" or "have") || part.Quoted && main is { Mood: VerbMood.Asserted, Lemma: not "be" }
            || said && !observer && main is { Lemma: "have" } && part.Has("nothing"))
        {
            return Assertion.Of(ClaimKind.Denial, words.Any(part.Start, part.End, Applying) ? ClaimClasses.Refuse : main is { Lemma: "attack" or "intervene" or "invade" or "plan" or "bomb" } && part.Has("action") ? ClaimClasses.NoMilitaryAction : ClaimClasses.DenyEvent,
                AssertionMode.Negated, "own-negation", 0.7);
        }
        if (said && !observer && main is { Mood: VerbMood.Obligation or VerbMood.Would, Negated: true })
        {
            return Assertion.Of(ClaimKind.Denial, ClaimClasses.Refuse, AssertionMode.Negated, "refusal", 0.65);
        }
        return Assertion.Of(ClaimKind.Statement, ClaimClasses.Say, AssertionMode.Negated, "negated", 0.75);
    }
}
