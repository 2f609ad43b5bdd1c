using System.Collections.Frozen;
using Truceline.Entity.Reading.Claims.Grammar;

namespace Truceline.Entity.Reading.Agreements.Norms;

/// <summary>Marks the words of subordinate clauses, which set no duty of their own: conditions, purposes, relative clauses.</summary>
internal static class Subordinates
{
    private static readonly FrozenSet<string> Conditions = Words.Set("if unless once when whenever where until till while whereas provided because although");
    private static readonly FrozenSet<string> Relatives = Words.Set("which who whom whose how whether");
    private static readonly FrozenSet<string> Frames = Words.Set(
        "decides decide demands demand agree agrees agreed declare declares declared that: undertake undertakes stresses stress requires require confirms confirm emphasises emphasizes insists determines resolves pledge pledge ensure ensures guarantee");
    private static readonly FrozenSet<string> Modals = Words.Set("shall must will may should can");
    private static readonly FrozenSet<string> Pronouns = Words.Set("the that this it they he its their each both no all");

    /// <summary>For every word whether it stands in a subordinate clause.</summary>
    public static bool[] Mark(ProvisionText text)
    {
        var marks = new bool[text.Count];
        var framed = false;
        for (var i = 0; i < text.Count; i++)
        {
            var kind = KindAt(text, i, framed);
            if (kind == Kind.Frame)
                framed = true;
            if (kind is Kind.None or Kind.Frame)
                continue;
            var end = EndOf(text, i, kind);
            for (var j = i; j < end; j++)
                marks[j] = true;
            i = end - 1;
        }
        return marks;
    }

    private enum Kind
    {
        None,
        Frame,
        Condition,
        Relative,
    }

    private static Kind KindAt(ProvisionText text, int i, bool framed)
    {
        var word = text[i];
        if ((Conditions.Contains(word) && !(word is "once" && text[i - 1] == "at")) || (word == "so" && text[i + 1] == "that") || (word == "in" && text[i + 1] == "order" && text[i + 2] is "to" or "that"))
            return Kind.Condition;
        if (word == "should" && (i == 0 || text[i - 1] is "," or ";") && !Modals.Contains(text[i + 1]))
            return Kind.Condition;
        if (word is "as" && Pronouns.Contains(text[i + 1]) && text[i + 2] is not "of")
            return Kind.Condition;
        if (word is "after" or "before" or "since" && HasVerbBeforeComma(text, i))
            return Kind.Condition;
        if (Relatives.Contains(word))
            return Kind.Relative;
        if (word != "that")
            return Kind.None;
        if (i == 0 || Frames.Contains(text[i - 1]) || text[i - 1] == ":")
            return Kind.Frame;
        if (framed && text[i - 1] is "and" or "," or ";")
            return Kind.Frame;
        // "see to it that": what is to come about belongs to the duty.
        return text[i - 1] is "of" or "than" ? Kind.None : Kind.Relative;
    }

    private static bool HasVerbBeforeComma(ProvisionText text, int i)
    {
        for (var j = i + 2; j < text.Count && j < i + 14 && text[j] is not ("," or ";"); j++)
        {
            if (text[j] is "has" or "have" or "is" or "are" or "begins" or "ends" or "starts" or "takes" or "enters" or "had")
                return !Modals.Contains(text[j]);
            if (Modals.Contains(text[j]))
                return false;
        }
        return false;
    }

    private static int EndOf(ProvisionText text, int start, Kind kind)
    {
        for (var i = start + 1; i < text.Count; i++)
        {
            // A purpose goes on over commas, up to another clause.
            if (text[i] is "," && text[start] is "so" or "in" && text[i + 1] is not "and")
                continue;
            if (text[i] is "," or ";" or ":" && i > start + 1)
                return i;
            // "weapons that are stored there shall be removed": the modal is the main clause's.
            var isMain = text[i] is "shall" or "must" or "will" or "may" || (text[i] is "is" or "are" && text[i + 1] is "to");
            if (kind == Kind.Relative && isMain && i > start + 2)
                return i;
        }
        return text.Count;
    }
}
