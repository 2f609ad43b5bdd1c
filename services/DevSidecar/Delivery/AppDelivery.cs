using System.Data.Common;
using System.Threading.Channels;
using Microsoft.Extensions.Options;
using Truceline.DevSidecar.Streams;
using Truceline.DevSidecar.Subscriptions;

namespace Truceline.DevSidecar.Delivery;

/// <summary>
/// Delivers to one app, or to one replica of it: waits for it, opens the groups of the app, and lets workers share what the pollers take
/// from them. Nothing keeps an order. When the app dies, what was taken for it is tried as the policy says and goes to no other replica. The queue holds ids, so memory is bounded by the number of workers, not by the size of messages.
/// </summary>
internal sealed partial class AppDelivery(
    StreamFeed feed, GroupIntakes intakes, SubscriptionReader reader, MessageHandler handler, IOptions<SidecarOptions> options,
    TimeProvider time, ILogger<AppDelivery> logger)
{
    private static readonly TimeSpan PauseAfterStoreError = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Runs until <paramref name="stopTaking"/>, after which no further message is started, and the running deliveries have ended.
    /// <paramref name="abort"/> cuts those off; their messages stay pending.
    /// </summary>
    public async Task RunAsync(AppStanding standing, Uri address, CancellationToken stopTaking, CancellationToken abort)
    {
        using var app = new AppCallbackClient(address, options.Value.AppToken);
        try
        {
            var (plans, complaints) = SubscriptionPlanner.Plan(
                await reader.ReadAsync(standing.App.AppId, app, stopTaking), options.Value.PubSubName);
            foreach (var complaint in complaints)
                LogComplaint(standing.App.AppId, complaint);
            foreach (var plan in plans)
                await OnStoreAsync(() => Task.FromResult(OpenGroup(plan.Stream, standing.App.AppId)), stopTaking);
            standing.Subscribed(plans);
            LogSubscribed(standing.App.AppId, address, plans.Count);

            var queue = Channel.CreateBounded<(TopicSubscriptionPlan Plan, long Id)>(options.Value.QueueDepth);
            var pollers = plans.Select(plan => PollAsync(standing, plan, queue.Writer, stopTaking));
            var workers = Enumerable.Range(0, options.Value.Concurrency).Select(_ => WorkAsync(standing, app, queue.Reader, stopTaking, abort));
            await Task.WhenAll([.. pollers, .. workers]);
        }
        catch (OperationCanceledException) when (stopTaking.IsCancellationRequested)
        {
            // Stopped before the app was reached.
        }
    }

    private async Task PollAsync(
        AppStanding standing, TopicSubscriptionPlan plan, ChannelWriter<(TopicSubscriptionPlan, long)> queue, CancellationToken stopTaking)
    {
        var intake = intakes.Of(plan.Stream, standing.App.AppId);
        try
        {
            while (true)
            {
                var (ids, leftOver) = await OnStoreAsync(() => intake.NextAsync(options.Value.QueueDepth, stopTaking), stopTaking);
                if (leftOver)
                    LogRedelivering(standing.App.AppId, plan.Stream, ids.Count);
                standing.CountsOf(plan.Stream).Took(ids.Count);
                foreach (var id in ids)
                    await queue.WriteAsync((plan, id), stopTaking);
            }
        }
        catch (OperationCanceledException)
        {
            // What was taken and not started stays pending.
        }
    }

    private async Task WorkAsync(
        AppStanding standing, AppCallbackClient app, ChannelReader<(TopicSubscriptionPlan Plan, long Id)> queue,
        CancellationToken stopTaking, CancellationToken abort)
    {
        try
        {
            while (true)
            {
                var (plan, id) = await queue.ReadAsync(stopTaking);
                stopTaking.ThrowIfCancellationRequested();
                try
                {
                    await handler.HandleAsync(standing, app, plan, id, abort);
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    LogBroken(e, standing.App.AppId, plan.Stream, id);
                }
                finally
                {
                    standing.CountsOf(plan.Stream).LetGo();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Asked to stop.
        }
    }

    private bool OpenGroup(StreamName stream, string group)
    {
        feed.Store.OpenGroup(stream, group);
        return true;
    }

    private async Task<T> OnStoreAsync<T>(Func<Task<T>> work, CancellationToken stopTaking)
    {
        while (true)
        {
            try
            {
                return await work();
            }
            catch (DbException e)
            {
                LogStoreError(e);
            }

            await Task.Delay(PauseAfterStoreError, time, stopTaking);
        }
    }

    [LoggerMessage(EventName = "AppSubscribed", Level = LogLevel.Information, Message = "App {AppId} at {Address} is reached and has {Count} subscriptions")]
    private partial void LogSubscribed(string appId, Uri address, int count);

    [LoggerMessage(EventName = "SubscriptionNotFollowed", Level = LogLevel.Error, Message = "App {AppId}: {Complaint}")]
    private partial void LogComplaint(string appId, string complaint);

    [LoggerMessage(EventName = "RedeliveringPending", Level = LogLevel.Information, Message = "App {AppId}: {Count} messages of {Stream} were left unacknowledged and are delivered again")]
    private partial void LogRedelivering(string appId, StreamName stream, int count);

    [LoggerMessage(EventName = "DeliveryBroken", Level = LogLevel.Error, Message = "App {AppId}: message {Id} of {Stream} could not be settled and stays pending until the next start")]
    private partial void LogBroken(Exception exception, string appId, StreamName stream, long id);

    [LoggerMessage(EventName = "StoreError", Level = LogLevel.Error, Message = "The stream store failed; trying again")]
    private partial void LogStoreError(Exception exception);
}
