using Truceline.Entity.V1;
using Truceline.Events.V1;
using Truceline.GeoZone.Claims;
using Truceline.Ingest.V1;

namespace Truceline.GeoZone.UnitTests;

public sealed class ClaimOriginTests
{
    [Theory]
    [InlineData("AFP", "afp", "", "afp", "afp")]
    [InlineData("", "jane doe|daily", "", "jane doe|daily", "")]
    [InlineData("", "daily", "Reuters", "reuters", "reuters")]
    public void Of_WhatIngestFound_IsTheKey(string agency, string key, string header, string expected, string expectedAgency)
    {
        var report = new ClaimsExtracted
        {
            Header = new ReportHeader { Agency = header },
            Origin = new Origin { Outlet = "Daily", Agency = agency, Key = key },
            StoryId = "story",
            ChainId = "chain",
            Source = "https://example.org",
        };

        var origin = ClaimOrigin.Of(new Claim(), report);

        Assert.Equal((expected, expectedAgency, "story", "chain"), (origin.Key, origin.Agency, origin.StoryId, origin.ChainId));
    }

    [Fact]
    public void Of_AClaimThatCitesSomebody_KeepsBothTheCitedAndTheReporter()
    {
        var claim = new Claim { Source = new Participant { Name = "The Observatory" } };

        var origin = ClaimOrigin.Of(claim, new ClaimsExtracted { Origin = new Origin { Agency = "AFP", Key = "afp" } });

        Assert.Equal(("The Observatory", "the observatory", "afp"), (origin.Name, origin.Cited, origin.Key));
    }
}
