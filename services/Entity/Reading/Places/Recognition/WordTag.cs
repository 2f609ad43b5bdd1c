namespace Truceline.Entity.Reading.Places.Recognition;

/// <summary>What the tagger takes a word for.</summary>
/// <param name="Type">Type of the span that holds it; null when none does.</param>
/// <param name="FirstWord">First word of that span.</param>
/// <param name="LastWord">Last word of that span.</param>
/// <param name="IsFirst">Whether it is the first word of the span.</param>
internal readonly record struct WordTag(EntityType? Type, int FirstWord, int LastWord, bool IsFirst)
{
    public static WordTag None { get; } = new(null, -1, -1, false);
}
