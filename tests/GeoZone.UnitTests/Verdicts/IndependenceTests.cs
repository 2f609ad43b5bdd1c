using Truceline.GeoZone.Claims;
using Truceline.GeoZone.Verdicts;

namespace Truceline.GeoZone.UnitTests.Verdicts;

public sealed class IndependenceTests
{
    private static readonly ClaimOrigin Daily = new("Daily", Key: "daily", StoryId: "s1", ChainId: "c1");
    private static readonly ClaimOrigin Wire = new("Wire", Key: "wire", Agency: "wire", StoryId: "s2", ChainId: "c2");

    [Fact]
    public void AnyTwo_TwoOutletsWithTextsOfTheirOwn_AreIndependent() => Assert.True(Independence.AnyTwo([Daily, Wire]));

    [Fact]
    public void AnyTwo_CopiesOfOneText_AreOneWhateverTheOutlet() =>
        Assert.False(Independence.AnyTwo([Daily, new("Herald", Key: "herald", StoryId: "s1", ChainId: "c3"), new("Post", Key: "post", StoryId: "s1", ChainId: "c4")]));

    [Fact]
    public void AnyTwo_ACopyWithoutAgency_CountsAsTheAgencyThatAnotherCopyNames()
    {
        var copy = new ClaimOrigin("Wire", Key: "wire", Agency: "wire", StoryId: "s1", ChainId: "c5");

        // The Daily carries the agency's text, so the agency's other story does not corroborate it.
        Assert.False(Independence.AnyTwo([Daily, copy, Wire]));
        Assert.False(Independence.AnyTwo([Wire, copy, Daily]));
    }

    [Fact]
    public void AnyTwo_TwoAgenciesWithOneText_AreTwo() =>
        Assert.True(Independence.AnyTwo([Wire, new("Other", Key: "other", Agency: "other", StoryId: "s2", ChainId: "c6")]));

    [Fact]
    public void AnyTwo_VersionsOfOneReport_AreOneEvenWhenTheLaterNamesAnAgency() =>
        Assert.False(Independence.AnyTwo([Daily, new("Wire", Key: "wire", Agency: "wire", StoryId: "s3", ChainId: "c1")]));

    [Fact]
    public void AnyTwo_ReportsOfOneOutlet_AreOne() => Assert.False(Independence.AnyTwo([Daily, Daily with { StoryId = "s9", ChainId = "c9" }]));

    [Fact]
    public void AnyTwo_TwoThatCiteOneObserver_AreOne() =>
        Assert.False(Independence.AnyTwo([Daily with { Cited = "observatory" }, Wire with { Cited = "observatory" }, new("Observatory", Key: "observatory")]));

    [Fact]
    public void AnyTwo_TwoThatCiteDifferentPeople_AreIndependent() =>
        Assert.True(Independence.AnyTwo([Daily with { Cited = "minister" }, Wire with { Cited = "observatory" }]));

    [Fact]
    public void AnyTwo_UnknownOrigins_CountForNothing() => Assert.False(Independence.AnyTwo([Daily, new("", StoryId: "s7", ChainId: "c7")]));
}
