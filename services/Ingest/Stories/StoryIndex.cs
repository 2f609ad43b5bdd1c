using System.Collections.Concurrent;
using Truceline.Ingest.Stories.Signatures;

namespace Truceline.Ingest.Stories;

/// <summary>What this replica knows of the stories of the window: the index of signatures, which stories were joined, and how far it has read. Safe for many threads.</summary>
internal sealed class StoryIndex(INearDuplicateIndex near)
{
    private readonly ConcurrentDictionary<string, string> _joined = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _sequence;

    /// <summary>The index of signatures.</summary>
    internal INearDuplicateIndex Near => near;

    /// <summary>Ends when all that was stored at the start has been read.</summary>
    internal Task Loaded => _loaded.Task;

    /// <summary>All reports up to this number have been read.</summary>
    internal long Sequence => Interlocked.Read(ref _sequence);

    /// <summary>The story that a story has become part of; itself when it has not.</summary>
    internal string Resolve(string story)
    {
        while (_joined.TryGetValue(story, out var into))
        {
            story = into;
        }

        return story;
    }

    /// <summary>Notes that a story has become part of another one.</summary>
    internal void Join(string story, string into)
    {
        if (story != into)
        {
            _joined[story] = into;
        }
    }

    /// <summary>Notes that all reports up to a number have been read.</summary>
    internal void Advance(long sequence)
    {
        for (var known = Sequence; known < sequence; known = Sequence)
        {
            Interlocked.CompareExchange(ref _sequence, sequence, known);
        }
    }

    /// <summary>Notes that all that was stored at the start has been read.</summary>
    internal void EndLoading() => _loaded.TrySetResult();

    /// <summary>Notes that it won't be read any more, since the service stops.</summary>
    internal void GiveUp() => _loaded.TrySetException(new Grpc.Core.RpcException(new Grpc.Core.Status(Grpc.Core.StatusCode.Unavailable, "The service stops.")));
}
