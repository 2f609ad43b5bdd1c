using System.Collections.Frozen;
using Truceline.Entity.Reading.Claims.Assertions;
using Truceline.Entity.Reading.Claims.Assertions.Modes;
using Truceline.Entity.Reading.Claims.Grammar;

namespace Truceline.Entity.Reading.Claims.Speech;

internal sealed partial class SpeechFinder
{
    private static readonly FrozenSet<string> Fallen = Words.Set("dead killed wounded deaths casualties dying injured");
    private const int FarthestThat = 10;

    /// <summary>"carried a statement in which …": where begins what the message says; -1 when no message is carried.</summary>
    private int Carried(VerbGroup group, int end)
    {
        if (!group.IsFinite || group.Passive || group.Negated || !Publishing.Contains(group.Lemma))
        {
            return -1;
        }
        for (var i = group.End + 1; i < Math.Min(end - 2, group.End + FarthestMessage); i++)
        {
            if (words[i] is "," or ";")
            {
                return -1;
            }
            if ((words[i] is "in" or "by" && words[i + 1] == "which" || words[i] is "saying" or "where" or "stating" or "claiming" or "announcing") && words.Any(group.End, i, Messages))
            {
                return words[i + 1] is "which" or "that" ? i + 2 : i + 1;
            }
        }
        return -1;
    }

    private const int FarthestMessage = 12;

    /// <summary>"called the outcome "a start, no more"": where the words begin by which something is named; -1 when none are quoted at length.</summary>
    private int Named(VerbGroup group, int end)
    {
        if (!group.IsFinite || group.Passive || group.Negated || !Naming.Contains(group.Lemma))
        {
            return -1;
        }
        for (var i = group.End + 1; i < Math.Min(end - 3, group.End + FarthestMessage); i++)
        {
            if (words[i] is "\"" or "“" or "«")
            {
                return !IsQuoteMark(i + 1) && !IsQuoteMark(i + 2) && !IsQuoteMark(i + 3) && !IsLie(i + 1, end) ? i + 1 : -1;
            }
            if (words[i] is "," or ";" or "that")
            {
                return -1;
            }
        }
        return -1;
    }

    /// <summary>"called it "a fairy tale"": the naming itself denies.</summary>
    private bool IsLie(int first, int end) => Array.Exists(ModeVocabulary.Lies, p => p[0] != "," && Enumerable.Range(first, Math.Max(0, Math.Min(end, first + 6) - first)).Any(at => p.Select((w, k) => words[at + k] == w).All(same => same)));

    private Stretch By(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (words[i] is "by" or "from")
            {
                return new(i + 1, NounPhraseEnd(i + 1, end));
            }
        }
        return default;
    }

    private int ContentStart(List<VerbGroup> groups, int g, string lemma, int last, int end)
    {
        var brackets = false;
        for (var i = last; i < Math.Min(end, last + FarthestThat + (brackets ? 10 : 0)); i++)
        {
            if (words[i] == "," && words[i + 1] is "who" or "which")
            {
                brackets = true;
            }
            if (words[i] == "that" && !brackets || words[i] == "that" && words[i - 1] is ",")
            {
                return i + 1;
            }
            if (words[i] == ":" && i + 1 < end && !words.IsNumber(i + 1))
            {
                return i + 1;
            }
            if (words[i] is "\"" or "“")
            {
                return i;
            }
            // "assured Washington it would not strike", "described how men were shot".
            if (i > last && words[i] is "it" or "they" or "he" or "she" or "we" or "its" or "their" or "his" && words[i - 1] is not ("," or "and" or "with" or "of" or "to" or "by" or "in" or "on" or "for") && lemma is "assure" or "promise" or "tell" or "inform" or "warn" or "remind" or "notify" or "convince" or "pledge" && groups.Exists(x => x.IsFinite && x.First > i && x.First <= i + 4))
            {
                return i;
            }
            if (words[i] is "how" && lemma is "describe" or "recount" or "tell" or "relate" or "recall" or "explain" && !brackets)
            {
                return i + 1;
            }
            if (words[i] is ";" || (groups.Exists(x => x.First == i && x.IsFinite && i > last) && !brackets))
            {
                break;
            }
        }
        if (NominalContent(groups, g, last, end) is var nominal && nominal < end)
        {
            return nominal;
        }
        if (lemma is "quote" or "learn" or "hold" or "threaten" or "resolve" or "agree" or "put" or "assure" or "show" or "judge")
        {
            return lemma is "quote" ? last : end;
        }
        var at = last;
        // "told Le Monde the drones were Turkish".
        if (lemma is "tell" or "inform" or "assure" or "warn" or "remind" or "notify" && words.IsCapital(at))
        {
            var name = at;
            while (name < end && words.IsCapital(name))
            {
                name++;
            }
            if (words[name] is "the" or "a" or "an" or "no" or "all" or "both" or "there" && name - at <= 4)
            {
                at = name;
            }
        }
        if (words.Find(at, Math.Min(end, at + 5), Addressees) is var addressee && addressee >= 0)
        {
            at = addressee + 1;
        }
        while (at < end && (index.IsDate(at) || words[at] is "on" or "in" or "late" && (index.IsDate(at + 1) || words[at] == "in" && words.IsCapital(at + 1) && words[at + 2] is "that" or "\"" or "“")
            || words[at] is "afterwards" or "later" or "," or "then" or "earlier" or "again"))
        {
            at++;
        }
        // A verb of saying with an object only ("confirmed the receipt") frames nothing; a clause must follow.
        var next = groups.Find(x => x.First >= at && x.IsFinite);
        var infinitive = groups.Find(x => x.First >= at && x.Mood == VerbMood.Infinitive);
        if (next is null || next.First >= end || next.First == at && words[at] != "there" || infinitive is not null && infinitive.First <= at + 1 && lemma is not "say")
        {
            return end;
        }
        return lemma is "report" or "write" or "announce" or "repeat" or "stress" or "describe" or "assess" or "read" or "promise" or "explain" or "state" or "answer" or "calculate" && words[at] is not ("it" or "they" or "he") && Breaks(at, next.First)
            ? end : at;
    }

    /// <summary>"reported shelling of Hays", "confirmed the receipt of a letter", "spoke of eleven soldiers killed": a deed or happening told by a noun phrase; the end when none is.</summary>
    private int NominalContent(List<VerbGroup> groups, int g, int last, int end)
    {
        var group = groups[g];
        var at = last;
        if (group.Lemma is "speak" or "tell" or "talk")
        {
            if (words[at] != "of")
            {
                return end;
            }
            at++;
        }
        else if (group.Lemma is not ("report" or "confirm" or "describe" or "recount"))
        {
            return end;
        }
        if (group.Passive)
        {
            return end;
        }
        // "confirmed to it the receipt": whom it was told to.
        if (words[at] == "to" && VerbLexicon.OfBase(words[at + 1]) is null)
        {
            at += words[at + 1] is "the" or "a" or "an" ? 3 : 2;
        }
        var stop = at;
        while (stop < end && words[stop] is not ("," or ";" or "--" or "–" or "that" or "who" or "which"))
        {
            stop++;
        }
        if (stop - at < 3 || groups.Exists(x => x.IsFinite && x.First >= at && x.First < stop && words[x.First - 1] is not ("people" or "men" or "soldiers") && !IsReduced(x)))
        {
            return end;
        }
        // "spoke of heavy shelling throughout the night": a noun that tells a deed.
        for (var i = at; group.Lemma is "speak" or "tell" or "talk" or "report" or "describe" && i < Math.Min(stop, at + 5); i++)
        {
            if (DeedLexicon.OfNoun(words[i]) is not null and not (ClaimClasses.Meeting or ClaimClasses.Agreement))
            {
                return at;
            }
        }
        if (words.Any(at, Math.Min(stop, at + 5), Fallen))
        {
            return at;
        }
        for (var i = at; i < Math.Min(stop - 1, at + 5); i++)
        {
            var deed = words[i].Length > 5 && (Nominal.Any(n => words[i].EndsWith(n, StringComparison.Ordinal)) || DeedClass.OfNouns(words, i, i + 1) is not null) && words[i + 1] is "of" or "by" or "in" or "near" or "on" or "at" or "between" or "from";
            var suffered = i > at && VerbLexicon.OfParticiple(words[i]) is not null && words[i + 1] is "by" or "in" or "near" or "at";
            if (deed || suffered)
            {
                return at;
            }
        }
        return end;
    }

    /// <summary>A participle behind its noun ("soldiers killed by").</summary>
    private bool IsReduced(VerbGroup group) => group.End - group.First == 1 && VerbLexicon.OfParticiple(words[group.Head]) is not null && words[group.End] is "by" or "in" or "near" or "at" or "on";

    private static readonly string[] Nominal = ["ing", "ion", "ment", "eipt", "ival", "awal", "ure"];

    /// <summary>Whether a preposition or comma stands between, so that the verb further on is not the content's.</summary>
    private bool Breaks(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (words[i] is "," or "which" or "who" or "and" or "when" or "after" or "as")
            {
                return true;
            }
        }
        return false;
    }
}
