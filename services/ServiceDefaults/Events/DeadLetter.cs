using System.ComponentModel.DataAnnotations;

namespace Truceline.ServiceDefaults.Events;

/// <summary>An event that could not be processed, kept with its reason and trace until an operator replays or discards it.</summary>
public sealed class DeadLetter
{
    /// <summary>"sha256:…" of topic, source and event id: its name for operators.</summary>
    [MaxLength(80)]
    public required string Id { get; set; }

    /// <summary>Topic on which it first came.</summary>
    [MaxLength(100)]
    public required string Topic { get; set; }

    /// <summary>App that published it.</summary>
    [MaxLength(100)]
    public required string Source { get; set; }

    /// <summary>The event's id.</summary>
    [MaxLength(200)]
    public required string EventId { get; set; }

    /// <summary>The event as JSON, as it came.</summary>
    public required string Payload { get; set; }

    /// <summary>Why: the last failure of its handler, as type and message; says so when it is not known.</summary>
    [MaxLength(500)]
    public required string Reason { get; set; }

    /// <summary>Attempts that failed before it came here and replays that failed since; 0 when not known.</summary>
    public int Attempts { get; set; }

    /// <summary>W3C trace context of the event, under which it was published; null when there was none.</summary>
    [MaxLength(100)]
    public string? TraceParent { get; set; }

    /// <summary>When it arrived here, UTC.</summary>
    public DateTimeOffset ReceivedTime { get; set; }

    /// <summary>When it was replayed last, in vain, UTC; null when it was not.</summary>
    public DateTimeOffset? LastReplayTime { get; set; }
}

/// <summary>Why an event failed that was not processed so far: known to every replica, and the reason of the dead letter that it may become.</summary>
public sealed class EventFailure
{
    /// <summary>Topic.</summary>
    [MaxLength(100)]
    public required string Topic { get; set; }

    /// <summary>App that published it.</summary>
    [MaxLength(100)]
    public required string Source { get; set; }

    /// <summary>The event's id.</summary>
    [MaxLength(200)]
    public required string EventId { get; set; }

    /// <summary>The last failure, as type and message.</summary>
    [MaxLength(500)]
    public required string Reason { get; set; }

    /// <summary>Attempts that failed.</summary>
    public int Attempts { get; set; }

    /// <summary>When the last one failed, UTC.</summary>
    public DateTimeOffset LastTime { get; set; }
}
