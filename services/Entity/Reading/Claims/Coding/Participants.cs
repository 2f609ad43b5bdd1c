namespace Truceline.Entity.Reading.Claims.Coding;

/// <summary>Who stands before and behind a verb, found by its phrases: a reading of the clause without a parser.</summary>
internal sealed class Participants(ClauseWords words, IReadOnlyList<Phrase> phrases, EventPatterns patterns)
{
    /// <summary>Source and target of an event.</summary>
    public (TextSpan? Source, TextSpan? Target) Of(TypeReading reading, IReadOnlyList<Predicate> predicates)
    {
        var subject = SubjectsOf(reading.Main, predicates);
        var limit = EndBeforeFrame(predicates, reading.Main);
        Phrase? source = subject.Count > 0 ? subject[0] : null;
        if (reading.Told.IsPassive && reading.Main == reading.Told)
        {
            var agent = Find(reading.Told.Head, limit, p => p.Preposition == "by" && p.CanAct);
            if (agent is not null || reading.Type is not (PloverType.Agree or PloverType.Consult))
                return (SpanOf(agent ?? PlaceOfState(reading, limit)), SpanOf(source));
        }
        if (subject.Count > 1 && IsMutual(reading, limit))
            return (SpanOf(subject[0]), SpanOf(subject[1]));
        return (SpanOf(source), SpanOf(TargetOf(reading, source, limit)));
    }

    /// <summary>"was arrested in Lebanon": where the state acts, the state it is.</summary>
    private Phrase? PlaceOfState(TypeReading reading, int limit) =>
        reading.Type is PloverType.Coerce ? Find(reading.Told.Head, limit, p => p.Preposition == "in" && p.IsNamed) : null;

    private bool IsMutual(TypeReading reading, int limit)
    {
        if (reading.Type is not (PloverType.Agree or PloverType.Consult or PloverType.Cooperate or PloverType.Support or PloverType.Reject or PloverType.Fight))
            return false;
        return Find(reading.Main.Head, limit, p => p.CanAct && p.Preposition is "with" or "" or "to" or "of" && !p.IsOwner) is null
            || reading.Type is PloverType.Agree or PloverType.Cooperate or PloverType.Fight;
    }

    private Phrase? Find(int from, int limit, Func<Phrase, bool> fits)
    {
        foreach (var phrase in phrases)
        {
            if (phrase.First > from && phrase.First < limit && fits(phrase))
                return phrase;
        }
        return null;
    }

    /// <summary>Those before a verb who can be its subject, the first first.</summary>
    private List<Phrase> SubjectsOf(Predicate predicate, IReadOnlyList<Predicate> predicates)
    {
        var found = new List<Phrase>();
        var amount = false;
        foreach (var phrase in phrases)
        {
            if (phrase.First < predicate.ClauseStart)
                continue;
            if (phrase.End > predicate.First)
                break;
            if (phrase.IsAmount)
            {
                amount = true;
                continue;
            }
            var free = phrase.Preposition.Length == 0 || (phrase.Preposition is "of" or "to" or "by" && (amount || found.Count == 0));
            if (!phrase.CanAct || (!free && !(phrase.Preposition is "for" or "between" or "against" && found.Count == 0)))
                continue;
            if (found.Count == 0 || (phrase.IsJoined && words.WordAt(BeforeOf(phrase)) == "and" || phrase.Preposition == "and"))
                found.Add(phrase);
        }
        if (found.Count > 0)
            return found;
        // A pronoun, or no subject of its own: that of the verb before.
        for (var i = predicates.Count - 1; i >= 0; i--)
        {
            if (predicates[i].First < predicate.First && predicates[i].IsFinite && !predicates[i].IsSide)
                return SubjectsOf(predicates[i], []) is { Count: > 0 } other ? other : FirstActors();
        }
        return predicates.Count > 0 ? FirstActors(predicate.First) : found;
    }

    private List<Phrase> FirstActors(int before = int.MaxValue)
    {
        foreach (var phrase in phrases)
        {
            if (phrase.CanAct && !phrase.IsAmount && phrase.End <= before)
                return [phrase];
        }
        return [];
    }

    private int BeforeOf(Phrase phrase)
    {
        var before = phrase.First - 1;
        while (words.RoleAt(before) is WordRole.Determiner or WordRole.Number or WordRole.Noun or WordRole.Name)
            before--;
        return before;
    }

    private Phrase? TargetOf(TypeReading reading, Phrase? source, int limit)
    {
        Phrase? best = null;
        var bestScore = 0.35;
        var place = 0;
        var from = reading.OnInnerSubject ? reading.Main.Head : reading.Main.Head;
        foreach (var phrase in phrases)
        {
            if (phrase.First <= from || phrase.First >= limit || !phrase.CanAct || phrase.IsAmount)
                continue;
            var score = ScoreOf(phrase, reading) - (0.12 * place++);
            if (source is { } s && SameWords(s, phrase))
                score -= 1;
            if (score > bestScore)
                (best, bestScore) = (phrase, score);
        }
        return best;
    }

    private double ScoreOf(Phrase phrase, TypeReading reading)
    {
        var score = phrase.Preposition switch
        {
            "against" => 1.0,
            "with" or "between" => 0.9,
            "to" or "" => 0.8,
            "from" or "of" or "by" or "at" or "on" or "toward" or "towards" or "into" or "among" => 0.6,
            "for" or "in" => 0.45,
            _ => 0.3,
        };
        if (phrase.IsNamed)
            score += 0.3;
        return score - (IsAside(phrase, reading) ? 0.4 : 0);
    }

    /// <summary>Whether a relative clause or a clause of time stands between the verb and the phrase.</summary>
    private bool IsAside(Phrase phrase, TypeReading reading)
    {
        for (var i = Math.Max(reading.Told.Head, reading.Main.Head) + 1; i < phrase.First; i++)
        {
            if (words[i].Role is WordRole.Relative && words[i].Word != "that")
                return true;
            if (words[i].Role is WordRole.Conjunction && words[i].Word is not ("and" or "or" or "if" or "unless"))
                return true;
        }
        return false;
    }

    private bool SameWords(Phrase a, Phrase b) => words[a.End - 1].Word == words[b.End - 1].Word;

    /// <summary>Where the words end that say who reported it ("…, the minister said").</summary>
    private int EndBeforeFrame(IReadOnlyList<Predicate> predicates, Predicate main)
    {
        for (var i = predicates.Count - 1; i >= 0; i--)
        {
            var last = predicates[i];
            if (last.First <= main.Head)
                break;
            if (!last.IsFinite || last.IsPassive || !IsReport(last))
                continue;
            for (var k = last.First - 1; k > main.Head; k--)
            {
                if (words[k].Role is WordRole.Comma or WordRole.Mark or WordRole.Quote)
                    return k;
                if (words[k].Role is WordRole.Verb or WordRole.Relative)
                    break;
            }
        }
        return words.Count;
    }

    private bool IsReport(Predicate predicate)
    {
        foreach (var pattern in patterns.OfVerb(predicate.Lemma))
        {
            if (pattern.Sense == EventSense.Report)
                return true;
        }
        return false;
    }

    /// <summary>The characters of a phrase, with what tells a bare noun apart: "government of …", "rebels in …".</summary>
    private TextSpan? SpanOf(Phrase? found)
    {
        if (found is not { } phrase)
            return null;
        var end = phrase.End;
        if (!phrase.IsNamed)
        {
            foreach (var next in phrases)
            {
                if (next.First > end && next.First <= end + 3 && next.Preposition is "of" or "in" or "from" or "throughout" && next.IsNamed && words.RoleAt(end) is WordRole.Preposition)
                    end = next.End;
            }
        }
        return words.SpanOf(phrase.First, end);
    }
}
