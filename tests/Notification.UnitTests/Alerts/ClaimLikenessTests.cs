using Truceline.Entity.V1;
using Truceline.Events.V1;
using Truceline.Notification.Alerts;
using Truceline.Type.V1;

namespace Truceline.Notification.UnitTests.Alerts;

public class ClaimLikenessTests
{
    [Fact]
    public void KeysOf_TheSameClaimElsewhereInACopy_AreTheSame()
    {
        var first = Report("s1", Strike("a", 30, 10), Strike("b", 5, 80));
        var copy = Report("s1", Strike("c", 5, 12), Strike("d", 30, 90));

        Assert.Equal(ClaimLikeness.KeysOf(first).Order(), ClaimLikeness.KeysOf(copy).Order());
    }

    [Fact]
    public void KeysOf_AnotherFigureOrStory_AreOthers()
    {
        var first = ClaimLikeness.KeysOf(Report("s1", Strike("a", 30, 10)));

        Assert.NotEqual(first, ClaimLikeness.KeysOf(Report("s1", Strike("a", 34, 10))));
        Assert.NotEqual(first, ClaimLikeness.KeysOf(Report("s2", Strike("a", 30, 10))));
    }

    [Fact]
    public void KeysOf_LikeClaimsOfOneReport_AreTwo() =>
        Assert.Equal(2, ClaimLikeness.KeysOf(Report("s1", Strike("a", 30, 10), Strike("b", 30, 80))).Distinct().Count());

    [Fact]
    public void KeysOf_AReportWithoutAStory_AreNone() => Assert.Equal([null], ClaimLikeness.KeysOf(Report("", Strike("a", 30, 10))));

    private static ClaimsExtracted Report(string story, params Claim[] claims) => new() { StoryId = story, Claims = { claims } };

    private static Claim Strike(string id, double dead, int start) => new()
    {
        Id = id,
        Kind = ClaimKind.Event,
        Class = "assault_aerial",
        Evidence = new Evidence { ReportId = "report-of-" + id, Span = new Span { Start = start, End = start + 9 }, Quote = "jets struck " + id },
        Quantities = { new Quantity { Kind = QuantityKind.Fatalities, Low = dead, High = dead, Span = new Span { Start = start } } },
    };
}
