using Truceline.Ingest.Documents;
using Truceline.Ingest.Formats.Wire;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.UnitTests.Formats.Wire;

public class WireCopyFormatTests
{
    private const string Takes = """
        ZCZC XYZ0123 4 POL 0150 TALKS ZONE
        BC-TALKS-ZONE, 1st Ld
        Envoys meet on the zone
        Eds: UPDATES with quotes.

        GENEVA, Sept 17 (Example Wire) - Envoys met on Monday. Guns will leave the zone.

        (MORE)
        NNNN
        ZCZC XYZ0124 4 POL 0050 TALKS ZONE
        BC-TALKS-ZONE, Add 1

        Observers will count the guns, one by one, as they leave.

        -30-
        NNNN
        ZCZC XYZ0125 4 DEF 0050 ROAD
        BC-ROAD

        ADEN, Sept 17 (Example Wire) - The road is open again, and buses went along it.

        EW-NY-09-17-18 0456EDT
        NNNN
        """;

    [Fact]
    public async Task Read_StoriesInTakes_ArePartedAndJoined()
    {
        var stories = (await ReadAsync(Takes)).Cast<ReportItem>().ToList();

        Assert.Equal(["story[1]", "story[2]"], stories.Select(s => s.Path));
        var (first, second) = (stories[0].Content, stories[1].Content);
        Assert.Equal(("Envoys meet on the zone", "BC-TALKS-ZONE, 1st Ld", "4", "POL"), (first.Title, first.Fields["slug"], first.Fields["priority"], first.Fields["category"]));
        Assert.Contains("Observers will count", first.Text.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ADEN", first.Text.Text, StringComparison.Ordinal);
        Assert.Equal("2018-09-17T04:56:00-04:00", second.Published);
        Assert.Equal(
            ["ZCZC XYZ0125 4 DEF 0050 ROAD", "BC-ROAD", "EW-NY-09-17-18 0456EDT", "NNNN"],
            second.Boilerplate.Select(p => second.Text.Text[p.Start..p.End]));
        Assert.All(second.Boilerplate, p => Assert.Equal(BoilerplateKind.WireHeader, p.Kind));
    }

    [Fact]
    public async Task Read_AnyCopy_LeadsBackToItsCharacters()
    {
        var text = Takes.Replace("\n", "\r\n", StringComparison.Ordinal);

        foreach (var story in (await ReadAsync(text)).Cast<ReportItem>())
        {
            var at = story.Content.Text.Text.IndexOf("Sept 17", StringComparison.Ordinal);
            var (start, end) = story.Content.Text.Map.Locate(at, at + 7)!.Value;
            Assert.Equal("Sept 17", text[start..end]);
            Assert.DoesNotContain('\r', story.Content.Text.Text);
        }
    }

    [Fact]
    public async Task Read_FieldsOfAHeader_AreTaken()
    {
        var report = Assert.IsType<ReportItem>(Assert.Single(await ReadAsync(
            "HEADLINE: Mission opens an office\nSLUG: mission-office\nBYLINE: Jane Doe\nDATE: 17 September 2018\n\nKYIV - The mission opened an office: it will count guns.\nDATE: not a header any more, but text that goes on\n\nENDS\n\nNote: call the desk."))).Content;

        Assert.Equal(("Mission opens an office", "mission-office", "2018-09-17", "Jane Doe"), (report.Title, report.Fields["slug"], report.Published, report.Bylines.Single()));
    }

    [Theory]
    [InlineData("ZCZC\nGENEVA - text\nNNNN", FormatMatch.Likely)]
    [InlineData("XYZ0123 4 POL 0150 TALKS\n\ntext", FormatMatch.Likely)]
    [InlineData("BC-TALKS-ZONE, 1st Ld\n\ntext", FormatMatch.Likely)]
    [InlineData("TALKS-ZONE/ (UPDATE 1)\nEnvoys meet", FormatMatch.Likely)]
    [InlineData("a story\n\n-30-", FormatMatch.Likely)]
    [InlineData("a story\n\n###\n", FormatMatch.Likely)]
    [InlineData("GENEVA, Sept 17 (Reuters) - a story\n\nIt ends here.", FormatMatch.None)]
    [InlineData("Ends\n\nMore\n\na story of ends", FormatMatch.None)]
    [InlineData("<html>\n###", FormatMatch.None)]
    [InlineData("", FormatMatch.None)]
    public void Match_MarksOfAWire_Decide(string text, object match) =>
        Assert.Equal(match, new WireCopyFormat().Match(new DocumentHead(default, text, true, new DocumentHints())));

    [Theory]
    [InlineData("-30-\n")]
    [InlineData("ZCZC\nGENEVA, Sept 17 (Reuters) - x\n")]
    [InlineData("(MORE)\nNNNN\n")]
    [InlineData("A - b c d e f g h i j k l m n o p q r s t\n-30-\n")]
    public async Task Read_HostileRepetition_Ends(string piece) =>
        Assert.NotEmpty(await ReadAsync("shells " + string.Concat(Enumerable.Repeat(piece, 20_000))));

    private static async Task<List<DocumentItem>> ReadAsync(string text)
    {
        var items = new List<DocumentItem>();
        await foreach (var item in new WireCopyFormat().ReadAsync(DocumentContent.Of(System.Text.Encoding.UTF8.GetBytes(text)), default))
        {
            items.Add(item);
        }

        return items;
    }
}
