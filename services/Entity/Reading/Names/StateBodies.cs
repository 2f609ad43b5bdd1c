using System.Collections.Frozen;
using Truceline.Entity.Reading.Knowledge;

namespace Truceline.Entity.Reading.Names;

/// <summary>Armed forces, governments and ministries that are named after their state: "Turkish contingents", "Syrian regime".</summary>
internal sealed class StateBodies(StateNames states) : IMentionSource
{
    /// <summary>Key of a government that is named after a person, before the surname.</summary>
    public const string RulerPrefix = "government-of:";

    private const string Forces = "forces";
    private const double OfState = 0.9;

    private static readonly FrozenSet<string> ForceModifiers = Set(
        "armed ground air naval land special security border interior military regular federal national government army defence defense peacekeeping elite riot occupation");

    private static readonly FrozenSet<string> ForceHeads = Set(
        "army military forces force troops soldiers contingent contingents police navy guards guard marines paratroopers peacekeepers servicemen commandos gendarmerie "
        + "units battalion brigade conscripts reservists infantry warships corps");

    // After these heads a noun makes the words before it an adjective: "Turkish military vehicles".
    private static readonly FrozenSet<string> AdjectiveHeads = Set("military army police navy force");

    private static readonly FrozenSet<string> Things = Set(
        "vehicle vehicles convoy convoys base bases operation operations action actions aid assistance intervention equipment hardware campaign offensive strike strikes "
        + "aircraft plane planes jet jets helicopter helicopters presence involvement support police activity exercise exercises drill drills post posts court hospital "
        + "camp camps site sites facility facilities airport airbase airfield budget cooperation ties technology supplies truck trucks academy council rule observers");

    private static readonly FrozenSet<string> RebelHeads = Set("rebels separatists insurgents militants militia militias guerrillas fighters mercenaries jihadists");

    private static readonly FrozenSet<string> GovernmentHeads = Set("government regime administration authorities cabinet junta");

    private static readonly FrozenSet<string> OrganHeads = Set("parliament legislature presidency ministry embassy");

    /// <summary>Key of the armed forces of a state.</summary>
    public static string ForcesKey(string iso) => $"force:{iso}:{Forces}";

    /// <summary>Key of the government of a state.</summary>
    public static string GovernmentKey(string iso) => "government:" + iso;

    /// <summary>The portfolio of a ministry in one spelling ("defence" for "Ministry of Defense"); null when its name holds none.</summary>
    public static string? PortfolioOf(AtomRow atoms, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (atoms[i].Is(WordTraits.Portfolio))
                return atoms[i].Key switch { "defense" => "defence", "internal" => "interior", "emergencies" => "emergency", var key => key };
        }
        return null;
    }

    /// <summary>The ministry of a state.</summary>
    public static NameMention Ministry(NameMention mention, string iso, string portfolio) => mention with
    {
        Country = iso,
        Key = $"ministry:{iso}:{portfolio}",
        KnowledgeId = portfolio is "foreign" or "defence" or "interior" ? KnowledgeBase.MinistryOf(iso, portfolio) : null,
        Score = OfState,
    };

    public IEnumerable<NameMention> Find(MentionContext context)
    {
        var atoms = context.Atoms;
        for (var i = 0; i < atoms.Count; i++)
        {
            if (!MayOpen(atoms, i))
                continue;
            if (Ministry(atoms, i) is { } ministry)
            {
                yield return ministry;
                i = ministry.Last;
            }
            else if (atoms[i].IsCapital && states.OwnerAt(atoms, i) is { } owner && Body(atoms, i, owner.Last + 1, owner.Country.Iso) is { } body)
            {
                yield return states.NameAt(atoms, i) is { } state && state.Last <= owner.Last
                    ? body with { Inner = Toponyms.State(atoms, i, state.Last, state.Country) } : body;
                i = body.Last;
            }
            else if (Shared(atoms, i) is { } shared)
            {
                yield return shared;
                i = shared.Last;
            }
            else if (Rebels(atoms, i) is { } rebels)
            {
                yield return rebels;
                i = rebels.Last;
            }
            else if (states.SeatAt(atoms, i) is { } seat && Government(atoms, i, seat.Last + 1, seat.Country.Iso) is { } government)
            {
                yield return government;
                i = government.Last;
            }
            else if (OfRuler(atoms, i) is { } ruled)
            {
                yield return ruled;
                i = ruled.Last;
            }
        }
    }

    /// <summary>Names of states and rulers have a capital in their first two words; a ministry may be written small.</summary>
    private static bool MayOpen(AtomRow atoms, int atom) =>
        atoms[atom].IsWord && (atoms[atom].IsCapital || atoms[atom + 1].IsCapital || atoms[atom].Is(WordTraits.Portfolio));

    private NameMention? Body(AtomRow atoms, int first, int next, string iso)
    {
        if (!atoms.SameSentence(first, next))
            return null;
        if (Government(atoms, first, next, iso) is { } government)
            return government;
        if (OrganHeads.Contains(atoms[next].Key))
            return Organ(atoms, first, next, iso, atoms[next].Key);
        if (Ministry(atoms, next) is { } ministry)
            return Ministry(ministry with { First = first, Name = atoms.TextOf(first, ministry.Last) }, iso, PortfolioOf(atoms, next, ministry.Last) ?? atoms[next].Key);
        var head = next;
        while (ForceModifiers.Contains(atoms[head].Key) && (ForceHeads.Contains(atoms[head + 1].Key) || ForceModifiers.Contains(atoms[head + 1].Key)) && atoms.SameSentence(next, head + 1))
            head++;
        if (!ForceHeads.Contains(atoms[head].Key))
            return null;
        if (AdjectiveHeads.Contains(atoms[head].Key) && Things.Contains(atoms[head + 1].Key) && atoms.SameSentence(head, head + 1))
            return null;
        var family = Family(string.Join(' ', Enumerable.Range(next, head - next + 1).Select(k => atoms[k].Key)));
        return new NameMention(first, head, EntityType.ArmedForce, atoms.TextOf(first, head))
        {
            Key = family == Forces ? ForcesKey(iso) : $"force:{iso}:{family}",
            Kind = "armed force",
            Country = iso,
            KnowledgeId = family == Forces ? KnowledgeBase.ForcesOf(iso) : null,
            Score = OfState,
            How = MentionKind.Nominal,
        };
    }

    /// <summary>"Indian and Pakistani troops": the first adjective stands for its own state's forces as well, also with a number before the second.</summary>
    private NameMention? Shared(AtomRow atoms, int first)
    {
        if (!atoms[first].IsCapital || states.DemonymAt(atoms, first) is not { } one || atoms[one.Last + 1].Key is not ("and" or "or" or ","))
            return null;
        var next = one.Last + (atoms[one.Last + 1].Key == "," && atoms[one.Last + 2].Key is "and" ? 3 : 2);
        next = atoms[next].Kind == Text.TokenKind.Number ? next + 1 : next;
        if (!atoms[next].IsCapital || states.DemonymAt(atoms, next) is not { } other || other.Country.Iso == one.Country.Iso || !atoms.SameSentence(first, other.Last + 1)
            || (Body(atoms, next, other.Last + 1, other.Country.Iso) ?? Shared(atoms, next)) is not { Type: EntityType.ArmedForce, KnowledgeId: not null })
            return null;
        return new NameMention(first, one.Last, EntityType.ArmedForce, atoms.TextOf(first, one.Last))
        {
            Key = ForcesKey(one.Country.Iso),
            Kind = "armed force",
            Country = one.Country.Iso,
            KnowledgeId = KnowledgeBase.ForcesOf(one.Country.Iso),
            Score = OfState,
            How = MentionKind.Nominal,
        };
    }

    /// <summary>Words of one meaning share a key: army, military, troops and forces of a state are its armed forces.</summary>
    private static string Family(string words) => words switch
    {
        "army" or "military" or "troops" or "forces" or "armed forces" or "soldiers" or "army troops" or "army forces" or "military forces" or "ground forces"
            or "army soldiers" or "servicemen" or "units" or "army units" or "military units" => Forces,
        _ => words,
    };

    private static NameMention? Government(AtomRow atoms, int first, int next, string iso)
    {
        if (!GovernmentHeads.Contains(atoms[next].Key) || !atoms.SameSentence(first, next) || atoms[next].IsJoined)
            return null;
        // "government forces" after a demonym are forces, and the government is not what is named.
        if (atoms[next].Key == "government" && ForceHeads.Contains(atoms[next + 1].Key))
            return null;
        return new NameMention(first, next, EntityType.Organisation, atoms.TextOf(first, next))
        {
            Key = GovernmentKey(iso),
            Kind = "government",
            Country = iso,
            KnowledgeId = KnowledgeBase.GovernmentOf(iso),
            Score = OfState,
            How = MentionKind.Nominal,
        };
    }

    /// <summary>"Syrian rebels", "Russian-backed separatists": a group known by its state or its backer.</summary>
    private NameMention? Rebels(AtomRow atoms, int first)
    {
        if ((states.DemonymAt(atoms, first) ?? states.NameAt(atoms, first)) is not { } state)
            return null;
        var backed = atoms[state.Last + 1].IsJoined && atoms[state.Last + 1].Key is "backed" or "led";
        var next = state.Last + (backed ? 2 : 1);
        if (!RebelHeads.Contains(atoms[next].Key) || !atoms.SameSentence(first, next))
            return null;
        return new NameMention(first, next, EntityType.ArmedGroup, atoms.TextOf(first, next))
        {
            Kind = "armed group",
            Country = backed ? null : state.Country.Iso,
            Score = OfState,
            How = MentionKind.Nominal,
        };
    }

    /// <summary>"Maduro government": the state is known once the person is.</summary>
    private static NameMention? OfRuler(AtomRow atoms, int first) =>
        atoms[first].IsWord && atoms[first].IsCapital && !atoms[first].IsFirst && atoms[first + 1].Key is "regime" or "government" or "administration" && !atoms[first + 1].IsJoined
            && atoms[first].Key is not ("the" or "new" or "interim" or "transitional" or "federal" or "national")
            && atoms[first].IsCapital && atoms.SameSentence(first, first + 1)
            ? new NameMention(first, first + 1, EntityType.Organisation, atoms.TextOf(first, first + 1)) { Key = RulerPrefix + atoms[first].Key, Kind = "government", How = MentionKind.Nominal }
            : null;

    private static NameMention Organ(AtomRow atoms, int first, int last, string iso, string organ) =>
        new(first, last, EntityType.Organisation, atoms.TextOf(first, last)) { Key = $"{organ}:{iso}", Kind = organ, Country = iso, Score = OfState };

    /// <summary>"Defence Ministry", "Ministry of Foreign Affairs".</summary>
    private NameMention? Ministry(AtomRow atoms, int first)
    {
        if (atoms[first].Key == "ministry" && atoms[first].IsCapital && atoms[first + 1].Key is "of" or "for" && atoms[first + 2].IsCapital)
        {
            var last = first + 2;
            while ((atoms[last + 1].IsCapital || (atoms[last + 1].Key == "and" && atoms[last + 2].IsCapital && atoms[last + 2].Is(WordTraits.Portfolio)))
                && atoms.SameSentence(first, last + 1) && states.DemonymAt(atoms, last + 1) is null)
            {
                last++;
            }
            return new NameMention(first, last, EntityType.Organisation, atoms.TextOf(first, last)) { Kind = "ministry" };
        }
        var end = first;
        while (atoms[end].Is(WordTraits.Portfolio) && end < first + 3)
            end++;
        return end > first && atoms[end].Key == "ministry" && atoms.SameSentence(first, end) && (atoms[end].IsCapital || states.OwnerBefore(atoms, first) is not null)
            ? new NameMention(first, end, EntityType.Organisation, atoms.TextOf(first, end)) { Kind = "ministry" }
            : null;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
