namespace Truceline.Entity.Reading.Tagging;

/// <summary>Which labels each profile knows.</summary>
internal static class ProfileLabels
{
    private static readonly ulong Names = TagLabel.SetOf(TagType.Person, TagType.Organisation, TagType.Location, TagType.Miscellaneous);
    private static readonly ulong Arms = TagLabel.SetOf(TagType.Weapon, TagType.MilitaryPlatform, TagType.Vehicle, TagType.Nationality);

    /// <summary>The labels, <see cref="TagLabel.Outside"/> among them.</summary>
    public static ulong Of(TaggingProfile profile) => profile switch
    {
        TaggingProfile.News => TagLabel.All,
        TaggingProfile.Defence => (Names | Arms) & ~TagLabel.SetOf(TagType.Miscellaneous),
        TaggingProfile.Toponyms => 1 | TagLabel.SetOf(TagType.Location),
        _ => Names,
    };
}
