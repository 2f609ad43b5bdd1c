using System.ComponentModel.DataAnnotations;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Truceline.Ingest.Uploads;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.Storage;

/// <summary>An upload in the table <c>uploads</c>.</summary>
internal sealed class UploadRow
{
    [MaxLength(40)]
    public required string Id { get; init; }

    /// <summary>A <see cref="DocumentHints"/> in its wire form.</summary>
    public required byte[] Hints { get; init; }

    /// <summary>As announced, or as received once it is complete; 0 while it is not known.</summary>
    public required long SizeBytes { get; set; }

    [MaxLength(64)]
    public required string Sha256 { get; init; }

    public required UploadState State { get; set; }

    public long ReceivedBytes { get; set; }

    public long ProcessedBytes { get; set; }

    [MaxLength(80)]
    public string DocumentId { get; set; } = "";

    [MaxLength(100)]
    public string Format { get; set; } = "";

    public long AcceptedCount { get; set; }

    public long KnownCount { get; set; }

    public long RevisedCount { get; set; }

    public long RejectedCount { get; set; }

    /// <summary>An <see cref="UploadFault"/> in its wire form; null when it did not fail.</summary>
    public byte[]? Fault { get; set; }

    public required DateTimeOffset CreateTime { get; init; }

    public required DateTimeOffset UpdateTime { get; set; }

    internal static UploadRow Of(Upload upload) => new()
    {
        Id = upload.Id,
        Hints = (upload.Hints ?? new DocumentHints()).ToByteArray(),
        SizeBytes = upload.SizeBytes,
        Sha256 = upload.Sha256,
        State = upload.State,
        CreateTime = upload.CreateTime.ToDateTimeOffset(),
        UpdateTime = upload.UpdateTime.ToDateTimeOffset(),
    };

    internal Upload ToUpload() => new()
    {
        Id = Id,
        Hints = DocumentHints.Parser.ParseFrom(Hints),
        SizeBytes = SizeBytes,
        Sha256 = Sha256,
        State = State,
        ReceivedBytes = ReceivedBytes,
        ProcessedBytes = ProcessedBytes,
        Percent = Progress.Percent(State, ProcessedBytes, SizeBytes),
        DocumentId = DocumentId,
        Format = Format,
        AcceptedCount = AcceptedCount,
        KnownCount = KnownCount,
        RevisedCount = RevisedCount,
        RejectedCount = RejectedCount,
        Fault = Fault is null ? null : UploadFault.Parser.ParseFrom(Fault),
        CreateTime = Timestamp.FromDateTimeOffset(CreateTime),
        UpdateTime = Timestamp.FromDateTimeOffset(UpdateTime),
    };
}

/// <summary>A piece of an upload in the table <c>upload_pieces</c>.</summary>
internal sealed class UploadPieceRow
{
    [MaxLength(40)]
    public required string UploadId { get; init; }

    /// <summary>How many bytes came before it.</summary>
    public required long Position { get; init; }

    public required byte[] Content { get; init; }
}

/// <summary>Results of items that follow each other, in the table <c>upload_results</c>.</summary>
internal sealed class UploadResultsRow
{
    [MaxLength(40)]
    public required string UploadId { get; init; }

    /// <summary>Index of the first item.</summary>
    public required long FirstIndex { get; init; }

    /// <summary>Index behind the last item.</summary>
    public required long EndIndex { get; init; }

    /// <summary>A <see cref="ListUploadResultsResponse"/> in its wire form.</summary>
    public required byte[] Results { get; init; }
}
