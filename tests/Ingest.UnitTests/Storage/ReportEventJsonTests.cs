using CsCheck;
using Truceline.Events.V1;
using Truceline.Ingest.Storage;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.UnitTests.Storage;

public class ReportEventJsonTests
{
    [Theory]
    [InlineData("A patrol saw \"two\" lorries \\ near the ford.\r\n\tNothing else.")]
    [InlineData("نص عربي، текст, 文字 and 🛰 beyond the plane; \u2028 \u0001 </script>")]
    public void Of_AnyText_IsTheEvent(string text)
    {
        var report = Whole(text);

        Assert.Equal(new ReportAccepted { Report = report }, ReportAccepted.Parser.ParseJson(ReportEventJson.Of(report)));
        Assert.Equal(new ReportRevised { Report = report }, ReportRevised.Parser.ParseJson(ReportEventJson.Of(report)));
    }

    [Fact]
    public void Of_ReportWithNoMoreThanAnId_IsTheEvent()
    {
        var report = new Report { Id = "sha256:00" };

        Assert.Equal(new ReportAccepted { Report = report }, ReportAccepted.Parser.ParseJson(ReportEventJson.Of(report)));
    }

    [Fact]
    public void Of_RandomTexts_AreTheEvent() => Gen.String.Where(t => !t.Any(char.IsSurrogate)).Sample(text =>
    {
        var report = Whole(text);
        Assert.Equal(text, ReportAccepted.Parser.ParseJson(ReportEventJson.Of(report)).Report.Text);
        Assert.Equal(text, report.Text);
    });

    private static Report Whole(string text) => new()
    {
        Id = "sha256:00",
        Text = text,
        Title = "Lorries \"seen\"",
        Source = "Valley Radio",
        Revision = 2,
        Origin = new Origin { Agency = "Example Wire", Key = "example wire" },
        Fields = { ["Wind"] = "none" },
    };
}
