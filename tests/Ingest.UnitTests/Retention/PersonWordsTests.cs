using Truceline.Ingest.Retention;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.UnitTests.Retention;

public class PersonWordsTests
{
    [Theory]
    [InlineData("Ali spoke to Alice, ALI and ali's son.", "███ spoke to Alice, ███ and ███'s son.", 3)]
    [InlineData("Abu  \n Ali spoke.", "██████████ spoke.", 1)]
    [InlineData("Call 555-01, not 555-012.", "Call ██████, not 555-012.", 1)]
    [InlineData("JOS\u00C9 and Jose", "████ and Jose", 1)]
    [InlineData("Nobody.", "Nobody.", 0)]
    public void Cover_WholeWords_LeavesBlocksOfTheSameLength(string text, string covered, int count)
    {
        var words = new PersonWords(["Abu Ali", "Ali", "555-01", "José"]);

        Assert.Equal((covered, count), (words.Cover(text, out var found), found));
    }

    [Fact]
    public void Cover_CharactersOfTwoUnits_KeepsBothCounts()
    {
        var covered = new PersonWords(["𐐀𐐁"]).Cover("a 𐐀𐐁 b", out _);

        Assert.Equal(("a 𐐀𐐁 b".Length, "a 𐐀𐐁 b".EnumerateRunes().Count()), (covered.Length, covered.EnumerateRunes().Count()));
    }

    [Fact]
    public void Cover_Report_ReachesEveryFieldButIds()
    {
        var report = new Report
        {
            Id = "sha256:Hamza",
            Text = "Hamza",
            Title = "Hamza",
            Summary = "Hamza",
            Url = "http://example.org/hamza",
            Source = "Hamza",
            ExternalId = "hamza@example.org",
            Origin = new Origin { Bylines = { "Hamza" }, Key = "hamza example" },
            Observation = new Observation { Observer = "Hamza", Actors = { "Hamza" }, Fields = { ["note"] = "seen by Hamza" } },
            Fields = { ["person"] = "Hamza" },
        };

        var counts = ReportRedaction.Cover(report, new PersonWords(["Hamza"]));

        Assert.Equal((1, 11), counts);
        Assert.Equal("sha256:Hamza", report.Id);
        report.Id = "";
        Assert.DoesNotContain("hamza", report.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.StartsWith("sha256:", report.Origin.Key, StringComparison.Ordinal);
    }
}
