using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Truceline.ServiceDefaults.Errors;
using Truceline.ServiceDefaults.Storage;

namespace Truceline.ServiceDefaults.Events;

/// <summary>
/// Notes why events failed, in the database, so that the reason is known on whichever replica the dead letter arrives, and in memory for when
/// the database itself is the reason. Noting never throws.
/// </summary>
internal sealed partial class FailureNotes(IServiceScopeFactory scopes, TimeProvider time, ILogger<FailureNotes> logger)
{
    private const int Remembered = 1000;
    private const int LongestReason = 500;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private readonly ConcurrentDictionary<EventContext, string> _memory = new();

    /// <summary>The reason in words, of an invalid event what is wrong by field. PostgreSQL keeps no U+0000.</summary>
    internal static string ReasonOf(Exception exception)
    {
        var message = exception is InvalidRequestException invalid
            ? string.Join(" ", invalid.Violations.Select(v => $"{v.Field}: {v.Description}"))
            : exception.Message;
        var reason = $"{exception.GetType().Name}: {message}".Replace('\0', '\uFFFD');
        if (reason.Length <= LongestReason)
        {
            return reason;
        }

        // Not between the two halves of a character.
        return reason[..(char.IsHighSurrogate(reason[LongestReason - 1]) ? LongestReason - 1 : LongestReason)];
    }

    /// <summary>Notes a failure.</summary>
    internal async Task NoteAsync(EventContext context, Exception exception)
    {
        var reason = ReasonOf(exception);
        if (_memory.Count >= Remembered)
        {
            _memory.Clear();
        }

        _memory[context] = reason;
        try
        {
            using var limit = new CancellationTokenSource(Patience, time);
            await SaveAsync(context, reason, limit.Token);
        }
        catch (Exception failure)
        {
            LogNotSaved(context.EventId, failure);
        }
    }

    /// <summary>What is known of an event's failures; null when nothing is. The caller saves, which clears the note.</summary>
    internal async Task<(string Reason, int Attempts)?> TakeAsync(ServiceDbContext db, EventContext context, CancellationToken cancellationToken)
    {
        var remembered = _memory.TryGetValue(context, out var reason);
        if (await db.EventFailures.FindAsync([context.Topic, context.Source, context.EventId], cancellationToken) is { } note)
        {
            db.EventFailures.Remove(note);
            return (note.Reason, note.Attempts);
        }

        return remembered ? (reason!, 0) : null;
    }

    private async Task SaveAsync(EventContext context, string reason, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDbContext>();
        var now = time.GetUtcNow();
        var updated = await db.EventFailures
            .Where(f => f.Topic == context.Topic && f.Source == context.Source && f.EventId == context.EventId)
            .ExecuteUpdateAsync(
                set => set.SetProperty(f => f.Reason, reason).SetProperty(f => f.Attempts, f => f.Attempts + 1).SetProperty(f => f.LastTime, now),
                cancellationToken);
        if (updated == 0)
        {
            db.EventFailures.Add(new EventFailure
            {
                Topic = context.Topic,
                Source = context.Source,
                EventId = context.EventId,
                Reason = reason,
                Attempts = 1,
                LastTime = now,
            });
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    [LoggerMessage(EventId = 1, EventName = "event_failure_not_noted", Level = LogLevel.Warning,
        Message = "Why event {EventId} failed could not be noted in the database")]
    private partial void LogNotSaved(string eventId, Exception exception);
}
