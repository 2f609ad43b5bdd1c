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
internal sealed partial class EventPipeline(
    IServiceScopeFactory scopes, FailureNotes failures, TimeProvider time, ILogger<EventPipeline> logger)
{
    private const int Attempts = 8;
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(500);

    /// <summary>Processes one event and notes why, when it fails.</summary>
    internal async Task<EventOutcome> ProcessAsync(
        EventSubscription subscription, EventContext context, string payload, CancellationToken cancellationToken)
    {
        try
        {
            var (outcome, failure) = await ReplayAsync(subscription, context, payload, cancellationToken);
            if (failure is not null)
            {
                await failures.NoteAsync(context, failure);
            }

            return outcome;
        }
        catch (OperationCanceledException exception)
        {
            // Nobody hears an answer any more, but an operator should know what time ran out in.
            await failures.NoteAsync(context, exception);
            throw;
        }
    }

    /// <summary>Processes one event; its failure is the caller's to note.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled; whether the effect is saved is not known.</exception>
    internal async Task<(EventOutcome Outcome, Exception? Failure)> ReplayAsync(
        EventSubscription subscription, EventContext context, string payload, CancellationToken cancellationToken)
    {
        var (outcome, failure) = await TryAsync(subscription, context, payload, cancellationToken);
        ServiceTelemetry.Processed.Add(1,
            new KeyValuePair<string, object?>(TelemetryNames.Topic, context.Topic),
            new KeyValuePair<string, object?>(TelemetryNames.Outcome, outcome switch
            {
                EventOutcome.Processed => "processed",
                EventOutcome.Duplicate => "duplicate",
                EventOutcome.Retry => "retried",
                _ => "dropped",
            }));
        if (failure is not null)
        {
            LogFailed(context.EventId, context.Topic, outcome, failure);
        }

        return (outcome, failure);
    }

    private async Task<(EventOutcome Outcome, Exception? Failure)> TryAsync(
        EventSubscription subscription, EventContext context, string payload, CancellationToken cancellationToken)
    {
        IMessage message;
        try
        {
            message = subscription.Parse(payload);
        }
        catch (Exception exception) when (exception is InvalidProtocolBufferException or InvalidJsonException)
        {
            return (EventOutcome.Drop, exception);
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return (await HandleAsync(subscription, context, message, cancellationToken), null);
            }
            catch (Exception exception) when (attempt < Attempts && IsConflict(exception))
            {
                // Another event changed the same rows, or this very event was saved by another replica: look again, not all at the same time.
                var longest = Math.Min(LongestPause.TotalMilliseconds, 10 * Math.Pow(2, attempt));
                await Task.Delay(TimeSpan.FromMilliseconds(longest * Random.Shared.NextDouble()), time, cancellationToken);
            }
            catch (InvalidRequestException exception)
            {
                return (EventOutcome.Drop, exception);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                return (EventOutcome.Retry, exception);
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
        if (db.Database.CurrentTransaction is { } transaction)
        {
            // A handler that counts up has begun one.
            await transaction.CommitAsync(cancellationToken);
        }

        return EventOutcome.Processed;
    }

    private static bool IsConflict(Exception exception) => exception is DbUpdateException || StorageFailures.IsTransient(exception);

    [LoggerMessage(EventId = 1, EventName = "event_failed", Level = LogLevel.Warning, Message = "Event {EventId} of {Topic}: {Outcome}")]
    private partial void LogFailed(string eventId, string topic, EventOutcome outcome, Exception exception);
}
