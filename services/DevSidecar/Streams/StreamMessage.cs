namespace Truceline.DevSidecar.Streams;

/// <summary>What is appended to a stream: the payload as published (an envelope, unless raw) and the request's metadata.</summary>
internal sealed record StreamEntry(StreamName Stream, ReadOnlyMemory<byte> Data, IReadOnlyDictionary<string, string> Metadata);

/// <summary>An entry in its stream. The id grows with every append over all streams, and is never used twice.</summary>
internal sealed record StreamMessage(long Id, StreamName Stream, ReadOnlyMemory<byte> Data, IReadOnlyDictionary<string, string> Metadata);

/// <summary>How far a consumer group is behind.</summary>
/// <param name="Pending">Taken, not acknowledged.</param>
/// <param name="Waiting">Not yet taken.</param>
internal readonly record struct GroupDepth(long Pending, long Waiting);
