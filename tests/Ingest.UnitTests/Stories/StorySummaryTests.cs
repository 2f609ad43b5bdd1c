using Google.Protobuf.WellKnownTypes;
using Truceline.Ingest.Stories;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.UnitTests.Stories;

public class StorySummaryTests
{
    private static readonly StorySummary[] Parts =
    [
        StorySummary.Of(Report("a", "2024-05-07T12:00:00Z", "Later", "Example Wire")),
        StorySummary.Of(Report("b", "2024-05-07T10:00:00Z", "First", "")),
        StorySummary.Of(Report("c", "2024-05-08", "Last", "Other Wire")),
        StorySummary.Of(Report("d", "2024-05-07T11:00:00Z", "Middle", "Example Wire")),
    ];

    [Fact]
    public void Join_InAnyOrder_GivesTheSameButForTheId()
    {
        var expected = Parts.Aggregate((a, b) => a.Join(b)) with { Id = "" };
        for (var seed = 0; seed < 20; seed++)
        {
            var shuffled = Parts.ToArray();
            new Random(seed).Shuffle(shuffled);
            var joined = shuffled.Aggregate((a, b) => a.Join(b)) with { Id = "" };

            Assert.Equal((expected.Title, expected.FirstTime, expected.LastTime, expected.Reports), (joined.Title, joined.FirstTime, joined.LastTime, joined.Reports));
            Assert.Equal(expected.Agencies, joined.Agencies);
        }

        Assert.Equal(("First", 4, 2), (expected.Title, expected.Reports, expected.Origins));
    }

    [Fact]
    public void Origins_WithoutAnyAgency_AreOneHoweverManyOutletsCarryIt() =>
        Assert.Equal(1, Parts[1].Join(StorySummary.Of(Report("e", "2024-05-07", "Copy", ""))).Origins);

    [Fact]
    public void OriginOf_ACopyThatNamesNoAgency_IsTheAgencyOfAnother()
    {
        var story = Parts[1].Join(Parts[0]);

        Assert.Equal("example wire", story.OriginOf(new Origin { Outlet = "Daily", Key = "daily" }, null));
        Assert.Equal("daily", Parts[1].OriginOf(new Origin { Outlet = "Herald", Key = "herald" }, new Origin { Key = "daily" }));
    }

    [Fact]
    public void RootOf_ChainsOfLinks_AreOneInAnyOrder()
    {
        (string, string)[] links = [("a", "b"), ("c", "d"), ("b", "c"), ("e", "f")];
        for (var seed = 0; seed < 10; seed++)
        {
            var shuffled = links.ToArray();
            new Random(seed).Shuffle(shuffled);
            var stories = new StoryLinks();
            foreach (var (a, b) in shuffled)
            {
                stories.Link(a, b);
            }

            Assert.Single(new[] { "a", "b", "c", "d" }.Select(stories.RootOf).Distinct());
            Assert.NotEqual(stories.RootOf("a"), stories.RootOf("e"));
            Assert.Equal("x", stories.RootOf("x"));
        }
    }

    private static Report Report(string id, string published, string title, string agency) => new()
    {
        Id = id,
        Title = title,
        Published = published,
        ReceivedTime = new Timestamp { Seconds = 1_800_000_000 },
        Origin = new Origin { Outlet = "Daily", Agency = agency, Key = agency.Length > 0 ? agency.ToLowerInvariant() : "daily" },
    };
}
