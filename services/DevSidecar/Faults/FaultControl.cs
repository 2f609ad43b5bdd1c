using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace Truceline.DevSidecar.Faults;

/// <summary>The rules in force, in memory only: from the settings at start, from requests afterwards; and what they did. Thread-safe.</summary>
internal sealed partial class FaultControl(IOptions<SidecarOptions> options, ILogger<FaultControl> logger)
{
    private readonly ConcurrentDictionary<(FaultKind Kind, string AppId, string Topic), long> _counts = new();
    private ActiveFaults _active = new(options.Value.Faults);

    public ActiveFaults Active => Volatile.Read(ref _active);

    /// <summary>How often each fault was injected since the process started, but for deaths, which the process does not live to count.</summary>
    public IReadOnlyDictionary<(FaultKind Kind, string AppId, string Topic), long> Counts => _counts;

    /// <summary>Takes other rules, which must have been checked, at once: what the old ones made wait goes on.</summary>
    public void Replace(FaultOptions faults)
    {
        var replaced = Interlocked.Exchange(ref _active, new ActiveFaults(faults));
        LogReplaced(faults.Rules.Count, faults.Seed);
        replaced.End();
    }

    /// <summary>Counts and logs one.</summary>
    public void Injected(FaultKind kind, FaultTarget target, int attempt)
    {
        _counts.AddOrUpdate((kind, target.AppId, target.Topic), 1, (_, count) => count + 1);
        LogInjected(kind, target.AppId, target.Topic, target.EventId, attempt);
    }

    [LoggerMessage(EventName = "FaultRulesReplaced", Level = LogLevel.Information, Message = "{Count} fault rules with the seed {Seed} are in force")]
    private partial void LogReplaced(int count, int seed);

    [LoggerMessage(EventName = "FaultInjected", Level = LogLevel.Information,
        Message = "Fault {Kind}: {AppId}, {Topic}, event {EventId}, attempt {Attempt}")]
    private partial void LogInjected(FaultKind kind, string appId, string topic, string eventId, int attempt);
}

/// <summary>Rules in force until they are replaced.</summary>
internal sealed class ActiveFaults(FaultOptions options)
{
    private readonly TaskCompletionSource _replaced = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public FaultOptions Options => options;

    public FaultPlan Plan { get; } = new(options);

    /// <summary>Ends when other rules are in force.</summary>
    public Task Replaced => _replaced.Task;

    public void End() => _replaced.TrySetResult();

    /// <summary>Waits; ends early, without an error, when the rules are replaced or <paramref name="cancellationToken"/> says so.</summary>
    public async Task WaitAsync(TimeSpan span, TimeProvider time, CancellationToken cancellationToken)
    {
        if (span <= TimeSpan.Zero)
            return;
        try
        {
            await Replaced.WaitAsync(span, time, cancellationToken);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            // The caller looks at what ended it.
        }
    }
}
