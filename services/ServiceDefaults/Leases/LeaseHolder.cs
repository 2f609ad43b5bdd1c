using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Truceline.ServiceDefaults.Leases;

/// <summary>
/// Runs work on one replica at a time. A lease keeps replicas from doing the same work twice; it is no proof against it: a replica whose clock
/// stood still may go on for a moment. So the work must bear being done twice, under the same ids.
/// </summary>
public sealed partial class LeaseHolder
{
    private static readonly TimeSpan ReleaseLimit = TimeSpan.FromSeconds(2);

    private readonly LeaseStore _store;
    private readonly TimeSpan _pause;
    private readonly TimeProvider _time;
    private readonly ILogger<LeaseHolder> _logger;

    internal LeaseHolder(LeaseStore store, IOptions<LeaseOptions> options, TimeProvider time, ILogger<LeaseHolder> logger)
    {
        _store = store;
        _pause = TimeSpan.FromSeconds(options.Value.DurationSeconds / 3);
        _time = time;
        _logger = logger;
    }

    /// <summary>
    /// Runs <paramref name="work"/> whenever this replica has the lease, until the service stops; the lease is renewed meanwhile. When it
    /// cannot be renewed before it expires the work's token is cancelled, and the work runs again once the lease is back.
    /// </summary>
    /// <param name="name">Name of the lease.</param>
    /// <param name="work">Runs until its token is cancelled, or until it is done; then it is run again.</param>
    /// <param name="stoppingToken">The service stops.</param>
    public async Task WhileHeldAsync(string name, Func<CancellationToken, Task> work, CancellationToken stoppingToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        while (!stoppingToken.IsCancellationRequested)
        {
            if (await TryTakeAsync(name, stoppingToken) is (true, var expires))
            {
                LogTaken(name);
                await HoldAsync(name, expires, work, stoppingToken);
            }

            await Task.Delay(_pause, _time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Runs <paramref name="work"/> again and again, while this replica has the lease: at once, then after each interval. A failure is logged.</summary>
    /// <param name="name">Name of the lease.</param>
    /// <param name="interval">Time between two beginnings.</param>
    /// <param name="work">What is done.</param>
    /// <param name="stoppingToken">The service stops.</param>
    public Task EveryAsync(string name, TimeSpan interval, Func<CancellationToken, Task> work, CancellationToken stoppingToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        return WhileHeldAsync(name, held => RepeatAsync(name, interval, work, held), stoppingToken);
    }

    private async Task RepeatAsync(string name, TimeSpan interval, Func<CancellationToken, Task> work, CancellationToken held)
    {
        using var timer = new PeriodicTimer(interval, _time);
        do
        {
            try
            {
                await work(held);
            }
            catch (Exception exception) when (!held.IsCancellationRequested)
            {
                LogWorkFailed(name, exception);
            }
        }
        while (await timer.WaitForNextTickAsync(held));
    }

    private async Task HoldAsync(string name, DateTimeOffset expires, Func<CancellationToken, Task> work, CancellationToken stoppingToken)
    {
        // The time of the lease runs out by itself, however long a renewal hangs.
        using var expiry = new CancellationTokenSource(Left(expires), _time);
        using var held = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, expiry.Token);
        var working = work(held.Token);
        while (!held.IsCancellationRequested && !working.IsCompleted)
        {
            await Task.WhenAny(working, Task.Delay(_pause, _time, held.Token));
            if (held.IsCancellationRequested || working.IsCompleted)
            {
                break;
            }

            switch (await TryTakeAsync(name, held.Token))
            {
                case (true, var renewed):
                    expiry.CancelAfter(Left(renewed));
                    break;
                case (false, _):
                    await expiry.CancelAsync();
                    break;
            }
        }

        if (expiry.IsCancellationRequested && !stoppingToken.IsCancellationRequested)
        {
            LogLost(name);
        }

        await held.CancelAsync();
        await EndAsync(name, working);
    }

    private TimeSpan Left(DateTimeOffset expires) => TimeSpan.FromTicks(Math.Max(0, (expires - _time.GetUtcNow()).Ticks));

    private async Task EndAsync(string name, Task working)
    {
        await working.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (working.Exception is { } failure)
        {
            LogWorkFailed(name, failure.InnerException ?? failure);
        }

        try
        {
            using var limit = new CancellationTokenSource(ReleaseLimit, _time);
            await _store.ReleaseAsync(name, limit.Token);
        }
        catch (Exception exception)
        {
            LogNotReleased(name, exception);
        }
    }

    // Null when the database could not be asked: what is held stays so until it expires.
    private async Task<(bool Taken, DateTimeOffset Expires)?> TryTakeAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return await _store.TakeAsync(name, cancellationToken) is { } expires ? (true, expires) : (false, default);
        }
        catch (Exception exception)
        {
            if (!cancellationToken.IsCancellationRequested)
            {
                LogNotTaken(name, exception);
            }

            return null;
        }
    }

    [LoggerMessage(EventId = 1, EventName = "lease_taken", Level = LogLevel.Information, Message = "This replica has the lease {Lease}")]
    private partial void LogTaken(string lease);

    [LoggerMessage(EventId = 2, EventName = "lease_lost", Level = LogLevel.Warning, Message = "The lease {Lease} could not be renewed; its work stops here")]
    private partial void LogLost(string lease);

    [LoggerMessage(EventId = 3, EventName = "lease_not_taken", Level = LogLevel.Warning, Message = "The lease {Lease} could not be asked for")]
    private partial void LogNotTaken(string lease, Exception exception);

    [LoggerMessage(EventId = 4, EventName = "lease_not_released", Level = LogLevel.Warning,
        Message = "The lease {Lease} could not be given back; another replica takes it when it expires")]
    private partial void LogNotReleased(string lease, Exception exception);

    [LoggerMessage(EventId = 5, EventName = "leased_work_failed", Level = LogLevel.Error, Message = "The work under the lease {Lease} failed; it is begun again")]
    private partial void LogWorkFailed(string lease, Exception exception);
}
