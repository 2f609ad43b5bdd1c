using System.ComponentModel.DataAnnotations;
using Google.Protobuf;
using Truceline.Notification.V1;

namespace Truceline.Notification.Storage;

/// <summary>An alert.</summary>
internal sealed class AlertRow
{
    public required long Sequence { get; init; }

    [MaxLength(80)]
    public required string AlertId { get; set; }

    [MaxLength(32)]
    public required string TraceId { get; set; }

    public DateTimeOffset SentTime { get; set; }

    /// <summary>The alert as proto, without its sequence.</summary>
    public required byte[] Body { get; set; }

    internal static AlertRow Of(Alert alert, long sequence) => new()
    {
        Sequence = sequence,
        AlertId = alert.Id,
        TraceId = alert.TraceId,
        SentTime = alert.SentTime.ToDateTimeOffset(),
        Body = alert.ToByteArray(),
    };

    internal Alert ToAlert()
    {
        var alert = Alert.Parser.ParseFrom(Body);
        alert.Sequence = Sequence;
        return alert;
    }
}
