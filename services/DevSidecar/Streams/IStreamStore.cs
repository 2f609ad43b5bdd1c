namespace Truceline.DevSidecar.Streams;

/// <summary>
/// Durable streams with consumer groups, after the model of Redis Streams: a group takes each message once and holds it as pending
/// until it is acknowledged. Thread-safe. What a method has done survives the end of the process.
/// </summary>
internal interface IStreamStore
{
    /// <summary>Appends all entries, or none.</summary>
    void Append(IReadOnlyList<StreamEntry> entries);

    /// <summary>Makes the group if it is new; it then starts before the first message of the stream.</summary>
    void OpenGroup(StreamName stream, string group);

    /// <summary>Moves up to <paramref name="max"/> messages, oldest first, from waiting to pending.</summary>
    /// <returns>Their ids; empty when nothing waits.</returns>
    IReadOnlyList<long> Take(StreamName stream, string group, int max);

    /// <summary>Ids of pending messages above <paramref name="after"/>, ascending, at most <paramref name="max"/>.</summary>
    IReadOnlyList<long> ListPending(StreamName stream, string group, long after, int max);

    /// <summary>The message, or null when it was trimmed away.</summary>
    StreamMessage? Read(long id);

    /// <summary>Takes the message off the group's pending list. Does nothing when it is not there.</summary>
    void Acknowledge(StreamName stream, string group, long id);

    /// <summary>How far the group is behind; zeros for a group that does not exist.</summary>
    GroupDepth Measure(StreamName stream, string group);

    /// <summary>How far every group is behind, in the order of topics and groups.</summary>
    IReadOnlyList<(StreamName Stream, string Group, GroupDepth Depth)> MeasureAll();

    /// <summary>
    /// Deletes what is beyond the newest <paramref name="maxLength"/> messages of its stream and neither waiting nor pending in any group.
    /// </summary>
    /// <returns>The number of messages deleted.</returns>
    int Trim(int maxLength);

    /// <summary>Whether the store answers.</summary>
    bool Answers();
}

/// <summary>The store cannot be opened; the message says why and what to do.</summary>
internal sealed class StreamStoreUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
