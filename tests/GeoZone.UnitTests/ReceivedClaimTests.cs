using Truceline.Entity.V1;
using Truceline.Events.V1;
using Truceline.GeoZone.Claims;

namespace Truceline.GeoZone.UnitTests;

public sealed class ReceivedClaimTests
{
    [Theory]
    [InlineData("Observatory", "Minister", "Agency", "Outlet", "Observatory")]
    [InlineData(null, "Minister", "Agency", "Outlet", "Minister")]
    [InlineData(null, null, "Agency", "Outlet", "Agency")]
    [InlineData(null, null, "", "Outlet", "Outlet")]
    [InlineData(null, null, "", "", "address")]
    public void From_WhoeverIsNearestToTheEvent_IsTheOrigin(string? source, string? speaker, string agency, string outlet, string origin)
    {
        var claim = new Claim { Id = "c", Evidence = new() { ReportId = "r" } };
        if (source is not null)
            claim.Source = new() { Name = source };
        if (speaker is not null)
            claim.Speaker = new() { Name = speaker };
        var report = new ClaimsExtracted { Header = new() { Agency = agency, Outlet = outlet, ReferenceDate = "2018-09-17" }, Claims = { claim }, Source = "address" };

        var received = Assert.Single(ReceivedClaim.From(report));

        Assert.Equal(origin, received.Origin.Name);
        Assert.Equal(new DateOnly(2018, 9, 17), received.ReferenceDate);
    }
}
