namespace Truceline.Entity.Reading.Places;

/// <summary>Kinds of place in the gazetteer. Numbers are written to the compiled file: append, never renumber.</summary>
internal enum PlaceKind : byte
{
    Country = 0,
    Province = 1,
    District = 2,
    City = 3,
    Town = 4,
    Village = 5,
    Neighbourhood = 6,
    Facility = 7,
    Sea = 8,
    Region = 9,
    Island = 10,
    River = 11,
    Mountain = 12,
    Continent = 13,
    Road = 14,

    /// <summary>A ceasefire line, line of contact or demarcation line.</summary>
    Line = 15,
}
