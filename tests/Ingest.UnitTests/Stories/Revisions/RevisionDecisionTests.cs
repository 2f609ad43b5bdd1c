using Truceline.Ingest.Stories.Revisions;
using Truceline.Ingest.V1;
using Truceline.Type.V1;

namespace Truceline.Ingest.UnitTests.Stories.Revisions;

public class RevisionDecisionTests
{
    private readonly List<KnownVersion> _stored = [];

    [Fact]
    public void Of_AFirstVersion_IsTheFirst()
    {
        var decision = Decide(Version("a", "Thirty died."));

        Assert.Equal((RevisionKind.First, 1, "a", ""), (decision.Kind, decision.Version.Revision, decision.Version.ChainId, decision.Revises));
    }

    [Theory]
    [InlineData("Thirty died.", "Strike")]
    [InlineData("Thirty  died.\n", "Strike")]
    public void Of_TheSameTextUnderAnotherDate_IsKnown(string text, string title)
    {
        Decide(Version("a", "Thirty died.", title: "Strike", updated: "2020-03-01T08:00:00Z"));

        var decision = Decide(Version("b", text, title, updated: "2020-03-02T08:00:00Z"));

        Assert.Equal((RevisionKind.Known, "a"), (decision.Kind, decision.Version.ReportId));
    }

    [Theory]
    [InlineData("Thirty-four died.", "Strike")]
    [InlineData("Thirty died.", "Strike on market")]
    public void Of_AnotherTextOrHeadline_IsALaterVersion(string text, string title)
    {
        Decide(Version("a", "Thirty died.", title: "Strike"));

        var decision = Decide(Version("b", text, title));

        Assert.Equal((RevisionKind.Later, 2, "a", "a"), (decision.Kind, decision.Version.Revision, decision.Version.ChainId, decision.Revises));
    }

    [Fact]
    public void Of_OtherBoilerplateOnly_IsKnown()
    {
        Decide(Version("a", "Thirty died. Read more on our page."));
        var report = Version("b", "Thirty died. Sign up for our letter.");
        report.Boilerplate.Add(new Boilerplate { Span = new Span { Start = 13, End = 36 } });
        var first = Version("c", "Thirty died. Read more on our page.");
        first.Boilerplate.Add(new Boilerplate { Span = new Span { Start = 13, End = 35 } });
        _stored.Clear();
        Decide(first);

        Assert.Equal(RevisionKind.Known, Decide(report).Kind);
    }

    [Fact]
    public void Of_AnOlderVersionThatComesLate_IsKeptBehindTheLaterOne()
    {
        Decide(Version("v1", "One.", updated: "2020-03-01T08:00:00Z"));
        Decide(Version("v3", "Three.", updated: "2020-03-01T10:00:00Z"));

        var decision = Decide(Version("v2", "Two.", updated: "2020-03-01T09:00:00Z"));

        Assert.Equal((RevisionKind.Earlier, 3, "v1"), (decision.Kind, decision.Version.Revision, decision.Revises));
        Assert.Equal(["v1", "v2", "v3"], VersionOrder.Of(_stored).Select(v => v.ReportId));
    }

    [Fact]
    public void Of_TheOldestVersionThatComesLast_RevisesNothing()
    {
        Decide(Version("v2", "Two.", updated: "2020-03-01T09:00:00Z"));

        var decision = Decide(Version("v1", "One.", updated: "2020-03-01T08:00:00Z"));

        Assert.Equal((RevisionKind.Earlier, "", "v2"), (decision.Kind, decision.Revises, decision.Version.ChainId));
    }

    [Fact]
    public void Of_ADateAndAnInstantOfTheSameDay_KeepTheOrderOfArrival()
    {
        Decide(Version("a", "One.", published: "2020-03-01T20:00:00Z"));

        Assert.Equal(RevisionKind.Later, Decide(Version("b", "Two.", published: "2020-03-01")).Kind);
    }

    [Theory]
    [InlineData(true, "Later")]
    [InlineData(false, "First")]
    public void Of_AnotherTextAtOneAddress_IsAVersionWhenItHasSomethingOfTheFirst(bool samePage, string kind)
    {
        var first = new Report { Id = "a", Url = "https://example.org/daily", Text = "Thirty died." };
        var second = new Report { Id = "b", Url = "https://example.org/daily?utm_source=x", Text = "The bridge is open." };
        _stored.Add(RevisionDecision.Of(first, ChainKey.Of(first), "a", [], _ => true).Version);

        var decision = RevisionDecision.Of(second, ChainKey.Of(second), "b", _stored, _ => samePage);

        Assert.Equal(ChainKey.Of(first), ChainKey.Of(second));
        Assert.Equal(kind, decision.Kind.ToString());
    }

    [Fact]
    public void Key_AnIdOfAnotherOutlet_IsAnother() => Assert.NotEqual(
        ChainKey.Of(new Report { ExternalId = "1", Origin = new Origin { Outlet = "Daily" } }),
        ChainKey.Of(new Report { ExternalId = "1", Origin = new Origin { Outlet = "Weekly" } }));

    [Fact]
    public void Key_NeitherIdNorAddress_IsNone() => Assert.Null(ChainKey.Of(new Report { Source = "Daily", Text = "Thirty died." }));

    [Theory]
    [InlineData("The convoy of fifty trucks crossed the border at dawn. Nobody was hurt.", "Sixty trucks crossed at dawn. Nobody was hurt.", true)]
    [InlineData("The convoy of fifty trucks crossed the border at dawn.", "Rain is expected in the hills for the rest of the week.", false)]
    public void SamePage_Texts_AreTheSameWhenTheyShareASentence(string before, string after, bool same) => Assert.Equal(same, SamePage.Is(before, after));

    private RevisionDecision Decide(Report report)
    {
        var decision = RevisionDecision.Of(report, ChainKey.Of(report), VersionText.HashOf(report), _stored, _ => true);
        if (decision.Kind != RevisionKind.Known)
        {
            _stored.Add(decision.Version);
        }

        return decision;
    }

    private static Report Version(string id, string text, string title = "", string updated = "", string published = "2020-03-01T08:00:00Z") => new()
    {
        Id = id,
        Text = text,
        Title = title,
        Updated = updated,
        Published = published,
        ExternalId = "item-7",
        Origin = new Origin { Outlet = "Example Daily" },
    };
}
