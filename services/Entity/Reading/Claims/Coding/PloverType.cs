namespace Truceline.Entity.Reading.Claims.Coding;

/// <summary>
/// What sort of event: PLOVER's classes as first published, in which annotated sentences are coded. Four of them are modes of others in its code book
/// of today: see <see cref="PloverTypes.Current"/>.
/// </summary>
internal enum PloverType
{
    /// <summary>Agrees or promises to cooperate.</summary>
    Agree,

    /// <summary>Meets, visits, talks, mediates.</summary>
    Consult,

    /// <summary>Praises, recognises, signs.</summary>
    Support,

    /// <summary>Cooperates in deed: trade, intelligence, exercises.</summary>
    Cooperate,

    /// <summary>Gives aid, asylum or peacekeepers.</summary>
    Aid,

    /// <summary>Gives way to its own people: reforms, lifts a curfew.</summary>
    Concede,

    /// <summary>Gives way in force or hold: withdraws, releases, disarms, lets in, resigns.</summary>
    Retreat,

    /// <summary>Looks into something.</summary>
    Investigate,

    /// <summary>Asks or orders another to do something.</summary>
    Demand,

    /// <summary>Criticises, accuses, sues.</summary>
    Disapprove,

    /// <summary>Refuses.</summary>
    Reject,

    /// <summary>Threatens or warns.</summary>
    Threaten,

    /// <summary>Civilians demonstrate, strike, block, riot.</summary>
    Protest,

    /// <summary>Reduces relations, aid, trade or talks.</summary>
    Sanction,

    /// <summary>Shows or readies forces, police or arms.</summary>
    Mobilize,

    /// <summary>Represses: arrests, bans, seizes, deports.</summary>
    Coerce,

    /// <summary>Violence with means other than those of regular forces, or against people.</summary>
    Assault,

    /// <summary>Force of arms between forces, or by heavy weapons and aircraft.</summary>
    Fight,
}

/// <summary>Names of PLOVER's types.</summary>
internal static class PloverTypes
{
    /// <summary>The name in the first edition, upper case, e.g. "DISAPPROVE".</summary>
    public static string Name(this PloverType type) => type.ToString().ToUpperInvariant();

    /// <summary>The name in the code book of 2021: of sixteen types, e.g. "ACCUSE" for <see cref="PloverType.Disapprove"/>.</summary>
    /// <param name="type">The type.</param>
    /// <param name="mode">Its mode; abduction moved from one type to another.</param>
    public static string Current(this PloverType type, string? mode = null) => type switch
    {
        PloverType.Demand => "REQUEST",
        PloverType.Disapprove or PloverType.Investigate => "ACCUSE",
        PloverType.Fight => "ASSAULT",
        PloverType.Coerce when mode == "abduct" => "ASSAULT",
        _ => type.Name(),
    };

    /// <summary>Whether it gives something: what is promised when it is to come, and missed when it ends.</summary>
    public static bool IsFriendly(this PloverType type) => type <= PloverType.Investigate;
}
