using Truceline.Ingest.Sources.Fetching;

namespace Truceline.Ingest.UnitTests.Sources;

public class RedirectPathTests
{
    private static readonly Uri Start = new("https://a.example.org/feed");

    [Theory]
    [InlineData(301)]
    [InlineData(308)]
    public void Follow_ForGood_IsKept(int status) => Assert.Equal("https://b.example.org/x", Follow((status, "https://b.example.org/x")).PermanentAddress.AbsoluteUri);

    [Theory]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    public void Follow_ForNow_IsNotKept(int status)
    {
        var path = Follow((status, "https://b.example.org/x"));

        Assert.Equal((Start, new Uri("https://b.example.org/x")), (path.PermanentAddress, path.Address));
    }

    [Fact]
    public void Follow_ForGoodThenForNowThenForGood_IsKeptUpToTheFirstForNow()
    {
        var path = Follow((301, "/one"), (308, "/two"), (302, "/three"), (301, "/four"));

        Assert.Equal("https://a.example.org/two", path.PermanentAddress.AbsoluteUri);
        Assert.Equal("https://a.example.org/four", path.Address.AbsoluteUri);
    }

    [Theory]
    [InlineData("../other?x=1#top", "https://a.example.org/other?x=1")]
    [InlineData("//b.example.org/feed", "https://b.example.org/feed")]
    [InlineData(" /feed two ", "https://a.example.org/feed%20two")]
    public void Follow_ARelativeLocation_IsResolvedWithoutFragment(string location, string expected) =>
        Assert.Equal(expected, Follow((302, location)).Address.AbsoluteUri);

    [Fact]
    public void Follow_BackToWhereItWas_IsALoop()
    {
        Assert.Equal(FetchReasons.RedirectLoop, RedirectPath.From(Start).Follow(301, "/feed", 5).Reason);
        Assert.Equal(FetchReasons.RedirectLoop, Follow((302, "/one"), (302, "/two")).Follow(302, "/one#again", 5).Reason);
    }

    [Fact]
    public void Follow_TheSixth_IsTooMany()
    {
        var path = Follow((302, "/1"), (302, "/2"), (302, "/3"), (302, "/4"), (302, "/5"));

        Assert.Equal(FetchReasons.TooManyRedirects, path.Follow(302, "/6", 5).Reason);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("http://[bad")]
    public void Follow_WithoutATarget_IsInvalid(string? location) => Assert.Equal(FetchReasons.RedirectInvalid, RedirectPath.From(Start).Follow(301, location, 5).Reason);

    private static RedirectPath Follow(params (int Status, string Location)[] hops) =>
        hops.Aggregate(RedirectPath.From(Start), (path, hop) => path.Follow(hop.Status, hop.Location, 5).Path!);
}
