using System.ComponentModel.DataAnnotations;
using Google.Protobuf.WellKnownTypes;
using Truceline.Notification.V1;

namespace Truceline.Notification.Storage;

/// <summary>A delivery. It outlives its subscription as a record, but is then not tried any more.</summary>
internal sealed class DeliveryRow
{
    [MaxLength(80)]
    public required string Id { get; set; }

    [MaxLength(36)]
    public required string SubscriptionId { get; set; }

    public long AlertSequence { get; set; }

    public required AlertRow? Alert { get; set; }

    [MaxLength(80)]
    public required string AlertId { get; set; }

    public DeliveryState State { get; set; }

    public int Attempts { get; set; }

    public int LastStatus { get; set; }

    [MaxLength(50)]
    public string LastError { get; set; } = "";

    public DateTimeOffset? NextAttemptTime { get; set; }

    public DateTimeOffset? DeliveredTime { get; set; }

    [MaxLength(100)]
    public string? TraceParent { get; set; }

    [MaxLength(512)]
    public string? TraceState { get; set; }

    internal Delivery ToDelivery() => new()
    {
        Id = Id,
        SubscriptionId = SubscriptionId,
        AlertId = AlertId,
        State = State,
        Attempts = Attempts,
        LastStatus = LastStatus,
        LastError = LastError,
        NextAttemptTime = NextAttemptTime is { } next ? Timestamp.FromDateTimeOffset(next) : null,
        DeliveredTime = DeliveredTime is { } delivered ? Timestamp.FromDateTimeOffset(delivered) : null,
    };
}
