using System.Collections.Concurrent;

namespace Truceline.DevHost.Processes;

/// <summary>
/// A process that can be killed and started again under its name, with the same settings and on the same data; its log goes on in one file.
/// One thing is done to it at a time.
/// </summary>
internal sealed class ManagedProcess(ChildSpec spec, string logFolder, TimeProvider time) : IAsyncDisposable
{
    private readonly ConcurrentQueue<ProcessRecord> _history = new();
    // Its wait handle is never asked for, so there is nothing to dispose of; stopping twice stays harmless.
    private readonly SemaphoreSlim _turn = new(1);
    private ChildProcess? _child;
    private bool _stopped;

    /// <summary>Name of the process.</summary>
    internal string Name => spec.Name;

    /// <summary>The process that runs now, or the one that ended last.</summary>
    /// <exception cref="InvalidOperationException">It was never started.</exception>
    internal ChildProcess Child => _child ?? throw new InvalidOperationException($"{Name} was not started.");

    /// <summary>Process id of <see cref="Child"/>.</summary>
    internal int Id => Child.Id;

    /// <summary>Every start and end so far.</summary>
    internal IReadOnlyCollection<ProcessRecord> History => _history;

    /// <summary>Told of an end that nobody asked for. Default: nobody is told.</summary>
    internal Action<ManagedProcess, ChildProcess, int>? EndedUnasked { get; set; }

    /// <summary>Starts it for the first time and returns at once.</summary>
    /// <exception cref="DevHostException">It cannot be started.</exception>
    internal void Start() => Begin(extra: null, asked: true);

    /// <summary>Waits until it is ready.</summary>
    /// <exception cref="DevHostException">It ended or was not ready in time.</exception>
    internal Task WaitUntilReadyAsync(CancellationToken cancellationToken) => Readiness.WaitAsync(Child, time, cancellationToken);

    /// <summary>Ends it with SIGKILL, with every process that it started, and waits for the end. It stays down until it is started again.</summary>
    internal Task KillAsync() => InTurnAsync(() => Child.KillAsync());

    /// <summary>Starts it again after an end, appending to its log, and waits until it is ready.</summary>
    /// <param name="extra">More variables for this one start. Null for none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="InvalidOperationException">It runs.</exception>
    /// <exception cref="DevHostException">It cannot be started, ended or was not ready in time.</exception>
    internal async Task StartAgainAsync(IReadOnlyDictionary<string, string>? extra, CancellationToken cancellationToken)
    {
        await InTurnAsync(async () =>
        {
            if (!Child.Exited.IsCompleted)
            {
                throw new InvalidOperationException($"{Name} runs; kill it first.");
            }

            await Child.DisposeAsync();
            Begin(extra, asked: true);
        });
        await WaitUntilReadyAsync(cancellationToken);
    }

    /// <summary>Starts it again after an end that nobody asked for, unless that has been done or it was stopped; does not wait until it is ready.</summary>
    /// <param name="ended">What ended.</param>
    /// <exception cref="DevHostException">It cannot be started.</exception>
    internal Task ReviveAsync(ChildProcess ended) => InTurnAsync(async () =>
    {
        if (!_stopped && ReferenceEquals(Child, ended))
        {
            await ended.DisposeAsync();
            Begin(extra: null, asked: false);
        }
    });

    /// <summary>Asks it to end for good and kills it when it has not ended within <paramref name="grace"/>.</summary>
    internal Task StopAsync(TimeSpan grace) => InTurnAsync(async () =>
    {
        _stopped = true;
        if (_child is { Exited.IsCompleted: false })
        {
            await _child.StopAsync(grace, time);
        }
    });

    public async ValueTask DisposeAsync()
    {
        _stopped = true;
        if (_child is not null)
        {
            await _child.DisposeAsync();
        }
    }

    private void Begin(IReadOnlyDictionary<string, string>? extra, bool asked)
    {
        _child = ChildProcess.Start(spec.With(extra), logFolder, append: _child is not null);
        _history.Enqueue(new ProcessRecord(time.GetUtcNow(), Name, _child.Id, ExitCode: null, asked));
        _ = WatchAsync(_child);
    }

    private async Task WatchAsync(ChildProcess child)
    {
        var exitCode = await child.Exited;
        _history.Enqueue(new ProcessRecord(time.GetUtcNow(), Name, child.Id, exitCode, child.EndAsked));
        if (!child.EndAsked)
        {
            EndedUnasked?.Invoke(this, child, exitCode);
        }
    }

    private async Task InTurnAsync(Func<Task> action)
    {
        await _turn.WaitAsync();
        try
        {
            await action();
        }
        finally
        {
            _turn.Release();
        }
    }
}
