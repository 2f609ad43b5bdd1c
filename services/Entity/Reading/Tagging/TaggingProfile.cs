namespace Truceline.Entity.Reading.Tagging;

/// <summary>
/// Whose guidelines the tags follow: corpora disagree about determiners, nominal mentions and adjectives. All profiles share the model's
/// hidden layer; each has its own output. The order is part of the model's format.
/// </summary>
internal enum TaggingProfile
{
    /// <summary>Proper names in running news, and weapons, platforms and vehicles also as common nouns: what the product reads by.</summary>
    News,

    /// <summary>Universal NER, English web treebank: names without determiners.</summary>
    WebText,

    /// <summary>Wikigold: names in Wikipedia.</summary>
    Encyclopedia,

    /// <summary>WNUT 2017: names in social media.</summary>
    SocialMedia,

    /// <summary>CrossNER: names in five fields of knowledge.</summary>
    Knowledge,

    /// <summary>re3d: names and nominal mentions with their determiners.</summary>
    Defence,

    /// <summary>GeoVirus: toponyms only, metonyms included, adjectives not.</summary>
    Toponyms,
}
