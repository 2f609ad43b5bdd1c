namespace Truceline.Entity.Reading.Claims.Coding;

/// <summary>Finds the verbs of a clause with their auxiliaries.</summary>
internal static class PredicateFinder
{
    /// <summary>The predicates in order.</summary>
    public static List<Predicate> Find(ClauseWords words)
    {
        var found = new List<Predicate>();
        for (var i = 0; i < words.Length;)
        {
            if (words[i].Role is not (WordRole.Verb or WordRole.Modal) || (words[i].Role is WordRole.Modal && !StartsGroup(words, i)))
            {
                i++;
                continue;
            }
            var predicate = At(words, i, found);
            if (predicate is not null)
                found.Add(predicate);
            i = Math.Max(i, predicate?.Head ?? i) + 1;
        }
        return found;
    }

    private static bool StartsGroup(ClauseWords words, int i)
    {
        for (var k = i + 1; k < words.Length && k < i + 5; k++)
        {
            if (words[k].Role == WordRole.Verb)
                return true;
            if (words[k].Role is not (WordRole.Adverb or WordRole.Negation))
                return false;
        }
        return false;
    }

    private static Predicate? At(ClauseWords words, int i, List<Predicate> before)
    {
        var (head, passive, negated) = (-1, false, IsNegatedBefore(words, i));
        var modal = words[i].Role == WordRole.Modal ? words[i].Word : null;
        if (modal is "cannot" or "can't" or "won't" or "wouldn't" or "couldn't" or "shouldn't")
            negated = true;
        var aux = "";
        var at = i;
        for (; at < words.Length; at++)
        {
            ref readonly var word = ref words[at];
            if (word.Role is WordRole.Negation)
                negated = true;
            else if (word.Role is WordRole.Verb)
            {
                if (head >= 0 && aux.Length == 0)
                    break;
                if (head >= 0 && word.Shape is VerbShape.Ing && word.Word != "being" && aux != "be")
                    break;
                passive = aux == "be" && (word.Shape & VerbShape.Participle) != 0 && (word.Shape & VerbShape.Ing) == 0;
                head = at;
                aux = word.Lemma is "be" or "have" or "do" ? word.Lemma : "";
                if (aux.Length == 0)
                    break;
            }
            else if (word.Role is WordRole.To && aux is "be" && at + 1 < words.Length && words[at + 1].Role == WordRole.Verb)
            {
                modal ??= "will";
                aux = "";
                head = -1;
            }
            else if (word.Role is not (WordRole.Adverb or WordRole.Modal))
                break;
        }
        if (head < 0)
            return null;
        var shape = words[i].Shape;
        var infinitive = words.RoleAt(i - 1) is WordRole.To || (words.RoleAt(i - 1) is WordRole.Adverb && words.RoleAt(i - 2) is WordRole.To);
        var (start, link) = Opening(words, i);
        var finite = !infinitive && modal is not null
            || (!infinitive && shape != VerbShape.Ing && words[i].Word is not ("be" or "been" or "being" or "having") && !IsReduced(words, i, head));
        // "agreed to stop fighting and withdraw": what "and" joins to an infinitive is one too.
        if (finite && modal is null && shape == VerbShape.Base && before.Count > 0 && before[^1].IsInfinitive && words.WordAt(i - 1) == "and")
            (finite, infinitive) = (false, true);
        return new Predicate
        {
            First = i,
            Head = head,
            Lemma = words[head].Lemma,
            IsFinite = finite,
            IsPassive = passive || (!finite && !infinitive && (shape & VerbShape.Participle) != 0 && words[head].Shape != VerbShape.Ing && i == head),
            IsNegated = negated,
            Modal = modal,
            IsInfinitive = infinitive,
            IsSide = IsSideLink(link),
            Link = link,
            ClauseStart = start,
        };
    }

    private static bool IsNegatedBefore(ClauseWords words, int i) => words.RoleAt(i - 1) is WordRole.Negation || words.WordAt(i - 1) is "no" || words.WordAt(i - 2) is "neither";

    /// <summary>A participle that describes a noun: "forces backed by …", "men armed with …" when the clause has its verb further on.</summary>
    private static bool IsReduced(ClauseWords words, int i, int head)
    {
        if (i != head || (words[i].Shape & VerbShape.Participle) == 0)
            return false;
        var next = words.WordAt(i + 1);
        if (words.RoleAt(i - 1) is WordRole.Comma or WordRole.Preposition && words.WordAt(i - 1) is not ":")
            return !words.RoleAt(i + 1).Equals(WordRole.Determiner) && !HasNoVerbBefore(words, i);
        // "cut by a third": an amount, not an agent.
        if (next is "by")
            return words.RoleAt(i + 2) is not WordRole.Number && words.WordAt(i + 2) is not ("half" or "one");
        if (words.RoleAt(i - 1) is not (WordRole.Noun or WordRole.Name))
            return false;
        if (words.RoleAt(i + 1) is not (WordRole.Preposition or WordRole.To) && next is not "out")
            return false;
        for (var k = i + 1; k < words.Length; k++)
        {
            if (words[k].Role is WordRole.Comma or WordRole.Conjunction or WordRole.Relative)
                return false;
            if (words[k].Role is WordRole.Verb && words.RoleAt(k - 1) is not (WordRole.To or WordRole.Preposition)
                && ((words[k].Shape & (VerbShape.Past | VerbShape.Third)) != 0))
                return true;
        }
        return !HasNoVerbBefore(words, i);
    }

    private static bool HasNoVerbBefore(ClauseWords words, int end)
    {
        for (var i = end - 1; i >= 0; i--)
        {
            if (words[i].Role is WordRole.Verb && words[i].Shape is not VerbShape.Ing)
                return false;
            if (words[i].Role is WordRole.Relative)
                return true;
        }
        return true;
    }

    private static bool IsSideLink(string? link) =>
        link is "who" or "which" or "whom" or "whose" or "because" or "although" or "though" or "while" or "when" or "where" or "if" or "unless" or "since" or "as" or "once" or "until" or "till"
            or "after" or "before" or "than" or "(that)";

    /// <summary>Where the clause of a verb begins and what opens it.</summary>
    private static (int Start, string? Link) Opening(ClauseWords words, int i)
    {
        for (var k = i - 1; k >= 0; k--)
        {
            ref readonly var word = ref words[k];
            if (word.Role is WordRole.Relative)
                return (k + 1, word.Word == "that" && words.RoleAt(k - 1) is WordRole.Noun && k == i - 1 ? "(that)" : word.Word);
            if (word.Role is WordRole.Conjunction && word.Word is not ("and" or "or" or "nor" or "than"))
                return IsPhrase(words, k, i) ? (k + 1, null) : (k + 1, word.Word);
            if (word.Role is WordRole.Verb && words[k].Shape is not VerbShape.Ing && !(k == i - 1))
                return (k + 1, null);
        }
        return (0, null);
    }

    /// <summary>"after the talks, ministers agreed": the joint governs a phrase that ends at a comma, not the verb.</summary>
    private static bool IsPhrase(ClauseWords words, int joint, int verb)
    {
        for (var k = joint + 1; k < verb; k++)
        {
            if (words[k].Role is WordRole.Verb && words[k].Shape is not VerbShape.Ing)
                return false;
            if (words[k].Role is WordRole.Comma)
                return true;
        }
        return words[joint].Word is "as" or "after" or "before" && verb - joint > 8;
    }
}
