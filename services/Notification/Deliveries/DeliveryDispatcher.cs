using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Truceline.Notification.Alerts;
using Truceline.ServiceDefaults.Leases;

namespace Truceline.Notification.Deliveries;

/// <summary>
/// Delivers what is due. A subscription has one attempt under way, and what is due to it goes in the order of the alerts; one that failed
/// and waits for its next attempt does not hold up those after it. An attempt that a stop of the service cuts off is made again after the
/// start, under the same id. One replica delivers for all, under the lease <c>deliveries</c>, so that the order holds; what another replica
/// saves is seen at the next signal or poll.
/// </summary>
internal sealed partial class DeliveryDispatcher(
    IServiceScopeFactory scopes, DeliveryAttempt attempt, AlertSignal signal, LeaseHolder leases, IOptions<NotificationOptions> options,
    TimeProvider time, ILogger<DeliveryDispatcher> logger) : BackgroundService
{
    // After so many in a row a subscription gives way to others.
    private const int Turn = 50;
    private readonly ConcurrentDictionary<string, Task> _busy = new();

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => leases.WhileHeldAsync("deliveries", DispatchAsync, stoppingToken);

    private async Task DispatchAsync(CancellationToken stoppingToken)
    {
        // What an earlier time under the lease left.
        _busy.Clear();
        using var waiter = signal.Subscribe();
        var pollInterval = TimeSpan.FromMilliseconds(options.Value.PollIntervalMilliseconds);
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await StartDueAsync(waiter, stoppingToken);
                await waiter.WaitAsync(pollInterval, time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }

        await Task.WhenAll(_busy.Values);
    }

    private async Task StartDueAsync(AlertSignal.Waiter waiter, CancellationToken stoppingToken)
    {
        var free = options.Value.MaxConcurrentDeliveries - _busy.Count;
        if (free <= 0)
        {
            return;
        }

        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var store = scope.ServiceProvider.GetRequiredService<IDeliveryStore>();
            foreach (var subscription in await store.DueSubscriptionsAsync(time.GetUtcNow(), [.. _busy.Keys], free, stoppingToken))
            {
                // It is listed before it starts, since it takes itself off the list when it ends.
                var turn = new Task<Task>(() => DeliverTurnAsync(subscription, waiter, stoppingToken), CancellationToken.None);
                _busy[subscription] = turn.Unwrap();
                turn.Start(TaskScheduler.Default);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogFailed(exception);
        }
    }

    private async Task DeliverTurnAsync(string subscription, AlertSignal.Waiter waiter, CancellationToken stoppingToken)
    {
        try
        {
            for (var i = 0; i < Turn && await DeliverNextAsync(subscription, stoppingToken); i++)
            {
            }

            _busy.TryRemove(subscription, out _);
            waiter.Wake();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
        catch (Exception exception)
        {
            // Left to the next poll, so that a database that is away is not asked without pause.
            LogFailed(exception);
            _busy.TryRemove(subscription, out _);
        }
    }

    private async Task<bool> DeliverNextAsync(string subscription, CancellationToken stoppingToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<IDeliveryStore>();
        if (await store.NextDueAsync(subscription, time.GetUtcNow(), stoppingToken) is not { } delivery)
        {
            return false;
        }

        var outcome = await attempt.RunAsync(delivery, stoppingToken);

        // What the receiver took is noted even when the service stops.
        await store.SaveAsync(outcome, CancellationToken.None);
        return true;
    }

    [LoggerMessage(EventId = 1, EventName = "delivery_dispatch_failed", Level = LogLevel.Error, Message = "What is due could not be delivered")]
    private partial void LogFailed(Exception exception);
}
