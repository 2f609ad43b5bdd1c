namespace Truceline.Entity.Reading.Names;

/// <summary>
/// Organisations, facilities, arms and vehicles that the tagger sees. Persons and places it only points at: <see cref="People"/> and
/// <see cref="Toponyms"/> look at its opinion themselves.
/// </summary>
internal sealed class TaggedNames(StateNames states) : IMentionSource
{
    private const double LeastBelief = 0.5;
    private const double LeastBeliefInPhrase = 0.35;

    // Below what the knowledge base and the rules for states give; above a weak pattern when the tagger is sure.
    private const double Trust = 0.82;

    // What is done with arms, which annotators mark as arms now and then.
    private static readonly System.Collections.Frozen.FrozenSet<string> Deeds = System.Collections.Frozen.FrozenSet.Create(
        StringComparer.Ordinal, "ambush", "ambushes", "attack", "attacks", "raid", "raids", "clash", "clashes", "shelling", "bombardment", "assault", "shootout", "gunfire", "skirmish", "skirmishes");

    public IEnumerable<NameMention> Find(MentionContext context)
    {
        var atoms = context.Atoms;
        foreach (var tag in context.Tags)
        {
            if (tag.Belief < (tag.Last > tag.First + 1 ? LeastBeliefInPhrase : LeastBelief) || tag.Type is EntityType.Person or EntityType.Location or EntityType.Nationality)
                continue;
            var (first, last) = Trim(atoms, tag.First, tag.Last);
            if (last < first || !IsNamed(atoms, tag.Type, first, last) || tag.Type is EntityType.Weapon && Deeds.Contains(atoms[last].Key))
                continue;
            var owner = states.OwnerAt(atoms, first)?.Country.Iso;
            yield return new NameMention(first, last, tag.Type, atoms.TextOf(first, last))
            {
                Country = tag.Type == EntityType.Organisation ? owner : null,
                Toponym = tag.Type == EntityType.Facility ? atoms.TextOf(first, last) : null,
                Source = MentionSource.Tagger,
                Score = tag.Belief * Trust,
            };
        }
    }

    private static (int First, int Last) Trim(AtomRow atoms, int first, int last)
    {
        while (first <= last && atoms[first].Key is "the" or "a" or "an" or "\"" or "“")
            first++;
        // "the Security Council on Friday"
        if (last > first + 1 && atoms[last - 1].Key is "on" or "in" && Vocabulary.IsCalendar(atoms[last].Key))
            last -= 2;
        while (last > first && (atoms[last].Key is "'s" or "\"" or "”" || atoms[last].Kind == Text.TokenKind.Punctuation && atoms[last].Key != ")"))
            last--;
        return (first, last);
    }

    /// <summary>Organisations and facilities have a capital; a state or its people alone are none.</summary>
    private bool IsNamed(AtomRow atoms, EntityType type, int first, int last)
    {
        if (type is not (EntityType.Organisation or EntityType.Facility))
            return true;
        if ((states.NameAt(atoms, first) ?? states.DemonymAt(atoms, first)) is { } state && state.Last >= last)
            return false;
        // "Saudis, Emiratis", "KHARTOUM - Fighters"
        for (var i = first + 1; i < last; i++)
        {
            if (atoms[i].Key is "-" or "–" or "—" || (atoms[i].Key == "," && states.DemonymAt(atoms, first) is { } people && people.Last == i - 1))
                return false;
        }
        for (var i = first; i <= last; i++)
        {
            if (atoms[i].IsCapital && !(i == first && atoms[i].IsFirst && last == first && atoms[i].Is(WordTraits.EnglishWord)))
                return true;
        }
        return false;
    }
}
