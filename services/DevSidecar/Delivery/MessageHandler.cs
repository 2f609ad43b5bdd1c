using System.Diagnostics;
using System.Globalization;
using Dapr.AppCallback.Autogen.Grpc.v1;
using Google.Protobuf;
using Microsoft.Extensions.Options;
using Truceline.DevSidecar.Publishing;
using Truceline.DevSidecar.Streams;
using Truceline.DevSidecar.Subscriptions;
using Truceline.DevSidecar.Telemetry;

namespace Truceline.DevSidecar.Delivery;

/// <summary>Takes one pending message to its end: read, routed, tried as often as the policy allows, settled.</summary>
internal sealed partial class MessageHandler(
    StreamFeed feed, ITopicEventSender sender, IOptions<SidecarOptions> options, TimeProvider time, ILogger<MessageHandler> logger)
{
    /// <summary>Returns when the message is settled, or left pending because <paramref name="abort"/> ended its attempt.</summary>
    public async Task HandleAsync(AppStanding standing, AppCallbackClient app, TopicSubscriptionPlan plan, long id, CancellationToken abort)
    {
        if (feed.Store.Read(id) is not { } message)
        {
            feed.Store.Acknowledge(plan.Stream, standing.App.AppId, id);
            return;
        }

        var attempt = await DeliverAsync(standing, app, plan, message, abort);
        // A subscription that is its own dead-letter topic gets the message again at once; the runtime would go round without a rest.
        if (plan.IsItsOwnDeadLetterTopic && Settling.Decide(attempt.Outcome, hasDeadLetterTopic: true) == Settlement.DeadLetter
            && !await PauseAsync(RetrySchedule.PauseBeforeNextRound(options.Value.Retries), abort))
            return;
        Settle(standing, plan, message, attempt);
    }

    private async Task<Attempt> DeliverAsync(
        AppStanding standing, AppCallbackClient app, TopicSubscriptionPlan plan, StreamMessage message, CancellationToken abort)
    {
        var now = time.GetUtcNow();
        if (InboundEvent.Read(message, plan.RawPayload, now) is not { } cloudEvent)
            return new Attempt(DeliveryOutcome.Unreadable, "not a CloudEvents envelope");
        if (InboundEvent.HasExpired(cloudEvent, now))
            return new Attempt(DeliveryOutcome.Expired, $"expired at {cloudEvent.Text(CloudEventFields.Expiration)}");
        if (plan.PathFor(cloudEvent) is not { } path)
            return new Attempt(DeliveryOutcome.Unrouted, "no route matches");

        try
        {
            var request = TopicEventFactory.Create(cloudEvent, plan.Stream, path);
            return await TryUntilHandledAsync(standing, app, plan, cloudEvent, request, message, abort);
        }
        catch (Exception e) when (e is FormatException or InvalidProtocolBufferException)
        {
            return new Attempt(DeliveryOutcome.Unreadable, e.Message);
        }
    }

    private async Task<Attempt> TryUntilHandledAsync(
        AppStanding standing, AppCallbackClient app, TopicSubscriptionPlan plan, CloudEventEnvelope cloudEvent, TopicEventRequest request,
        StreamMessage message, CancellationToken abort)
    {
        var deadline = time.GetUtcNow() + options.Value.ProcessingTimeout;
        for (var made = 1; ; made++)
        {
            standing.CountsOf(plan.Stream).Attempted();
            var attempt = await AttemptAsync(standing, app, plan, cloudEvent, request, message, made, deadline, abort);
            if (attempt.Outcome != DeliveryOutcome.Failed)
                return attempt;
            if (abort.IsCancellationRequested)
                return attempt with { Outcome = DeliveryOutcome.Interrupted };
            if (RetrySchedule.NextPause(options.Value.Retries, made) is not { } pause || time.GetUtcNow() + pause >= deadline)
                return attempt;

            LogRetrying(standing.App.AppId, plan.Stream, request.Id, attempt.Detail, pause);
            if (!await PauseAsync(pause, abort))
                return attempt with { Outcome = DeliveryOutcome.Interrupted };
        }
    }

    private async Task<Attempt> AttemptAsync(
        AppStanding standing, AppCallbackClient app, TopicSubscriptionPlan plan, CloudEventEnvelope cloudEvent, TopicEventRequest request,
        StreamMessage message, int number, DateTimeOffset deadline, CancellationToken abort)
    {
        var trace = EventTrace.Of(cloudEvent);
        using var span = SidecarTelemetry.StartDelivery(request.Topic, standing.App.AppId, request.Id, trace);
        var headers = TopicEventFactory.Headers(message);
        foreach (var (name, value) in trace.HeadersUnder(span))
            headers.Add(name, value);

        var eventId = plan.RawPayload ? message.Id.ToString(CultureInfo.InvariantCulture) : request.Id;
        var attempt = await sender.SendAsync(
            new TopicEventCall(app, standing.App.AppId, eventId, message.Id, number, request, headers), deadline, abort);
        if (attempt.Outcome != DeliveryOutcome.Handled)
            span?.SetStatus(ActivityStatusCode.Error, attempt.Detail);
        return attempt;
    }

    private void Settle(AppStanding standing, TopicSubscriptionPlan plan, StreamMessage message, Attempt attempt)
    {
        var settlement = Settling.Decide(attempt.Outcome, plan.DeadLetterTopic is not null);
        if (settlement == Settlement.LeavePending)
            return;

        // Published first: a crash in between repeats the message, it does not lose it.
        if (settlement == Settlement.DeadLetter)
            feed.Append([new StreamEntry(plan.Stream with { Topic = plan.DeadLetterTopic! }, message.Data, message.Metadata)]);
        feed.Store.Acknowledge(plan.Stream, standing.App.AppId, message.Id);
        standing.CountsOf(plan.Stream).Settled(attempt.Outcome, settlement == Settlement.DeadLetter);

        if (settlement == Settlement.DeadLetter)
            LogDeadLettered(standing.App.AppId, plan.Stream, message.Id, attempt.Outcome, attempt.Detail, plan.DeadLetterTopic!);
        else if (attempt.Outcome != DeliveryOutcome.Handled)
            LogLost(standing.App.AppId, plan.Stream, message.Id, attempt.Outcome, attempt.Detail);
    }

    private async Task<bool> PauseAsync(TimeSpan pause, CancellationToken abort)
    {
        try
        {
            await Task.Delay(pause, time, abort);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    [LoggerMessage(EventName = "DeliveryRetrying", Level = LogLevel.Warning,
        Message = "{AppId} did not handle event {EventId} of {Stream} ({Detail}); again in {Pause}")]
    private partial void LogRetrying(string appId, StreamName stream, string eventId, string detail, TimeSpan pause);

    [LoggerMessage(EventName = "MessageDeadLettered", Level = LogLevel.Warning,
        Message = "{AppId} did not handle message {Id} of {Stream} ({Outcome}, {Detail}); it is in the dead-letter topic {DeadLetterTopic}")]
    private partial void LogDeadLettered(string appId, StreamName stream, long id, DeliveryOutcome outcome, string detail, string deadLetterTopic);

    [LoggerMessage(EventName = "MessageLost", Level = LogLevel.Error,
        Message = "{AppId} did not handle message {Id} of {Stream} ({Outcome}, {Detail}); acknowledged without a dead-letter copy, it is lost")]
    private partial void LogLost(string appId, StreamName stream, long id, DeliveryOutcome outcome, string detail);
}
