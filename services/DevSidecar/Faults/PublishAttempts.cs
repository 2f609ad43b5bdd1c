namespace Truceline.DevSidecar.Faults;

/// <summary>
/// How often an app has published each event, while rules are in force and since the process started. Knows the latest
/// <paramref name="capacity"/> events; an older one counts anew. Thread-safe.
/// </summary>
internal sealed class PublishAttempts(int capacity = 100_000)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<FaultTarget, int> _counts = [];
    private readonly Queue<FaultTarget> _oldestFirst = new();

    /// <summary>The number of this attempt, from 1.</summary>
    public int Next(FaultTarget target)
    {
        lock (_gate)
        {
            var number = _counts.GetValueOrDefault(target) + 1;
            _counts[target] = number;
            if (number > 1)
                return number;
            _oldestFirst.Enqueue(target);
            if (_oldestFirst.Count > capacity)
                _counts.Remove(_oldestFirst.Dequeue());
            return number;
        }
    }
}
