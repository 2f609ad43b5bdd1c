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
