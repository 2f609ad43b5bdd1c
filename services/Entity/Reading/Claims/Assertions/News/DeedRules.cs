using System.Collections.Frozen;
using Truceline.Entity.Reading.Claims.Grammar;

namespace Truceline.Entity.Reading.Claims.Assertions.News;

/// <summary>Something done or happening, else a statement.</summary>
internal sealed class DeedRules(Words words, EntityIndex index, DateOnly reference)
{
    /// <summary>The class of deeds that no other class fits.</summary>
    public const string OtherDeed = "other";

    private readonly DeedTime _time = new(words, index, reference);

    private static readonly FrozenSet<string> HeadlineParticiples = Words.Set("halted closed blocked shot killed");
    private static readonly FrozenSet<string> Wars = Lexicon.Nouns("war");
    private static readonly FrozenSet<string> Stative = Lexicon.Set("stative");
    private static readonly FrozenSet<string> Units = Words.Set("days weeks months fortnight weekend year week month");
    private static readonly FrozenSet<string> Scenes = Words.Set("scene site target victim victims object subject");
    private static readonly FrozenSet<string> Matters = Words.Set("concern concerns question questions issue issues alarm fear fears doubt doubts hope hopes matter spectre stakes suspicion suspicions prospect possibility eyebrows");
    private static readonly FrozenSet<string> Idle = Words.Set(
        "offer begin lead announce field see continue become agree fail try help make use follow speak hint recall sound run grow mark remain look think wish propose start serve play win earn prove help");
    private static readonly FrozenSet<string> Gestures = Lexicon.Set("gesture");

    /// <summary>Something done or happening, else a statement.</summary>
    public Assertion? Deed(Part part)
    {
        var main = part.Main;
        if (main is null)
        {
            // "shells on the checkpoint, a woman dead": a deed without a verb.
            var reduced = part.Groups.Find(g => g.Mood == VerbMood.Participle);
            if (reduced is not null && DeedClass.Of(words, reduced, part.Start, part.End) is { } done)
            {
                return _time.Of(part, Assertion.Of(ClaimKind.Event, done, AssertionMode.Asserted, "reduced-deed", 0.5, false));
            }
            if (part.Speech is { Who.IsEmpty: false, IsSource: false } && (part.Quoted && part.End - part.Start > 2 || part.Speech.Verb is "confirm" && DeedClass.OfNouns(words, part.Start, part.End) is null))
            {
                return Say(part);
            }
            return (part.Link == ":" || CountFinder.Killed(words, part) is not null || part.Speech is { Verb: "report" or "confirm" } || words.Any(part.Start, part.End, HeadlineParticiples)) && DeedClass.OfNouns(words, part.Start, part.End) is { } noun && part.End - part.Start > 3
                ? _time.Of(part, Assertion.Of(ClaimKind.Event, noun, AssertionMode.Asserted, "verbless-deed", 0.5, false)) : null;
        }
        // "commandos will cross the border": announced, and no promise.
        if (main is { Mood: VerbMood.Obligation, Negated: false } && words[main.First] is "will" or "'ll" && main.Lemma is not ("be" or "have" or "need" or "mean" or "depend" or "remain" or "know" or "see") && !part.Has("?"))
        {
            return Assertion.Of(ClaimKind.Statement, DutyClass.Planned(words, part) ?? DeedClass.Of(words, part) ?? ClaimClasses.Say, AssertionMode.Planned, "announced", 0.6, false);
        }
        if (main.Mood is not VerbMood.Asserted || main.Negated || part.Has("?"))
        {
            return part.Quoted || part.Speech is not null ? Say(part) : null;
        }
        // "Asked about the airliner, he …": what somebody was asked is no claim.
        if (main.Lemma == "ask" && main.First == part.Start)
        {
            return null;
        }
        var known = DeedClass.Of(words, part) ?? Coordinated(part, main);
        // "was the scene of an ambush": a deed that a noun tells.
        if (main is { Lemma: "be", Passive: false } && words.Any(main.End, Math.Min(main.End + 3, part.End), Scenes) && DeedClass.OfNouns(words, main.End, part.End) is { } scene)
        {
            return _time.Of(part, Assertion.Of(ClaimKind.Event, scene, AssertionMode.Asserted, "scene-of-deed", 0.6, false));
        }
        var static1 = Stative.Contains(main.Lemma) && !(main.Passive || main is { Lemma: "stand", Particle: "down" } || main.Lemma is "hold" or "keep" or "bear" or "fall" or "run" or "share" && known is not null)
            && !(main.Lemma == "lose" || known is ClaimClasses.Meeting or ClaimClasses.AssaultShelling or ClaimClasses.RestrictMovement or ClaimClasses.Patrol && main.Lemma is not ("be" or "have"));
        if (main.Lemma == "hold" && known == ClaimClasses.AssaultArmed && part.Speech is null)
        {
            static1 = true;
        }
        if (static1 || main.Passive && words[main.First] is "are" or "is" && known is null || main.Lemma is "stick")
        {
            return part.Quoted || part.Speech is not null || !part.IsRelative ? Say(part) : null;
        }
        var quotedWord = part.Quoted && known is null;
        var present = main.First == main.Head && VerbLexicon.OfPresent(words[main.First]) is not null && main.Lemma is not ("hold");
        if (known is null && main.Lemma is "claim" or "cost" or "leave" or "cause" or "last" or "resume")
        {
            known = DeedClass.OfNouns(words, part.Subject.First, part.Subject.End);
        }
        if (known is null && (part.IsRelative || Wars.Contains(words[part.Subject.End - 1]) || Idle.Contains(main.Lemma) || main.Lemma == "raise" && part.Has(Matters)))
        {
            return part.Quoted || part.Speech is not null ? Say(part) : null;
        }
        if (part.Link is "after" or "since" or "before" && Units.Contains(words[part.Start - 2]) && words[part.Start - 2] is not ("days" or "day"))
        {
            return null;
        }
        // How a whole war began is no news, nor is what began it.
        if (part is { Link: "when" or "after" or "as", Before: { Subject.IsEmpty: false } war } && Wars.Contains(words[war.Subject.End - 1]) && _time.IsPast(part))
        {
            return null;
        }
        if (known is null && Gestures.Contains(main.Lemma) && !part.Quoted && part.Speech is null)
        {
            return null;
        }
        if (quotedWord || present && known is null || main.Lemma is "say" or "tell" or "call" or "warn" or "note" or "describe" or "add" or "welcome" or "hail" or "praise" or "appear" or "show" or "mean" or "comment" or "insist" or "stress" or "put" && known is null)
        {
            return Say(part);
        }
        return _time.Of(part, Assertion.Of(ClaimKind.Event, known ?? OtherDeed, AssertionMode.Asserted, known is null ? "other-deed" : "deed", known is null ? 0.4 : 0.7, false));
    }

    /// <summary>"stopped the bus and shot six": of verbs with one subject the first that tells a deed.</summary>
    private string? Coordinated(Part part, VerbGroup main)
    {
        foreach (var verb in part.Groups.Where(g => g.IsFinite && g.First > main.End && g is { Mood: VerbMood.Asserted, Negated: false } && words[g.First - 1] is "and" or "," or "then"))
        {
            if ((DeedClass.Of(words, verb, verb.First, part.End) ?? DeedClass.Of(words, verb, part.Start, part.End)) is { } @class)
            {
                return @class;
            }
        }
        return null;
    }

    private static Assertion Say(Part part) => Assertion.Of(ClaimKind.Statement, ClaimClasses.Say, AssertionMode.Asserted, "said", part.Quoted ? 0.7 : 0.5, false);
}
