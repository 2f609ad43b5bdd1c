using System.ComponentModel.DataAnnotations;
using Truceline.Ingest.Stories;
using Truceline.Ingest.Stories.Revisions;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.Storage;

/// <summary>
/// What a report is compared by, in the table <c>story_reports</c>: its story, its signature, its place among versions. From it the index is built again. It
/// holds no words of the report, and stays when the text is erased.
/// </summary>
internal sealed class StoryReportRow
{
    /// <summary>Its key, the report's <see cref="ReportRow.Sequence"/>: counts up in the order of commits, across replicas.</summary>
    public required long Sequence { get; init; }

    [MaxLength(80)]
    public required string ReportId { get; init; }

    [MaxLength(80)]
    public required string StoryId { get; set; }

    /// <summary><see cref="StoryRow.Number"/> of the story.</summary>
    public required long StoryNumber { get; set; }

    public required DateTimeOffset ReceivedTime { get; init; }

    /// <summary>When it came out: <see cref="ReportTimes"/>.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Serialised form of <see cref="Stories.Signatures.StorySignature"/>.</summary>
    public required byte[] Signature { get; init; }

    /// <summary><see cref="ChainKey"/>; null when nothing can be a version of it.</summary>
    [MaxLength(80)]
    public required string? ChainKey { get; init; }

    [MaxLength(80)]
    public required string ChainId { get; init; }

    public required int Revision { get; init; }

    [MaxLength(40)]
    public required string Published { get; init; }

    [MaxLength(40)]
    public required string Updated { get; init; }

    /// <summary><see cref="VersionText"/>; empty without a key.</summary>
    [MaxLength(80)]
    public required string TextHash { get; init; }

    internal static StoryReportRow Of(Report report, ReportTraits traits, long sequence, long storyNumber) => new()
    {
        Sequence = sequence,
        ReportId = report.Id,
        StoryId = report.StoryId,
        StoryNumber = storyNumber,
        ReceivedTime = report.ReceivedTime.ToDateTimeOffset(),
        Time = ReportTimes.Of(report),
        Signature = traits.Signature.Bytes.ToArray(),
        ChainKey = traits.Chain?.Value,
        ChainId = report.ChainId,
        Revision = report.Revision,
        Published = report.Published,
        Updated = report.Updated,
        TextHash = traits.TextHash,
    };

    internal KnownVersion ToVersion() => new(ReportId, ChainId, Revision, Published, Updated, TextHash);
}
