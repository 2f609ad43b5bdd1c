using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Truceline.Ingest.Documents;
using Truceline.Ingest.V1;
using Truceline.Type.V1;

namespace Truceline.Ingest.Storage;

/// <summary>A report in the table <c>reports</c>.</summary>
internal sealed class ReportRow
{
    [MaxLength(80)]
    public required string Id { get; init; }

    /// <summary>Counts up in the order of commits, across replicas; 0 in rows of an older schema.</summary>
    public required long Sequence { get; init; }

    public required string Text { get; set; }

    [MaxLength(100)]
    public required string MediaType { get; init; }

    [MaxLength(40)]
    public required string Published { get; init; }

    [MaxLength(400)]
    public required string Source { get; set; }

    [MaxLength(2048)]
    public required string Url { get; set; }

    [MaxLength(1000)]
    public required string Title { get; set; }

    public required int Reliability { get; init; }

    public required DateTimeOffset ReceivedTime { get; init; }

    [MaxLength(80)]
    public required string DocumentId { get; init; }

    [MaxLength(400)]
    public required string ItemPath { get; init; }

    [MaxLength(40)]
    public required string Format { get; init; }

    [MaxLength(80)]
    public required string SourceId { get; init; }

    [MaxLength(2048)]
    public required string ExternalId { get; set; }

    [MaxLength(40)]
    public required string Updated { get; init; }

    [MaxLength(40)]
    public required string Language { get; init; }

    [MaxLength(80)]
    public required string StoryId { get; set; }

    [MaxLength(80)]
    public required string Revises { get; set; }

    public required int Revision { get; set; }

    public required bool Withdrawn { get; init; }

    public DateTimeOffset? ErasedTime { get; set; }

    /// <summary>A <see cref="Report"/> with the fields that nobody searches by: origin, boilerplate, observation, summary, the format's own.</summary>
    public required byte[] Details { get; set; }

    /// <summary>The way back to the document (<see cref="TextMapCodec"/>); null when the text is the document.</summary>
    public byte[]? Map { get; set; }

    /// <summary>Reads all of a row but its text and map.</summary>
    internal static readonly Expression<Func<ReportRow, ReportRow>> WithoutText = r => new ReportRow
    {
        Id = r.Id,
        Sequence = r.Sequence,
        Text = "",
        MediaType = r.MediaType,
        Published = r.Published,
        Source = r.Source,
        Url = r.Url,
        Title = r.Title,
        Reliability = r.Reliability,
        ReceivedTime = r.ReceivedTime,
        DocumentId = r.DocumentId,
        ItemPath = r.ItemPath,
        Format = r.Format,
        SourceId = r.SourceId,
        ExternalId = r.ExternalId,
        Updated = r.Updated,
        Language = r.Language,
        StoryId = r.StoryId,
        Revises = r.Revises,
        Revision = r.Revision,
        Withdrawn = r.Withdrawn,
        ErasedTime = r.ErasedTime,
        Details = r.Details,
    };

    internal static ReportRow Of(Report report, TextMap? map, long sequence) => new()
    {
        Id = report.Id,
        Sequence = sequence,
        Text = report.Text,
        MediaType = report.MediaType,
        Published = report.Published,
        Source = report.Source,
        Url = report.Url,
        Title = report.Title,
        Reliability = (int)report.Reliability,
        ReceivedTime = report.ReceivedTime.ToDateTimeOffset(),
        DocumentId = report.DocumentId,
        ItemPath = report.ItemPath,
        Format = report.Format,
        SourceId = report.SourceId,
        ExternalId = report.ExternalId,
        Updated = report.Updated,
        Language = report.Language,
        StoryId = report.StoryId,
        Revises = report.Revises,
        Revision = report.Revision,
        Withdrawn = report.Withdrawn,
        Details = DetailsOf(report),
        Map = map is null ? null : TextMapCodec.Write(map, report.Text.Length),
    };

    /// <summary>Takes over what is left of the report. Its map stays: it holds no words.</summary>
    internal void Erase(Report left, DateTimeOffset now)
    {
        (Text, Title, Url, Source, ExternalId) = (left.Text, left.Title, left.Url, left.Source, left.ExternalId);
        (Details, ErasedTime) = (DetailsOf(left), now);
    }

    private static byte[] DetailsOf(Report report) => new Report
    {
        Origin = report.Origin,
        Boilerplate = { report.Boilerplate },
        Observation = report.Observation,
        Summary = report.Summary,
        ChainId = report.ChainId,
        Fields = { report.Fields },
    }.ToByteArray();

    internal Report ToReport()
    {
        var report = Report.Parser.ParseFrom(Details);
        report.Id = Id;
        report.Text = Text;
        report.MediaType = MediaType;
        report.Published = Published;
        report.Source = Source;
        report.Url = Url;
        report.Title = Title;
        report.Reliability = (SourceReliability)Reliability;
        report.ReceivedTime = Timestamp.FromDateTimeOffset(ReceivedTime);
        report.DocumentId = DocumentId;
        report.ItemPath = ItemPath;
        report.Format = Format;
        report.SourceId = SourceId;
        report.ExternalId = ExternalId;
        report.Updated = Updated;
        report.Language = Language;
        // Reports of an older schema are each a story of their own.
        report.StoryId = StoryId.Length > 0 ? StoryId : Id;
        report.Revises = Revises;
        report.Revision = Math.Max(1, Revision);
        report.ChainId = report.ChainId.Length > 0 ? report.ChainId : Id;
        report.Withdrawn = Withdrawn;
        report.ErasedTime = ErasedTime is { } erased ? Timestamp.FromDateTimeOffset(erased) : null;
        return report;
    }
}
