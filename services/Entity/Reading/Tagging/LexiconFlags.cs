namespace Truceline.Entity.Reading.Tagging;

/// <summary>What word lists say of a word or phrase. The bits are part of the model's format.</summary>
[Flags]
internal enum LexiconFlags : ushort
{
    None = 0,
    FirstName = 1 << 0,
    Surname = 1 << 1,
    LargePlace = 1 << 2,
    Place = 1 << 3,
    Country = 1 << 4,
    Demonym = 1 << 5,
    Organisation = 1 << 6,
    OrganisationHead = 1 << 7,
    Title = 1 << 8,
    FacilityHead = 1 << 9,
    LocationHead = 1 << 10,
    Weapon = 1 << 11,
    Platform = 1 << 12,
    Vehicle = 1 << 13,
    Calendar = 1 << 14,

    /// <summary>A longer phrase of the lexicon begins so.</summary>
    Prefix = 1 << 15,
}
