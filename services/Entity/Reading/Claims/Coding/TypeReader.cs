namespace Truceline.Entity.Reading.Claims.Coding;

/// <summary>Reads what sort of event the predicates of a clause tell, by the lexicon and by how verbs govern each other. Makes no claim of who.</summary>
internal sealed class TypeReader(EventPatterns patterns)
{
    /// <summary>Deepest run of verbs that govern each other.</summary>
    private const int Deepest = 6;

    /// <summary>Farthest object of a verb, in words.</summary>
    private const int Reach = 14;

    /// <summary>What the clause tells; null when no word of it tells an event.</summary>
    public TypeReading? Read(ClauseWords words, IReadOnlyList<Predicate> predicates)
    {
        var main = MainOf(predicates);
        if (main >= 0 && predicates[main].Modal is "must" or "should" or "ought" && TrailingFrame(words, predicates, main) is { } frame)
            return new TypeReading(PloverType.Demand, null, null, frame, predicates[main], 0.75) { OnInnerSubject = true, IsTrailing = true };
        if (main >= 0 && Of(words, predicates, main, 0) is { } reading)
            return reading;
        for (var i = 0; i < predicates.Count; i++)
        {
            // What the main verb does not tell may be told by the next that tells anything.
            if (i != main && !predicates[i].IsSide && Of(words, predicates, i, 0) is { } other)
                return other with { Main = main >= 0 && !predicates[i].IsFinite ? predicates[main] : other.Main, Confidence = other.Confidence * 0.7 };
        }
        for (var i = 0; i < predicates.Count; i++)
        {
            if (predicates[i].IsSide && Of(words, predicates, i, 0) is { } other)
                return other with { Confidence = other.Confidence * 0.5 };
        }
        return null;
    }

    /// <summary>The verb of "…, the minister said"; null when the sentence does not end so.</summary>
    private Predicate? TrailingFrame(ClauseWords words, IReadOnlyList<Predicate> predicates, int main)
    {
        var last = predicates[^1];
        if (predicates.Count - 1 == main || !last.IsFinite || last.Modal is not null || Match(words, last, last.Head + 1) is not { Sense: EventSense.Report })
            return null;
        for (var k = last.First - 1; k > predicates[main].Head; k--)
        {
            if (words[k].Role is WordRole.Comma or WordRole.Quote)
                return last;
            if (words[k].Role is WordRole.Verb or WordRole.Relative)
                return null;
        }
        return null;
    }

    /// <summary>Index of the first verb that the sentence says itself; -1 when it has none.</summary>
    public static int MainOf(IReadOnlyList<Predicate> predicates)
    {
        for (var i = 0; i < predicates.Count; i++)
        {
            if (predicates[i].IsFinite && !predicates[i].IsSide)
                return i;
        }
        for (var i = 0; i < predicates.Count; i++)
        {
            if (predicates[i].IsFinite)
                return i;
        }
        return predicates.Count > 0 ? 0 : -1;
    }

    private TypeReading? Of(ClauseWords words, IReadOnlyList<Predicate> predicates, int index, int depth)
    {
        if (depth > Deepest)
            return null;
        var predicate = predicates[index];
        var end = EndOfObjects(words, predicates, index);
        var pattern = Match(words, predicate, end);
        var reading = pattern switch
        {
            null => Governed(words, predicates, index, end, depth, EventSense.None),
            { Sense: EventSense.Type, Type: PloverType.Assault or PloverType.Fight, Words.Length: 0 }
                when !predicate.IsPassive && FromSubject(words, predicate) is { Type: PloverType.Assault or PloverType.Fight } named => named,
            { Sense: EventSense.Type } => new TypeReading(pattern.Type, pattern.Mode, pattern.Acled, predicate, predicate, pattern.Words.Length > 0 ? 0.9 : 0.8),
            { Sense: EventSense.Report } => Reported(words, predicates, index, end, depth),
            _ => Governed(words, predicates, index, end, depth, pattern.Sense),
        };
        reading = Purpose(words, predicates, index, end, depth, reading);
        return reading is null ? null : Modal(words, predicate, reading, pattern);
    }

    /// <summary>"sent officers to investigate", "flew there to mediate": what one is sent for counts.</summary>
    private TypeReading? Purpose(ClauseWords words, IReadOnlyList<Predicate> predicates, int index, int end, int depth, TypeReading? reading)
    {
        if (reading is not { Type: PloverType.Mobilize or PloverType.Consult } || reading.Told != predicates[index] || index + 1 >= predicates.Count)
            return reading;
        var next = predicates[index + 1];
        if (!next.IsInfinitive || next.First > end + 1)
            return reading;
        return Of(words, predicates, index + 1, depth + 1) is { Type: PloverType.Investigate or PloverType.Aid, Told: var told } purpose && told == next
            ? purpose with { Main = predicates[index] }
            : reading;
    }

    /// <summary>"will", "would" and "not" on the verb itself.</summary>
    private static TypeReading? Modal(ClauseWords words, Predicate predicate, TypeReading reading, EventPattern? pattern)
    {
        if (predicate.IsNegated && pattern?.Sense is not EventSense.Report)
        {
            return EventComposition.Negated(reading.Type) is { } denied
                ? reading with { Type = denied.Type, Mode = denied.Mode, Acled = null, Confidence = reading.Confidence * 0.8 }
                : reading with { Confidence = reading.Confidence * 0.4 };
        }
        if (predicate.Modal is not ("will" or "would" or "'ll" or "shall") || pattern?.Sense is EventSense.Report or EventSense.Commit)
            return reading;
        var threat = HasUnless(words, predicate.Head) && reading.Type is not (PloverType.Agree or PloverType.Consult);
        var composed = threat ? (PloverType.Threaten, reading.Mode) : EventComposition.Of(EventSense.Commit, reading.Type, reading.Mode);
        return composed is { } c ? reading with { Type = c.Item1, Mode = c.Item2, Acled = null, Confidence = reading.Confidence * 0.9 } : reading;
    }

    private static bool HasUnless(ClauseWords words, int from)
    {
        for (var i = from; i < words.Length; i++)
        {
            if (words[i].Word is "unless")
                return true;
        }
        return false;
    }

    /// <summary>"X said it would …", "X said that Y must …".</summary>
    private TypeReading? Reported(ClauseWords words, IReadOnlyList<Predicate> predicates, int index, int end, int depth)
    {
        for (var i = index + 1; i < predicates.Count; i++)
        {
            var inner = predicates[i];
            if (!inner.IsFinite && !(inner.IsInfinitive && inner.First - predicates[index].Head < 4))
                continue;
            if (inner.IsSide)
                continue;
            var isSubjunctive = predicates[index].Lemma is "insist" or "suggest" or "propose" or "recommend" && words[inner.Head].Shape == VerbShape.Base && inner.Modal is null && words.RoleAt(inner.First - 1) is WordRole.Noun or WordRole.Name;
            if (inner.Modal is "must" or "should" or "ought" || isSubjunctive)
                return new TypeReading(PloverType.Demand, null, null, predicates[index], inner, 0.8) { OnInnerSubject = true };
            return Of(words, predicates, i, depth + 1) is { } told
                ? told with { Main = told.Main == inner && IsSameSubject(words, inner) ? predicates[index] : told.Main, Confidence = told.Confidence * 0.95 }
                : null;
        }
        return FromNoun(words, predicates[index], predicates[index].Head + 1, end, EventSense.Report);
    }

    /// <summary>Whether the subject of a reported clause is a pronoun or a "their …", so that its reporter speaks of himself.</summary>
    private static bool IsSameSubject(ClauseWords words, Predicate inner)
    {
        for (var i = inner.First - 1; i >= inner.ClauseStart && i >= inner.First - 4; i--)
        {
            if (words[i].Word is "it" or "he" or "she" or "they" or "we" or "i" or "their" or "its" or "his" or "her" or "our")
                return true;
            if (words[i].Role is WordRole.Name)
                return false;
        }
        return inner.First - inner.ClauseStart == 0;
    }

    private TypeReading? Governed(ClauseWords words, IReadOnlyList<Predicate> predicates, int index, int end, int depth, EventSense sense)
    {
        var predicate = predicates[index];
        TypeReading? inner = null;
        // Nearest first: the noun that it takes, or the infinitive that it governs.
        var noun = sense is EventSense.None ? null : FromNoun(words, predicate, predicate.Head + 1, end, EventSense.Light)
            ?? (predicate.IsPassive || sense is EventSense.Light or EventSense.Cease ? FromSubject(words, predicate) : null);
        if (sense is EventSense.Commit or EventSense.Refuse or EventSense.Try or EventSense.Allow or EventSense.None || noun is null)
        {
            for (var i = index + 1; i < predicates.Count && predicates[i].First <= end + 1; i++)
            {
                if (predicates[i].IsSide || (!predicates[i].IsInfinitive && words[predicates[i].Head].Shape != VerbShape.Ing && predicates[i].Link != "that" && sense is not EventSense.Commit))
                    continue;
                inner = Of(words, predicates, i, depth + 1);
                if (inner is not null)
                    break;
            }
        }
        inner ??= noun;
        if (sense is EventSense.None)
            return inner is null ? null : inner with { Main = predicate, Confidence = inner.Confidence * 0.7 };
        // To agree, offer or be willing to do something is consent, whatever it is.
        if (sense is EventSense.Commit && predicate.Lemma is "agree" or "offer" or "consent" or "volunteer" or "accept" && inner?.Type is not PloverType.Demand)
            return new TypeReading(PloverType.Agree, null, null, predicate, inner?.Told ?? predicate, inner is null ? 0.7 : 0.85);
        return EventComposition.Of(sense, inner?.Type, inner?.Mode) is { } composed
            ? new TypeReading(composed.Type, composed.Mode, composed.Type == inner?.Type ? inner.Acled : null, predicate, inner?.Told ?? predicate, inner is null ? 0.5 : inner.Confidence * 0.95)
            : null;
    }

    /// <summary>"Talks resumed", "a roadside bombing killed …": the event that the subject names, unless somebody is named before it.</summary>
    private TypeReading? FromSubject(ClauseWords words, Predicate predicate)
    {
        var end = predicate.ClauseStart;
        while (end < predicate.First && words[end].Role is not (WordRole.Name or WordRole.Comma))
            end++;
        return FromNoun(words, predicate, predicate.ClauseStart, end, EventSense.Light);
    }

    private TypeReading? FromNoun(ClauseWords words, Predicate predicate, int from, int end, EventSense sense)
    {
        for (var i = Math.Max(from, 0); i < end && i < words.Length; i++)
        {
            if (words[i].Role is not (WordRole.Noun or WordRole.Verb))
                continue;
            if (NounAt(words, i) is { } noun)
                return new TypeReading(noun.Type, noun.Mode, noun.Acled, predicate, predicate, sense == EventSense.Report ? 0.5 : 0.75);
        }
        return null;
    }

    private EventPattern? NounAt(ClauseWords words, int i)
    {
        var lemma = words[i].Noun;
        foreach (var pattern in patterns.OfNoun(lemma))
        {
            var fits = true;
            for (var k = 0; k < pattern.Words.Length && fits; k++)
                fits = i + k + 1 < words.Length && pattern.Words[k].Fits(words[i + k + 1]);
            if (fits)
                return pattern;
        }
        return lemma != words[i].Word ? FirstOf(words[i].Word) : null;

        EventPattern? FirstOf(string word)
        {
            foreach (var pattern in patterns.OfNoun(word))
            {
                if (pattern.Words.Length == 0)
                    return pattern;
            }
            return null;
        }
    }

    /// <summary>
    /// The pattern of the verb with most words that fit what follows it, or what stands before a passive; of those with as many the one whose words are
    /// literal, then the one whose words are nearest.
    /// </summary>
    private EventPattern? Match(ClauseWords words, Predicate predicate, int end)
    {
        EventPattern? best = null;
        var bestScore = int.MinValue;
        foreach (var pattern in patterns.OfVerb(predicate.Lemma))
        {
            if (pattern.Words.Length * 1000 + 999 < bestScore)
                break;
            if (Fit(words, predicate, end, pattern) is { } score && score > bestScore)
                (best, bestScore) = (pattern, score);
        }
        return best?.Sense == EventSense.None ? null : best;
    }

    /// <summary>How well a pattern fits; null when it does not.</summary>
    private static int? Fit(ClauseWords words, Predicate predicate, int end, EventPattern pattern)
    {
        var at = predicate.Head + 1;
        var score = pattern.Words.Length * 1000;
        foreach (var wanted in pattern.Words)
        {
            var reach = wanted.IsTo ? Math.Min(end + 1, at + 2) : wanted.IsParticle ? Math.Min(end + 1, at + 5) : end;
            var found = Next(words, at, Math.Min(reach, words.Length), wanted);
            if (found < 0 && (predicate.IsPassive || predicate.Lemma is "arrive" or "land") && !wanted.IsParticle && Next(words, predicate.ClauseStart, predicate.First, wanted) >= 0)
                found = predicate.Head;
            if (found < 0)
                return null;
            score += (wanted.IsLiteral ? 20 : 0) - (found - predicate.Head);
            at = Math.Max(at, found + 1);
        }
        return score;
    }

    private static int Next(ClauseWords words, int from, int end, PatternWord wanted)
    {
        for (var i = Math.Max(from, 0); i < end; i++)
        {
            if (!wanted.IsLiteral && words[i].Role is not (WordRole.Noun or WordRole.Verb or WordRole.Name))
                continue;
            if (wanted.Fits(words[i]))
                return i;
        }
        return -1;
    }

    /// <summary>Where what a verb takes after it ends: at the next clause, or after so many words.</summary>
    private static int EndOfObjects(ClauseWords words, IReadOnlyList<Predicate> predicates, int index)
    {
        var from = predicates[index].Head + 1;
        var end = Math.Min(words.Length, from + Reach);
        for (var i = from; i < end; i++)
        {
            if (words[i].Role is WordRole.Relative || words[i].Word is ";" or ":")
                return i;
            if (words[i].Role is WordRole.Conjunction && words[i].Word is not ("and" or "or" or "nor" or "as"))
                return i;
        }
        for (var k = index + 1; k < predicates.Count; k++)
        {
            if (predicates[k].First >= from && predicates[k].First < end && predicates[k].IsFinite)
                return predicates[k].First;
            if (predicates[k].First >= from && predicates[k].First < end && predicates[k].IsInfinitive)
                return predicates[k].First;
        }
        return end;
    }
}
