using System.Collections.Concurrent;
using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Truceline.ServiceDefaults.Errors;
using Truceline.ServiceDefaults.Storage;
using Truceline.ServiceDefaults.Telemetry;

namespace Truceline.ServiceDefaults.Events;

/// <summary>What became of an event.</summary>
internal enum EventOutcome
{
    /// <summary>Its effect is saved.</summary>
    Processed,

    /// <summary>Its effect had been saved before.</summary>
    Duplicate,

    /// <summary>It failed and may succeed later.</summary>
    Retry,

    /// <summary>It can never succeed.</summary>
    Drop,
}

/// <summary>Inbox, handler and outbox in one transaction.</summary>
internal sealed partial class EventPipeline(IServiceScopeFactory scopes, TimeProvider time, ILogger<EventPipeline> logger)
{
    private const int Attempts = 5;
    private const int RememberedFailures = 1000;
    private readonly ConcurrentDictionary<string, string> _failures = new();

    /// <summary>Processes one event.</summary>
    internal async Task<EventOutcome> ProcessAsync(
        EventSubscription subscription, EventContext context, string payload, CancellationToken cancellationToken)
    {
        var outcome = await TryAsync(subscription, context, payload, cancellationToken);
        ServiceTelemetry.Processed.Add(1,
            new KeyValuePair<string, object?>(TelemetryNames.Topic, context.Topic),
            new KeyValuePair<string, object?>(TelemetryNames.Outcome, outcome switch
            {
                EventOutcome.Processed => "processed",
                EventOutcome.Duplicate => "duplicate",
                EventOutcome.Retry => "retried",
                _ => "dropped",
            }));
        return outcome;
    }

    /// <summary>Keeps an event that the sidecar gave up on.</summary>
    internal async Task StoreDeadLetterAsync(EventContext context, string payload, string? traceParent, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDbContext>();
        if (await db.DeadLetters.FindAsync([context.Topic, context.Source, context.EventId], cancellationToken) is not null)
        {
            return;
        }

        db.DeadLetters.Add(new DeadLetter
        {
            Topic = context.Topic,
            Source = context.Source,
            EventId = context.EventId,
            Payload = payload,
            Reason = _failures.TryRemove(context.EventId, out var reason) ? reason : "not known to this process",
            TraceParent = traceParent,
            ReceivedTime = time.GetUtcNow(),
        });
        await db.SaveChangesAsync(cancellationToken);
        ServiceTelemetry.DeadLettered.Add(1, new KeyValuePair<string, object?>(TelemetryNames.Topic, context.Topic));
        LogDeadLetter(context.EventId, context.Topic);
    }

    private async Task<EventOutcome> TryAsync(
        EventSubscription subscription, EventContext context, string payload, CancellationToken cancellationToken)
    {
        IMessage message;
        try
        {
            message = subscription.Parse(payload);
        }
        catch (Exception exception) when (exception is InvalidProtocolBufferException or InvalidJsonException)
        {
            return Fail(context, EventOutcome.Drop, exception);
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await HandleAsync(subscription, context, message, cancellationToken);
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                // Another event changed the same rows, or this very event was saved by another replica: look again.
            }
            catch (InvalidRequestException exception)
            {
                return Fail(context, EventOutcome.Drop, exception);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                return Fail(context, EventOutcome.Retry, exception);
            }
        }
    }

    private async Task<EventOutcome> HandleAsync(
        EventSubscription subscription, EventContext context, IMessage message, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDbContext>();
        if (await db.Inbox.AnyAsync(m => m.Source == context.Source && m.EventId == context.EventId, cancellationToken))
        {
            return EventOutcome.Duplicate;
        }

        await subscription.Handle(scope.ServiceProvider, message, context, cancellationToken);
        db.Inbox.Add(new InboxMessage { Source = context.Source, EventId = context.EventId, ProcessedTime = time.GetUtcNow() });
        await db.SaveChangesAsync(cancellationToken);
        return EventOutcome.Processed;
    }

    private EventOutcome Fail(EventContext context, EventOutcome outcome, Exception exception)
    {
        if (_failures.Count >= RememberedFailures)
        {
            _failures.Clear();
        }

        var reason = $"{exception.GetType().Name}: {exception.Message}";
        _failures[context.EventId] = reason.Length <= 500 ? reason : reason[..500];
        LogFailed(context.EventId, context.Topic, outcome, exception);
        return outcome;
    }

    [LoggerMessage(EventId = 1, EventName = "event_failed", Level = LogLevel.Warning, Message = "Event {EventId} of {Topic}: {Outcome}")]
    private partial void LogFailed(string eventId, string topic, EventOutcome outcome, Exception exception);

    [LoggerMessage(EventId = 2, EventName = "event_dead_lettered", Level = LogLevel.Error, Message = "Event {EventId} of {Topic} is among the dead letters")]
    private partial void LogDeadLetter(string eventId, string topic);
}
