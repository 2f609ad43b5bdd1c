using System.Collections.Frozen;

namespace Truceline.Entity.Reading.Claims.Coding;

/// <summary>A phrase that may be the target of an event; null stands for none.</summary>
/// <param name="Phrase">The phrase.</param>
/// <param name="Features">A bit for each <see cref="TargetFeature"/>.</param>
internal readonly record struct TargetCandidate(Phrase? Phrase, ulong Features);

/// <summary>Lists who may be the target of an event, with what speaks for each.</summary>
internal static class TargetCandidates
{
    /// <summary>Last words, in lower case, of names and adjectives of states.</summary>
    internal static readonly FrozenSet<string> States = DataFile.Rows("countries.tsv")
        .SelectMany(r => DataFile.List(r[1]).Concat(DataFile.List(r[2])).Concat(DataFile.List(r[3])))
        .Select(n => n.Split(' ')[^1].ToLowerInvariant()).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Offices =
        "president minister premier chancellor king queen prince general colonel leader ambassador chief secretary government party army".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>All candidates after the main verb and before an index, the choice of none first.</summary>
    public static List<TargetCandidate> Of(
        ClauseWords words, IReadOnlyList<Phrase> phrases, TypeReading reading, IReadOnlyList<Predicate> predicates, Phrase? source, bool isMutual, int limit)
    {
        var found = new List<TargetCandidate> { new(null, NoneFeatures(reading.Type, isMutual)) };
        foreach (var phrase in phrases)
        {
            if (phrase.First > reading.Main.Head && phrase.First < limit && phrase.CanAct && !phrase.IsAmount)
                found.Add(new TargetCandidate(phrase, FeaturesOf(words, phrase, reading, predicates, source, found.Count)));
        }
        return found;
    }

    private static ulong NoneFeatures(PloverType type, bool isMutual) =>
        Bit(TargetFeature.None) | If(type is PloverType.Protest, TargetFeature.NoneOfProtest) | If(type is PloverType.Retreat, TargetFeature.NoneOfRetreat)
        | If(IsTalk(type), TargetFeature.NoneOfTalk) | If(IsForce(type), TargetFeature.NoneOfForce) | If(isMutual, TargetFeature.NoneOfMutual);

    private static ulong FeaturesOf(ClauseWords words, Phrase phrase, TypeReading reading, IReadOnlyList<Predicate> predicates, Phrase? source, int place)
    {
        var type = reading.Type;
        var preposition = PrepositionOf(phrase.Preposition);
        var (aside, conditional) = Between(words, reading, phrase);
        var verbs = 0;
        foreach (var predicate in predicates)
            verbs += predicate.Head > Math.Max(reading.Told.Head, reading.Main.Head) && predicate.Head < phrase.First ? 1 : 0;
        var isState = phrase.IsNamed && States.Contains(words[phrase.End - 1].Word);
        return Bit(preposition) | If(IsAdjacent(words, phrase, reading.Told), TargetFeature.Adjacent) | If(phrase.IsNamed, TargetFeature.Named) | If(phrase.IsActor, TargetFeature.Actor)
            | If(phrase.IsOwner, TargetFeature.Owner) | If(phrase.IsJoined, TargetFeature.Joined) | If(isState, TargetFeature.State) | If(HasOffice(words, phrase), TargetFeature.Office)
            | If(place == 1, TargetFeature.First) | If(place == 2, TargetFeature.Second) | If(place == 3, TargetFeature.Third) | If(aside, TargetFeature.Aside)
            | If(conditional, TargetFeature.Conditional) | If(IsInnerSubject(phrase, predicates, reading), TargetFeature.InnerSubject)
            | If(verbs == 1, TargetFeature.OneVerbBetween) | If(verbs > 1, TargetFeature.MoreVerbsBetween)
            | If(source is { } s && IsLike(words, s, phrase), TargetFeature.LikeSource) | If(phrase.IsOwned, TargetFeature.Owned) | If(IsAfterComma(words, phrase), TargetFeature.AfterComma)
            | If(preposition is TargetFeature.In && type is PloverType.Protest, TargetFeature.InOfProtest)
            | If(preposition is TargetFeature.In && IsForce(type), TargetFeature.InOfForce)
            | If(preposition is TargetFeature.Of && type is PloverType.Demand, TargetFeature.OfOfDemand)
            | If(phrase.IsOwner && (IsTalk(type) || type is PloverType.Reject or PloverType.Disapprove), TargetFeature.OwnerOfTalk)
            | If(preposition is TargetFeature.By or TargetFeature.From && type is PloverType.Reject, TargetFeature.ByOfReject)
            | If(isState && IsForce(type), TargetFeature.PlaceOfForce);
    }

    private static TargetFeature PrepositionOf(string preposition) => preposition switch
    {
        "" => TargetFeature.Direct,
        "against" or "versus" => TargetFeature.Against,
        "with" or "between" or "among" => TargetFeature.With,
        "to" or "toward" or "towards" => TargetFeature.To,
        "from" => TargetFeature.From,
        "of" => TargetFeature.Of,
        "by" => TargetFeature.By,
        "at" or "on" or "upon" or "over" => TargetFeature.At,
        "for" => TargetFeature.For,
        "in" or "near" or "inside" or "outside" or "across" or "throughout" or "around" => TargetFeature.In,
        "into" or "through" => TargetFeature.Into,
        _ => TargetFeature.OtherPreposition,
    };

    private static (bool Aside, bool Conditional) Between(ClauseWords words, TypeReading reading, Phrase phrase)
    {
        var (aside, conditional) = (false, false);
        for (var i = Math.Max(reading.Told.Head, reading.Main.Head) + 1; i < phrase.First; i++)
        {
            if (words[i].Role is WordRole.Relative && (words[i].Word != "that" || words.RoleAt(i - 1) is WordRole.Noun))
                aside = true;
            else if (words[i].Word is "if" or "unless")
                conditional = true;
            else if (words[i].Role is WordRole.Conjunction && words[i].Word is not ("and" or "or" or "as"))
                aside = true;
        }
        return (aside, conditional);
    }

    private static bool IsAdjacent(ClauseWords words, Phrase phrase, Predicate told)
    {
        for (var i = told.Head + 1; i < phrase.First; i++)
        {
            if (words[i].Role is not (WordRole.Determiner or WordRole.Adverb or WordRole.Time or WordRole.Number or WordRole.Preposition or WordRole.To))
                return false;
        }
        return phrase.First > told.Head;
    }

    private static bool IsInnerSubject(Phrase phrase, IReadOnlyList<Predicate> predicates, TypeReading reading)
    {
        foreach (var predicate in predicates)
        {
            if (predicate.First >= phrase.End && predicate.First <= phrase.End + 1 && predicate.Head > reading.Main.Head && !predicate.IsSide)
                return true;
        }
        return false;
    }

    private static bool HasOffice(ClauseWords words, Phrase phrase)
    {
        for (var i = phrase.First; i < phrase.End; i++)
        {
            if (Offices.Contains(words[i].Word))
                return true;
        }
        return false;
    }

    private static bool IsLike(ClauseWords words, Phrase source, Phrase phrase)
    {
        for (var i = source.First; i < source.End; i++)
        {
            for (var k = phrase.First; k < phrase.End; k++)
            {
                if (words[i].Role is WordRole.Name && words[k].Role is WordRole.Name && words[i].Word.AsSpan(0, Math.Min(4, words[i].Word.Length)).SequenceEqual(words[k].Word.AsSpan(0, Math.Min(4, words[k].Word.Length))))
                    return true;
            }
        }
        return false;
    }

    private static bool IsAfterComma(ClauseWords words, Phrase phrase)
    {
        var before = phrase.First - 1;
        while (words.RoleAt(before) is WordRole.Determiner or WordRole.Number)
            before--;
        return words.RoleAt(before) is WordRole.Comma or WordRole.Mark;
    }

    private static bool IsTalk(PloverType type) => type is PloverType.Agree or PloverType.Consult or PloverType.Support or PloverType.Cooperate;

    private static bool IsForce(PloverType type) => type is PloverType.Fight or PloverType.Assault or PloverType.Coerce;

    private static ulong Bit(TargetFeature feature) => 1UL << (int)feature;

    private static ulong If(bool condition, TargetFeature feature) => condition ? Bit(feature) : 0;
}
