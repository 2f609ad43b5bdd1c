using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Google.Protobuf;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.Storage;

/// <summary>A position in the table <c>positions</c>.</summary>
internal sealed class PositionRow
{
    [MaxLength(80)]
    public required string Id { get; init; }

    [MaxLength(400)]
    public required string ObjectId { get; init; }

    public required DateTimeOffset Time { get; init; }

    public required DateTimeOffset ReceivedTime { get; init; }

    /// <summary>An <see cref="ObservedPosition"/>.</summary>
    public required byte[] Content { get; init; }

    internal static PositionRow Of(ObservedPosition position) => new()
    {
        Id = position.Id,
        ObjectId = position.Position.ObjectId,
        Time = DateTimeOffset.Parse(position.Position.Time, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal),
        ReceivedTime = position.ReceivedTime.ToDateTimeOffset(),
        Content = position.ToByteArray(),
    };

    internal ObservedPosition ToPosition() => ObservedPosition.Parser.ParseFrom(Content);
}
