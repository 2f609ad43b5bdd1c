namespace Truceline.DevHost.Processes;

/// <summary>Asks processes whether they can do their work.</summary>
internal static class Readiness
{
    /// <summary>How long a process may take to get ready.</summary>
    internal static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan ProbeLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly HttpClient Http = new(new SocketsHttpHandler { ActivityHeadersPropagator = null }) { Timeout = ProbeLimit };

    /// <summary>Waits until a process is ready.</summary>
    /// <exception cref="DevHostException">It ended or was not ready in time.</exception>
    internal static async Task WaitAsync(ChildProcess child, TimeProvider time, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        while (time.GetElapsedTime(started) < Limit)
        {
            if (child.Exited.IsCompleted)
            {
                throw Ended(child, await child.Exited);
            }

            if (await IsReadyAsync(child.Spec, cancellationToken))
            {
                return;
            }

            await Task.WhenAny(child.Exited, Task.Delay(Pause, time, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
        }

        throw new DevHostException(
            $"{child.Spec.Name} was not ready within {Limit.TotalSeconds:0} s ({child.Spec.Ready}). Its last lines:", details: child.Tail());
    }

    /// <summary>The reason to end that a process's end is.</summary>
    internal static DevHostException Ended(ChildProcess child, int exitCode) =>
        new($"{child.Spec.Name} ended with exit code {exitCode}. Its last lines:", details: child.Tail());

    private static async Task<bool> IsReadyAsync(ChildSpec spec, CancellationToken cancellationToken)
    {
        if (spec.Answers is { } answers)
        {
            return await answers(cancellationToken);
        }

        try
        {
            using var response = await Http.GetAsync(spec.Ready, cancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
