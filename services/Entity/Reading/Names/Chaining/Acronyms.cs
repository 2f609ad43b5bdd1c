namespace Truceline.Entity.Reading.Names.Chaining;

/// <summary>
/// Short forms that the text itself introduces ("Southern Reform Front (SRF)") or that are the initials of a name in it: later ones are the same thing.
/// </summary>
internal static class Acronyms
{
    private const int Shortest = 2;
    private const int Longest = 8;
    private const double Introduced = 0.85;
    private const double Derived = 0.7;

    /// <summary>A name that the text introduces with a short form which is known ("… Observer Group … (UNMOGIP)") is what the short form means.</summary>
    public static void Know(MentionContext context)
    {
        foreach (var mention in context.Found.Where(m => m.KnowledgeId is null && m.Last > m.First && context.Atoms[m.Last + 1].Key == "(").ToList())
        {
            var bracketed = context.At(mention.Last + 2);
            if (bracketed is { KnowledgeId: not null, How: MentionKind.Acronym } && IsBody(mention.Type) && context.Atoms[bracketed.Last + 1].Key == ")"
                && Stands(context.Atoms[bracketed.Last].Key, context.Atoms, mention))
            {
                context.Replace(mention, bracketed with { First = mention.First, Last = mention.Last, How = MentionKind.Name, Source = MentionSource.Context });
            }
        }
    }

    /// <summary>Mentions by a short form, of what was found in full before.</summary>
    public static IEnumerable<NameMention> Find(MentionContext context)
    {
        var atoms = context.Atoms;
        var owners = Owners(context);
        if (owners.Count == 0)
            yield break;
        for (var i = 0; i < atoms.Count; i++)
        {
            if (!IsShort(atoms, i) || atoms[i + 1].IsJoined || !owners.TryGetValue(atoms[i].Key, out var owner) || owner.Full is not { } full)
                continue;
            var mention = full with { First = i, Last = i, Inner = null, How = MentionKind.Acronym, Source = MentionSource.Context, Score = owner.IsIntroduced ? Introduced : Derived };
            // A short form that was taken for a thing of its own is the thing that it is short for.
            if (context.At(i) is not { } taken)
                yield return mention;
            else if (taken is { KnowledgeId: null } && taken.First == taken.Last && IsBody(taken.Type))
                context.Replace(taken, mention);
        }
    }

    private static Dictionary<string, (NameMention? Full, bool IsIntroduced)> Owners(MentionContext context)
    {
        var atoms = context.Atoms;
        var owners = new Dictionary<string, (NameMention? Full, bool IsIntroduced)>(StringComparer.Ordinal);
        foreach (var mention in context.Found)
        {
            if (mention.Last == mention.First || !IsBody(mention.Type))
                continue;
            var after = mention.Last + 1;
            if (atoms[after].Key == "(" && IsShort(atoms, after + 1) && atoms[after + 2].Key is ")" or "," or ";" && Stands(atoms[after + 1].Key, atoms, mention))
                owners[atoms[after + 1].Key] = (mention, true);
            else if (Initials(atoms, mention) is { Length: > Shortest } initials && !(owners.TryGetValue(initials, out var known) && known.IsIntroduced))
                owners[initials] = owners.TryGetValue(initials, out var other) && other.Full?.Name != mention.Name ? (null, false) : (mention, false);
        }
        return owners;
    }

    private static bool IsBody(EntityType type) => type is EntityType.Organisation or EntityType.ArmedGroup or EntityType.ArmedForce;

    private static bool IsShort(AtomRow atoms, int atom) =>
        atoms[atom].IsAllCapitals && atoms[atom].Span.Length is >= Shortest and <= Longest;

    private static string Initials(AtomRow atoms, NameMention mention)
    {
        Span<char> initials = stackalloc char[Longest];
        var count = 0;
        for (var i = mention.First; i <= mention.Last && count < Longest; i++)
        {
            if (atoms[i].IsCapital && atoms[i].Key.Length > 0)
                initials[count++] = atoms[i].Key[0];
        }
        return initials[..count].ToString();
    }

    /// <summary>Whether the letters of a short form come, in order, out of the name, and begin with it or with its second word.</summary>
    private static bool Stands(string letters, AtomRow atoms, NameMention mention)
    {
        var at = 0;
        for (var i = mention.First; i <= mention.Last && at < letters.Length; i++)
        {
            var key = atoms[i].Key;
            if (key.Length == 0 || key[0] != letters[at])
                continue;
            at++;
            for (var k = 1; k < key.Length && at < letters.Length && !NextBegins(atoms, i + 1, mention.Last, letters[at]); k++)
                at += key[k] == letters[at] ? 1 : 0;
        }
        // An acronym of a name in another language keeps half of the letters as a rule; the brackets say the rest.
        return at * 2 >= letters.Length;
    }

    private static bool NextBegins(AtomRow atoms, int from, int last, char letter)
    {
        for (var i = from; i <= last; i++)
        {
            if (atoms[i].Key.Length > 0 && atoms[i].Key[0] == letter)
                return true;
        }
        return false;
    }
}
