using Truceline.Ingest.Documents;
using Truceline.Ingest.Formats.Forms;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.UnitTests.Formats.Forms;

public class FieldReportCsvFormatTests
{
    private readonly FieldReportCsvFormat _format = new();

    [Fact]
    public async Task ReadAsync_AFullRow_HasEveryField()
    {
        const string Text = "\uFEFFform_id;mission;what;title;event_type;place;region;country;latitude;longitude;radius_m;start;end;observer;observer_role;confidence;actors;killed_low;killed_high;injured_low;reported\r\n"
            + "7;Mission X;\"The column;\r\nturned back.\";Column;Convoy;Kilometre 12;Valley;Northland;35,5;36,25;500;17/09/2018 14:05;18/09/2018;Patrol 2;driver;Witnessed;drivers; guards;2;4;1;2018-09-18T08:00:00+03:00\r\n";

        var items = await _format.ItemsAsync(Text.Replace("drivers; guards", "\"drivers; guards\"", StringComparison.Ordinal));
        var report = Assert.Single(items).Report();
        var seen = report.Observation!;

        Assert.Equal(("The column;\r\nturned back.", "7", "Mission X", "Column"), (report.Text.Text, report.ExternalId, report.Outlet, report.Title));
        Assert.Equal(("2018-09-18T08:00:00+03:00", "2018-09-18"), (report.Published, seen.End));
        Assert.StartsWith("2018-09-17", seen.Start, StringComparison.Ordinal);
        Assert.Equal((35.5, 36.25, 500.0), (seen.Position.Latitude, seen.Position.Longitude, seen.RadiusM));
        Assert.Equal(("Patrol 2", ObserverConfidence.Witnessed, 2, 4), (seen.Observer, seen.Confidence, seen.FatalitiesLow, seen.FatalitiesHigh));
        Assert.Equal(["drivers", "guards"], seen.Actors);
        Assert.Equal(("driver", "1"), (seen.Fields["observer_role"], seen.Fields["injured_low"]));
    }

    [Fact]
    public async Task ReadAsync_EverythingWrong_NamesEveryColumn()
    {
        var items = await _format.ItemsAsync("What,When,Where,Who,How sure,radius_m,killed_low\n,someday,,,perhaps,wide,few\n");

        var (path, violations) = Assert.Single(items).Fault();

        Assert.Equal("row 2", path);
        Assert.Equal(["How sure", "What", "When", "Where", "Who", "killed_low", "radius_m"], violations.Select(v => v.Field).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("what,where,when,observer,confidence,form_id\n", nameof(FormatMatch.Certain))]
    [InlineData("What;When;Where;Who\n", nameof(FormatMatch.Likely))]
    [InlineData("event_date,event_type,what,when,observer,where\n", nameof(FormatMatch.None))]
    [InlineData("name,age,town\n", nameof(FormatMatch.None))]
    public void Match_ByItsColumns_IsAsSureAsTheyAreMany(string text, string expected) => Assert.Equal(expected, _format.MatchOf(text).ToString());
}
