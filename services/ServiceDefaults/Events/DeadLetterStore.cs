using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Truceline.ServiceDefaults.Storage;
using Truceline.ServiceDefaults.Telemetry;

namespace Truceline.ServiceDefaults.Events;

/// <summary>Keeps events that the sidecar gave up on.</summary>
internal sealed partial class DeadLetterStore(
    IServiceScopeFactory scopes, FailureNotes failures, TimeProvider time, ILogger<DeadLetterStore> logger)
{
    private const string NotKnown = "not known: no replica has noted a failure; the sidecar may not have reached the app";

    /// <summary>
    /// Keeps an event; one that is kept already, or that was processed after all, changes nothing. Throws when the database does not take it:
    /// the sidecar then tries again.
    /// </summary>
    internal async Task AddAsync(EventContext context, string payload, string? traceParent, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDbContext>();
        if (await db.DeadLetters.FindAsync([context.Topic, context.Source, context.EventId], cancellationToken) is not null
            || await db.Inbox.AnyAsync(m => m.Source == context.Source && m.EventId == context.EventId, cancellationToken))
        {
            return;
        }

        var failure = await failures.TakeAsync(db, context, cancellationToken);
        db.DeadLetters.Add(new DeadLetter
        {
            Id = ContentHash.Of(context.Topic, context.Source, context.EventId),
            Topic = context.Topic,
            Source = context.Source,
            EventId = context.EventId,
            // PostgreSQL keeps no U+0000, and no valid event holds one.
            Payload = payload.Replace('\0', '\uFFFD'),
            Reason = failure?.Reason ?? NotKnown,
            Attempts = failure?.Attempts ?? 0,
            TraceParent = traceParent,
            ReceivedTime = time.GetUtcNow(),
        });
        await db.SaveChangesAsync(cancellationToken);
        ServiceTelemetry.DeadLettered.Add(1, new KeyValuePair<string, object?>(TelemetryNames.Topic, context.Topic));
        LogDeadLetter(context.EventId, context.Topic, failure?.Reason ?? NotKnown);
    }

    [LoggerMessage(EventId = 1, EventName = "event_dead_lettered", Level = LogLevel.Error,
        Message = "Event {EventId} of {Topic} is among the dead letters: {Reason}")]
    private partial void LogDeadLetter(string eventId, string topic, string reason);
}
