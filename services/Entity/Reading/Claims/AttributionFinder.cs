using System.Collections.Frozen;
using Truceline.Entity.Reading.Claims.Grammar;

namespace Truceline.Entity.Reading.Claims;

/// <summary>Finds who is reported to say what in a sentence, before, after or around it.</summary>
internal sealed class AttributionFinder(Words words, EntityIndex index, Discourse discourse)
{
    private static readonly FrozenSet<string> Saying = Words.Set(
        "say add tell announce report note state declare explain write stress claim insist confirm acknowledge warn reveal reiterate reaffirm remark reply argue describe call conclude");
    private static readonly FrozenSet<string> Addressees = Words.Set(
        "reporters journalists mediators parliament lawmakers television radio agency conference newspaper council diplomats cabinet officials assembly");
    private static readonly FrozenSet<string> Lives = Words.Set("life lives victims casualties");
    private static readonly FrozenSet<string> Closing = Words.Set("\" ” »");

    /// <summary>The attributions of a sentence with final marks cut off, in order of their frames.</summary>
    public List<Attribution> Find(int first, int end, IReadOnlyList<Clause> clauses)
    {
        var found = new List<Attribution>();
        foreach (var clause in clauses)
        {
            if (Saying.Contains(clause.Verb.Lemma) && clause.Verb is { Negated: false, Passive: false, Mood: VerbMood.Asserted, Particle: null })
                Add(found, Speech(clause, first, end, clauses));
        }
        for (var i = first; i < end; i++)
        {
            if (words[i] == "according" && words[i + 1] == "to")
                Add(found, According(i, first, end));
            else if (words[i] == "adding" && i > first && found.LastOrDefault(a => !a.IsSource) is { } before)
                Add(found, before with { Content = (words[i + 1] == "that" ? i + 2 : i + 1, end), Frame = (i, i + 1), Verb = "add" });
        }
        return found;
    }

    private void Add(List<Attribution> found, Attribution? attribution)
    {
        if (attribution is null)
            return;
        found.Add(attribution);
        if (!attribution.IsSource)
            discourse.Spoke(attribution.Speaker);
    }

    private Attribution? Speech(Clause clause, int first, int end, IReadOnlyList<Clause> clauses)
    {
        var verb = clause.Verb;
        if (verb.Lemma == "claim" && words.Any(verb.End, verb.End + 7, Lives))
            return null;
        // "call for" and "call on" demand; "called the deal a success" says.
        if (verb.Lemma == "call" && (words[verb.End] is "for" or "on" or "off" or "up" || !HasQuote(verb.End, end)))
            return null;
        var start = FrameStart(verb.First, first, clauses);
        var hasSaidBefore = start > first && (words[start - 1] == "," || Closing.Contains(words[start - 1]));
        var clauseFollows = clauses.Any(c => c.Verb.First >= verb.End) || HasQuote(verb.End, end);
        if (hasSaidBefore && start == verb.First && (!clauseFollows || HasQuote(first, start)))
            return Inverted(verb, first, start, end);
        if (hasSaidBefore && start == verb.First)
            start = first;
        if (hasSaidBefore && (!clauseFollows || IsParenthesis(verb.End, end)))
        {
            var stop = clauseFollows ? NextComma(verb.End, end) : end;
            return new Attribution((first, ContentEnd(first, start)), (start, stop), discourse.Speaker(start, verb.First), false, verb.Lemma, Date(start, stop));
        }
        var content = ContentStart(verb, end);
        return content >= end
            ? null
            : new Attribution((content, end), (start, content), Speaker(clause, start), false, verb.Lemma, Date(start, content));
    }

    /// <summary>", the ministry said on Tuesday, hours after …": the frame closes with a comma.</summary>
    private bool IsParenthesis(int at, int end)
    {
        while (at < end && (index.IsDate(at) || words[at] is "on" or "late"))
            at++;
        return words[at] == ",";
    }

    private string? Speaker(Clause clause, int start)
    {
        var first = clause.SharesSubjectOf is { } shared && start == clause.Verb.First ? shared.SubjectFirst : start;
        var last = clause.SharesSubjectOf is { } other && start == clause.Verb.First ? other.SubjectEnd : clause.Verb.First;
        return discourse.Speaker(first, last);
    }

    private Attribution Inverted(VerbGroup verb, int first, int start, int end)
    {
        var stop = NextComma(verb.End, end);
        return new Attribution((first, ContentEnd(first, start)), (start, end), discourse.Speaker(verb.End, stop), false, verb.Lemma, Date(start, end));
    }

    private Attribution According(int at, int first, int end)
    {
        var stop = NextComma(at + 2, end);
        var span = words.Source.SpanOf(at + 1, stop - 1);
        var who = index.In(span).Select(m => m.Entity).FirstOrDefault(e => e.Type is EntityType.Organisation or EntityType.Person or EntityType.ArmedForce)?.Id
            ?? discourse.Speaker(at + 2, stop);
        var isPerson = index.Entities.Any(e => e.Id == who && e.Type == EntityType.Person);
        return new Attribution((first, end), (at, stop), who, !isPerson, "according", Date(at, stop));
    }

    private int NextComma(int at, int end)
    {
        while (at < end && words[at] is not ("," or ";"))
            at++;
        return at;
    }

    private int FrameStart(int verb, int first, IReadOnlyList<Clause> clauses)
    {
        var start = verb;
        while (start > first && words[start - 1] is not ("," or "that" or "and" or "but" or "who" or ";" or "--")
            && !Closing.Contains(words[start - 1]) && !clauses.Any(c => c.Verb.IsFinite && c.Verb.End == start && c.Verb.First < verb))
            start--;
        // "X and Y said" at the start of a sentence, or an apposition ("Smith, the envoy, said"): the subject is all of it.
        if (start > first && words[start - 1] is "and" or "," && !clauses.Any(c => c.Verb.First < start) && !HasQuote(first, start))
            return first;
        return start;
    }

    private int ContentStart(VerbGroup verb, int end)
    {
        for (var i = verb.End; i < Math.Min(end, verb.End + 9); i++)
        {
            if (words[i] == "that")
                return i + 1;
            if (words[i] is "," or "\"" or "“")
                break;
        }
        var at = verb.End;
        if (verb.Lemma == "tell")
        {
            var addressee = words.Find(at, Math.Min(end, at + 6), Addressees);
            at = addressee < 0 ? at : addressee + 1;
        }
        while (at < end && (index.IsDate(at) || (words[at] is "on" or "late" && index.IsDate(at + 1)) || words[at] is "," or ":"))
            at++;
        return at;
    }

    private int ContentEnd(int first, int end)
    {
        while (end > first && (words[end - 1] == "," || Closing.Contains(words[end - 1])))
            end--;
        return end;
    }

    private bool HasQuote(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (words[i] is "\"" or "“" or "«")
                return true;
        }
        return false;
    }

    private DateMention? Date(int first, int end) =>
        first < end ? index.DatesIn(words.Source.SpanOf(first, end - 1)).FirstOrDefault() : null;
}
