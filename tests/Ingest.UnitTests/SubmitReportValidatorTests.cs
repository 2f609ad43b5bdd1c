using Microsoft.Extensions.Time.Testing;
using Truceline.Ingest.Reports;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Errors;
using Truceline.Type.V1;

namespace Truceline.Ingest.UnitTests;

public class SubmitReportValidatorTests
{
    private readonly SubmitReportValidator _validator = new(new FakeTimeProvider(new DateTimeOffset(2020, 3, 6, 12, 0, 0, TimeSpan.Zero)));

    [Fact]
    public void Check_AFullDraft_IsSilent() => Assert.Empty(Violations(new ReportDraft
    {
        Text = "A truce began.",
        MediaType = "text/plain",
        Published = "2020-03-06T11:59:00+01:00",
        Source = "Example Daily",
        Url = "https://example.org/a",
        Title = "Truce",
        Reliability = SourceReliability.B,
    }));

    [Fact]
    public void Check_NoReport_SaysSo()
    {
        var violations = new FieldViolations();

        _validator.Check(new SubmitReportRequest(), violations);

        Assert.Equal(("report", "REQUIRED"), (violations.All[0].Field, violations.All[0].Reason));
    }

    [Fact]
    public void Check_EverythingWrong_NamesEveryField()
    {
        var fields = Violations(new ReportDraft
        {
            Text = "",
            MediaType = "image/png",
            Published = "yesterday",
            Source = new string('s', 201),
            Url = "ftp://example.org",
            Title = "a\nb",
            Reliability = (SourceReliability)77,
        }).Select(v => v.Field);

        Assert.Equal(
            ["report.text", "report.media_type", "report.published", "report.source", "report.title", "report.url", "report.reliability"], fields);
    }

    [Theory]
    [InlineData("", "REQUIRED")]
    [InlineData(" \n.", "NO_TEXT")]
    public void Check_ATextThatIsNone_GivesTheReason(string text, string reason) =>
        Assert.Equal(reason, Assert.Single(Violations(new ReportDraft { Text = text })).Reason);

    [Theory]
    [InlineData("💥💥")]
    [InlineData("33.5138, 36.2765")]
    [InlineData("停火")]
    public void Check_ATextOfFiguresOrSymbols_IsTaken(string text) => Assert.Empty(Violations(new ReportDraft { Text = text }));

    [Theory]
    [InlineData(262_144, 0)]
    [InlineData(262_145, 1)]
    public void Check_ATextAtTheLimit_CountsCodePoints(int length, int expected) =>
        Assert.Equal(expected, Violations(new ReportDraft { Text = new string('a', length) }).Count);

    [Fact]
    public void Check_ALongTextOfWideLetters_CountsBytesToo() =>
        Assert.Equal("TOO_LONG", Assert.Single(Violations(new ReportDraft { Text = new string('語', 200_000) })).Reason);

    [Theory]
    [InlineData("2020-03-06", null)]
    [InlineData("2020-03-07T11:00:00Z", null)]
    [InlineData("2020-03-06T10:00:00.123Z", null)]
    [InlineData("2020-03-08", "IN_FUTURE")]
    [InlineData("1899-12-31", "OUT_OF_RANGE")]
    [InlineData("2020-02-30", "INVALID_DATE")]
    [InlineData("2020-03-06T10:00:00", "INVALID_DATE")]
    [InlineData("06.03.2020", "INVALID_DATE")]
    public void Check_APublicationTime_IsADateOrAnInstant(string published, string? reason) =>
        Assert.Equal(reason, Violations(new ReportDraft { Text = "a", Published = published }).SingleOrDefault()?.Reason);

    private IReadOnlyList<Google.Rpc.BadRequest.Types.FieldViolation> Violations(ReportDraft draft)
    {
        var violations = new FieldViolations();
        _validator.Check(new SubmitReportRequest { Report = draft }, violations);
        return violations.All;
    }
}
