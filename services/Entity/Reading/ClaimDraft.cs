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
}

/// <summary>The classes that claims carry: PLOVER-like event types with a mode, and classes of commitment. Lower case with underscores.</summary>
internal static class ClaimClasses
{
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

    // Denials and statements
    public const string NoMilitaryAction = "no_military_action";
    public const string DenyEvent = "deny";
    public const string Say = "say";
    public const string Warn = "warn";
    public const string Accuse = "accuse";
    public const string Demand = "demand";
}
