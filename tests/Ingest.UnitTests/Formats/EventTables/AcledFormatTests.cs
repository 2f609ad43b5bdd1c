using Truceline.Ingest.Documents;
using Truceline.Ingest.Formats.EventTables;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.UnitTests.Formats.EventTables;

public class AcledFormatTests
{
    private const string Header = "event_id_cnty,event_date,year,time_precision,event_type,sub_event_type,actor1,assoc_actor_1,actor2,country,admin1,location,latitude,longitude,geo_precision,source,notes,fatalities,timestamp";

    private readonly AcledFormat _format = new();

    [Fact]
    public async Task ReadAsync_AFullRow_HasEveryField()
    {
        const string Text = Header + "\nNL1,17 September 2018,2018,1,Battles,Armed clash,Group A,Farmers; Teachers,Group B,Northland,Valley,Ford,35.5,36.25,2,Radio Ford,\"They met at the \"\"old\"\" ford.\nOne died.\",1,1537228800\n";

        var item = Assert.Single(await _format.ItemsAsync(Text));
        var report = item.Report();
        var seen = report.Observation!;

        Assert.Equal(("row 2", "They met at the \"old\" ford.\nOne died.", "NL1", "ACLED", "Radio Ford"),
            (item.Path, report.Text.Text, report.ExternalId, report.Outlet, report.Agency));
        Assert.Equal("2018-09-18T00:00:00Z", report.Published);
        Assert.Equal(("Armed clash", "2018-09-17", "2018-09-17", 25_000.0), (seen.EventType, seen.Start, seen.End, seen.RadiusM));
        Assert.Equal((35.5, 36.25), (seen.Position.Latitude, seen.Position.Longitude));
        Assert.Equal(["Ford", "Valley", "Northland"], seen.Places);
        Assert.Equal(["Group A", "Farmers", "Teachers", "Group B"], seen.Actors);
        Assert.Equal((1, 1, ObserverConfidence.Reported), (seen.FatalitiesLow, seen.FatalitiesHigh, seen.Confidence));
        Assert.Equal(("Battles", "2018"), (seen.Fields["event_type"], seen.Fields["year"]));
        var (start, end) = report.Text.Map.Locate(0, 4)!.Value;
        Assert.Equal("They", Text[start..end]);
    }

    [Fact]
    public async Task ReadAsync_WithoutNotes_TheRowSpeaksForItself()
    {
        const string Text = "iso;event_date;event_type;sub_event_type;actor1;location;latitude;longitude;country;fatalities\n7;17/09/2018;Battles;Armed clash;Group A;Ford;35,5;36,25;Northland;\n";

        var report = Assert.Single(await _format.ItemsAsync(Text)).Report();

        Assert.Equal("Armed clash, Battles.\nDate: 17/09/2018.\nPlace: Ford, Northland.\nActors: Group A.", report.Text.Text);
        Assert.False(report.Observation!.HasFatalitiesLow);
        Assert.Equal(35.5, report.Observation.Position.Latitude);
        var at = report.Text.Text.IndexOf("Ford", StringComparison.Ordinal);
        var (start, end) = report.Text.Map.Locate(at, at + 4)!.Value;
        Assert.Equal("Ford", Text[start..end]);
    }

    [Theory]
    [InlineData("2", "2018-09-14", "2018-09-20")]
    [InlineData("3", "2018-09-01", "2018-09-30")]
    public async Task ReadAsync_ADayThatIsKnownRoughly_IsAnInterval(string precision, string start, string end)
    {
        var text = $"{Header}\nNL1,17 September 2018,2018,{precision},Battles,Armed clash,A,,B,N,V,F,35.5,36.25,2,S,Notes.,1,1537228800\n";

        var seen = Assert.Single(await _format.ItemsAsync(text)).Report().Observation!;

        Assert.Equal((start, end), (seen.Start, seen.End));
    }

    [Fact]
    public async Task ReadAsync_BadRows_AreFaultsWithEveryColumnAndTheRestGoesOn()
    {
        const string Text = Header + """

            NL1,yesterday,2018,1,Battles,Armed clash,A,,B,N,V,F,95,36.25,2,S,Notes.,many,
            NL2,2018-09-17,2018,1,Battles,Armed clash,A,,B,N,V,F,35.5,,2,S,Notes.,1,
            event_id_cnty,event_date,year,time_precision,event_type,sub_event_type,actor1,assoc_actor_1,actor2,country,admin1,location,latitude,longitude,geo_precision,source,notes,fatalities,timestamp

            NL3,2018-09-17,2018,1,Battles,Armed clash,A,,B,N,V,F,35.5,36,2,S,Notes.,1,,,one more
            NL4,2018-09-17,2018,1,Battles,Armed clash,A,,B,N,V,F,35.5,36,2,S,Notes.,1
            Total: 4 rows
            """;

        var items = await _format.ItemsAsync(Text);

        Assert.Equal(["row 2", "row 3", "row 6", "row 7", "row 8"], items.Select(i => i.Path));
        Assert.Equal([("event_date", "INVALID_DATE"), ("fatalities", "INVALID_NUMBER"), ("latitude", "OUT_OF_RANGE")], items[0].Fault().Violations);
        Assert.Equal([("longitude", "REQUIRED")], items[1].Fault().Violations);
        Assert.Equal([("row 6", "TOO_MANY_FIELDS")], items[2].Fault().Violations);
        Assert.Equal("NL4", items[3].Report().ExternalId);
        Assert.IsType<FaultItem>(items[4]);
    }

    [Fact]
    public async Task ReadAsync_UnicodeTextOfASpreadsheet_IsRead()
    {
        var text = "event_id_cnty\tevent_date\tevent_type\tactor1\tlocation\tnotes\r\nN1\t43360\tBattles\tА\tДеревня\t\"Бой \"\"у моста\"\".\"\r\n";
        var document = DocumentContent.Of((byte[])[.. System.Text.Encoding.Unicode.Preamble, .. System.Text.Encoding.Unicode.GetBytes(text)]);

        var items = new List<DocumentItem>();
        await foreach (var item in _format.ReadAsync(document, CancellationToken.None))
        {
            items.Add(item);
        }

        var report = Assert.Single(items).Report();
        Assert.Equal(("Бой \"у моста\".", "2018-09-17"), (report.Text.Text, report.Observation!.Start));
    }

    [Theory]
    [InlineData(Header + "\n", nameof(FormatMatch.Certain))]
    [InlineData("notes,LATITUDE,Longitude,Event Date,event type,actor1,location\n", nameof(FormatMatch.Likely))]
    [InlineData("sep=;\r\nEVENT_DATE;EVENT_TYPE;ACTOR1;ADMIN1;LOCATION;NOTES;FATALITIES\r\n", nameof(FormatMatch.Likely))]
    [InlineData("id,date_start,type_of_violence,dyad_name,event_type,event_date,notes,location\n", nameof(FormatMatch.None))]
    [InlineData("Nobody was hurt, said the mayor, and left.", nameof(FormatMatch.None))]
    public void Match_ByItsColumns_IsAsSureAsTheyAreMany(string text, string expected) => Assert.Equal(expected, _format.MatchOf(text).ToString());
}
