namespace Truceline.Entity.Reading.Tagging;

/// <summary>A run of tokens that the tagger takes for a mention.</summary>
/// <param name="FirstToken">Index of its first token in the text's tokens.</param>
/// <param name="TokenCount">Number of its tokens; at least 1.</param>
/// <param name="Type">Person, Organisation, Location, Facility, Weapon, MilitaryPlatform, Vehicle or Nationality.</param>
/// <param name="Confidence">The model's belief in its least certain token, in (0, 1].</param>
internal readonly record struct TaggedSpan(int FirstToken, int TokenCount, EntityType Type, float Confidence)
{
    /// <summary>Index one past its last token.</summary>
    public int EndToken => FirstToken + TokenCount;
}
