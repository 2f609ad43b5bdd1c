using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Truceline.Ingest.Sources.Fetching;
using Truceline.Ingest.Sources.Registry;
using Truceline.ServiceDefaults.Leases;

namespace Truceline.Ingest.Sources.Polling;

/// <summary>
/// Looks at what is due. One replica does it for all, under the lease <c>polling</c>; so many fetches run at once as
/// <see cref="SourcesOptions.MaxConcurrentFetches"/> says, each at another host. When a source is due stands in the database: a restart changes nothing about it.
/// </summary>
internal sealed partial class SourcePoller(
    IServiceScopeFactory scopes, FetchRun fetch, HostGate gate, PollingSignal signal, LeaseHolder leases, IOptions<SourcesOptions> options,
    TimeProvider time, ILogger<SourcePoller> logger) : BackgroundService
{
    private static readonly TimeSpan FailurePause = TimeSpan.FromSeconds(5);

    // A fetch that is cut off has to be made again.
    private static readonly TimeSpan LeaveToEnd = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<string, Task> _running = new();

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => leases.WhileHeldAsync("polling", PollAsync, stoppingToken);

    private async Task PollAsync(CancellationToken stoppingToken)
    {
        var pause = TimeSpan.FromSeconds(options.Value.PollSeconds);
        using var end = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        while (!stoppingToken.IsCancellationRequested)
        {
            if (!await StartDueAsync(end.Token, stoppingToken))
            {
                await signal.WaitAsync(pause, time, stoppingToken);
            }
        }

        end.CancelAfter(LeaveToEnd);
        await Task.WhenAll(_running.Values);
    }

    // Whether there may be more that can be started at once.
    private async Task<bool> StartDueAsync(CancellationToken end, CancellationToken stoppingToken)
    {
        var free = options.Value.MaxConcurrentFetches - _running.Count;
        if (free <= 0)
        {
            return false;
        }

        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var hosts = gate.Busy().Concat(_running.Keys).ToHashSet(StringComparer.Ordinal);
            var due = await scope.ServiceProvider.GetRequiredService<IPollingStore>().DueAsync(time.GetUtcNow(), hosts, free, stoppingToken);
            foreach (var source in due)
            {
                Start(source, end);
            }

            return due.Count > 0;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogFailed(exception);
            return false;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    // The sources that are due may have a host in common; the others wait for the next round.
    private void Start(RegisteredSource source, CancellationToken end)
    {
        var host = HostGate.HostOf(new Uri(source.Source.Address));
        var run = new Task<Task>(() => RunAsync(source, host, end), CancellationToken.None);
        if (_running.TryAdd(host, run.Unwrap()))
        {
            run.Start(TaskScheduler.Default);
        }
    }

    private async Task RunAsync(RegisteredSource source, string host, CancellationToken end)
    {
        try
        {
            await fetch.RunAsync(source, end);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
        }
        catch (Exception exception)
        {
            // A database that is away is not asked without pause.
            LogFailed(exception);
            await Task.Delay(FailurePause, time, end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        _running.TryRemove(host, out _);
        signal.Wake();
    }

    [LoggerMessage(EventId = 1, EventName = "polling_failed", Level = LogLevel.Error, Message = "Sources that are due could not be looked at")]
    private partial void LogFailed(Exception exception);
}
