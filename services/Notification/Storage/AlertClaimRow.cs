using System.ComponentModel.DataAnnotations;

namespace Truceline.Notification.Storage;

/// <summary>That an alert rests on a claim: on the one that gave it, or on a copy that says the same. It holds no words of reports.</summary>
internal sealed class AlertClaimRow
{
    /// <summary>The claim.</summary>
    [MaxLength(80)]
    public required string ClaimId { get; init; }

    /// <summary>The alert; empty for a claim that was withdrawn before it came.</summary>
    [MaxLength(80)]
    public required string AlertId { get; init; }

    /// <summary>Subject of the alert: the claim that gave it.</summary>
    [MaxLength(80)]
    public required string SubjectId { get; init; }

    /// <summary>Revision of the claim; once it is withdrawn, the last one that counts no longer.</summary>
    public long Revision { get; set; }

    /// <summary>Whether it counts no longer.</summary>
    public bool IsWithdrawn { get; set; }

    /// <summary>When it came, UTC.</summary>
    public DateTimeOffset Time { get; init; }
}
