using System.Collections.Frozen;
using Truceline.Entity.Reading.Places;

namespace Truceline.Entity.Reading.Names;

/// <summary>Names that say by a word of their own what they name: "… Observatory for …", "… Brigade", "… airport", "the … daily".</summary>
internal sealed class NamePatterns(StateNames states, Vocabulary vocabulary, Gazetteer gazetteer) : IMentionSource
{
    private const int LongestName = 8;
    private const WordTraits Heads = WordTraits.OrganisationHead | WordTraits.ArmedHead | WordTraits.FacilityHead | WordTraits.OutletNoun;

    private static readonly FrozenSet<string> ForceWords = Set("division regiment corps guard guards command forces battalion");

    private static readonly FrozenSet<string> FacilityModifiers = Set("international military air naval border refugee displacement power nuclear army oil displaced idp main central field general");

    private static readonly FrozenSet<string> NotNames = Set("the a an this that these those his her its their our my some any each every both all other another and or but new");

    public IEnumerable<NameMention> Find(MentionContext context)
    {
        var atoms = context.Atoms;
        for (var i = 0; i < atoms.Count; i++)
        {
            if (!atoms[i].Is(Heads) || !atoms[i].IsWord)
                continue;
            if (Outlet(atoms, i) is { } outlet)
                yield return outlet;
            else if (atoms[i].IsCapital && atoms[i].Is(WordTraits.OrganisationHead | WordTraits.ArmedHead) && Organisation(atoms, i) is { } organisation)
                yield return organisation;
            else if (atoms[i].Is(WordTraits.FacilityHead) && Facility(atoms, i) is { } facility)
                yield return facility;
        }
    }

    private NameMention? Organisation(AtomRow atoms, int head)
    {
        var first = FirstOfName(atoms, head);
        var last = head;
        // "for Human Rights", "of the Red Cross", "in South Sudan"
        if (atoms[head + 1].Key is "for" or "of" or "on" && (atoms[head + 2].IsCapital || (atoms[head + 2].Key == "the" && atoms[head + 3].IsCapital)) && atoms.SameSentence(head, head + 2)
            && !(atoms[head].Is(WordTraits.ArmedHead) && vocabulary.IsFirstName(atoms[head + 2].Key)))
        {
            last = head + 2;
            while (atoms.SameSentence(head, last + 1) && last - first < LongestName
                && (IsNameAtom(atoms, last + 1) || (atoms[last + 1].Key is "and" or "of" or "the" && IsNameAtom(atoms, last + 2) && !atoms[last + 1].IsCapital && states.NameAt(atoms, last + 2) is null)))
            {
                last++;
            }
            if (!atoms[last].IsCapital)
                last--;
        }
        if (first == head && last == head && atoms[head].Is(WordTraits.ArmedHead) && IsOrdinal(atoms[head - 1].Key) && atoms.SameSentence(head - 1, head))
            return new NameMention(head - 1, head, EntityType.ArmedForce, atoms.TextOf(head - 1, head));
        if (first == head && last == head)
            return null;
        if (first == head && atoms[head].IsFirst && atoms[head].Key is "group" or "office" or "mission" or "conference" or "initiative" or "command" or "forces" or "union")
            return null;
        var name = atoms.TextOf(first, last);
        var owner = states.OwnerAt(atoms, first)?.Country.Iso;
        if (first < head && OnlyOwner(atoms, first, head) && atoms[head].Key is "front" or "group" or "office" or "mission" or "initiative" or "command" or "union")
            return null;
        if (!atoms[head].Is(WordTraits.ArmedHead))
            return new NameMention(first, last, EntityType.Organisation, name) { Country = owner };
        var isForce = IsOrdinal(atoms[first].Key) || ForceWords.Contains(atoms[head].Key) || (OnlyOwner(atoms, first, head) && atoms[head].Key == "army");
        return atoms[head].Key is "movement" or "resistance" or "command" && last == head && atoms[first].IsFirst && first == head - 1 && vocabulary.IsEnglishWord(atoms[first].Key)
            ? null
            : new NameMention(first, last, isForce ? EntityType.ArmedForce : EntityType.ArmedGroup, name) { Country = owner };
    }

    /// <summary>The first capitalised word of the name that ends in a head; the head itself when nothing capitalised precedes it.</summary>
    private int FirstOfName(AtomRow atoms, int head)
    {
        var first = head;
        while (head - first < LongestName && atoms.SameSentence(first - 1, head))
        {
            if (IsNameAtom(atoms, first - 1) || (atoms[first].IsJoined && !NotNames.Contains(atoms[first - 1].Key)))
                first--;
            else if (atoms[first - 1].Key is "of" or "for" && !atoms[first - 1].IsCapital && IsNameAtom(atoms, first - 2))
                first -= 2;
            else
                break;
        }
        // "103rd Infantry Brigade": the number is its name.
        if (first < head && atoms[head].Is(WordTraits.ArmedHead) && IsOrdinal(atoms[first - 1].Key) && atoms.SameSentence(first - 1, head))
            return first - 1;
        while (first < head && (NotNames.Contains(atoms[first].Key) || (atoms[first].IsFirst && vocabulary.IsEnglishWord(atoms[first].Key) && states.DemonymAt(atoms, first) is null && head - first > 1 && IsOpener(atoms[first].Key))))
            first++;
        return first;
    }

    private NameMention? Facility(AtomRow atoms, int head)
    {
        var stem = head;
        while (FacilityModifiers.Contains(atoms[stem - 1].Key) && atoms.SameSentence(stem - 1, head))
            stem--;
        var first = stem;
        while (stem - first < 4 && atoms.SameSentence(first - 1, head) && (IsNameAtom(atoms, first - 1) || (atoms[first].IsJoined && first < stem)))
            first--;
        while (first < stem && NotNames.Contains(atoms[first].Key))
            first++;
        if (first == stem || states.DemonymAt(atoms, first) is { } demonym && demonym.Last == stem - 1 || states.NameAt(atoms, first) is { } state && state.Last == stem - 1)
            return null;
        if (atoms[first].IsFirst && stem - first == 1 && vocabulary.IsEnglishWord(atoms[first].Key))
            return null;
        var kind = atoms.TextOf(stem, head).ToLowerInvariant();
        var name = atoms.TextOf(first, head);
        var stemName = atoms.TextOf(first, stem - 1);
        // A facility that the gazetteer does not know lies at the place that it is named after.
        var toponym = gazetteer.Find(name).Any(m => m.Exact) ? name : stemName;
        var inner = gazetteer.Find(stemName).Any(m => m.Exact && m.Place.Kind is not PlaceKind.Facility)
            ? new NameMention(first, stem - 1, EntityType.Location, stemName) { Toponym = stemName } : null;
        return new NameMention(first, head, EntityType.Facility, name) { Key = name, Kind = kind, Toponym = toponym, Inner = inner };
    }

    /// <summary>"the Hurriyet daily", "Sudan Tribune newspaper", "Interfax news agency": the name is what precedes.</summary>
    private NameMention? Outlet(AtomRow atoms, int noun)
    {
        var key = atoms[noun].Key;
        if (!atoms[noun].Is(WordTraits.OutletNoun) || atoms[noun].IsCapital)
            return null;
        var last = noun - 1;
        while (atoms[last].Key is "news" or "state" or "television" or "tv" or "radio" or "run" or "owned" or "english" or "language" && !atoms[last].IsCapital)
            last--;
        if (key is "agency" or "station" or "channel" or "website" && last == noun - 1 && key != "website" && key != "channel")
            return null;
        var first = last + 1;
        while (last - first < 4 && atoms.SameSentence(first - 1, noun) && (IsNameAtom(atoms, first - 1) || (first <= last && atoms[first].IsJoined)))
            first--;
        while (first <= last && (NotNames.Contains(atoms[first].Key) || (first < last && states.DemonymAt(atoms, first) is not null && vocabulary.IsEnglishWord(atoms[first + 1].Key) is false)))
            first++;
        if (first > last || states.DemonymAt(atoms, first)?.Last == last || Vocabulary.IsCalendar(atoms[first].Key))
            return null;
        var kind = key is "agency" ? "news agency" : key is "daily" or "newspaper" or "tabloid" or "weekly" or "magazine" ? "newspaper" : "broadcaster";
        return new NameMention(first, last, EntityType.Organisation, atoms.TextOf(first, last)) { Kind = kind };
    }

    private bool OnlyOwner(AtomRow atoms, int first, int head) => states.OwnerAt(atoms, first) is { } owner && owner.Last == head - 1;

    private static bool IsOpener(string key) => key is "in" or "on" or "at" or "by" or "after" or "before" or "when" or "while" or "since" or "as" or "from" or "with" or "if" or "but";

    private static bool IsNameAtom(AtomRow atoms, int atom) => atoms[atom].IsWord && atoms[atom].IsCapital && !atoms[atom].Is(WordTraits.Calendar);

    private static bool IsOrdinal(string key) => key is [>= '0' and <= '9', .., 's' or 'n' or 'r' or 't', 't' or 'd' or 'h'];

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
