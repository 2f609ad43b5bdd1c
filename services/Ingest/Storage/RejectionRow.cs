using System.ComponentModel.DataAnnotations;
using Google.Rpc;
using Truceline.Ingest.Rejections;

namespace Truceline.Ingest.Storage;

/// <summary>A refused item in the table <c>rejections</c>.</summary>
internal sealed class RejectionRow
{
    [MaxLength(80)]
    public required string Id { get; init; }

    [MaxLength(80)]
    public required string DocumentId { get; init; }

    [MaxLength(1000)]
    public required string ItemPath { get; init; }

    public required long ItemIndex { get; init; }

    /// <summary>A <see cref="BadRequest"/> in its wire form.</summary>
    public required byte[] Violations { get; set; }

    public required string Original { get; set; }

    [MaxLength(100)]
    public required string Format { get; init; }

    [MaxLength(80)]
    public required string SourceId { get; init; }

    public required DateTimeOffset ReceivedTime { get; init; }

    [MaxLength(100)]
    public required string TraceParent { get; init; }

    public int Attempts { get; set; }

    public DateTimeOffset? LastReplayTime { get; set; }

    internal static RejectionRow Of(Rejection rejection) => new()
    {
        Id = rejection.Id,
        DocumentId = rejection.DocumentId,
        ItemPath = Rejection.PathOf(rejection.ItemPath),
        ItemIndex = rejection.Index,
        Violations = Bytes(rejection.Violations),
        Original = Rejection.OriginalOf(rejection.Original),
        Format = rejection.Format,
        SourceId = rejection.SourceId,
        ReceivedTime = rejection.ReceivedTime,
        TraceParent = rejection.TraceParent,
        Attempts = rejection.Attempts,
        LastReplayTime = rejection.LastReplayTime,
    };

    internal static byte[] Bytes(IEnumerable<BadRequest.Types.FieldViolation> violations) =>
        Google.Protobuf.MessageExtensions.ToByteArray(new BadRequest { FieldViolations = { violations } });

    internal Rejection ToRejection() => new()
    {
        DocumentId = DocumentId,
        ItemPath = ItemPath,
        Index = ItemIndex,
        Violations = BadRequest.Parser.ParseFrom(Violations).FieldViolations,
        Original = Original,
        Format = Format,
        SourceId = SourceId,
        ReceivedTime = ReceivedTime,
        TraceParent = TraceParent,
        Attempts = Attempts,
        LastReplayTime = LastReplayTime,
    };
}
