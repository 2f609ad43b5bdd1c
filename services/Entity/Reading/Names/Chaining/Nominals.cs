using System.Collections.Frozen;
using Truceline.Entity.Reading.Knowledge;

namespace Truceline.Entity.Reading.Names.Chaining;

/// <summary>
/// Common nouns that stand for what the text has named ("the group", "the ministry"), and offices that stand for a person ("the Turkish
/// president"): by the text, and for offices of state by who held them on the report's date. No link where two fit.
/// </summary>
internal sealed class Nominals(StateNames states, KnowledgeBase knowledge)
{
    private const double ByText = 0.75;
    private const double ByDate = 0.65;

    private static readonly FrozenSet<string> Determiners = Set("the this that");
    private static readonly FrozenSet<string> Adjectives = Set("armed rebel militant islamist jihadist paramilitary guerrilla separatist extremist");
    private static readonly FrozenSet<string> TitleWords = Set("foreign defence defense prime interior supreme special peace chief secretary army rebel militia");
    private static readonly FrozenSet<string> NotCurrent = Set("former ex late then deputy vice acting incoming outgoing new next every no any a an each previous");

    /// <summary>Mentions by nouns; they may hold a nationality that is a mention itself.</summary>
    public IEnumerable<NameMention> Find(MentionContext context)
    {
        var atoms = context.Atoms;
        var antecedents = new Antecedents(context);
        for (var i = 1; i < atoms.Count; i++)
        {
            if (!atoms[i].Is(WordTraits.NominalHead) || atoms[i].IsCapital || atoms[i].IsJoined || context.IsTaken(i) || atoms[i + 1].IsJoined || atoms[i + 1].Key is "of" or "for" or "in")
                continue;
            if ((NominalNouns.IsPerson(atoms[i].Key) ? OfPerson(context, antecedents, i) : OfBody(context, antecedents, i)) is { } mention)
                yield return mention;
        }
    }

    private static NameMention? OfBody(MentionContext context, Antecedents antecedents, int head)
    {
        var atoms = context.Atoms;
        var first = head - 1;
        if (Adjectives.Contains(atoms[first].Key))
            first--;
        // "the group leader", "the army base": the noun is part of another.
        if (!Determiners.Contains(atoms[first].Key) || !atoms.SameSentence(first, head) || IsNounAfter(context, head))
            return null;
        var key = atoms[head].Key;
        var singular = atoms[head].Word.Singular ?? key;
        var found = NominalNouns.IsGovernment(key) ? antecedents.Only(first, m => m.Kind == "government" && (m.How == MentionKind.Nominal || m.KnowledgeId is not null))
            : NominalNouns.IsForce(key) ? antecedents.Only(first, m => IsForce(m, singular, key))
            : null;
        if (found is null && NominalNouns.IsBody(key))
            found = antecedents.Only(first, m => m.Type is EntityType.Organisation or EntityType.ArmedForce && Says(atoms, m, singular));
        if (found is null && NominalNouns.IsGroup(key))
        {
            // "the rebels" far from any group may be rebels at large.
            found = antecedents.Only(first, m => m.Type == EntityType.ArmedGroup, isNearOnly: true)
                ?? antecedents.Only(first, m => m.Type == EntityType.ArmedGroup && Says(atoms, m, singular));
        }

        return found is null ? null : found with { First = first, Last = head, Inner = null, How = MentionKind.Nominal, Source = MentionSource.Context, Score = ByText };
    }

    private static bool IsForce(NameMention mention, string singular, string key) => key is "mission" or "peacekeepers"
        ? mention.Kind is { } kind && kind.EndsWith("mission", StringComparison.Ordinal)
        : mention.Type == EntityType.ArmedForce && mention.Kind == "armed force"
            || (key is "force" or "forces" && mention.Type == EntityType.ArmedGroup && mention.Name.Contains(singular, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the name, the kind or the words of a mention hold the noun.</summary>
    private static bool Says(AtomRow atoms, NameMention mention, string noun) =>
        mention.Name.Contains(noun, StringComparison.OrdinalIgnoreCase) || mention.Kind?.Contains(noun, StringComparison.OrdinalIgnoreCase) == true
        || atoms[mention.Last].Key == noun || (noun is "newspaper" or "daily" && mention.Kind == "newspaper") || (noun == "broadcaster" && mention.Kind == noun);

    private NameMention? OfPerson(MentionContext context, Antecedents antecedents, int head)
    {
        var atoms = context.Atoms;
        var title = head;
        while (TitleWords.Contains(atoms[title - 1].Key) && !atoms[title].IsJoined)
            title--;
        var owner = states.OwnerBefore(atoms, title);
        var first = owner is null ? title - 1 : FirstOfOwner(atoms, title);
        var before = owner is not null && atoms[first - 1].Key == "the" ? first - 1 : first;
        if ((owner is null && !Determiners.Contains(atoms[first].Key)) || NotCurrent.Contains(atoms[before - 1].Key) || !atoms.SameSentence(first, head))
            return null;
        // "the Turkish president, Recep Tayyip Erdogan": the name beside it says who it is.
        var next = atoms[head + 1].Key == "," ? head + 2 : head + 1;
        if (context.At(next) is { Type: EntityType.Person } || (next == head + 1 && (atoms[next].IsCapital || IsNounAfter(context, head))))
            return null;
        var words = atoms.TextOf(title, head);
        var found = antecedents.Only(before, m => m.Type == EntityType.Person && m.Role is { } role && (owner is null || m.Country == owner.Iso) && IsOffice(role, words, owner is not null));
        if (found is not null)
            return found with { First = before, Last = head, How = MentionKind.Title, Source = MentionSource.Context, Score = ByText };
        if (owner is null || KindOf(words) is not { } kind || Holder(owner.Iso, kind, context.Header.Reference) is not { } holder)
            return null;
        return new NameMention(before, head, EntityType.Person, holder.Name)
        {
            Key = holder.Name,
            Country = owner.Iso,
            KnowledgeId = holder.Id,
            How = MentionKind.Title,
            Source = MentionSource.Knowledge,
            Score = ByDate,
        };
    }

    private KnownEntity? Holder(string iso, OfficeKind? kind, DateOnly day)
    {
        if (kind is { } office && office != OfficeKind.Leader)
            return knowledge.HolderOn(iso, office, day);
        // "the … leader" is who rules: no guess where a head of state stands beside a head of government of another name.
        var (state, government, leader) = (knowledge.HolderOn(iso, OfficeKind.HeadOfState, day), knowledge.HolderOn(iso, OfficeKind.HeadOfGovernment, day), knowledge.HolderOn(iso, OfficeKind.Leader, day));
        var titled = knowledge.OfficesOf(iso).Where(o => o.Kind is OfficeKind.HeadOfState or OfficeKind.HeadOfGovernment && o.Titles.Contains("leader")).Select(o => o.HolderOn(day)?.PersonId).OfType<string>().Distinct().ToList();
        return titled.Count == 1 ? knowledge.WithId(titled[0]) : state is null && government is null ? leader : null;
    }

    private static bool IsOffice(string role, string words, bool hasOwner)
    {
        if (role.EndsWith(words, StringComparison.OrdinalIgnoreCase))
            return !role.StartsWith("deputy", StringComparison.OrdinalIgnoreCase) && !role.StartsWith("former", StringComparison.OrdinalIgnoreCase) && !role.StartsWith("vice", StringComparison.OrdinalIgnoreCase);
        return words.Equals("leader", StringComparison.OrdinalIgnoreCase) && hasOwner && (role is "President" or "Prime Minister" or "Chancellor" or "Premier" or "Supreme Leader");
    }

    private static OfficeKind? KindOf(string words) => words.ToLowerInvariant() switch
    {
        "president" => OfficeKind.HeadOfState,
        "prime minister" or "premier" or "chancellor" => OfficeKind.HeadOfGovernment,
        "foreign minister" => OfficeKind.ForeignMinister,
        "defence minister" or "defense minister" => OfficeKind.DefenceMinister,
        "leader" or "supreme leader" => OfficeKind.Leader,
        _ => null,
    };

    private int FirstOfOwner(AtomRow atoms, int title)
    {
        for (var first = title - 1; first >= Math.Max(0, title - 4); first--)
        {
            if (states.OwnerAt(atoms, first) is { } owner && owner.Last == title - 1)
                return first;
        }
        return title - 1;
    }

    private static bool IsNounAfter(MentionContext context, int head)
    {
        var atoms = context.Atoms;
        return context.IsTaken(head + 1) && atoms[head + 1].IsCapital || atoms[head + 1].Key is "leader" or "leaders" or "commander" or "base" or "bases" or "chief" or "spokesman" or "spokeswoman"
            or "official" or "officials" or "fighters" or "members" or "headquarters" or "council" or "convoy" or "vehicles" or "operation" or "forces" or "troops" or "positions";
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
