using System.Collections.Frozen;
using Truceline.Entity.Reading.Claims.Grammar;

namespace Truceline.Entity.Reading.Claims.Assertions.News;

/// <summary>Standing facts: totals of a whole conflict, displacement as it stands, trends, who backs, opposes, guarantees or holds what.</summary>
internal sealed class BackgroundRules(Words words, DateOnly reference)
{
    private static readonly FrozenSet<string> TollNouns = Words.Set("toll estimates overall altogether");
    private static readonly FrozenSet<string> BeforeOf = Words.Set("before of");
    private static readonly FrozenSet<string> Wars = Lexicon.Nouns("war");
    private static readonly FrozenSet<string> Trends = Lexicon.Set("trend");
    private static readonly FrozenSet<string> TrendWords = Lexicon.Set("trendword");
    private static readonly FrozenSet<string> Backing = Lexicon.Set("backing");
    private static readonly FrozenSet<string> Opposing = Words.Set("oppose resist combat antagonise");
    private static readonly string[][] Enmity = PhraseList.Of("at war with|at odds with|opposed to|hostile to|enemy of|enemies of|rival of|rivals of|foe of|foes of|sworn enemies");
    private static readonly FrozenSet<string> Stative = Lexicon.Set("stative");
    private static readonly FrozenSet<string> Violence = Words.Set("clashes attacks incidents fighting violence shelling violations breaches guns raids deaths casualties strikes skirmishes ambushes firing shootings explosions bombardment bombardments bombing bombings hostilities airstrikes gunfire crossfire offensive barrage sniping exchanges unrest tension tensions bloodshed");
    private static readonly FrozenSet<string> Displacement = Words.Set("displaced refugees homes exile uprooted");
    private static readonly FrozenSet<string> Lasting = Words.Set("years decades long months");
    private static readonly FrozenSet<string> ForLong = Words.Set("for long");
    private static readonly FrozenSet<string> In = Words.Set("in");
    private static readonly FrozenSet<string> Under = Words.Set("under beyond outside");
    private static readonly FrozenSet<string> To = Words.Set("to");
    private static readonly FrozenSet<string> Beginnings = Words.Set("began begun broke started start beginning erupted outbreak onset first flared");
    private static readonly FrozenSet<string> Dying = Words.Set("kill die perish fall slay");
    private static readonly FrozenSet<string> Taking = Words.Set("claim take cost lose end");
    private static readonly FrozenSet<string> Lives = Words.Set("life lives dead");
    private static readonly FrozenSet<string> Masses = Words.Set("million thousand thousands hundreds");
    private static readonly FrozenSet<string> Recent = Words.Set("week yesterday monday tuesday wednesday thursday friday saturday sunday today night day days hours month");
    private static readonly FrozenSet<string> Patronage = Words.Set("protection backing support patronage blessing sponsorship");
    private static readonly FrozenSet<string> Sureties = Words.Set("surety guarantor guarantors guarantee sponsor");
    private static readonly FrozenSet<string> WholeWars = Words.Set("war conflict fighting uprising insurgency rebellion revolt hostilities crisis invasion");

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
        // "Over the war half a million perished", "the invasion has killed over 10,000", "9,000 have fallen since 2014".
        var deadly = main is { Mood: VerbMood.Asserted, Negated: false } && (Dying.Contains(main.Lemma) || Taking.Contains(main.Lemma) && words.Any(main.End, part.End, Lives)) && part.Speech is not { Verb: "fear" };
        var many = words.Any(part.Start, part.End, Masses) || Enumerable.Range(part.Start, part.End - part.Start).Any(i => words.IsNumber(i) && words[i].Contains(',', StringComparison.Ordinal));
        if (deadly && many && (since || words.Any(part.Start, part.End, Wars) && !part.Has("on") || part.IsPerfect && words.Any(part.Subject.First, part.Subject.End, WholeWars) && !words.Any(part.Start, part.End, Recent)))
        {
            return Assertion.Of(ClaimKind.Statement, ClaimClasses.Total, AssertionMode.Historical, "total", 0.7, true);
        }
        if (killed is not null && main.Mood is VerbMood.Asserted && (war || since || part.Has("wars") || InWar(part) || words.Any(part.Start, part.End, TollNouns) && !part.Has("raised"))
            || killed is { Low: >= 20_000 })
        {
            return Assertion.Of(ClaimKind.Statement, ClaimClasses.Total, AssertionMode.Historical, "total", 0.8, true);
        }
        // "remains in rebel hands", "is under militia control": who holds what.
        if (main is { Mood: VerbMood.Asserted, Negated: false, Passive: false, Lemma: "be" or "remain" or "stay" or "lie" } && words[main.First] is not ("was" or "were" or "had") && IsHeld(part, main))
        {
            return Assertion.Of(ClaimKind.Statement, ClaimClasses.Holds, AssertionMode.Asserted, "held", 0.7, true);
        }
        if (part.Has("estimates") && main.Lemma is "run" or "range" or "vary")
        {
            return Assertion.Of(ClaimKind.Statement, ClaimClasses.Total, AssertionMode.Historical, "estimates", 0.7, true);
        }
        if ((part.Has("displaced") || part.Has("refugees") || part.Has("homes") && main.Negated || part.Has("homeless") || part.Has("exile")) && (Stative.Contains(main.Lemma) || main.Passive && words[main.First] is "are" or "is" or "remain" || main.Negated || since)
            && main.Mood is VerbMood.Asserted)
        {
            return Assertion.Of(ClaimKind.Statement, ClaimClasses.Displaced, AssertionMode.Historical, "displaced-stock", 0.75, true);
        }
        var trend = (Trends.Contains(main.Lemma) && !main.Passive && (words.Any(part.Subject.First, part.Subject.End, Violence) || part.Has("shelling")) || part.Has(TrendWords) && part.Has(Violence)
            || (Trends.Contains(main.Lemma) || main.Lemma is "go") && !main.Passive && FromTo(main.End, part.End) || part.Speech is null && main.Lemma is "lose" or "gain" && words[main.End] == "ground" && main.Head > main.First || HasPace(part) && part.Speech is null && main.Lemma is not "meet"
            || main is { Lemma: "be" or "stay" } && words[main.End] is "up" or "down" && words[main.End + 1] is "by" or "from" or "a" or "on" or "to" or "since" or "again" && words.Any(part.Subject.First, part.Subject.End, Violence)
            || main.Lemma == "go" && words[main.End] is "on" && part.Has("year") || part.Has("tend") || part.Has("since") && part.Has(TrendWords)) && main.Mood is VerbMood.Asserted && !part.Quoted;
        if (trend)
        {
            return Assertion.Of(ClaimKind.Statement, ClaimClasses.Trend, AssertionMode.Asserted, "trend", 0.75, true);
        }
        var present = VerbLexicon.OfPresent(words[main.First]) is not null || VerbLexicon.OfThirdPerson(words[main.First]) is not null || VerbLexicon.OfBase(words[main.First]) is not null && VerbLexicon.OfPast(words[main.First]) is null;
        var longSince = part.IsPerfect && !main.Passive && words.Any(main.First, part.End, Lasting) && words.Any(main.First, part.End, ForLong);
        if ((present || longSince) && Backing.Contains(main.Lemma) && !main.Passive || main.Passive && main.Lemma is "back" or "support" && words[main.First] is "is" or "are")
        {
            return Assertion.Of(ClaimKind.Statement, ClaimClasses.Backs, AssertionMode.Asserted, "backing", 0.75, true);
        }
        if (main is { Mood: VerbMood.Asserted, Negated: false, Passive: false } && (present && Opposing.Contains(main.Lemma) || main.Lemma is "be" or "remain" or "stay" && words[main.First] is "is" or "are" or "remain" or "remains" or "stays" && part.HasAny(Enmity)))
        {
            return Assertion.Of(ClaimKind.Statement, ClaimClasses.Opposes, AssertionMode.Asserted, "opposing", 0.7, true);
        }
        if (present && main.Lemma is "enjoy" or "have" && words.Any(main.End, Math.Min(main.End + 5, part.End), Patronage) && !main.Negated)
        {
            return Assertion.Of(ClaimKind.Statement, ClaimClasses.Backs, AssertionMode.Asserted, "backed", 0.7, true);
        }
        if (present && (main.Lemma is "guarantee" or "sponsor" || main.Lemma is "stand" or "vouch" or "act" or "serve" && words.Any(main.End, Math.Min(main.End + 4, part.End), Sureties)))
        {
            return Assertion.Of(ClaimKind.Statement, ClaimClasses.Guarantees, AssertionMode.Asserted, "guaranteeing", 0.7, true);
        }
        return present && main.Lemma is "control" or "hold" or "govern" or "administer" && !part.Quoted && part.Speech is null && !part.Has("talks")
            ? Assertion.Of(ClaimKind.Statement, ClaimClasses.Holds, AssertionMode.Asserted, "holding", 0.7, true) : null;
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
        if (at >= 0 && (YearFinder.At(words, at + 1, at + 4) is { } year && year < reference.Year || part.At("was", "set", "up") > at || part.At("was", "founded") > at || part.At("since", "then") >= 0))
        {
            return true;
        }
        // "since the war began", "since fighting broke out", "since the start of the conflict".
        if (at >= 0 && words.Any(at + 1, Math.Min(at + 7, part.End), Beginnings) && words.Any(at + 1, Math.Min(at + 8, part.End), WholeWars))
        {
            return true;
        }
        return part.At("two", "years", "before") >= 0 || part.Has("years") && part.Has("in") && words.Any(part.Start, part.End, BeforeOf) && part.At("years", "ago") < 0 || part.At("since", "october") >= 0 && part.Has("count");
    }
}
