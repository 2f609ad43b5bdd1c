using System.Collections.Concurrent;
using Truceline.DevSidecar.Streams;

namespace Truceline.DevSidecar.Delivery;

/// <summary>The intakes of the process, one for each group of each stream. Thread-safe.</summary>
internal sealed class GroupIntakes(StreamFeed feed) : IDisposable
{
    private readonly ConcurrentDictionary<(StreamName Stream, string Group), Lazy<GroupIntake>> _intakes = new();

    /// <summary>The one intake that all replicas of an app share. The group must exist.</summary>
    public GroupIntake Of(StreamName stream, string group) =>
        _intakes.GetOrAdd((stream, group), _ => new Lazy<GroupIntake>(() => new GroupIntake(feed, stream, group))).Value;

    public void Dispose()
    {
        foreach (var intake in _intakes.Values)
            intake.Value.Dispose();
    }
}
