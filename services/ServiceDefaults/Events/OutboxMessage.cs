using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using Google.Protobuf;

namespace Truceline.ServiceDefaults.Events;

/// <summary>An event that waits to be handed to the broker, or was.</summary>
public sealed class OutboxMessage
{
    private static readonly JsonFormatter Formatter = new(JsonFormatter.Settings.Default);

    /// <summary>Order of publication, counting up.</summary>
    public long Sequence { get; set; }

    /// <summary>The event's id, the same on every attempt: "sha256:…" of topic and payload.</summary>
    [MaxLength(80)]
    public required string EventId { get; set; }

    /// <summary>Topic.</summary>
    [MaxLength(100)]
    public required string Topic { get; set; }

    /// <summary>Full name of the proto.</summary>
    [MaxLength(200)]
    public required string Type { get; set; }

    /// <summary>The proto as JSON.</summary>
    public required string Payload { get; set; }

    /// <summary>W3C trace context of the work that made it; null when there was none.</summary>
    [MaxLength(100)]
    public string? TraceParent { get; set; }

    /// <summary>W3C trace state; null when there was none.</summary>
    [MaxLength(512)]
    public string? TraceState { get; set; }

    /// <summary>When it was made, UTC.</summary>
    public DateTimeOffset CreatedTime { get; set; }

    /// <summary>When the broker took it, UTC; null while it waits.</summary>
    public DateTimeOffset? DispatchedTime { get; set; }

    /// <summary>Attempts that failed.</summary>
    public int FailedAttempts { get; set; }

    /// <summary>Not to be tried before, UTC. Holds back an event that the sidecar refuses, so that it does not hold up the others.</summary>
    public DateTimeOffset NotBeforeTime { get; set; }

    /// <summary>An event to be added to the outbox.</summary>
    /// <param name="topic">One of <see cref="Topics"/>.</param>
    /// <param name="event">Proto of <c>truceline.events.v1</c>.</param>
    /// <param name="now">The present, UTC.</param>
    /// <param name="trace">Trace of the work that made it; the default for none.</param>
    public static OutboxMessage Of(string topic, IMessage @event, DateTimeOffset now, ActivityContext trace)
    {
        ArgumentNullException.ThrowIfNull(@event);
        return Of(topic, @event.Descriptor.FullName, Formatter.Format(@event), now, trace);
    }

    /// <summary>An event whose JSON is made already.</summary>
    /// <param name="topic">One of <see cref="Topics"/>.</param>
    /// <param name="type">Full name of the proto.</param>
    /// <param name="payload">The proto as JSON.</param>
    /// <param name="now">The present, UTC.</param>
    /// <param name="trace">Trace of the work that made it; the default for none.</param>
    public static OutboxMessage Of(string topic, string type, string payload, DateTimeOffset now, ActivityContext trace) => new()
    {
        EventId = ContentHash.Of(topic, payload),
        Topic = topic,
        Type = type,
        Payload = payload,
        TraceParent = trace == default ? null : $"00-{trace.TraceId.ToHexString()}-{trace.SpanId.ToHexString()}-{(int)trace.TraceFlags:x2}",
        TraceState = trace.TraceState,
        CreatedTime = now,
        NotBeforeTime = now,
    };
}

/// <summary>Publishing through the outbox.</summary>
public static class OutboxPublishing
{
    /// <summary>
    /// Adds an event to the outbox of <paramref name="db"/>; it is published after the changes are saved, under the trace of the caller.
    /// </summary>
    /// <param name="db">Database that is about to be saved.</param>
    /// <param name="topic">One of <see cref="Topics"/>.</param>
    /// <param name="event">Proto of <c>truceline.events.v1</c>.</param>
    /// <param name="now">The present, UTC.</param>
    public static void Publish(this Storage.ServiceDbContext db, string topic, IMessage @event, DateTimeOffset now) =>
        db.Publish(topic, @event, now, Activity.Current?.Context ?? default);

    /// <summary>The same under a trace that is not the caller's: of work that shares a transaction with others'.</summary>
    /// <param name="db">Database that is about to be saved.</param>
    /// <param name="topic">One of <see cref="Topics"/>.</param>
    /// <param name="event">Proto of <c>truceline.events.v1</c>.</param>
    /// <param name="now">The present, UTC.</param>
    /// <param name="trace">The trace; the default for none.</param>
    public static void Publish(this Storage.ServiceDbContext db, string topic, IMessage @event, DateTimeOffset now, ActivityContext trace)
    {
        ArgumentNullException.ThrowIfNull(db);
        db.Outbox.Add(OutboxMessage.Of(topic, @event, now, trace));
    }
}
