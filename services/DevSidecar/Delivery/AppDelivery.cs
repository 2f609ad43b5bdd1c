using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.Options;
using Truceline.DevSidecar.Streams;
using Truceline.DevSidecar.Subscriptions;

namespace Truceline.DevSidecar.Delivery;

/// <summary>
/// Delivers to one app: waits for it, opens its groups, and lets workers share what the pollers take from the streams. Nothing keeps an
/// order. The queue holds ids, so memory is bounded by the number of workers, not by the size of messages.
/// </summary>
internal sealed partial class AppDelivery(
    StreamFeed feed, SubscriptionReader reader, MessageHandler handler, IOptions<SidecarOptions> options, TimeProvider time,
    ILogger<AppDelivery> logger)
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
                await OnStoreAsync(() => OpenGroup(plan.Stream, standing.App.AppId), stopTaking);
            standing.Subscribed(plans);
            LogSubscribed(standing.App.AppId, plans.Count);

            var queue = Channel.CreateBounded<(TopicSubscriptionPlan Plan, long Id)>(options.Value.QueueDepth);
            var pollers = plans.Select(plan => PollAsync(standing.App.AppId, plan, queue.Writer, stopTaking));
            var workers = Enumerable.Range(0, options.Value.Concurrency).Select(_ => WorkAsync(standing, app, queue.Reader, stopTaking, abort));
            await Task.WhenAll([.. pollers, .. workers]);
        }
        catch (OperationCanceledException) when (stopTaking.IsCancellationRequested)
        {
            // Stopped before the app was reached.
        }
    }

    private async Task PollAsync(
        string appId, TopicSubscriptionPlan plan, ChannelWriter<(TopicSubscriptionPlan, long)> queue, CancellationToken stopTaking)
    {
        var appended = feed.Listen(plan.Stream);
        try
        {
            await foreach (var id in UnacknowledgedAsync(appId, plan, stopTaking))
                await queue.WriteAsync((plan, id), stopTaking);
            while (true)
            {
                var ids = await OnStoreAsync(() => feed.Store.Take(plan.Stream, appId, options.Value.QueueDepth), stopTaking);
                foreach (var id in ids)
                    await queue.WriteAsync((plan, id), stopTaking);
                if (ids.Count == 0)
                    await appended.ReadAsync(stopTaking);
            }
        }
        catch (OperationCanceledException)
        {
            // What was taken and not started stays pending.
        }
    }

    /// <summary>What an earlier process took and did not acknowledge; at once, where Redis Streams would wait for it to be idle long enough.</summary>
    private async IAsyncEnumerable<long> UnacknowledgedAsync(
        string appId, TopicSubscriptionPlan plan, [EnumeratorCancellation] CancellationToken stopTaking)
    {
        for (var last = 0L; ;)
        {
            var after = last;
            var ids = await OnStoreAsync(() => feed.Store.ListPending(plan.Stream, appId, after, options.Value.QueueDepth), stopTaking);
            foreach (var id in ids)
                yield return last = id;
            if (ids.Count == 0)
                yield break;
            LogRedelivering(appId, plan.Stream, ids.Count);
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

    private async Task<T> OnStoreAsync<T>(Func<T> work, CancellationToken stopTaking)
    {
        while (true)
        {
            try
            {
                return work();
            }
            catch (DbException e)
            {
                LogStoreError(e);
            }

            await Task.Delay(PauseAfterStoreError, time, stopTaking);
        }
    }

    [LoggerMessage(EventName = "AppSubscribed", Level = LogLevel.Information, Message = "App {AppId} is reached and has {Count} subscriptions")]
    private partial void LogSubscribed(string appId, int count);

    [LoggerMessage(EventName = "SubscriptionNotFollowed", Level = LogLevel.Error, Message = "App {AppId}: {Complaint}")]
    private partial void LogComplaint(string appId, string complaint);

    [LoggerMessage(EventName = "RedeliveringPending", Level = LogLevel.Information, Message = "App {AppId}: {Count} messages of {Stream} were left unacknowledged and are delivered again")]
    private partial void LogRedelivering(string appId, StreamName stream, int count);

    [LoggerMessage(EventName = "DeliveryBroken", Level = LogLevel.Error, Message = "App {AppId}: message {Id} of {Stream} could not be settled and stays pending until the next start")]
    private partial void LogBroken(Exception exception, string appId, StreamName stream, long id);

    [LoggerMessage(EventName = "StoreError", Level = LogLevel.Error, Message = "The stream store failed; trying again")]
    private partial void LogStoreError(Exception exception);
}
