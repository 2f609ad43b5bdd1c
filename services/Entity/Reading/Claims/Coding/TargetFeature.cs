namespace Truceline.Entity.Reading.Claims.Coding;

/// <summary>What tells whether a phrase is the target of an event. Names stand in the file of weights.</summary>
internal enum TargetFeature
{
    /// <summary>Of the choice of no phrase at all.</summary>
    None,
    NoneOfProtest,
    NoneOfRetreat,
    NoneOfTalk,
    NoneOfForce,
    NoneOfMutual,

    /// <summary>No preposition governs it.</summary>
    Direct,
    Against,
    With,
    To,
    From,
    Of,
    By,
    At,
    For,
    In,
    Into,
    OtherPreposition,

    /// <summary>It stands right after the verb that tells the event.</summary>
    Adjacent,
    Named,
    Actor,
    Owner,
    Joined,

    /// <summary>A state or its adjective.</summary>
    State,

    /// <summary>An office stands in it ("Prime Minister …").</summary>
    Office,
    First,
    Second,
    Third,

    /// <summary>A relative clause or one of time stands before it.</summary>
    Aside,

    /// <summary>It follows "if" or "unless".</summary>
    Conditional,

    /// <summary>Subject of the clause that is governed.</summary>
    InnerSubject,
    OneVerbBetween,
    MoreVerbsBetween,

    /// <summary>It shares a word with the source.</summary>
    LikeSource,

    /// <summary>"its" or "their" stands before it.</summary>
    Owned,

    /// <summary>A comma stands before it.</summary>
    AfterComma,
    InOfProtest,
    InOfForce,
    OfOfDemand,
    OwnerOfTalk,
    ByOfReject,
    PlaceOfForce,

    /// <summary>Count of the features; at most 64.</summary>
    Count,
}
