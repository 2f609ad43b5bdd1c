namespace Truceline.Entity.Reading;

/// <summary>What sort of assertion a claim is. A promise is never a deed.</summary>
internal enum ClaimKind
{
    Event,
    Statement,
    Commitment,
    Denial,
}

/// <summary>How the text asserts it.</summary>
internal enum AssertionMode
{
    Asserted,
    Negated,
    Hypothetical,
    Conditional,
    Planned,
    Promised,
    Historical,
    Threatened,
}

/// <summary>How one claim stands to another.</summary>
internal enum ClaimRelation
{
    /// <summary>It denies what the other says.</summary>
    Denies,

    /// <summary>It promises what the other tells as done or denied.</summary>
    Promises,

    /// <summary>It is the deed by which the promise is kept.</summary>
    Fulfils,

    /// <summary>It is the deed by which the promise is broken.</summary>
    Breaches,

    /// <summary>Both concern one matter, without telling which way.</summary>
    SameMatter,

    /// <summary>It must come first for the other to hold.</summary>
    ConditionOf,
}

/// <summary>What names a claim within its reading.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Class">Its class.</param>
/// <param name="Evidence">Its evidence.</param>
internal readonly record struct ClaimKey(ClaimKind Kind, string Class, TextSpan Evidence);

/// <summary>A tie from one claim to another of the same reading.</summary>
/// <param name="Relation">How it stands to the other.</param>
/// <param name="Target">The other.</param>
internal sealed record ClaimLink(ClaimRelation Relation, ClaimKey Target);

/// <summary>A count of people as the text has it.</summary>
/// <param name="Low">At least so many.</param>
/// <param name="High">At most so many; null when the text sets no upper limit ("over 30").</param>
/// <param name="Span">The characters that say it.</param>
internal sealed record CountRange(int Low, int? High, TextSpan Span);

/// <summary>One who said a claim or passed it on.</summary>
/// <param name="Source">Entity; null when the text names none.</param>
/// <param name="Name">Name, or the noun phrase of an unnamed one ("Western diplomat"), as the text has it.</param>
/// <param name="Verb">Infinitive of the verb of saying; "according" for whose report it is.</param>
/// <param name="Span">The characters that name it.</param>
internal sealed record AttributionLink(string? Source, string Name, string Verb, TextSpan Span);

/// <summary>A word in dispute, which is the speaker's and not the report's.</summary>
/// <param name="Word">The word, as the text has it.</param>
/// <param name="SaidBy">Entity that uses it, in a quotation or in reported speech; null when it is the report's own word or the text names nobody.</param>
/// <param name="Span">Where it stands.</param>
internal sealed record DisputedTerm(string Word, string? SaidBy, TextSpan Span)
{
    /// <summary>Who uses it, as the text has it ("a Western diplomat"); null when it is the report's own word, which is its outlet's.</summary>
    public string? Name { get; init; }
}

/// <summary>One assertion taken from a text. Actors, place, speaker and source are ids of the reading's entities.</summary>
/// <param name="Kind">What sort of assertion.</param>
/// <param name="Class">See <see cref="ClaimClasses"/>.</param>
/// <param name="Evidence">The clause that says it, without the reporting frame ("he added") and without final punctuation.</param>
/// <param name="Mode">How it is asserted.</param>
/// <param name="Confidence">Share of belief that the text says this, in (0, 1].</param>
/// <param name="Rule">Name of the rule that made it, stable across versions where the rule is.</param>
internal sealed record ClaimDraft(ClaimKind Kind, string Class, TextSpan Evidence, AssertionMode Mode, double Confidence, string Rule)
{
    /// <summary>Those who did it, promised it or met.</summary>
    public IReadOnlyList<string> Actors { get; init; } = [];

    /// <summary>Those to whom it was done.</summary>
    public IReadOnlyList<string> Targets { get; init; } = [];

    /// <summary>The noun phrases of those who did it, as the text has them, without article; named or not ("gunmen").</summary>
    public IReadOnlyList<string> ActorPhrases { get; init; } = [];

    /// <summary>The noun phrases of those to whom it was done, as the text has them.</summary>
    public IReadOnlyList<string> TargetPhrases { get; init; } = [];

    /// <summary>What it is about: weapons, forces, roads, the zone, as the text has it; null when not given.</summary>
    public string? Object { get; init; }

    /// <summary>Entities named in the object (weapons, groups, towns at the ends of a road).</summary>
    public IReadOnlyList<string> ObjectEntities { get; init; } = [];

    /// <summary>Where; for a commitment the area to which it applies.</summary>
    public string? Place { get; init; }

    /// <summary>When it happened or was said; null when the text does not tell.</summary>
    public DateMention? Date { get; init; }

    /// <summary>By when it must be done; commitments only.</summary>
    public DateMention? Deadline { get; init; }

    /// <summary>Figures that belong to it.</summary>
    public IReadOnlyList<QuantityMention> Quantities { get; init; } = [];

    /// <summary>Who says it, when the text quotes or reports somebody.</summary>
    public string? Speaker { get; init; }

    /// <summary>Whose report it is ("according to the … daily"), when not a speaker's own words.</summary>
    public string? Source { get; init; }

    /// <summary>The evidence is a direct quotation.</summary>
    public bool IsQuote { get; init; }

    /// <summary>A standing fact, a trend or a total of a whole conflict; never an incident.</summary>
    public bool Background { get; init; }

    /// <summary>Several happenings over a period, told together; never one event.</summary>
    public bool Repeated { get; init; }

    /// <summary>How many were killed; null when the text gives no number, never 0 for unknown.</summary>
    public CountRange? Fatalities { get; init; }

    /// <summary>How many were hurt; null when the text gives no number.</summary>
    public CountRange? Injured { get; init; }

    /// <summary>Who said it, then who reported that, up to the publisher; empty when the report speaks for itself. Speaker and source are its first two.</summary>
    public IReadOnlyList<AttributionLink> Chain { get; init; } = [];

    /// <summary>Ties to other claims of the same reading.</summary>
    public IReadOnlyList<ClaimLink> Links { get; init; } = [];

    /// <summary>Weapons and platforms with which it was done.</summary>
    public IReadOnlyList<string> Instruments { get; init; } = [];

    /// <summary>Words in dispute, kept as said by whom.</summary>
    public IReadOnlyList<DisputedTerm> Terms { get; init; } = [];

    /// <summary>How it reads in PLOVER and ACLED; null for what neither codes.</summary>
    public Claims.Coding.EventCoding? Coding { get; init; }

    /// <summary>What is promised or agreed, part by part; commitments only, null where the text does not tell enough.</summary>
    public Agreements.ObligationDraft? Obligation { get; init; }

    /// <summary>What names it within its reading.</summary>
    public ClaimKey Key => new(Kind, Class, Evidence);
}

/// <summary>The classes that claims carry: PLOVER-like event types with a mode, and classes of commitment. Lower case with underscores.</summary>
internal static class ClaimClasses
{
    /// <summary>All of them.</summary>
    public static IReadOnlySet<string> All { get; } =
        typeof(ClaimClasses).GetFields().Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!).ToHashSet(StringComparer.Ordinal);

    // Commitments
    public const string CreateZone = "create_zone";
    public const string WithdrawForces = "withdraw_forces";
    public const string WithdrawWeapons = "withdraw_weapons";
    public const string Patrol = "patrol";
    public const string RestoreTransit = "restore_transit";
    public const string CeaseFire = "cease_fire";
    public const string Monitor = "monitor";
    public const string Refrain = "refrain";
    public const string HumanitarianAccess = "humanitarian_access";
    public const string ExchangePrisoners = "exchange_prisoners";
    public const string Demine = "demine";
    public const string OtherCommitment = "commit";

    // Events
    public const string AssaultAerial = "assault_aerial";
    public const string AssaultShelling = "assault_shelling";
    public const string AssaultArmed = "assault_armed";
    public const string AssaultExplosive = "assault_explosive";
    public const string MobilizeTroops = "mobilize_troops";
    public const string RetreatWithdraw = "retreat_withdraw";
    public const string RestrictMovement = "restrict_movement";
    public const string Meeting = "meeting";
    public const string Agreement = "agreement";
    public const string DisplacePeople = "displace_people";
    public const string Detain = "detain";
    public const string AidDelivery = "aid_delivery";
    public const string Release = "release";
    public const string Loot = "loot";

    // Denials and statements
    public const string NoMilitaryAction = "no_military_action";
    public const string DenyEvent = "deny";
    public const string Say = "say";
    public const string Warn = "warn";
    public const string Accuse = "accuse";
    public const string Demand = "demand";
    public const string Threaten = "threaten";
    public const string Refuse = "refuse";

    // Standing facts
    public const string Holds = "holds";
    public const string Backs = "backs";
    public const string Guarantees = "guarantees";
    public const string Opposes = "opposes";
    public const string Displaced = "displaced";
    public const string Trend = "trend";
    public const string Total = "total";
}
