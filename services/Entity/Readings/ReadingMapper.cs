using Google.Protobuf.WellKnownTypes;
using Truceline.Entity.Reading;
using Truceline.Entity.V1;
using EntityProto = Truceline.Entity.V1.Entity;
using EntityType = Truceline.Entity.V1.EntityType;
using ReadingProto = Truceline.Entity.V1.Reading;
using ReportHeader = Truceline.Entity.V1.ReportHeader;

namespace Truceline.Entity.Readings;

/// <summary>A reading as a proto. Pure.</summary>
internal static class ReadingMapper
{
    /// <summary>Maps what was read from a report.</summary>
    /// <param name="story">What was read.</param>
    /// <param name="report">The report.</param>
    /// <param name="reader">Version of the reader.</param>
    /// <param name="readTime">When it was read, UTC.</param>
    internal static ReadingProto Map(StoryReading story, Ingest.V1.Report report, string reader, DateTimeOffset readTime)
    {
        var points = new CodePoints(report.Text);
        var entities = story.Entities.DistinctBy(e => e.Id).ToDictionary(e => e.Id);
        var claims = new ClaimMapper(report, entities, points, story.Header.Outlet);
        return new ReadingProto
        {
            ReportId = report.Id,
            Header = Header(story.Header, report.Text, points),
            Entities = { entities.Values.Select(e => Entity(e, report.Text, points)) },
            Dates =
            {
                story.Dates.Select(d => new V1.DateMention
                {
                    Span = points.Of(d.Span),
                    Text = d.Span.Of(report.Text),
                    Date = MeasureMapper.ExtentOfMention(d),
                    Instant = d.Instant is { } instant ? Timestamp.FromDateTimeOffset(instant) : null,
                }),
            },
            Quantities = { story.Quantities.Select(q => MeasureMapper.Quantity(q, report.Text, points)) },
            Claims = { story.Claims.Select(c => claims.Map(c, reader)).Where(c => !IsBoilerplate(c, report)).DistinctBy(c => c.Id) },
            Coordinates = { story.Coordinates.Select(c => MeasureMapper.Coordinate(c, report.Text, points)) },
            Designations = { story.Designations.Select(d => MeasureMapper.Designation(d, report.Text, points)) },
            Reader = reader,
            ReadTime = Timestamp.FromDateTimeOffset(readTime),
        };
    }

    // "Our forces hold the zone" in a quoted earlier mail, or in a link to another story, is no claim of this report.
    private static bool IsBoilerplate(Claim claim, Ingest.V1.Report report) =>
        report.Boilerplate.Any(b => b.Span.Start <= claim.Evidence.Span.Start && claim.Evidence.Span.End <= b.Span.End);

    private static ReportHeader Header(Reading.ReportHeader header, string text, CodePoints points) => new()
    {
        DatelinePlace = header.DatelinePlace?.Of(text) ?? "",
        DatelineDate = header.DatelineDate is { } date ? MeasureMapper.Iso(date) : "",
        Agency = header.Agency ?? "",
        Outlet = header.Outlet ?? "",
        Language = header.Language,
        Body = points.Of(header.Body),
        ReferenceDate = MeasureMapper.Iso(header.Reference),
        LanguageSupported = header.LanguageSupported,
    };

    private static EntityProto Entity(NamedEntity entity, string text, CodePoints points) => new()
    {
        Id = entity.Id,
        Type = System.Enum.Parse<EntityType>(entity.Type.ToString()),
        Name = entity.Name,
        Mentions =
        {
            entity.Mentions.Select(m => new Mention { Span = points.Of(m.Span), Text = m.Span.Of(text), Metonym = m.Metonym, Kind = System.Enum.Parse<V1.MentionKind>(m.Kind.ToString()) }),
        },
        Country = entity.Country ?? "",
        Kind = entity.Kind ?? "",
        Role = entity.Role ?? "",
        KnowledgeId = entity.KnowledgeId ?? "",
        Places = { entity.Places.Select(MeasureMapper.Place) },
    };
}
