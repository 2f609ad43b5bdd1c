using System.ComponentModel.DataAnnotations;
using Google.Protobuf.WellKnownTypes;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.Storage;

/// <summary>A look at a source in the table <c>source_fetches</c>, of which the last ones are kept.</summary>
internal sealed class SourceFetchRow
{
    public long Number { get; set; }

    [MaxLength(36)]
    public required string SourceId { get; init; }

    public DateTimeOffset StartTime { get; init; }

    public double DurationSeconds { get; init; }

    public int Outcome { get; init; }

    [MaxLength(60)]
    public required string Reason { get; init; }

    public int Status { get; init; }

    [MaxLength(2048)]
    public required string Address { get; init; }

    public long SizeBytes { get; init; }

    [MaxLength(80)]
    public required string DocumentId { get; init; }

    public int AcceptedCount { get; init; }

    public int RevisedCount { get; init; }

    public int KnownCount { get; init; }

    public int RejectedCount { get; init; }

    internal static SourceFetchRow Of(string sourceId, SourceFetch fetch) => new()
    {
        SourceId = sourceId,
        StartTime = fetch.StartTime.ToDateTimeOffset(),
        DurationSeconds = fetch.DurationSeconds,
        Outcome = (int)fetch.Outcome,
        Reason = fetch.Reason,
        Status = fetch.Status,
        Address = fetch.Address,
        SizeBytes = fetch.SizeBytes,
        DocumentId = fetch.DocumentId,
        AcceptedCount = fetch.AcceptedCount,
        RevisedCount = fetch.RevisedCount,
        KnownCount = fetch.KnownCount,
        RejectedCount = fetch.RejectedCount,
    };

    internal SourceFetch ToFetch() => new()
    {
        Number = Number,
        StartTime = Timestamp.FromDateTimeOffset(StartTime),
        DurationSeconds = DurationSeconds,
        Outcome = (FetchOutcome)Outcome,
        Reason = Reason,
        Status = Status,
        Address = Address,
        SizeBytes = SizeBytes,
        DocumentId = DocumentId,
        AcceptedCount = AcceptedCount,
        RevisedCount = RevisedCount,
        KnownCount = KnownCount,
        RejectedCount = RejectedCount,
    };
}

/// <summary>What a source brought on a day, in the table <c>source_days</c>.</summary>
internal sealed class SourceDayRow
{
    [MaxLength(36)]
    public required string SourceId { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>New and revised items.</summary>
    public long Items { get; set; }
}
