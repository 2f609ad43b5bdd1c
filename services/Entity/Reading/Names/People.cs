using System.Collections.Frozen;
using Truceline.Entity.Reading.Places;

namespace Truceline.Entity.Reading.Names;

/// <summary>People: after a title, by a given name, beside a verb of speech or an office in apposition; then by their surnames alone.</summary>
internal sealed class People(StateNames states, Vocabulary vocabulary, Offices offices, Gazetteer gazetteer) : IMentionSource
{
    private const int LongestName = 5;
    private const int ShortestSurname = 3;

    private static readonly FrozenSet<string> Particles = Set("al el bin ibn bint abu abd ul ur von van de da der di du dos la le ould ag");

    private static readonly FrozenSet<string> NotInNames = Set(
        "assembly council office staff secretariat command party street avenue square airport university ministry agency force forces army front the a an i he she it "
        + "we they but and or in on at for to of house palace foundation prize news post times province city governorate oblast region river");

    public IEnumerable<NameMention> Find(MentionContext context)
    {
        var full = FullNames(context).OrderBy(m => m.First).ThenByDescending(m => m.Last).ToList();
        var kept = new List<NameMention>();
        foreach (var person in full)
        {
            if (!kept.Exists(person.Overlaps))
                kept.Add(person);
        }
        var people = kept.ConvertAll(p => p.First == p.Last ? FullNameOf(context.Atoms, p, kept) : p);
        return people.Concat(Surnames(context, people));
    }

    /// <summary>A surname after a title or before "said" belongs to the person who bears it in full elsewhere.</summary>
    private static NameMention FullNameOf(AtomRow atoms, NameMention surname, List<NameMention> people)
    {
        var key = atoms[surname.Last].Key;
        var full = people.Find(p => p.First < p.Last && (atoms[p.Last].Key == key || (atoms[p.First].Key == key && key.Length <= 3)));
        return full is null ? surname : surname with { Name = full.Name, Role = surname.Role ?? full.Role, Country = surname.Country ?? full.Country };
    }

    private IEnumerable<NameMention> FullNames(MentionContext context)
    {
        var atoms = context.Atoms;
        string? lastRole = null;
        for (var i = 0; i < atoms.Count; i++)
        {
            if (!atoms[i].IsWord || context.IsTaken(i))
                continue;
            if (Titled(context, i, lastRole) is { } titled)
            {
                lastRole = titled.Role ?? lastRole;
                yield return titled;
                i = titled.Last;
            }
            else if (Untitled(context, i) is { } person)
            {
                yield return person;
                i = person.Last;
            }
        }
    }

    private NameMention? Titled(MentionContext context, int first, string? lastRole)
    {
        var atoms = context.Atoms;
        if (offices.TitleAt(atoms, first) is not { } title)
            return null;
        var (last, role) = (title.Last, title.IsHonorific ? null : Offices.RoleOf(atoms, first, title.Last));
        var office = Offices.FirstOf(atoms, first);
        while (true)
        {
            var next = last + 1;
            if (atoms[next].Key is "." && atoms[last].Key.Length <= 5)
                next++;
            if (offices.TitleAt(atoms, next) is not { } more || !atoms.SameSentence(first, next))
            {
                last = next - 1;
                break;
            }
            last = more.Last;
            role ??= more.IsHonorific ? null : Offices.RoleOf(atoms, next, more.Last);
        }
        // "the defence minister, Ann Orr,"
        if (atoms[last + 1].Key == "," && vocabulary.IsFirstName(atoms[last + 2].Key) && EndOfRun(context, last + 2) > last + 2 && atoms.SameSentence(first, last + 2))
            last++;
        var end = EndOfRun(context, last + 1);
        if (end < last + 1 || !atoms.SameSentence(first, last + 1))
            return null;
        if (atoms[first].Key == "counterpart")
            role = lastRole;
        if (end == last + 1 && !IsLikelySurname(atoms, end, title.IsHonorific || atoms[first].IsCapital))
            return null;
        return new NameMention(last + 1, end, EntityType.Person, atoms.TextOf(last + 1, end)) { Role = role, Country = states.OwnerBefore(atoms, office)?.Iso };
    }

    private NameMention? Untitled(MentionContext context, int first)
    {
        var atoms = context.Atoms;
        if (!(atoms[first].IsCapital || (Particles.Contains(atoms[first].Key) && atoms[first + 1].IsJoined)) || atoms[first].IsJoined)
            return null;
        var end = EndOfRun(context, first);
        if (end <= first)
            return SpeakerBySurname(context, first, end);
        if (offices.TitleAt(atoms, first) is not null || states.NameAt(atoms, first) is not null || states.DemonymAt(atoms, first) is not null)
            return null;
        var capitals = Enumerable.Range(first, end - first + 1).Count(k => atoms[k].IsCapital);
        if (capitals < 2)
            return null;
        if (Enumerable.Range(first, end - first + 1).Count(k => atoms[k].IsAllCapitals && atoms[k].Span.Length > 2) > 1 && !atoms[end + 1].Key.Equals("said", StringComparison.Ordinal))
            return null;
        var (role, country, apposed) = Apposition(atoms, end);
        var isGiven = vocabulary.IsFirstName(atoms[first].Key) && !(atoms[first].IsFirst && vocabulary.IsEnglishWord(atoms[first].Key) && vocabulary.IsEnglishWord(atoms[first + 1].Key));
        var speaks = Vocabulary.SpeechVerbs.Contains(atoms[end + 1].Key) || (atoms[first - 1].Key is "said" or "told" or "by" && atoms[end + 1].Key is "," or "." && atoms[first - 1].Key != "by");
        var unknown = end - first <= 2 && !atoms[first].IsFirst && atoms[first - 1].Key is not ("in" or "at" or "near" or "of" or "the" or "to" or "from" or "a" or "an")
            && Enumerable.Range(first, end - first + 1).All(k => atoms[k].Key.Length > 2 && atoms[k].IsCapital && !atoms[k].IsAllCapitals && !vocabulary.IsEnglishWord(atoms[k].Key)
                && states.OwnerAt(atoms, k) is null && states.SeatAt(atoms, k) is null)
            && gazetteer.Find(atoms.TextOf(first, end)).Count == 0 && !IsNotable(atoms, first, first) && !IsNotable(atoms, end, end);
        if (!isGiven && !apposed && !unknown && !(speaks && !IsNotable(atoms, first, end)))
            return null;
        if (!isGiven && atoms[first].IsFirst && vocabulary.IsEnglishWord(atoms[first].Key))
            return null;
        return new NameMention(first, end, EntityType.Person, atoms.TextOf(first, end)) { Role = role, Country = country };
    }

    /// <summary>"Haftar said": one unknown capitalised word that speaks.</summary>
    private NameMention? SpeakerBySurname(MentionContext context, int first, int end)
    {
        var atoms = context.Atoms;
        if (end != first || atoms[first].IsAllCapitals || vocabulary.IsEnglishWord(atoms[first].Key) || atoms[first].Key.Length < ShortestSurname + 1)
            return null;
        if (atoms[first + 1].Key is not ("said" or "told" or "added" or "tweeted" or "warned" or "insisted") || atoms[first - 1].Key is "the" or "in" or "and" or "'s")
            return null;
        if (states.OwnerAt(atoms, first) is not null || states.SeatAt(atoms, first) is not null || states.DemonymAt(atoms, first) is not null || IsNotable(atoms, first, first))
            return null;
        return new NameMention(first, first, EntityType.Person, atoms.TextOf(first, first));
    }

    /// <summary>Later mentions by surname, or by the family name that comes first ("Kim" for "Kim Jong Un").</summary>
    private IEnumerable<NameMention> Surnames(MentionContext context, List<NameMention> people)
    {
        var atoms = context.Atoms;
        var byKey = new Dictionary<string, NameMention>(StringComparer.Ordinal);
        foreach (var person in people.OrderByDescending(p => p.Last - p.First))
        {
            byKey.TryAdd(atoms[person.Last].Key, person);
            if (person.Last > person.First && atoms[person.First].Key.Length is 2 or 3 && !vocabulary.IsFirstName(atoms[person.First].Key))
                byKey.TryAdd(atoms[person.First].Key, person);
        }
        for (var i = 0; i < atoms.Count; i++)
        {
            if (!atoms[i].IsWord || !atoms[i].IsCapital || !byKey.TryGetValue(atoms[i].Key, out var person))
                continue;
            if (people.Exists(p => p.First <= i && i <= p.Last) || atoms[i + 1].IsJoined)
                continue;
            // A surname that is a place as well, after "in" or "near", is the place.
            if (atoms[i - 1].Key is "in" or "near" or "around" or "outside" && states.SeatAt(atoms, i) is not null)
                continue;
            if (context.At(i) is { Type: not EntityType.Person })
                continue;
            var first = atoms[i].IsJoined && Particles.Contains(atoms[i - 1].Key) ? i - 1 : i;
            yield return new NameMention(first, i, EntityType.Person, person.Name) { Role = person.Role, Country = person.Country };
        }
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

    /// <summary>Index of the last atom of the name that begins at an atom; less than it when none begins there.</summary>
    private int EndOfRun(MentionContext context, int first)
    {
        var atoms = context.Atoms;
        var end = first - 1;
        for (var i = first; i < first + LongestName + 2 && atoms.SameSentence(first, i); i++)
        {
            var atom = atoms[i];
            if (atom.IsJoined && i > first && end == i - 1 && !context.IsTaken(i))
            {
                end = i;
                continue;
            }
            if (context.IsTaken(i) || NotInNames.Contains(atom.Key))
                break;
            if (atom.IsWord && atom.IsCapital && !Vocabulary.IsCalendar(atom.Key) && !(i > first && (offices.TitleAt(atoms, i) is { } title && title.Last >= i && !vocabulary.IsFirstName(atom.Key))))
                end = i;
            else if (atom.Key == "." && i > first && atoms[i - 1].Span.Length == 1)
                continue;
            else if (Particles.Contains(atom.Key) && (atoms[i + 1].IsCapital || (Particles.Contains(atoms[i + 1].Key) && atoms[i + 2].IsCapital)) && !atom.IsFirst)
                continue;
            else
                break;
        }
        return end;
    }

    private bool IsLikelySurname(AtomRow atoms, int atom, bool afterCapitalTitle) =>
        !vocabulary.IsEnglishWord(atoms[atom].Key) || vocabulary.IsFirstName(atoms[atom].Key)
            ? states.OwnerAt(atoms, atom) is null && (afterCapitalTitle || !IsNotable(atoms, atom, atom))
            : afterCapitalTitle && !atoms[atom].IsFirst && states.OwnerAt(atoms, atom) is null;

    /// <summary>Whether the words name a place that a reader would think of first.</summary>
    private bool IsNotable(AtomRow atoms, int first, int last) =>
        gazetteer.Find(atoms.TextOf(first, last)).Any(m => m.Exact && (m.Place.Population > 50_000 || m.Place.Id.StartsWith("truceline", StringComparison.Ordinal)));

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
