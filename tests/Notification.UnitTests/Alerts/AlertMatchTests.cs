using Truceline.Entity.V1;
using Truceline.GeoZone.V1;
using Truceline.Notification.Alerts;
using Truceline.Notification.V1;

namespace Truceline.Notification.UnitTests.Alerts;

public class AlertMatchTests
{
    private static readonly Alert OnIncident = new()
    {
        Subject = Subject.Incident,
        Class = "assault_aerial",
        Incident = new Incident { AgreementId = "accord" },
    };

    private static readonly Alert OnClaim = new() { Subject = Subject.Claim, Class = "assault_aerial", Claim = new Claim() };

    [Fact]
    public void Matches_EmptyOrAbsentFilter_WantsEverything()
    {
        Assert.True(AlertMatch.Matches(null, OnIncident));
        Assert.True(AlertMatch.Matches(new AlertFilter(), OnClaim));
    }

    [Fact]
    public void Matches_Subjects_WantsThoseNamed()
    {
        var filter = new AlertFilter { Subjects = { Subject.Obligation, Subject.Claim } };

        Assert.True(AlertMatch.Matches(filter, OnClaim));
        Assert.False(AlertMatch.Matches(filter, OnIncident));
    }

    [Fact]
    public void Matches_Agreements_WantsNoClaim()
    {
        var filter = new AlertFilter { AgreementIds = { "accord" } };

        Assert.True(AlertMatch.Matches(filter, OnIncident));
        Assert.False(AlertMatch.Matches(filter, OnClaim));
        Assert.False(AlertMatch.Matches(new AlertFilter { AgreementIds = { "other" } }, OnIncident));
    }

    [Theory]
    [InlineData("assault_aerial", true)]
    [InlineData("assault_*", true)]
    [InlineData("*", true)]
    [InlineData("assault_aerial*", true)]
    [InlineData("assault", false)]
    [InlineData("Assault_*", false)]
    [InlineData("mobilize_*", false)]
    public void Matches_Class_TakesATrailingStarForAnyEnding(string pattern, bool wanted) =>
        Assert.Equal(wanted, AlertMatch.Matches(new AlertFilter { Classes = { pattern } }, OnIncident));

    [Fact]
    public void Matches_SeveralLists_MustAllNameIt()
    {
        var filter = new AlertFilter { Subjects = { Subject.Incident }, AgreementIds = { "accord" }, Classes = { "mobilize_troops" } };

        Assert.False(AlertMatch.Matches(filter, OnIncident));
        filter.Classes.Add("assault_*");
        Assert.True(AlertMatch.Matches(filter, OnIncident));
    }
}
