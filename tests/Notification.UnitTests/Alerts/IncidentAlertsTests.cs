using Truceline.GeoZone.V1;
using Truceline.Notification.Alerts;
using Truceline.Notification.V1;
using Truceline.Type.V1;

namespace Truceline.Notification.UnitTests.Alerts;

public class IncidentAlertsTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 10, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 3, 10);

    [Theory]
    [InlineData("2026-03-10", Urgency.Immediate)]
    [InlineData("2026-03-09", Urgency.Immediate)]
    [InlineData("2026-03-08", Urgency.Expected)]
    [InlineData("2026-03-03", Urgency.Expected)]
    [InlineData("2026-03-02", Urgency.Past)]
    [InlineData("", Urgency.Unknown)]
    public void Rate_Date_GivesUrgencyByItsAge(string end, Urgency urgency) =>
        Assert.Equal(urgency, IncidentAlerts.Rate(new Incident { Date = new DateExtent { EndDate = end } }, Today).Urgency);

    [Theory]
    [InlineData(IncidentKind.CeasefireViolation, Severity.Severe)]
    [InlineData(IncidentKind.WeaponInViolation, Severity.Moderate)]
    [InlineData(IncidentKind.FreedomOfMovementRestriction, Severity.Moderate)]
    [InlineData(IncidentKind.Unspecified, Severity.Unknown)]
    public void Rate_Kind_GivesSeverity(IncidentKind kind, Severity severity) =>
        Assert.Equal(severity, IncidentAlerts.Rate(new Incident { Kind = kind }, Today).Severity);

    [Theory]
    [InlineData(3.0, null, false, Severity.Extreme)]
    [InlineData(null, 3.0, false, Severity.Extreme)]
    [InlineData(0.0, 0.0, false, Severity.Moderate)]
    [InlineData(3.0, null, true, Severity.Moderate)]
    public void Rate_Fatalities_AreExtremeUnlessBackground(double? low, double? high, bool background, Severity severity)
    {
        var quantity = new Quantity { Kind = QuantityKind.Fatalities, Background = background };
        if (low is { } least)
        {
            quantity.Low = least;
        }

        if (high is { } most)
        {
            quantity.High = most;
        }

        Assert.Equal(severity, IncidentAlerts.Rate(new Incident { Kind = IncidentKind.WeaponInViolation, Quantities = { quantity } }, Today).Severity);
    }

    [Theory]
    [InlineData(Verification.Verified, Compliance.Violated, Certainty.Observed)]
    [InlineData(Verification.Corroborated, Compliance.Violated, Certainty.Likely)]
    [InlineData(Verification.Unverified, Compliance.Violated, Certainty.Possible)]
    [InlineData(Verification.Disputed, Compliance.Violated, Certainty.Unknown)]
    [InlineData(Verification.Verified, Compliance.PossiblyViolated, Certainty.Possible)]
    [InlineData(Verification.Disputed, Compliance.PossiblyViolated, Certainty.Unknown)]
    public void Rate_Verdict_GivesCertainty(Verification verification, Compliance compliance, Certainty certainty) =>
        Assert.Equal(certainty, IncidentAlerts.Rate(
            new Incident { Verdict = new Verdict { Verification = verification, Compliance = compliance } }, Today).Certainty);

    [Fact]
    public void Compose_SameIncidentLater_HasTheSameIdAndAnotherVersionHasNot()
    {
        var incident = new Incident { Id = "sha256:i", Version = 1, Class = "assault_aerial", Summary = "Strikes reported" };
        var alert = IncidentAlerts.Compose(incident, MessageType.Alert, Now);

        Assert.Equal(alert.Id, IncidentAlerts.Compose(incident, MessageType.Alert, Now.AddHours(1)).Id);
        Assert.NotEqual(alert.Id, IncidentAlerts.Compose(incident, MessageType.Update, Now).Id);
        incident = incident.Clone();
        incident.Version = 2;
        Assert.NotEqual(alert.Id, IncidentAlerts.Compose(incident, MessageType.Alert, Now).Id);
        Assert.Equal("Strikes reported", alert.Headline);
    }

    [Fact]
    public void Compose_WithoutSummary_HeadlineSaysWhatAndWhere()
    {
        var incident = new Incident { Id = "sha256:i", Class = "assault_aerial", Place = new PlaceCandidate { Name = "Riverton" } };

        Assert.Equal("assault aerial at Riverton", IncidentAlerts.Compose(incident, MessageType.Alert, Now).Headline);
    }
}
