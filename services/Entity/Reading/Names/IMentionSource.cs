namespace Truceline.Entity.Reading.Names;

/// <summary>One way of finding names. Sources run in order; what an earlier one takes a later one cannot.</summary>
internal interface IMentionSource
{
    /// <summary>Mentions in the text. Thread-safe.</summary>
    IEnumerable<NameMention> Find(MentionContext context);
}
