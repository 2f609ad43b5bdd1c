using Truceline.Ingest.Documents;
using Truceline.Ingest.Formats.EventTables;

namespace Truceline.Ingest.UnitTests.Formats.EventTables;

public class UcdpFormatTests
{
    private const string Header = "id,relid,year,type_of_violence,conflict_name,dyad_name,side_a,side_b,source_office,source_date,source_headline,where_prec,where_coordinates,where_description,adm_1,adm_2,latitude,longitude,priogrid_gid,country,date_prec,date_start,date_end,deaths_civilians,best,high,low";

    private readonly UcdpFormat _format = new();

    [Fact]
    public async Task ReadAsync_AFullRow_SaysWhatTheRowSays()
    {
        const string Text = Header + "\n42,NL-1,2018,1,Northland: Government,Government - Front,Government,Front,Example Agency,2018-09-20,Clash at ford,1,Old Ford,Old Ford by the river,Valley province,Mill district,35.5,36.25,181234,Northland,1,2018-09-17 00:00:00.000,2018-09-18 00:00:00.000,1,3,5,2\n";

        var report = Assert.Single(await _format.ItemsAsync(Text)).Report();
        var seen = report.Observation!;

        Assert.Equal(("42", "Example Agency", "2018-09-20"), (report.ExternalId, report.Agency, report.Published));
        Assert.Equal(("state-based conflict", "2018-09-17", "2018-09-18", 2_000.0), (seen.EventType, seen.Start, seen.End, seen.RadiusM));
        Assert.Equal(["Old Ford", "Mill district", "Valley province", "Northland"], seen.Places);
        Assert.Equal(["Government", "Front"], seen.Actors);
        Assert.Equal((2, 5, "3"), (seen.FatalitiesLow, seen.FatalitiesHigh, seen.Fields["best"]));
        Assert.Contains("Deaths, best estimate: 3.\nDeaths, lowest to highest: 2 to 5.", report.Text.Text, StringComparison.Ordinal);
        var at = report.Text.Text.IndexOf("Clash", StringComparison.Ordinal);
        var (start, end) = report.Text.Map.Locate(at, at + 13)!.Value;
        Assert.Equal("Clash at ford", Text[start..end]);
    }

    [Fact]
    public async Task ReadAsync_BadRows_AreFaultsWithTheirColumns()
    {
        const string Text = Header + "\n1,r,2018,9,,A - B,A,B,,,,1,Ford,,,,35.5,36.25,,N,1,2018-09-17,2018-09-16,1,3,1,2\n";

        var fault = Assert.Single(await _format.ItemsAsync(Text)).Fault();

        Assert.Equal(["date_end", "low", "type_of_violence"], fault.Violations.Select(v => v.Field).Order());
    }

    [Fact]
    public async Task ReadAsync_HashtagsBelowTheHeader_ArePassedOver()
    {
        const string Text = "id,relid,type_of_violence,side_a,side_b,latitude,longitude,date_start,best\n#event+id,#event+code,,#group+name,,#geo+lat,#geo+lon,#date+start,#affected+killed\n1,r,1,A,B,35.5,36.25,2018-09-17,3\n";

        Assert.Equal("1", Assert.Single(await _format.ItemsAsync(Text)).Report().ExternalId);
    }

    [Fact]
    public void Match_ByItsColumns_IsCertain() => Assert.Equal(FormatMatch.Certain, _format.MatchOf(Header + "\n"));
}
