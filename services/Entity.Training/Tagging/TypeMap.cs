using Truceline.Entity.Reading.Tagging;
using Truceline.Entity.Training.Tagging.Corpora;

namespace Truceline.Entity.Training.Tagging;

/// <summary>What the types of each corpus are for the model.</summary>
internal static class TypeMap
{
    private static readonly Dictionary<string, TagType> Names = new(StringComparer.Ordinal)
    {
        ["PER"] = TagType.Person,
        ["ORG"] = TagType.Organisation,
        ["LOC"] = TagType.Location,
        ["OTH"] = TagType.Miscellaneous,
        ["MISC"] = TagType.Miscellaneous,
        ["person"] = TagType.Person,
        ["politician"] = TagType.Person,
        ["writer"] = TagType.Person,
        ["musicalartist"] = TagType.Person,
        ["scientist"] = TagType.Person,
        ["researcher"] = TagType.Person,
        ["corporation"] = TagType.Organisation,
        ["group"] = TagType.Organisation,
        ["organisation"] = TagType.Organisation,
        ["politicalparty"] = TagType.Organisation,
        ["band"] = TagType.Organisation,
        ["university"] = TagType.Organisation,
        ["location"] = TagType.Location,
        ["country"] = TagType.Location,
        ["toponym"] = TagType.Location,
        ["Person"] = TagType.Person,
        ["Organisation"] = TagType.Organisation,
        ["Location"] = TagType.Location,
        ["Nationality"] = TagType.Nationality,
        ["Weapon"] = TagType.Weapon,
        ["MilitaryPlatform"] = TagType.MilitaryPlatform,
        ["Vehicle"] = TagType.Vehicle,
        ["FAC"] = TagType.Location,
        ["WEAPON"] = TagType.Weapon,
        ["PLATFORM"] = TagType.MilitaryPlatform,
        ["VEHICLE"] = TagType.Vehicle,
        ["NATIONALITY"] = TagType.Nationality,
    };

    /// <summary>The model's type; null for what is outside (re3d's times and quantities).</summary>
    public static TagType? TypeOf(Corpus corpus, string type)
    {
        if (Names.TryGetValue(type, out var known))
            return known;
        return corpus == Corpus.Re3d ? null : TagType.Miscellaneous;
    }

    public static TaggingProfile ProfileOf(Corpus corpus) => corpus switch
    {
        Corpus.UniversalNer => TaggingProfile.WebText,
        Corpus.Wikigold => TaggingProfile.Encyclopedia,
        Corpus.Wnut => TaggingProfile.SocialMedia,
        Corpus.CrossNer => TaggingProfile.Knowledge,
        Corpus.Re3d or Corpus.Own => TaggingProfile.Defence,
        Corpus.GeoVirus => TaggingProfile.Toponyms,
        _ => throw new ArgumentOutOfRangeException(nameof(corpus), corpus, "The corpus has no profile."),
    };
}
