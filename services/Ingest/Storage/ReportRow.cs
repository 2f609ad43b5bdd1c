using System.ComponentModel.DataAnnotations;
using Google.Protobuf.WellKnownTypes;
using Truceline.Ingest.V1;
using Truceline.Type.V1;

namespace Truceline.Ingest.Storage;

/// <summary>A report in the table <c>reports</c>.</summary>
internal sealed class ReportRow
{
    [MaxLength(80)]
    public required string Id { get; init; }

    public required string Text { get; init; }

    [MaxLength(100)]
    public required string MediaType { get; init; }

    [MaxLength(40)]
    public required string Published { get; init; }

    [MaxLength(400)]
    public required string Source { get; init; }

    [MaxLength(2048)]
    public required string Url { get; init; }

    [MaxLength(1000)]
    public required string Title { get; init; }

    public required int Reliability { get; init; }

    public required DateTimeOffset ReceivedTime { get; init; }

    internal static ReportRow Of(Report report) => new()
    {
        Id = report.Id,
        Text = report.Text,
        MediaType = report.MediaType,
        Published = report.Published,
        Source = report.Source,
        Url = report.Url,
        Title = report.Title,
        Reliability = (int)report.Reliability,
        ReceivedTime = report.ReceivedTime.ToDateTimeOffset(),
    };

    internal Report ToReport() => new()
    {
        Id = Id,
        Text = Text,
        MediaType = MediaType,
        Published = Published,
        Source = Source,
        Url = Url,
        Title = Title,
        Reliability = (SourceReliability)Reliability,
        ReceivedTime = Timestamp.FromDateTimeOffset(ReceivedTime),
    };
}
