using System.Collections.Frozen;
using Truceline.Entity.Reading.Knowledge;
using Truceline.Entity.Reading.Places;

namespace Truceline.Entity.Reading.Names;

/// <summary>
/// People: those that the knowledge base or the tagger knows, after a title, by a given name, beside a verb of speech or an office in
/// apposition; then by their surnames alone.
/// </summary>
internal sealed class People(StateNames states, Vocabulary vocabulary, Offices offices, Gazetteer gazetteer, KnowledgeBase knowledge) : IMentionSource
{
    private const int ShortestSurname = 3;
    private const double Objection = 0.7;

    private static readonly FrozenSet<string> Describers = "lawmaker lawmakers rebel politician diplomat militant cleric activist opposition businessman businesswoman journalist warlord official officer fighter academic analyst historian"
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private readonly PersonShape _shape = new(offices);
    private readonly PersonSeeds _seeds = new(knowledge, states);
    private readonly PersonChains _chains = new(states, knowledge);

    public IEnumerable<NameMention> Find(MentionContext context) => _chains.Chain(context, [.. FullNames(context)]);

    private IEnumerable<NameMention> FullNames(MentionContext context)
    {
        var atoms = context.Atoms;
        var seeds = _seeds.Find(context, offices);
        string? lastRole = null;
        for (var i = 0; i < atoms.Count; i++)
        {
            if (!atoms[i].IsWord || context.IsTaken(i))
                continue;
            if ((Titled(context, i, lastRole, seeds) ?? Seeded(context, i, seeds) ?? Untitled(context, i, seeds) ?? OfficeHolder(context, i)) is { } found)
            {
                var person = found with { Country = found.Country ?? CountryBefore(atoms, found.First) };
                lastRole = person.Role ?? lastRole;
                yield return person;
                i = person.Last;
            }
        }
    }

    /// <summary>"Iraqi lawmaker Omar Velarde": the state of an adjective before a noun that stands right before the name.</summary>
    private string? CountryBefore(AtomRow atoms, int first) =>
        atoms[first - 1].IsWord && !atoms[first - 1].IsCapital && Describers.Contains(atoms[first - 1].Key) && atoms.SameSentence(first - 1, first)
            ? states.OwnerBefore(atoms, first - 1)?.Iso : null;

    /// <summary>"Haftar did not attend": the surname of who holds an office, where neither the tagger nor the gazetteer takes it for another thing.</summary>
    private NameMention? OfficeHolder(MentionContext context, int first)
    {
        var atoms = context.Atoms;
        if (!atoms[first].IsCapital || atoms[first].IsAllCapitals || atoms[first].IsJoined || atoms[first + 1].IsJoined || atoms[first].Key.Length <= ShortestSurname
            || atoms[first].Is(WordTraits.EnglishWord | WordTraits.FirstName | WordTraits.Calendar) || !_chains.IsOfficeHolder(atoms[first].Key, context.Header.Reference))
        {
            return null;
        }
        if (IsBeside(atoms, first, first + 1) || IsBeside(atoms, first, first - 1) && !atoms[first - 1].IsFirst || atoms[first - 1].Key == "the")
            return null;
        if (context.TagAt(first) is { Type: not EntityType.Person, Belief: >= Objection } || states.OwnerAt(atoms, first) is not null || states.SeatAt(atoms, first) is not null || IsNotable(atoms, first, first))
            return null;
        return new NameMention(first, first, EntityType.Person, atoms.TextOf(first, first)) { Source = MentionSource.Knowledge, Score = 0.6 };
    }

    private static bool IsBeside(AtomRow atoms, int atom, int other) => atoms[other].IsWord && atoms[other].IsCapital && atoms.SameSentence(atom, other);

    private NameMention? Titled(MentionContext context, int first, string? lastRole, PersonSeed?[] seeds)
    {
        var atoms = context.Atoms;
        if (offices.TitleAt(atoms, first) is not { } title || seeds[first] is { } whole && whole.Last > title.Last)
            return null;
        var (last, role) = (title.Last, title.IsHonorific ? null : Offices.RoleOf(atoms, first, title.Last));
        var office = Offices.FirstOf(atoms, first);
        while (true)
        {
            var next = last + 1;
            if (atoms[next].Key is "." && atoms[last].Key.Length <= 5)
                next++;
            if (offices.TitleAt(atoms, next) is not { } more || !atoms.SameSentence(first, next) || SeedAt(seeds, next) is not null)
            {
                last = next - 1;
                break;
            }
            last = more.Last;
            role ??= more.IsHonorific ? null : Offices.RoleOf(atoms, next, more.Last);
        }
        // "the defence minister, Ann Orr,"
        if (atoms[last + 1].Key == "," && atoms.SameSentence(first, last + 2)
            && (SeedAt(seeds, last + 2) is { } apposed && apposed.Last > apposed.First || (atoms[last + 2].Is(WordTraits.FirstName) && _shape.EndOfRun(context, last + 2) > last + 2)))
        {
            last++;
        }
        var seed = SeedAt(seeds, last + 1);
        var end = seed?.Last ?? _shape.EndOfRun(context, last + 1);
        if (end < last + 1 || !atoms.SameSentence(first, last + 1))
            return null;
        if (atoms[first].Key == "counterpart")
            role = lastRole;
        if (seed is null && end == last + 1 && !IsLikelySurname(atoms, end, title.IsHonorific || atoms[first].IsCapital))
            return null;
        if (seed is null && !atoms[first].IsCapital && IsObjected(context, last + 1))
            return null;
        return Mention(atoms, last + 1, end, seed) with { Role = role, Country = states.OwnerBefore(atoms, office)?.Iso, Score = Math.Max(0.8, seed?.Score ?? 0) };
    }

    private NameMention? Seeded(MentionContext context, int first, PersonSeed?[] seeds)
    {
        if (seeds[first] is not { } seed)
            return null;
        // What names a place as well needs more than the tagger.
        if (seed is { Source: MentionSource.Tagger } && !Speaks(context.Atoms, first, seed.Last) && IsPlaceAsWell(context.Atoms, first, seed.Last))
            return null;
        if (seed is { Source: MentionSource.Tagger } && !Speaks(context.Atoms, first, seed.Last) && Toponyms.LastOfTown(gazetteer, context.Atoms, first) >= seed.Last)
            return null;
        var (role, country, _) = Apposition(context.Atoms, seed.Last);
        return Mention(context.Atoms, first, seed.Last, seed) with { Role = role, Country = country };
    }

    private NameMention? Untitled(MentionContext context, int first, PersonSeed?[] seeds)
    {
        var atoms = context.Atoms;
        if (!(atoms[first].IsCapital || (PersonShape.IsParticle(atoms[first].Key) && atoms[first + 1].IsJoined)) || atoms[first].IsJoined || IsObjected(context, first))
            return null;
        var end = _shape.EndOfRun(context, first);
        while (end > first && HasSeed(seeds, first, end))
            end--;
        if (end <= first)
            return SpeakerBySurname(context, first, end);
        var isNamedLikeState = IsNamedLikeState(atoms, first, end);
        if (offices.TitleAt(atoms, first) is not null || states.NameAt(atoms, first) is not null && !isNamedLikeState || states.DemonymAt(atoms, first) is not null || Toponyms.LastOfTown(gazetteer, atoms, first) >= end)
            return null;
        var (capitals, shouted) = (0, 0);
        for (var k = first; k <= end; k++)
        {
            capitals += atoms[k].IsCapital ? 1 : 0;
            shouted += atoms[k].IsAllCapitals && atoms[k].Span.Length > 2 ? 1 : 0;
        }
        if (capitals < 2 || (shouted > 1 && atoms[end + 1].Key != "said"))
            return null;
        var (role, country, apposed) = Apposition(atoms, end);
        var isGiven = isNamedLikeState || atoms[first].Is(WordTraits.FirstName) && !(atoms[first].IsFirst && atoms[first].Is(WordTraits.EnglishWord) && atoms[first + 1].Is(WordTraits.EnglishWord));
        if (!isGiven && atoms[first].IsFirst && atoms[first].Is(WordTraits.EnglishWord))
            return null;
        if (!isGiven && !apposed && !IsUnknown(context, first, end) && !(Speaks(atoms, first, end) && !IsNotable(atoms, first, end)))
            return null;
        return new NameMention(first, end, EntityType.Person, atoms.TextOf(first, end)) { Role = role, Country = country, Score = isGiven || apposed ? 0.7 : 0.5 };
    }

    /// <summary>"Chad Johnson": a given name that is a state's as well, before a surname that is no word and no place.</summary>
    private bool IsNamedLikeState(AtomRow atoms, int first, int end) =>
        end == first + 1 && PersonSeeds.IsGivenNameOfState(atoms, first) && !atoms[end].Is(WordTraits.EnglishWord) && !atoms[end].IsJoined && !atoms[first].IsAllCapitals
            && atoms[first - 1].Key is not ("in" or "from" or "to" or "near") && !IsNotable(atoms, first, end);

    private static bool Speaks(AtomRow atoms, int first, int end) =>
        Vocabulary.SpeechVerbs.Contains(atoms[end + 1].Key) || (atoms[first - 1].Key is "said" or "told" && atoms[end + 1].Key is "," or ".");

    /// <summary>Two or three words that nothing knows, where the tagger sees no other thing.</summary>
    private bool IsUnknown(MentionContext context, int first, int end)
    {
        var atoms = context.Atoms;
        if (end - first > 2 || atoms[first].IsFirst || atoms[first - 1].Key is "in" or "at" or "near" or "of" or "the" or "to" or "from" or "a" or "an")
            return false;
        for (var k = first; k <= end; k++)
        {
            if (atoms[k].Key.Length <= 2 || !atoms[k].IsCapital || atoms[k].IsAllCapitals || atoms[k].Is(WordTraits.EnglishWord)
                || states.OwnerAt(atoms, k) is not null || states.SeatAt(atoms, k) is not null)
            {
                return false;
            }
        }
        return gazetteer.Find(atoms.CharactersOf(first, end)).Count == 0 && !IsNotable(atoms, first, first) && !IsNotable(atoms, end, end);
    }

    /// <summary>"Haftar said": one unknown capitalised word that speaks.</summary>
    private NameMention? SpeakerBySurname(MentionContext context, int first, int end)
    {
        var atoms = context.Atoms;
        if (end != first || atoms[first + 1].Key is not ("said" or "told" or "added" or "tweeted" or "warned" or "insisted") || atoms[first - 1].Key is "the" or "in" or "and" or "'s")
            return null;
        if (atoms[first].IsAllCapitals || atoms[first].Is(WordTraits.EnglishWord) || atoms[first].Key.Length < ShortestSurname + 1)
            return null;
        if (states.OwnerAt(atoms, first) is not null || states.SeatAt(atoms, first) is not null || states.DemonymAt(atoms, first) is not null || IsNotable(atoms, first, first))
            return null;
        return new NameMention(first, first, EntityType.Person, atoms.TextOf(first, first)) { Score = 0.5 };
    }

    /// <summary>", the Ukrainian defence minister," after a name.</summary>
    private (string? Role, string? Country, bool Found) Apposition(AtomRow atoms, int end)
    {
        if (atoms[end + 1].Key != ",")
            return default;
        var at = end + 2;
        if (atoms[at].Key is "the" or "a" or "an")
            at++;
        for (var skipped = 0; skipped < 4 && atoms.SameSentence(end, at); skipped++, at++)
        {
            if (offices.TitleAt(atoms, at) is { } title)
                return title.IsHonorific ? default : (Offices.RoleOf(atoms, at, title.Last), states.OwnerBefore(atoms, Offices.FirstOf(atoms, at))?.Iso, true);
            if (atoms[at].Kind == Text.TokenKind.Punctuation)
                return default;
        }
        return default;
    }

    private static NameMention Mention(AtomRow atoms, int first, int last, PersonSeed? seed) =>
        new(first, last, EntityType.Person, atoms.TextOf(first, last))
        {
            KnowledgeId = seed?.Known?.Id,
            Source = seed?.Source ?? MentionSource.Pattern,
            Score = seed?.Score ?? 0.7,
        };

    private static PersonSeed? SeedAt(PersonSeed?[] seeds, int atom) => (uint)atom < (uint)seeds.Length ? seeds[atom] : null;

    private static bool HasSeed(PersonSeed?[] seeds, int first, int last)
    {
        for (var i = first + 1; i <= last; i++)
        {
            if (SeedAt(seeds, i) is not null)
                return true;
        }
        return false;
    }

    /// <summary>The tagger is sure that the word is a part of something else.</summary>
    private static bool IsObjected(MentionContext context, int atom) => context.TagAt(atom) is { Type: not EntityType.Person, Belief: >= Objection };

    private bool IsLikelySurname(AtomRow atoms, int atom, bool afterCapitalTitle) =>
        !vocabulary.IsEnglishWord(atoms[atom].Key) || vocabulary.IsFirstName(atoms[atom].Key)
            ? states.OwnerAt(atoms, atom) is null && (afterCapitalTitle || !IsNotable(atoms, atom, atom))
            : afterCapitalTitle && !atoms[atom].IsFirst && states.OwnerAt(atoms, atom) is null;

    /// <summary>Whether the words stand for a place: a notable one that does not begin with a given name, or any after a preposition of place.</summary>
    private bool IsPlaceAsWell(AtomRow atoms, int first, int last) =>
        ((first == last || !atoms[first].Is(WordTraits.FirstName)) && IsNotable(atoms, first, last))
        || (first < last && atoms[first - 1].Key is "in" or "near" or "at" or "around" or "outside" && gazetteer.Find(atoms.TextOf(first, last)).Any(m => m.Exact));

    /// <summary>Whether the words name a place that a reader would think of first.</summary>
    private bool IsNotable(AtomRow atoms, int first, int last)
    {
        foreach (var match in gazetteer.Find(atoms.CharactersOf(first, last)))
        {
            if (match.Exact && (match.Place.Population > 50_000 || match.Place.IsCurated))
                return true;
        }
        return false;
    }
}
