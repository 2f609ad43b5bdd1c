using System.Collections.Frozen;
using Truceline.Entity.Reading.Claims.Grammar;

namespace Truceline.Entity.Reading.Agreements.Norms;

/// <summary>Finds the clauses of a provision that say what ought to be, each with its subject and its end.</summary>
internal static class NormFinder
{
    private static readonly FrozenSet<string> LeadIns = Words.Set(
        "within by before after upon until till during in on at from along as no not under throughout d for following notwithstanding pursuant with across immediately");

    /// <summary>The norms of a sentence in order; empty when it only describes.</summary>
    public static List<Norm> Find(ProvisionText text)
    {
        var marks = Subordinates.Mark(text);
        var verbs = new List<NormVerb>();
        for (var i = 0; i < text.Count; i++)
        {
            if (marks[i] || NormVerb.At(text, i) is not { } verb)
                continue;
            verbs.Add(verb);
            i = verb.End - 1;
        }
        for (var i = 0; verbs.Count == 0 && i < text.Count; i++)
        {
            if (!marks[i] && NormVerb.PresentAt(text, i) is { } verb)
                verbs.Add(verb);
        }
        var norms = new List<Norm>();
        for (var i = 0; i < verbs.Count; i++)
        {
            var start = i == 0 ? 0 : Boundary(text, verbs[i - 1].End, verbs[i].First);
            var end = i + 1 < verbs.Count ? Boundary(text, verbs[i].End, verbs[i + 1].First) : text.Count;
            if (start == verbs[i].First && norms.Count > 0 && text[start - 1] is "and" or "or")
            {
                norms[^1] = norms[^1] with { End = EndOf(text, end) };
                continue;
            }
            var norm = Of(text, marks, verbs[i], start, EndOf(text, end));
            var second = verbs[i].Passive || verbs[i].Declares ? -1 : SecondDeed(text, marks, norm);
            norms.Add(second < 0 ? norm : norm with { End = EndOf(text, second) });
            if (second >= 0)
            {
                var head = text[second + 1] == "to" ? second + 2 : second + 1;
                norms.Add(norm with { Lemma = text[head], First = second + 1, VerbFirst = second + 1, VerbEnd = head + 1 });
            }
        }
        if (norms.Count == 0 && Subjectless(text, marks) is { } bare)
            norms.Add(bare);
        return norms.Select(n => Inside(n, text.Count)).ToList();
    }

    /// <summary>A verb at the end of a broken text has nothing after it.</summary>
    private static Norm Inside(Norm norm, int count)
    {
        var verbEnd = Math.Min(norm.VerbEnd, count);
        return norm with { VerbEnd = verbEnd, End = Math.Clamp(norm.End, verbEnd, count) };
    }

    private static Norm Of(ProvisionText text, bool[] marks, NormVerb verb, int start, int end)
    {
        for (var i = verb.First - 1; i > start; i--)
        {
            if (!marks[i] && text[i] is "that" or ":" && !(text.IsNumber(i - 1) && text.IsNumber(i + 1)))
            {
                start = i + 1;
                break;
            }
        }
        while (start < verb.First && text[start] is "," or "and" or "that" or ":" or "but" or ";")
            start++;
        var (subject, subjectEnd) = Subject(text, marks, start, verb.First);
        var negative = text[subject] is "no" or "neither" or "none" && subjectEnd > subject;
        return new Norm(text, verb.Negated || verb.Passive || !IsPresent(text, verb) ? NormForm.Modal : NormForm.Present, verb.Lemma)
        {
            Subordinate = marks,
            First = start,
            SubjectFirst = subject,
            SubjectEnd = subjectEnd,
            VerbFirst = verb.First,
            VerbEnd = verb.End,
            End = end,
            Passive = verb.Passive,
            Negated = verb.Negated || negative,
            Allowed = verb.Allowed && !negative,
            Declares = verb.Declares,
        };
    }

    /// <summary>", and withdraw their weapons": the joint before a second deed with an object of its own; -1 for none.</summary>
    private static int SecondDeed(ProvisionText text, bool[] marks, Norm norm)
    {
        for (var i = norm.VerbEnd + 2; i < norm.End - 2; i++)
        {
            if (marks[i] || text[i] != "and")
                continue;
            var head = text[i + 1] == "to" ? i + 2 : i + 1;
            var isDeed = LegalVerbs.IsBase(text[head]) && text[head] is not ("set" or "force" or "report" or "man" or "end" or "halt" or "transport" or "access")
                && text[head + 1] is "the" or "their" or "its" or "all" or "any" or "a" or "an" or "from" or "to";
            if (isDeed && ClassAt(text, head, norm.End) is { } other && other != ClassAt(text, norm.VerbEnd - 1, i))
                return i;
        }
        return -1;
    }

    private static string? ClassAt(ProvisionText text, int head, int end) =>
        ActionTable.ClassOf(text[head], isNoun: false, Enumerable.Range(head, end - head).Select(i => text[i]).ToList());

    private static bool IsPresent(ProvisionText text, NormVerb verb) => verb.First == verb.End - 1 && text[verb.First] is not ("shall" or "must" or "will" or "may");

    /// <summary>"Withdraw all …", "to withdraw …", "Immediate withdrawal of …".</summary>
    private static Norm? Subjectless(ProvisionText text, bool[] marks)
    {
        var first = 0;
        while (text[first] is "to" or "not" or ":" or "and")
            first++;
        if (LegalVerbs.IsBase(text[first]) && text.IsWord(first + 1) && text[first + 1] is not ("of" or "and" or "is" or "are" or "in"))
        {
            return new Norm(text, NormForm.Bare, text[first])
            {
                Subordinate = marks,
                First = 0,
                VerbFirst = first,
                VerbEnd = text[first + 1] == "from" && text[first] == "refrain" ? first + 2 : first + 1,
                End = EndOf(text, text.Count),
                Negated = text.Find(0, first, w => w == "not") >= 0,
            };
        }
        for (var i = 0; i < Math.Min(text.Count, 6); i++)
        {
            if (ActionTable.Nouns.Contains(text[i]) && !marks[i] && text[i + 1] is "of" or "to" or "in" or "from" or "by" or "along"
                && text.Find(0, i, w => w is "of" or "in" or "the" or "a" or "," or "and" && w != "and") < 0)
                return new Norm(text, NormForm.Nominal, text[i]) { Subordinate = marks, First = 0, VerbFirst = i, VerbEnd = text[i + 1] == "of" ? i + 2 : i + 1, End = EndOf(text, text.Count) };
        }
        return null;
    }

    /// <summary>Where the clause of the second of two verbs begins: at the joint between them that stands nearest its subject.</summary>
    private static int Boundary(ProvisionText text, int from, int verb)
    {
        if (text[verb - 1] is "and" or "or")
            return verb;
        for (var i = verb - 1; i > from; i--)
        {
            if (text[i] is ":" or ";")
                return i + 1;
            if (text[i] is "and" or "while" or "but" && text[i - 1] == ",")
                return i + 1;
            if (text[i] is "that" && text[i - 1] is "and" or ",")
                return i + 1;
        }
        for (var i = from; i < verb; i++)
        {
            if (text[i] is "and" or ",")
                return i + 1;
        }
        return verb;
    }

    private static int EndOf(ProvisionText text, int end)
    {
        while (end > 1 && text[end - 1] is "," or "." or ";" or ":" or "and" or "or" or "that" or "but" or "while")
            end--;
        return end;
    }

    private static (int First, int End) Subject(ProvisionText text, bool[] marks, int start, int verb)
    {
        var end = verb;
        while (end > start && (marks[end - 1] || text[end - 1] is ","))
            end--;
        while (start < end && (marks[start] || text[start] is "," or ":" or "and" or "that"))
            start++;
        // "No person, soldier or civilian, may cross": an apposition closes before the verb.
        if (end < verb && text[end] == "," && !marks[Math.Min(end + 1, verb - 1)] && LastComma(text, start, end) is var comma and > 0 && text[comma + 1] is not ("and" or "with" or "together" or "as"))
            end = comma;
        for (var i = start; i < end; i++)
        {
            if (marks[i])
            {
                end = i;
                break;
            }
        }
        if (text[start] is "calls" or "call" or "requests" or "urges" or "invites" or "asks" or "requires" or "obliges" or "instructs")
            return (text[start + 1] is "upon" or "on" ? start + 2 : start + 1, end);
        return start < end && LeadIns.Contains(text[start]) && !(text[start] is "no" or "not" && text[start + 1] is not ("later" or "more")) ? (AfterLeadIn(text, start, end), end) : (start, end);
    }

    private static int LastComma(ProvisionText text, int start, int end)
    {
        for (var i = end - 1; i > start; i--)
        {
            if (text[i] == ",")
                return i;
        }
        return -1;
    }

    /// <summary>"Within 24 hours of its adoption each side": the subject is the last noun phrase that no preposition governs.</summary>
    private static int AfterLeadIn(ProvisionText text, int start, int end)
    {
        var comma = text.Find(start, end, w => w == ",");
        if (comma > 0 && text[comma + 1] is not ("and" or "or") && !text.IsNumber(comma + 1))
            return LeadIns.Contains(text[comma + 1]) && text[comma + 1] is not "no" ? AfterLeadIn(text, comma + 1, end) : comma + 1;
        for (var i = end - 1; i > start; i--)
        {
            var opens = NounPhrases.IsDeterminer(text[i]) || (text.IsCapital(i) && !NounPhrases.IsMonth(text[i]));
            if (opens && !NounPhrases.IsPreposition(text[i - 1]) && text[i - 1] is not ("and" or "or" or ",") && !(text.IsCapital(i) && (text.IsCapital(i - 1) || NounPhrases.IsDeterminer(text[i - 1])))
                && !(NounPhrases.IsDeterminer(text[i - 1]) && text[i - 1] is not ("this" or "that")))
                return i;
            if (text.IsNumber(i) && !text.IsNumber(i + 1) && i + 1 < end && (NounPhrases.IsMonth(text[i - 1]) || text[i].Length == 4) && !NounPhrases.IsMonth(text[i + 1]) && text[i + 1] is not ("," or "of" or "and" or "mm" or "km"))
                return i + 1;
        }
        return end;
    }
}
