namespace Truceline.Entity.Reading.Claims.Coding;

/// <summary>Who stands before and behind a verb, found by its phrases: a reading of the clause without a parser.</summary>
internal sealed class Participants(ClauseWords words, IReadOnlyList<Phrase> phrases, EventPatterns patterns, TargetWeights weights)
{
    /// <summary>The clause.</summary>
    public ClauseWords Words => words;

    /// <summary>Source and target of an event.</summary>
    public (TextSpan? Source, TextSpan? Target) Of(TypeReading reading, IReadOnlyList<Predicate> predicates)
    {
        var chosen = Choice(reading, predicates);
        if (chosen.Candidates is not { } candidates)
            return (SpanOf(chosen.Source), SpanOf(chosen.Target));
        var best = candidates[0];
        foreach (var candidate in candidates)
        {
            if (weights.ScoreOf(candidate.Features) > weights.ScoreOf(best.Features))
                best = candidate;
        }
        return (SpanOf(chosen.Source), SpanOf(best.Phrase ?? chosen.Target));
    }

    /// <summary>The source with the candidates for target; without candidates where the grammar settles both.</summary>
    public TargetChoice Choice(TypeReading reading, IReadOnlyList<Predicate> predicates)
    {
        if (reading.IsTrailing)
            return new TargetChoice(LastBefore(reading.Main.First), SubjectsOf(reading.Told, predicates) is { Count: > 0 } told ? told[0] : null, null);
        var subject = SubjectsOf(reading.Main, predicates);
        var limit = EndBeforeFrame(predicates, reading.Main);
        Phrase? source = subject.Count > 0 ? subject[0] : null;
        // "Talks between X and Y resumed".
        if (source is { Preposition: "between" } && subject.Count > 1)
            return new TargetChoice(source, subject[1], null);
        // "Fighting broke out between X and Y", "talks with X resumed".
        if (source is null && Find(reading.Main.Head, limit, p => p.Preposition == "between" && p.CanAct) is { } one)
            return new TargetChoice(one, Find(one.First, limit, p => p.CanAct && p.IsJoined), null);
        if (reading.Told.IsPassive && reading.Main == reading.Told)
        {
            var agent = Find(reading.Told.Head, limit, p => p.Preposition == "by" && p.CanAct);
            // Forces that were deployed act themselves.
            if (agent is null && (reading.Type is PloverType.Mobilize || (reading.Type is PloverType.Aid && source is { IsActor: true })))
                return new TargetChoice(source, null, TargetCandidates.Of(words, phrases, reading, predicates, source, false, limit));
            if (agent is null && reading.Type is PloverType.Fight or PloverType.Assault)
                agent = Find(reading.Told.Head, limit, p => p.Preposition == "with" && p.CanAct);
            if (agent is not null || reading.Type is not (PloverType.Agree or PloverType.Consult))
                return new TargetChoice(agent ?? PlaceOfState(reading, limit), source, null);
        }
        Phrase? other = subject.Count > 1 && IsMutual(reading.Type) ? subject[1] : null;
        return new TargetChoice(source, other, TargetCandidates.Of(words, phrases, reading, predicates, source, other is not null, limit));
    }

    /// <summary>"was arrested in Lebanon": where the state acts, the state it is.</summary>
    private Phrase? PlaceOfState(TypeReading reading, int limit) =>
        reading.Type is PloverType.Coerce ? Find(reading.Told.Head, limit, p => p.Preposition == "in" && p.IsNamed) : null;

    private static bool IsMutual(PloverType type) =>
        type is PloverType.Agree or PloverType.Consult or PloverType.Cooperate or PloverType.Support or PloverType.Reject or PloverType.Fight;

    private Phrase? LastBefore(int index)
    {
        Phrase? last = null;
        foreach (var phrase in phrases)
        {
            if (phrase.End <= index && phrase.CanAct && phrase.Preposition.Length == 0)
                last = phrase;
        }
        return last;
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
            if (phrase.CanAct && !phrase.IsAmount && phrase.End <= before && phrase.Preposition is "" or "of")
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
        return words.Length;
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
    public TextSpan? SpanOf(Phrase? found)
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

/// <summary>Who did it and who may have suffered it.</summary>
/// <param name="Source">The source; null when there is none.</param>
/// <param name="Target">The target that the grammar gives; null when it gives none.</param>
/// <param name="Candidates">Candidates to choose the target from, that of none first; null when there is nothing to choose.</param>
internal sealed record TargetChoice(Phrase? Source, Phrase? Target, List<TargetCandidate>? Candidates);
