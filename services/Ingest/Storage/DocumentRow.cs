using System.ComponentModel.DataAnnotations;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.Storage;

/// <summary>A raw document in the table <c>documents</c>.</summary>
internal sealed class DocumentRow
{
    [MaxLength(80)]
    public required string Id { get; init; }

    public required long SizeBytes { get; init; }

    [MaxLength(200)]
    public required string MediaType { get; init; }

    [MaxLength(40)]
    public required string Format { get; init; }

    [MaxLength(40)]
    public required string Encoding { get; init; }

    /// <summary>A <see cref="DocumentHints"/>.</summary>
    public required byte[] Hints { get; set; }

    public required DateTimeOffset ReceivedTime { get; init; }

    /// <summary>The bytes; null when they are kept as chunks of an upload, or erased.</summary>
    public byte[]? Content { get; set; }

    /// <summary>The upload that keeps the bytes; null when they are here, or erased.</summary>
    [MaxLength(80)]
    public string? UploadId { get; set; }

    public DateTimeOffset? ErasedTime { get; set; }

    internal static DocumentRow Of(Document document, ReadOnlyMemory<byte>? bytes, string? uploadId) => new()
    {
        Id = document.Id,
        SizeBytes = document.SizeBytes,
        MediaType = document.MediaType,
        Format = document.Format,
        Encoding = document.Encoding,
        Hints = (document.Hints ?? new DocumentHints()).ToByteArray(),
        ReceivedTime = document.ReceivedTime.ToDateTimeOffset(),
        Content = bytes?.ToArray(),
        UploadId = uploadId,
    };

    internal Document ToDocument() => new()
    {
        Id = Id,
        SizeBytes = SizeBytes,
        MediaType = MediaType,
        Format = Format,
        Encoding = Encoding,
        Hints = DocumentHints.Parser.ParseFrom(Hints),
        ReceivedTime = Timestamp.FromDateTimeOffset(ReceivedTime),
        ErasedTime = ErasedTime is { } erased ? Timestamp.FromDateTimeOffset(erased) : null,
    };
}
