using Google.Protobuf;

namespace Truceline.Testing;

/// <summary>An event that the service handed to its sidecar.</summary>
/// <param name="Topic">Topic.</param>
/// <param name="EventId">Id that the service gave it.</param>
/// <param name="Json">The event, as the service wrote it.</param>
/// <param name="TraceParent">W3C trace context under which it was published; empty when there was none.</param>
public sealed record PublishedEvent(string Topic, string EventId, string Json, string TraceParent)
{
    /// <summary>The event as its proto.</summary>
    public T Read<T>()
        where T : IMessage<T>, new() => JsonParser.Default.Parse<T>(Json);
}
