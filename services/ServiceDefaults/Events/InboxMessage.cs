using System.ComponentModel.DataAnnotations;

namespace Truceline.ServiceDefaults.Events;

/// <summary>Id of an event whose effect is in the database: a second delivery changes nothing.</summary>
public sealed class InboxMessage
{
    /// <summary>App that published it.</summary>
    [MaxLength(100)]
    public required string Source { get; set; }

    /// <summary>The event's id.</summary>
    [MaxLength(200)]
    public required string EventId { get; set; }

    /// <summary>When it was processed, UTC.</summary>
    public DateTimeOffset ProcessedTime { get; set; }
}

/// <summary>An event that could not be processed, kept with its reason and trace until an operator deals with it.</summary>
public sealed class DeadLetter
{
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

    /// <summary>Why, as far as this service knows it: the last failure of its handler.</summary>
    [MaxLength(500)]
    public required string Reason { get; set; }

    /// <summary>W3C trace context under which it came; null when there was none.</summary>
    [MaxLength(100)]
    public string? TraceParent { get; set; }

    /// <summary>When it arrived here, UTC.</summary>
    public DateTimeOffset ReceivedTime { get; set; }
}
