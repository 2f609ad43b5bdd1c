namespace Truceline.Entity.Reading.Tagging;

/// <summary>What the model's types are outside of it.</summary>
internal static class TagTypes
{
    /// <summary>The type of entity; null for names that are none of ours.</summary>
    public static EntityType? ToEntityType(TagType type) => type switch
    {
        TagType.Person => EntityType.Person,
        TagType.Organisation => EntityType.Organisation,
        TagType.Location => EntityType.Location,
        TagType.Nationality => EntityType.Nationality,
        TagType.Weapon => EntityType.Weapon,
        TagType.MilitaryPlatform => EntityType.MilitaryPlatform,
        TagType.Vehicle => EntityType.Vehicle,
        _ => null,
    };
}
