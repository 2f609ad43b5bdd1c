namespace Truceline.ServiceDefaults.Events;

/// <summary>What came with an event.</summary>
/// <param name="EventId">Its id, at most 200 characters.</param>
/// <param name="Source">App that published it, at most 100 characters.</param>
/// <param name="Topic">Topic.</param>
public sealed record EventContext(string EventId, string Source, string Topic)
{
    private const int LongestId = 200;
    private const int LongestSource = 100;

    /// <summary>Of an event as it came. What is longer than a database keeps is known by its content hash.</summary>
    internal static EventContext Of(string eventId, string source, string topic) =>
        new(Bounded(eventId, LongestId), Bounded(source, LongestSource), topic);

    private static string Bounded(string text, int longest) =>
        text.Length <= longest && !text.Contains('\0', StringComparison.Ordinal) ? text : ContentHash.Of(text);
}
