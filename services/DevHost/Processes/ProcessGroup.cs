namespace Truceline.DevHost.Processes;

/// <summary>Whether and how a process that ended by itself is started again.</summary>
/// <param name="MostRestarts">Restarts of one process until its next end is final. Range 1 to 1000.</param>
/// <param name="Pause">Time between an end and the start after it.</param>
internal sealed record Supervision(int MostRestarts, TimeSpan Pause);

/// <summary>
/// Starts processes in waves, each at once, waits until each process is ready, and stops the waves in the opposite order. With supervision, a process
/// that ends although nobody asked it to is started again.
/// </summary>
internal sealed class ProcessGroup(TimeProvider time, Supervision? supervision = null) : IAsyncDisposable
{
    private readonly List<IReadOnlyList<ManagedProcess>> _waves = [];
    private readonly TaskCompletionSource<DevHostException> _failure = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _stop = new();

    /// <summary>The processes, in the order in which they were started.</summary>
    internal IReadOnlyList<ManagedProcess> Processes => [.. _waves.SelectMany(wave => wave)];

    /// <summary>Every start and end so far, by time.</summary>
    internal IReadOnlyList<ProcessRecord> History => [.. Processes.SelectMany(process => process.History).OrderBy(record => record.At)];

    /// <summary>Starts processes at once and waits until all are ready.</summary>
    /// <param name="specs">What to start.</param>
    /// <param name="logFolder">Where their logs go.</param>
    /// <param name="ready">Told the name of each that is ready.</param>
    /// <param name="cancellationToken">Ends the wait; the processes stay until the group is disposed of.</param>
    /// <exception cref="DevHostException">One ended or was not ready in time.</exception>
    internal async Task StartAsync(IEnumerable<ChildSpec> specs, string logFolder, Action<string> ready, CancellationToken cancellationToken)
    {
        List<ManagedProcess> wave = [];
        _waves.Add(wave);
        foreach (var spec in specs)
        {
            var process = new ManagedProcess(spec, logFolder, time) { EndedUnasked = OnEnded };
            wave.Add(process);
            process.Start();
        }

        using var failure = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var waits = wave.Select(process => WaitAsync(process, ready, failure.Token)).ToList();
        await foreach (var wait in Task.WhenEach(waits))
        {
            if (wait.IsFaulted)
            {
                await failure.CancelAsync();
                await wait;
            }
        }

        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>Takes a process that runs into the group, as a wave of its own.</summary>
    internal void Adopt(ManagedProcess process)
    {
        process.EndedUnasked = OnEnded;
        _waves.Add([process]);
    }

    /// <summary>The process of this name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    internal ManagedProcess Find(string name) => Processes.FirstOrDefault(process => process.Name == name)
        ?? throw new ArgumentException($"There is no process {name}, only {string.Join(", ", Processes.Select(process => process.Name))}.", nameof(name));

    /// <summary>Returns the reason when a process has ended that nobody asked to, for good if the group is supervised.</summary>
    internal Task<DevHostException> WhenAnyEndsAsync(CancellationToken cancellationToken) => _failure.Task.WaitAsync(cancellationToken);

    /// <summary>Asks all to end, the last wave first, and kills those that have not ended within <paramref name="grace"/>.</summary>
    internal async Task StopAsync(TimeSpan grace)
    {
        await _stop.CancelAsync();
        foreach (var wave in Enumerable.Reverse(_waves))
        {
            await Task.WhenAll(wave.Select(process => process.StopAsync(grace)));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        foreach (var process in Enumerable.Reverse(Processes))
        {
            await process.DisposeAsync();
        }

        _stop.Dispose();
    }

    private static async Task WaitAsync(ManagedProcess process, Action<string> ready, CancellationToken cancellationToken)
    {
        await process.WaitUntilReadyAsync(cancellationToken);
        ready(process.Name);
    }

    private void OnEnded(ManagedProcess process, ChildProcess child, int exitCode)
    {
        if (supervision is null || process.History.Count(record => record is { ExitCode: null, Asked: false }) >= supervision.MostRestarts)
        {
            _failure.TrySetResult(Readiness.Ended(child, exitCode));
            return;
        }

        _ = ReviveAsync(process, child, supervision.Pause);
    }

    private async Task ReviveAsync(ManagedProcess process, ChildProcess ended, TimeSpan pause)
    {
        try
        {
            await Task.Delay(pause, time, _stop.Token);
            await process.ReviveAsync(ended);
        }
        catch (OperationCanceledException)
        {
            // The group is being stopped.
        }
        catch (DevHostException exception)
        {
            _failure.TrySetResult(exception);
        }
    }
}
