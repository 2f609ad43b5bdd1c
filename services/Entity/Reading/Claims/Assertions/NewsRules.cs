using System.Collections.Frozen;
using Truceline.Entity.Reading.Claims.Grammar;
using Truceline.Entity.Reading.Claims.Speech;

namespace Truceline.Entity.Reading.Claims.Assertions;

/// <summary>What is told as so: standing facts, totals and trends; deeds, new, repeated or past; what is left is a statement.</summary>
internal sealed class NewsRules(Words words, EntityIndex index, DateOnly reference)
{
    /// <summary>How old a deed may be at most to be news, in days.</summary>
    private const int OldestDays = 366;

    private static readonly FrozenSet<string> TollEstimatesWords = Words.Set("toll estimates overall altogether");
    private static readonly FrozenSet<string> BeforeOfWords = Words.Set("before of");
    private static readonly FrozenSet<string> HaltedClosedWords = Words.Set("halted closed blocked shot killed");
    private static readonly FrozenSet<string> AndWords = Words.Set("and");
    private static readonly FrozenSet<string> SortiesRaidsWords = Words.Set("sorties raids attacks violations");
    private static readonly FrozenSet<string> ThousandMillionWords = Words.Set("thousand million");
    private static readonly FrozenSet<string> EarlierAgoWords = Words.Set("earlier ago");
    private static readonly FrozenSet<string> Wars = Lexicon.Nouns("war");
    private static readonly FrozenSet<string> Trends = Lexicon.Set("trend");
    private static readonly FrozenSet<string> TrendWords = Lexicon.Set("trendword");
    private static readonly FrozenSet<string> Backing = Lexicon.Set("backing");
    private static readonly FrozenSet<string> Stative = Lexicon.Set("stative");
    private static readonly FrozenSet<string> Violence = Words.Set("clashes attacks incidents fighting violence shelling violations breaches guns raids deaths casualties strikes skirmishes ambushes firing shootings explosions bombardment bombardments bombing bombings hostilities airstrikes gunfire crossfire offensive barrage sniping exchanges unrest tension tensions bloodshed");
    private static readonly FrozenSet<string> Totals = Words.Set("toll estimates count reckoning dead");
    private static readonly FrozenSet<string> Displacement = Words.Set("displaced refugees homes exile uprooted");
    private static readonly FrozenSet<string> Happenings = Words.Set("raids violations breaches sorties attacks strikes ambushes times occasions clashes incidents incursions overflights skirmishes complaints bursts infringements crossings provocations ceasefire-violations explosions shellings airstrikes bombardments clinics air");
    private static readonly FrozenSet<string> Units = Words.Set("days weeks months fortnight weekend year week month");
    private static readonly FrozenSet<string> Observing = Words.Set("log record count register observe hear report list tally note document detect monitor");

    /// <summary>A total of a whole conflict, displacement as it stands, a trend, who backs or holds what.</summary>
    public Assertion? Background(Part part)
    {
        var main = part.Main;
        if (main is null || part.Quoted || main.Negated && !part.Has(Displacement) && !part.Has("homes"))
        {
            return null;
        }
        var killed = CountFinder.Killed(words, part);
        var war = words.Any(part.Subject.First, part.Subject.End, Wars) && !part.IsRelative;
        var since = SinceLong(part);
        if (killed is not null && main.Mood is VerbMood.Asserted && (war || since || part.Has("wars") || InWar(part) || words.Any(part.Start, part.End, TollEstimatesWords) && !part.Has("raised"))
            || killed is { Low: >= 20_000 })
        {
            return Make(ClaimKind.Statement, ClaimClasses.Total, AssertionMode.Historical, "total", 0.8, true);
        }
        // "remains in rebel hands", "is under militia control": who holds what.
        if (main is { Mood: VerbMood.Asserted, Negated: false, Passive: false, Lemma: "be" or "remain" or "stay" or "lie" } && words[main.First] is not ("was" or "were" or "had") && IsHeld(part, main))
        {
            return Make(ClaimKind.Statement, ClaimClasses.Holds, AssertionMode.Asserted, "held", 0.7, true);
        }
        if (part.Has("estimates") && main.Lemma is "run" or "range" or "vary")
        {
            return Make(ClaimKind.Statement, ClaimClasses.Total, AssertionMode.Historical, "estimates", 0.7, true);
        }
        if ((part.Has("displaced") || part.Has("refugees") || part.Has("homes") && main.Negated || part.Has("homeless") || part.Has("exile")) && (Stative.Contains(main.Lemma) || main.Passive && words[main.First] is "are" or "is" or "remain" || main.Negated || since)
            && main.Mood is VerbMood.Asserted)
        {
            return Make(ClaimKind.Statement, ClaimClasses.Displaced, AssertionMode.Historical, "displaced-stock", 0.75, true);
        }
        var trend = (Trends.Contains(main.Lemma) && !main.Passive && (words.Any(part.Subject.First, part.Subject.End, Violence) || part.Has("shelling")) || part.Has(TrendWords) && part.Has(Violence)
            || (Trends.Contains(main.Lemma) || main.Lemma is "go") && !main.Passive && FromTo(main.End, part.End) || part.Speech is null && main.Lemma is "lose" or "gain" && words[main.End] == "ground" && main.Head > main.First || HasPace(part) && part.Speech is null && main.Lemma is not "meet"
            || main.Lemma == "go" && words[main.End] is "on" && part.Has("year") || part.Has("tend") || part.Has("since") && part.Has(TrendWords)) && main.Mood is VerbMood.Asserted && !part.Quoted;
        if (trend)
        {
            return Make(ClaimKind.Statement, ClaimClasses.Trend, AssertionMode.Asserted, "trend", 0.75, true);
        }
        var present = VerbLexicon.OfPresent(words[main.First]) is not null || VerbLexicon.OfThirdPerson(words[main.First]) is not null || VerbLexicon.OfBase(words[main.First]) is not null && VerbLexicon.OfPast(words[main.First]) is null;
        var longSince = part.IsPerfect && !main.Passive && words.Any(main.First, part.End, Lasting) && words.Any(main.First, part.End, ForWords);
        if ((present || longSince) && Backing.Contains(main.Lemma) && !main.Passive || main.Passive && main.Lemma is "back" or "support" && words[main.First] is "is" or "are")
        {
            return Make(ClaimKind.Statement, ClaimClasses.Backs, AssertionMode.Asserted, "backing", 0.75, true);
        }
        if (present && main.Lemma is "guarantee" or "sponsor")
        {
            return Make(ClaimKind.Statement, ClaimClasses.Guarantees, AssertionMode.Asserted, "guaranteeing", 0.7, true);
        }
        return present && main.Lemma is "control" or "hold" or "govern" or "administer" && !part.Quoted && part.Speech is null && !part.Has("talks")
            ? Make(ClaimKind.Statement, ClaimClasses.Holds, AssertionMode.Asserted, "holding", 0.7, true) : null;
    }

    private bool IsHeld(Part part, VerbGroup main)
    {
        for (var i = main.End; i < Math.Min(main.End + 7, part.End); i++)
        {
            if (words[i] == "hands" && words.Any(main.End, i, In) || words[i] == "control" && words.Any(main.End, i, Under) || words[i] == "held" && words[i - 1] is "rebel" or "government")
            {
                return true;
            }
        }
        return false;
    }

    private static readonly FrozenSet<string> Lasting = Words.Set("years decades long months");
    private static readonly FrozenSet<string> ForWords = Words.Set("for long");
    private static readonly FrozenSet<string> In = Words.Set("in");
    private static readonly FrozenSet<string> Under = Words.Set("under beyond outside");

    /// <summary>"from 400 to 1,300": how a number went.</summary>
    private bool FromTo(int first, int end)
    {
        for (var i = first; i < end - 3; i++)
        {
            if (words[i] == "from" && (words.IsNumber(i + 1) || words.IsNumber(i + 2)) && words.Any(i + 2, Math.Min(i + 6, end), To))
            {
                return true;
            }
        }
        return false;
    }

    private static readonly FrozenSet<string> To = Words.Set("to");

    /// <summary>"month by month", "by the day": a change that goes on.</summary>
    private static bool HasPace(Part part) =>
        part.At("month", "by", "month") >= 0 || part.At("week", "by", "week") >= 0 || part.At("day", "by", "day") >= 0 || part.At("year", "by", "year") >= 0 || part.At("year", "on", "year") >= 0
        || part.At("by", "the", "day") >= 0 || part.At("by", "the", "week") >= 0 || part.At("by", "the", "month") >= 0 || part.At("by", "the", "hour") >= 0;

    private bool InWar(Part part)
    {
        var at = words.Find(part.Start, part.End, Wars);
        return at > 0 && (words[at - 1] is "'s" or "whole" or "first" or "second" || part.Has("years") || words[at - 1] is "the" && words[at - 2] is "in" or "of" || words[at - 2] is "first" or "the") && part.Has("years") | part.Has("first") | part.Has("whole");
    }

    /// <summary>"since 2011", "in the two years before": from long ago.</summary>
    private bool SinceLong(Part part)
    {
        var at = part.At("since");
        if (at >= 0 && (YearAt(at + 1, at + 4) is { } year && year < reference.Year || part.At("was", "set", "up") > at || part.At("was", "founded") > at || part.At("since", "then") >= 0))
        {
            return true;
        }
        // "since the war began", "since fighting broke out", "since the start of the conflict".
        if (at >= 0 && words.Any(at + 1, Math.Min(at + 7, part.End), Beginnings) && words.Any(at + 1, Math.Min(at + 8, part.End), WholeWars))
        {
            return true;
        }
        return part.At("two", "years", "before") >= 0 || part.Has("years") && part.Has("in") && words.Any(part.Start, part.End, BeforeOfWords) && part.At("years", "ago") < 0 || part.At("since", "october") >= 0 && part.Has("count");
    }

    private static readonly FrozenSet<string> Beginnings = Words.Set("began begun broke started start beginning erupted outbreak onset first flared");
    private static readonly FrozenSet<string> WholeWars = Words.Set("war conflict fighting uprising insurgency rebellion revolt hostilities crisis invasion");

    private int? YearAt(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (words[i].Length == 4 && int.TryParse(words[i], System.Globalization.NumberStyles.None, null, out var year) && year is > 1900 and < 2100)
            {
                return year;
            }
        }
        return null;
    }

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
                return Dated(part, Make(ClaimKind.Event, done, AssertionMode.Asserted, "reduced-deed", 0.5, false));
            }
            if (part.Speech is { Who.IsEmpty: false, IsSource: false } && (part.Quoted && part.End - part.Start > 2 || part.Speech.Verb is "confirm" && DeedClass.OfNouns(words, part.Start, part.End) is null))
            {
                return Say(part);
            }
            return (part.Link == ":" || CountFinder.Killed(words, part) is not null || part.Speech is { Verb: "report" or "confirm" } || words.Any(part.Start, part.End, HaltedClosedWords)) && DeedClass.OfNouns(words, part.Start, part.End) is { } noun && part.End - part.Start > 3
                ? Dated(part, Make(ClaimKind.Event, noun, AssertionMode.Asserted, "verbless-deed", 0.5, false)) : null;
        }
        // "commandos will cross the border": announced, and no promise.
        if (main is { Mood: VerbMood.Obligation, Negated: false } && words[main.First] is "will" or "'ll" && main.Lemma is not ("be" or "have" or "need" or "mean" or "depend" or "remain" or "know" or "see") && !part.Has("?"))
        {
            return Make(ClaimKind.Statement, DutyClass.Planned(words, part) ?? DeedClass.Of(words, part) ?? ClaimClasses.Say, AssertionMode.Planned, "announced", 0.6, false);
        }
        if (main.Mood is not VerbMood.Asserted || main.Negated || part.Has("?"))
        {
            return part.Quoted || part.Speech is not null ? Say(part) : null;
        }
        var known = DeedClass.Of(words, part) ?? Coordinated(part, main);
        // "was the scene of an ambush": a deed that a noun tells.
        if (main is { Lemma: "be", Passive: false } && words.Any(main.End, Math.Min(main.End + 3, part.End), Scenes) && DeedClass.OfNouns(words, main.End, part.End) is { } scene)
        {
            return Dated(part, Make(ClaimKind.Event, scene, AssertionMode.Asserted, "scene-of-deed", 0.6, false));
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
        if (part is { Link: "when" or "after" or "as", Before: { Subject.IsEmpty: false } war } && Wars.Contains(words[war.Subject.End - 1]) && IsPast(part))
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
        return Dated(part, Make(ClaimKind.Event, known ?? OtherDeed, AssertionMode.Asserted, known is null ? "other-deed" : "deed", known is null ? 0.4 : 0.7, false));
    }

    /// <summary>"stopped the bus and shot six": of verbs with one subject the first that tells a deed.</summary>
    private string? Coordinated(Part part, VerbGroup main)
    {
        foreach (var verb in part.Groups.Where(g => g.IsFinite && g.First > main.End && g is { Mood: VerbMood.Asserted, Negated: false } && words[g.First - 1] is "and" or "," or "then"))
        {
            if (DeedClass.Of(words, verb, verb.First, part.End) is { } @class)
            {
                return @class;
            }
        }
        return null;
    }

    private static readonly FrozenSet<string> Scenes = Words.Set("scene site target victim victims object subject");
    private static readonly FrozenSet<string> Matters = Words.Set("concern concerns question questions issue issues alarm fear fears doubt doubts hope hopes matter spectre stakes suspicion suspicions prospect possibility eyebrows");

    private static readonly FrozenSet<string> Idle = Words.Set(
        "offer begin lead announce field see continue become agree fail try help make use follow speak hint recall sound run grow mark remain look think wish propose start serve play win earn prove help");

    /// <summary>The class of deeds that no other class fits.</summary>
    public const string OtherDeed = "other";

    private static Assertion Say(Part part) => Make(ClaimKind.Statement, ClaimClasses.Say, AssertionMode.Asserted, "said", part.Quoted ? 0.7 : 0.5, false);

    private Assertion Dated(Part part, Assertion deed)
    {
        if (IsPast(part))
        {
            return deed with { Mode = AssertionMode.Historical };
        }
        return deed with { Repeated = IsRepeated(part, deed) };
    }

    /// <summary>Told as the past of the conflict.</summary>
    private bool IsPast(Part part)
    {
        var dates = index.DatesIn(words.Source.SpanOf(part.Start, part.End - 1)).ToList();
        var since = part.Has("since");
        if (!since && dates.Exists(d => d.End < reference.AddDays(-OldestDays)) || YearIn(part) is { } year && year < reference.Year - 1 && !since)
        {
            return true;
        }
        if (part.At("years", "ago") >= 0 || part.At("years", "earlier") >= 0 || part.At("years", "before") >= 0 || part.At("previous", "year") >= 0 || part.At("years", "on") >= 0 || part.At("decades", "ago") >= 0 || part.At("decade", "ago") >= 0 || part.At("decade", "earlier") >= 0)
        {
            return true;
        }
        if (part.Link is not null && part.Before is { } before && IsPastOf(before))
        {
            return true;
        }
        return part.IsPluperfect && part.Speech is null && !dates.Exists(d => d.End >= reference.AddDays(-31)) && (part.Has("before") || part.Has("once") || part.Has("earlier") || dates.Count > 0);
    }

    private bool IsPastOf(Part part) => part.Tokens.First >= 0 && IsPast(part);

    private int? YearIn(Part part)
    {
        for (var i = part.Start; i < part.End; i++)
        {
            if (words[i - 1] is "in" or "of" or "since" or "from" or "," or "january" or "february" or "march" or "april" or "may" or "june" or "july" or "august" or "september" or "october" or "november" or "december" && YearAt(i, i + 1) is { } year)
            {
                return year;
            }
        }
        return null;
    }

    private static readonly FrozenSet<string> OnWords = Words.Set("on");
    private static readonly FrozenSet<string> SmallNumbers = Words.Set("four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty several many dozens");

    /// <summary>Several happenings over a period told together.</summary>
    private bool IsRepeated(Part part, Assertion deed)
    {
        var plural = words.Any(part.Start, part.End, Happenings);
        if (part.At("day", "after", "day") >= 0 || part.At("night", "after", "night") >= 0 || part.At("week", "after", "week") >= 0)
        {
            return true;
        }
        for (var i = part.Start; i < part.End; i++)
        {
            var lasting = part.Main?.Lemma is "close" or "shut" or "seal" or "block" or "occupy" or "hold" or "suspend" or "ban" or "miss" or "detain" or "jail" or "imprison" or "besiege" or "surround" or "cut" or "control" or "take";
            if (words[i] == "since" && (part.IsPerfect && !lasting || plural) && words[i + 1] is not ("the" or "an") || words[i] == "since" && part.IsPerfect && !lasting)
            {
                return true;
            }
            var span = Units.Contains(words[i]) && (words[i - 1] is "two" or "three" or "four" or "five" or "six" or "past" or "last" or "a" or "the" or "this" or "several" or "few" || words.IsNumber(i - 1) || SmallNumbers.Contains(words[i - 1]))
                && IsWithin(i);
            if (span && (plural || part.IsPerfect || deed.Class == ClaimClasses.DisplacePeople) && words[i + 1] is not ("ago" or "earlier" or "after" or "before"))
            {
                return true;
            }
            if (words[i] == "between" && plural && words.Any(i, part.End, AndWords) && (CountFinder.Killed(words, part) is not null || words.Any(part.Start, i, SortiesRaidsWords)))
            {
                return true;
            }
            // "on sixteen separate days", "on nine nights".
            if (words[i] is "days" or "nights" or "occasions" or "mornings" && words.Any(Math.Max(part.Start, i - 4), i, OnWords) && (words.IsNumber(i - 1) || words.IsNumber(i - 2) || SmallNumbers.Contains(words[i - 1]) || SmallNumbers.Contains(words[i - 2])))
            {
                return true;
            }
            if (words[i] == "times" && words[i - 1] is not ("at" or "many"))
            {
                return true;
            }
            if (Happenings.Contains(words[i]) && words[i].EndsWith('s') && (words[i] is not "explosions" || words.IsNumber(i - 1) && words[i - 1].Length > 1 || words.IsNumber(i - 2) && words[i - 2].Length > 1) && (words.IsNumber(i - 1) || words.IsNumber(i - 2) || words[i - 2].Contains('-', StringComparison.Ordinal) || words[i - 1] is "ceasefire" || SmallNumbers.Contains(words[i - 1])) && (words[i] is not ("attacks" or "strikes" or "raids") || words[i - 1] is not ("two" or "three")))
            {
                return true;
            }
        }
        return deed.Class == ClaimClasses.DisplacePeople && part.IsPluperfect | part.IsPerfect && words.Any(part.Start, part.End, ThousandMillionWords) | Enumerable.Range(part.Start, part.End - part.Start).Any(i => words.IsNumber(i) && words[i].Contains(',', StringComparison.Ordinal));
    }

    /// <summary>Deeds that a noun tells within a part ("the withdrawal from Khiam", "the bombing of Marquetalia in 1964").</summary>
    public IEnumerable<Assertion> NounDeeds(Part part, Assertion? whole)
    {
        if (part.Main is null || whole?.Kind is ClaimKind.Denial or ClaimKind.Commitment)
        {
            yield break;
        }
        foreach (var told in Absolute(part).Concat(Presupposed(part)))
        {
            yield return told;
        }
        for (var i = part.Start; i < part.End; i++)
        {
            var of = words[i + 1] is "of" or "in" or "from" || words[i - 1] is "'s";
            if (words[i] is not ("bombing" or "capture" or "pact" or "massacre" or "armistice" or "withdrawal" or "storming") || !of || words[i + 1] is not ("of" or "in" or "from"))
            {
                continue;
            }
            var end = i + 2;
            while (end < part.End && words[end] is not ("," or "had" or "did" or "left" or "was" or "were" or "has" or "put" or "and" or "that"))
            {
                end++;
            }
            var first = i;
            while (first > part.Start && words[first - 1] is not ("," or "after" or "since" or "by" or "of" or "with" or "to") && first > i - 4)
            {
                first--;
            }
            var tokens = new Stretch(words[i] is "bombing" or "withdrawal" ? Math.Max(first, words[i - 1] == "the" ? i - 1 : i) : first, end);
            var past = YearAt(tokens.First, tokens.End) is { } year && year < reference.Year - 1 || words.Any(tokens.First, tokens.End, EarlierAgoWords);
            var certain = words[i] == "withdrawal" && first <= part.Start + 1 && whole?.Mode == AssertionMode.Negated && part.Main.Head > i && words[part.Main.First] == "did";
            if ((past || certain) && DeedClass.OfNouns(words, i, i + 1) is { } @class)
            {
                yield return Make(ClaimKind.Event, @class, past ? AssertionMode.Historical : AssertionMode.Asserted, "noun-deed", 0.7, false) with { Tokens = tokens };
            }
        }
    }

    /// <summary>", one of them hitting a school": a deed that a participle with its own subject tells beside the verb.</summary>
    private IEnumerable<Assertion> Absolute(Part part)
    {
        for (var i = part.Main!.End; i < part.End - 4; i++)
        {
            if (words[i] != "," || words[i + 2] != "of" || words[i + 3] is not ("them" or "which" or "whom") || VerbLexicon.OfProgressive(words[i + 4]) is not { } lemma)
            {
                continue;
            }
            var verb = new VerbGroup(i + 4, i + 4, i + 5, lemma, null, VerbMood.Asserted, false, false);
            // By what arm it was done the verb of the part tells, else its own words.
            var own = DeedClass.Of(words, verb, i + 1, part.End);
            if ((own ?? (Harming.Contains(lemma) ? ClaimClasses.AssaultArmed : null)) is { } least && (DeedClass.Of(words, part) ?? least) is var @class)
            {
                yield return Make(ClaimKind.Event, @class, AssertionMode.Asserted, "absolute-deed", 0.6, false) with { Tokens = new(i + 1, part.End) };
            }
        }
    }

    private static readonly FrozenSet<string> Gestures = Lexicon.Set("gesture");
    private static readonly FrozenSet<string> Harming = Lexicon.Set("harm");
    private static readonly FrozenSet<string> Answering = Lexicon.Set("answering");

    /// <summary>"to answer the raid": what is answered or avenged has happened.</summary>
    private IEnumerable<Assertion> Presupposed(Part part)
    {
        foreach (var verb in part.Groups.Where(g => Answering.Contains(g.Lemma)))
        {
            var at = verb.End + (words[verb.End] is "to" or "for" or "against" ? 1 : 0);
            if (words[at] is not ("the" or "this" or "that" or "these" or "those"))
            {
                continue;
            }
            for (var i = at + 1; i < Math.Min(at + 4, part.End); i++)
            {
                if (DeedClass.OfNouns(words, i, i + 1) is { } @class)
                {
                    yield return Make(ClaimKind.Event, @class, AssertionMode.Asserted, "noun-deed", 0.6, false) with { Tokens = new(at, i + 1) };
                    break;
                }
            }
        }
    }

    /// <summary>Whether a part tells what was observed, which stays the observer's.</summary>
    public static bool IsObserving(Part part) => part.Main is { } main && Observing.Contains(main.Lemma);

    private static Assertion Make(ClaimKind kind, string @class, AssertionMode mode, string rule, double confidence, bool background) =>
        new(kind, @class, mode, rule, confidence) { Background = background };

    private bool IsWithin(int unit)
    {
        for (var back = 1; back <= 4; back++)
        {
            if (words[unit - back] is "in" or "over" or "within" or "during" or "for" or "throughout" or "past")
            {
                return true;
            }
        }

        return false;
    }
}
