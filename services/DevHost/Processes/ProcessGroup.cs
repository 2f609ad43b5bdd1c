namespace Truceline.DevHost.Processes;

/// <summary>Starts processes at once, waits until each is ready, stops them together.</summary>
internal sealed class ProcessGroup(TimeProvider time) : IAsyncDisposable
{
    private static readonly TimeSpan ReadyLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan ProbeLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ProbePause = TimeSpan.FromMilliseconds(100);

    private readonly List<ChildProcess> _children = [];
    private readonly HttpClient _probe = new(new SocketsHttpHandler { ActivityHeadersPropagator = null }) { Timeout = ProbeLimit };

    /// <summary>The processes, in the order in which they were started.</summary>
    internal IReadOnlyList<ChildProcess> Children => _children;

    /// <summary>Starts all and waits until all are ready.</summary>
    /// <param name="specs">What to start.</param>
    /// <param name="logFolder">Where their logs go.</param>
    /// <param name="ready">Told the name of each that is ready.</param>
    /// <param name="cancellationToken">Ends the wait; the processes stay until the group is disposed of.</param>
    /// <exception cref="DevHostException">One ended or was not ready in time.</exception>
    internal async Task StartAsync(IEnumerable<ChildSpec> specs, string logFolder, Action<string> ready, CancellationToken cancellationToken)
    {
        foreach (var spec in specs)
        {
            _children.Add(ChildProcess.Start(spec, logFolder));
        }

        using var failure = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var waits = _children.Select(child => WaitUntilReadyAsync(child, ready, failure.Token)).ToList();
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

    /// <summary>Returns when one of the processes has ended.</summary>
    internal async Task<ChildProcess> WhenAnyEndsAsync(CancellationToken cancellationToken)
    {
        var ended = await Task.WhenAny(_children.Select(c => c.Exited)).WaitAsync(cancellationToken);
        return _children.First(c => c.Exited == ended);
    }

    /// <summary>Asks all to end and kills those that have not ended within <paramref name="grace"/>.</summary>
    internal Task StopAsync(TimeSpan grace) => Task.WhenAll(_children.Select(child => child.StopAsync(grace, time)));

    public async ValueTask DisposeAsync()
    {
        foreach (var child in _children)
        {
            await child.DisposeAsync();
        }

        _probe.Dispose();
    }

    /// <summary>The reason to end that a process's end is.</summary>
    internal static DevHostException Ended(ChildProcess child, int exitCode) =>
        new($"{child.Spec.Name} ended with exit code {exitCode}. Its last lines:", details: child.Tail());

    private async Task WaitUntilReadyAsync(ChildProcess child, Action<string> ready, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        while (time.GetElapsedTime(started) < ReadyLimit)
        {
            if (child.Exited.IsCompleted)
            {
                throw Ended(child, await child.Exited);
            }

            if (await IsReadyAsync(child.Spec.Ready, cancellationToken))
            {
                ready(child.Spec.Name);
                return;
            }

            await Task.WhenAny(child.Exited, Task.Delay(ProbePause, time, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
        }

        throw new DevHostException(
            $"{child.Spec.Name} was not ready within {ReadyLimit.TotalSeconds:0} s ({child.Spec.Ready}). Its last lines:", details: child.Tail());
    }

    private async Task<bool> IsReadyAsync(Uri probe, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await _probe.GetAsync(probe, cancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
