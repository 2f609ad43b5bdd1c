using Truceline.Entity.Reading.Knowledge;

namespace Truceline.Entity.Reading.Names;

/// <summary>A stretch that names a person by what the knowledge base or the tagger says.</summary>
/// <param name="First">Index of its first atom.</param>
/// <param name="Last">Index of its last atom.</param>
/// <param name="Source">Which of the two.</param>
/// <param name="Score">How much it is to be believed.</param>
/// <param name="Known">The person, when known; null otherwise.</param>
internal sealed record PersonSeed(int First, int Last, MentionSource Source, double Score, KnownEntity? Known);

/// <summary>Finds persons that are known by name or that the tagger points at.</summary>
internal sealed class PersonSeeds
{
    private const double LeastBelief = 0.5;
    private const double KnownScore = 0.95;

    private readonly PhraseIndex<KnownEntity> _known = new();

    private readonly StateNames _states;

    public PersonSeeds(KnowledgeBase knowledge, StateNames states)
    {
        _states = states;
        foreach (var person in knowledge.All.Where(e => e.Type == EntityType.Person))
        {
            foreach (var name in person.Names)
                _known.Add(name.Text, person);
        }
    }

    /// <summary>Seeds by their first atom, on free atoms only; none overlap.</summary>
    public PersonSeed?[] Find(MentionContext context, Offices offices)
    {
        var atoms = context.Atoms;
        var seeds = new PersonSeed?[atoms.Count];
        foreach (var tag in context.Tags)
        {
            if (tag.Type == EntityType.Person && tag.Belief >= LeastBelief && Trim(context, tag, offices) is { } seed)
                seeds[seed.First] = seed;
        }
        for (var i = 0; i < atoms.Count; i++)
        {
            if (!atoms[i].IsWord || _known.Match(atoms, i, capital: true) is not { } match || context.IsTaken(i, match.Last))
                continue;
            // What the tagger takes for a longer name keeps its length: "Abdullah" in "Abdullah Abdullah".
            var (first, last) = (i, match.Last);
            if (context.TagAt(i) is { Type: EntityType.Person } tag && tag.First <= i && tag.Last >= last && tag.Belief >= LeastBelief)
                (first, last) = seeds[tag.First] is { } seed ? (seed.First, Math.Max(seed.Last, last)) : (i, last);
            else if (last == i && !IsAlone(atoms, i))
                continue;
            seeds[first] = new PersonSeed(first, last, MentionSource.Knowledge, KnownScore, match.Value);
            i = last;
        }
        return seeds;
    }

    /// <summary>A name of one word is that person's only when no other name stands beside it.</summary>
    private static bool IsAlone(AtomRow atoms, int atom) =>
        !(atoms[atom + 1].IsCapital && atoms.SameSentence(atom, atom + 1)) && !(atoms[atom - 1].IsCapital && atoms.SameSentence(atom - 1, atom) && !atoms[atom - 1].IsFirst);

    /// <summary>The tagger's span without state and titles before the name and the possessive ending after it; null when nothing is left or it is taken.</summary>
    private PersonSeed? Trim(MentionContext context, TagMention tag, Offices offices)
    {
        var atoms = context.Atoms;
        var (first, last) = (tag.First, tag.Last);
        while (last > first && !atoms[last].IsWord)
            last--;
        // "Rania of Jordan"
        for (var i = first + 1; i < last; i++)
        {
            if (atoms[i].Key == "of" && _states.NameAt(atoms, i + 1) is { } state && state.Last >= last)
                last = i - 1;
        }
        while (first < last)
        {
            if (!(last == first + 1 && IsGivenNameOfState(atoms, first)) && _states.OwnerAt(atoms, first) is { } owner && owner.Last < last)
                first = owner.Last + 1;
            else if (!atoms[first].Is(WordTraits.FirstName) && offices.TitleAt(atoms, first) is { } title && title.Last < last)
                first = title.Last + 1;
            // "High Commissioner for Peace Otty Patino": what is left of an office.
            else if (!atoms[first].IsWord || atoms[first].Key is "for" or "of" or "on" && last > first + 2)
                first += atoms[first].IsWord ? 2 : 1;
            else
                break;
        }
        // "US Secretary of State" names an office, nobody.
        if (offices.TitleAt(atoms, first) is { IsHonorific: false } office && office.Last >= last && !atoms[first].Is(WordTraits.FirstName))
            return null;
        return context.IsTaken(first, last) || !HasLetters(atoms, first, last) ? null : new PersonSeed(first, last, MentionSource.Tagger, tag.Belief, null);
    }

    /// <summary>States whose names are given to people.</summary>
    public static bool IsGivenNameOfState(AtomRow atoms, int atom) => atoms[atom].Key is "chad" or "jordan" or "israel" or "georgia";

    private static bool HasLetters(AtomRow atoms, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (atoms[i].IsWord && atoms[i].IsCapital && atoms[i].Span.Length > 1)
                return true;
        }
        return false;
    }
}
