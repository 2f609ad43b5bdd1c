using System.Collections.Frozen;
using Truceline.Entity.Reading.Agreements.Norms;
using Truceline.Entity.Reading.Claims.Grammar;

namespace Truceline.Entity.Reading.Agreements.Parts;

/// <summary>Reads from a norm whom it binds, what it is about, where it applies, and its provisos.</summary>
internal static class PartReader
{
    private static readonly FrozenSet<string> Bodies = Words.Set(
        "side sides party parties person persons state states government force forces group groups formations fighters mercenaries troops commander commanders one country countries ministries "
        + "members member authorities police army militia militias soldiers units rebels combatants personnel movement front army people refugees contingents president presidents guarantors mission council observers nobody vessel");
    private static readonly FrozenSet<string> Processes = Words.Set("withdrawal disengagement stage phase redeployment pullback pullout it process step zone section sections area stages separation exchange demilitarisation disarmament ceasefire operation");
    private static readonly FrozenSet<string> Deeds = Words.Set("use flight flights presence movement deployment sale supply placement entry acts act introduction transfer delivery launch launching firing");
    private static readonly FrozenSet<string> Places = Words.Set(
        "zone zones area areas line lines corridor region regions sector sectors territory territories road roads highway highways section valley town towns city village villages border borders boundary boundaries "
        + "camp camps ridge river south north east west country province provinces district districts positions position site sites bridge island peninsula coast post posts capital distance districts bank strip barracks bases ports port airport crossing waters airspace need");
    private static readonly FrozenSet<string> PlacePrepositions = Words.Set("in within inside along across over throughout from around at against on into near between to outside of through beyond");
    private static readonly FrozenSet<string> Exceptions = Words.Set("except save excluding");

    /// <summary>Whether the subject is what goes on, not who acts: "the withdrawal", "stage one", "each section".</summary>
    public static bool IsProcess(Norm norm) =>
        norm.HasSubject && !norm.Negated && !norm.Text.IsAcronym(norm.SubjectEnd - 1)
        && (Processes.Contains(norm.Text[norm.SubjectFirst]) || (NounPhrases.IsDeterminer(norm.Text[norm.SubjectFirst]) && Processes.Contains(norm.Text[norm.SubjectFirst + 1])))
        && norm.Text.Find(norm.SubjectFirst, norm.SubjectEnd, w => w is "group" or "government") < 0;

    /// <summary>Whether a noun phrase can act: a body of people or a name.</summary>
    public static bool CanAct(ProvisionText text, int first, int end) =>
        text.Find(first, end, Bodies.Contains) >= 0 || (end > first && Enumerable.Range(first + (NounPhrases.IsDeterminer(text[first]) ? 1 : 0), 1).All(text.IsCapital) && first > 0) || text.IsAcronym(end - 1);

    /// <summary>Whom the norm binds; null when the text leaves it to what went before; empty for all.</summary>
    public static List<(int First, int End)>? Parties(Norm norm, string action)
    {
        var text = norm.Text;
        if (text.Find(norm.SubjectFirst, norm.SubjectEnd, w => w == "strength") is var strength and >= 0 && text[strength + 1] == "of")
            return Bound(text, strength + 2, norm.SubjectEnd);
        if (norm.Passive || norm.Lemma == "prohibit" || norm.Form == NormForm.Nominal)
        {
            if (Agent(norm) is { } agent)
                return Bound(text, agent.First, agent.End);
            if (!norm.HasSubject || IsProcess(norm) && norm.Lemma is not "prohibit")
                return norm.HasSubject ? null : norm.Form == NormForm.Nominal ? null : [];
            // Whoever is to be moved or stationed is bound to go.
            if (norm.Lemma is not "prohibit" && action is ClaimClasses.WithdrawForces or "canton_forces" or "deploy")
            {
                if (action == "deploy" && text.Find(norm.SubjectFirst, norm.SubjectEnd, w => w == "of") is var of and >= 0)
                    return Bound(text, of + 1, norm.SubjectEnd);
                return Bound(text, norm.SubjectFirst, norm.SubjectEnd).Where(p => text.Find(p.First, p.End, Bodies.Contains) >= 0).ToList();
            }
            return [];
        }
        if (!norm.HasSubject || IsProcess(norm) || text[norm.SubjectFirst] is "it" or "there")
            return text[norm.SubjectFirst] is "it" or "there" && norm.HasSubject && norm.Lemma != "be" ? [] : null;
        if (text.Find(norm.SubjectFirst, norm.SubjectEnd, w => w is "patrol" or "patrols") is var patrols and >= 0 && text[patrols + 1] is "of" or "by")
            return Bound(text, patrols + 2, norm.SubjectEnd);
        // "No aircraft may fly": nobody is named, all are bound.
        if (IsNegativeThing(norm))
            return [];
        return Bound(text, norm.SubjectFirst, norm.SubjectEnd);
    }

    /// <summary>What the norm is about.</summary>
    public static List<(int First, int End)> Objects(Norm norm, string action)
    {
        var text = norm.Text;
        if (norm.Lemma == "prohibit" && text[norm.SubjectFirst] == "there")
            return Deed(text, NounPhrases.Split(text, norm.VerbEnd + 1, NounPhrases.End(text, norm.VerbEnd + 1, norm.End, norm.Subordinate)), norm);
        if (norm.Lemma == "prohibit" && !norm.Passive)
            return Deed(text, NounPhrases.Split(text, norm.VerbEnd, NounPhrases.End(text, norm.VerbEnd, norm.End, norm.Subordinate)), norm);
        if (action == ClaimClasses.RestoreTransit && Roads(norm) is { } roads)
            return roads;
        var negative = IsNegativeThing(norm);
        if (norm.Passive && !IsGiven(norm) || negative)
        {
            var first = norm.SubjectFirst + (negative ? 1 : 0);
            var end = NounPhrases.End(text, first, norm.SubjectEnd, norm.Subordinate);
            end = text.Find(first, end, w => w is "other" or "except" or "save") is var proviso and > 0 ? proviso : end;
            return IsProcess(norm) && action is not ClaimClasses.CeaseFire and not ClaimClasses.Monitor ? [] : Deed(text, NounPhrases.Split(text, first, end), norm);
        }
        if (action is "free_movement" && text.Find(norm.VerbEnd, norm.End, w => w == "that") is var that and >= 0)
            return NounPhrases.Split(text, that + 1, text.Find(that + 1, norm.End, w => w is "can" or "may" or "shall" or "is" or "are" or "will" or "move" or "have") is var modal and > 0 ? modal : norm.End);
        if (action == ClaimClasses.Patrol || IsProcess(norm) && action is not ClaimClasses.Monitor)
            return action == ClaimClasses.CreateZone && norm.HasSubject ? [(norm.SubjectEnd - 1, norm.SubjectEnd)] : [];
        if (norm.Lemma == "take" && action is not ClaimClasses.WithdrawWeapons)
        {
            var prevent = text.Find(norm.VerbEnd, norm.End, w => w is "prevent" or "avoid");
            return prevent < 0 ? [] : NounPhrases.Split(text, prevent + 1, NounPhrases.End(text, prevent + 1, norm.End, norm.Subordinate));
        }
        if (action is "return_displaced" or "canton_forces" && norm.HasSubject && (norm.VerbEnd >= norm.End || NounPhrases.IsPreposition(text[norm.VerbEnd])))
            return NounPhrases.Split(text, norm.SubjectFirst, NounPhrases.End(text, norm.SubjectFirst, norm.SubjectEnd, norm.Subordinate));
        var at = ObjectStart(norm, action);
        if (at >= norm.End || NounPhrases.IsPreposition(text[at]) || norm.Subordinate[at] || NounPhrases.IsDistance(text, at) || !text.IsWord(at) && !text.IsNumber(at) || text[at] is "it" or "not" or "no")
            return [];
        if (action == ClaimClasses.CeaseFire && text[at] == "fire")
            return [];
        var parts = NounPhrases.Split(text, at, NounPhrases.End(text, at, norm.End, norm.Subordinate));
        return Deed(text, parts.Where(p => !text[p.First].EndsWith("ly", StringComparison.Ordinal) && !(LegalVerbs.IsBase(text[p.First]) && text[p.First + 1] is "them" or "it")).Select(p => AfterVerb(text, p)).ToList(), norm);
    }

    /// <summary>Where the norm applies: its own phrases of place, then those of its subject.</summary>
    public static List<(int First, int End)> Areas(Norm norm, string action, Func<TextSpan, bool> isPlace)
    {
        var text = norm.Text;
        var found = new List<(int First, int End)>();
        if (action == ClaimClasses.RestoreTransit && Roads(norm) is not null)
            return found;
        // What must be prevented or is affirmed says where in its own clause.
        var marks = norm.Declares || norm.Lemma == "take" ? new bool[text.Count] : norm.Subordinate;
        for (var i = norm.First; i < norm.End; i++)
        {
            var limit = i < norm.SubjectFirst ? norm.SubjectFirst : i < norm.VerbFirst ? norm.VerbFirst : norm.End;
            if (marks[i] || (i >= norm.VerbFirst && i < norm.VerbEnd && text[i] is not "from"))
                continue;
            if (NounPhrases.IsDistance(text, i))
            {
                var to = NounPhrases.DistanceEnd(text, i, limit, marks);
                if (action is not (ClaimClasses.CreateZone or "limit"))
                    found.Add((i, to));
                i = to - 1;
                continue;
            }
            if (!PlacePrepositions.Contains(text[i]) || text[i] is "of" && !(action == ClaimClasses.CreateZone && text[i - 1] is "south" or "north" or "east" or "west" or "side"))
                continue;
            var first = i + 1;
            while (text[first] is "," or "or" or "and" || PlacePrepositions.Contains(text[first]) && text[first] is not "between")
                first++;
            if (first >= limit || NounPhrases.IsDistance(text, first))
                continue;
            var distance = text.Find(first, Math.Min(first + 3, limit), w => w is "distance" or "distances") >= 0;
            var end = NounPhrases.End(text, first, limit, marks, throughPlaces: distance || text[i] is "between");
            if (end <= first || !IsArea(text, first, end, isPlace))
                continue;
            var start = NounPhrases.IsDeterminer(text[first]) && text[first] is "the" or "a" or "an" or "their" or "its" or "all" ? first + 1 : first;
            if (text[i] == "between" || (text[i] is "along" or "across" && action is ClaimClasses.Patrol))
                start = i;
            found.AddRange(text.Find(start, end, w => w == "and") > 0 && text.Find(start, end, w => w is "of" or "between") < 0 ? NounPhrases.Split(text, start, end) : [(start, end)]);
            i = end - 1;
        }
        if (found.Count == 0 && norm.HasSubject && text[norm.SubjectFirst] is "the" && text[norm.SubjectFirst + 1] is "area" or "zone" or "territory" && norm.Lemma == "prohibit")
            found.Add((norm.SubjectFirst + 1, norm.SubjectEnd));
        if (found.Count == 0 && action == ClaimClasses.CreateZone)
        {
            var named = text.Find(norm.VerbEnd, norm.End, w => w is "highway" or "road" or "line" or "river");
            if (named > 0)
                found.Add((text.IsCapital(named - 1) || text.IsNumber(named - 1) ? named - 1 : named, named + 1));
        }
        if (found.Count == 0 && action is "transfer_territory")
            return found;
        var object_ = ObjectStart(norm, action);
        if (found.Count == 0 && norm.Negated && text[norm.VerbEnd - 1] is "cross" or "enter" or "approach" or "occupy" or "overfly" or "leave")
            found.Add((object_ + (text[object_] is "the" ? 1 : 0), NounPhrases.End(text, object_, norm.End, norm.Subordinate)));
        return found;
    }

    /// <summary>What is left out, and what must come first.</summary>
    public static (Phrase? Exception, Phrase? Condition) Provisos(Norm norm, ProvisionText text, int first, int end)
    {
        Phrase? exception = null, condition = null;
        for (var i = first; i < end; i++)
        {
            var length = Exceptions.Contains(text[i]) ? (text[i + 1] is "for" or "that" or "in" ? 2 : 1)
                : text[i] is "other" && text[i + 1] == "than" ? 2
                : text[i] is "apart" && text[i + 1] == "from" ? 2
                : text[i] is "exception" && text[i + 1] == "of" ? 2
                : text[i] is "unless" ? 1 : 0;
            if (length > 0 && exception is null)
                exception = text.PhraseOf(i + length, i < norm.VerbFirst && i >= norm.SubjectFirst ? norm.VerbFirst : end);
            var isCondition = text[i] is "if" or "once" or "provided" || (i == first && text[i] == "should") || (text[i] is "subject" && text[i + 1] == "to");
            if (!isCondition || condition is not null)
                continue;
            var start = i + (text[i] is "provided" or "subject" ? 2 : 1);
            var stop = text.Find(start, end, w => w is "," or ";");
            if ((stop < 0 ? end : stop) > start)
                condition = text.PhraseOf(start, stop < 0 ? end : stop);
        }
        return (exception, condition);
    }

    /// <summary>"under the supervision of the OSCE", "verified by …".</summary>
    public static (int First, int End)? Verifier(Norm norm)
    {
        var text = norm.Text;
        for (var i = norm.VerbEnd; i < norm.End; i++)
        {
            var isUnder = text[i] is "observation" or "supervision" or "monitoring" or "verification" or "control" or "auspices" && text[i + 1] is "of" or "by";
            if ((isUnder && text.Find(Math.Max(norm.VerbEnd, i - 4), i, w => w is "under" or "with") >= 0) || (text[i] is "verified" or "supervised" or "monitored" or "observed" && text[i + 1] == "by"))
                return (i + 2, NounPhrases.End(text, i + 2, norm.End, norm.Subordinate));
        }
        return null;
    }

    /// <summary>"No aircraft may …": what is barred, not who.</summary>
    private static bool IsNegativeThing(Norm norm)
    {
        var text = norm.Text;
        if (!norm.HasSubject || text[norm.SubjectFirst] != "no")
            return false;
        var head = text.Find(norm.SubjectFirst, norm.SubjectEnd, w => w is "of" or "other" or "except" or "in" or ",");
        return text.Find(norm.SubjectFirst, head < 0 ? norm.SubjectEnd : head, Bodies.Contains) < 0;
    }

    /// <summary>"All attacks shall stop": the subject is what stops, not who.</summary>
    public static bool IsUnaccusative(Norm norm) =>
        norm.Lemma is "stop" or "cease" or "end" or "halt" or "resume" or "reopen" or "open" && norm.HasSubject && !norm.Passive
        && (norm.VerbEnd >= norm.End || NounPhrases.IsPreposition(norm.Text[norm.VerbEnd]) || norm.Text[norm.VerbEnd].EndsWith("ly", StringComparison.Ordinal) || norm.Text[norm.VerbEnd] is "," or "as")
        && norm.Text.Find(norm.SubjectFirst, norm.SubjectEnd, Bodies.Contains) < 0 && !norm.Text.IsAcronym(norm.SubjectEnd - 1) && !norm.Text.IsCapital(norm.SubjectEnd - 1);

    private static bool IsArea(ProvisionText text, int first, int end, Func<TextSpan, bool> isPlace) =>
        text.Find(first, end, Places.Contains) >= 0 && !NounPhrases.IsMonth(text[first]) && text.Find(first, Math.Min(end, first + 3), w => w is "day" or "days" or "hours" or "withdrawal" or "ceasefire" or "course") < 0
        || NounPhrases.IsDistance(text, first) || isPlace(text.Span(first, end));

    private static List<(int First, int End)> Bound(ProvisionText text, int first, int end) =>
        NounPhrases.Split(text, first, end).Select(p => text[p.First] is "with" && text.Find(p.First, p.End, w => w is "of") is var of and > 0 ? (of + 1 + (text[of + 1] is "the" ? 1 : 0), p.End) : p)
            .Where(p => text[p.Item1] is not ("of" or "in")).ToList();

    private static (int First, int End)? Agent(Norm norm)
    {
        var text = norm.Text;
        for (var i = norm.VerbEnd; i < norm.End; i++)
        {
            var isAgent = text[i] is "by" && !text.IsNumber(i + 1) && !NounPhrases.IsMonth(text[i + 1]) && text.Find(i + 1, i + 5, w => w is "end" or "midnight" or "equal" or "means" or "way" or "air" or "road") < 0;
            isAgent |= text[i] is "between" && norm.Lemma is "settle" or "agree" or "determine" or "define" or "decide" || (text[i] is "to" && norm.Lemma == "prohibit" && text[i + 1] is "both" or "all" or "the" or "each");
            if (!isAgent || norm.Subordinate[i])
                continue;
            var first = text[i + 1] is "the" ? i + 2 : i + 1;
            return (first, NounPhrases.End(text, first, norm.End, norm.Subordinate));
        }
        return null;
    }

    private static bool IsGiven(Norm norm) => norm.Lemma is "given" or "give" or "grant" or "granted" or "provide" or "provided" or "allow" or "guarantee" && NounPhrases.IsPreposition(norm.Text[norm.VerbEnd]) is false && norm.VerbEnd < norm.End;

    private static int ObjectStart(Norm norm, string action)
    {
        var text = norm.Text;
        var at = norm.VerbEnd;
        while (at < norm.End && (text[at] is "back" or "out" or "up" or "down" or "over" or "away" or "off" or "upon" or ":" or "fully" or "to" && text[at + 1] == "it" || text[at].EndsWith("ly", StringComparison.Ordinal)))
            at++;
        // "give its members access": what is given stands second.
        if (action is "free_movement" or "humanitarian_access" && text.Find(at, norm.End, w => w is "access" or "passage") is var access and > 0)
            return access;
        // "guarantees the safe movement of citizens": those who move.
        if (action is "free_movement" && text.Find(at, norm.End, w => w is "movement" or "freedom") is var move and > 0 && text[move + 1] == "of")
            return text[move + 2] == "movement" && text[move + 3] is "of" or "for" ? move + 4 : move + 2;
        // "withdraw from the zone: (a) tanks"
        if (text[at] == "in" && norm.Lemma is "bring" or "let" or "send" or "take" or "move")
            at++;
        var colon = text.Find(at, norm.End, w => w == ":");
        if (text.IsNumber(colon - 1))
            colon = -1;
        if (NounPhrases.IsPreposition(text[at]) && colon > 0)
            return colon + 1;
        // "the following weapons to a distance …: 1) tanks"
        return text.Find(at, Math.Min(at + 3, norm.End), w => w == "following") >= 0 && colon > 0 ? colon + 1 : at;
    }

    private static (int First, int End) AfterVerb(ProvisionText text, (int First, int End) part)
    {
        var first = part.First;
        if (LegalVerbs.IsBase(text[first]) && part.End - first > 1 && (text[first + 1] is "the" or "a" or "any" or "all" or "new" or "their" or "its" || text[first] is "set" or "build" or "bring" or "buy"))
            first += text[first + 1] is "up" or "in" or "out" ? 2 : 1;
        while (first < part.End - 1 && text[first] is "the" or "a" or "an" or "all" or "any" or "its" or "their" or "up")
            first++;
        return (first, part.End);
    }

    /// <summary>"the use of weapons" in a prohibition is about weapons.</summary>
    private static List<(int First, int End)> Deed(ProvisionText text, List<(int First, int End)> parts, Norm norm)
    {
        if (!norm.Negated && norm.Lemma is not ("refrain" or "prevent"))
            return parts;
        return parts.Where(p => !(Deeds.Contains(text[p.First]) && p.End - p.First == 1))
            .Select(p => Deeds.Contains(text[p.First]) && text[p.First + 1] == "of" && p.End > p.First + 2 ? (p.First + 2, p.End) : p).ToList();
    }

    private static List<(int First, int End)>? Roads(Norm norm)
    {
        var text = norm.Text;
        var roads = text.Find(norm.VerbEnd, norm.End, w => w is "road" or "roads" or "highway" or "highways" or "routes" or "route");
        return roads > 0 && (text.IsCapital(roads + 1) || text[roads + 1] is ":") ? NounPhrases.Split(text, roads + 1, norm.End) : null;
    }
}
