namespace Truceline.Entity.Reading.Tagging;

/// <summary>What a span can be for the model. The order is part of the model's format.</summary>
internal enum TagType
{
    Person,
    Organisation,
    Location,

    /// <summary>Any other name (works, events, creeds, languages); known to the model so that it is not taken for one of the others.</summary>
    Miscellaneous,
    Nationality,
    Weapon,
    MilitaryPlatform,
    Vehicle,
}
