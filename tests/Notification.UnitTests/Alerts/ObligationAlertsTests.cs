using Truceline.GeoZone.V1;
using Truceline.Notification.Alerts;
using Truceline.Notification.V1;
using Truceline.Type.V1;

namespace Truceline.Notification.UnitTests.Alerts;

public class ObligationAlertsTests
{
    private static readonly DateOnly Today = new(2026, 3, 10);

    [Theory]
    [InlineData(Compliance.Violated, Urgency.Immediate, Severity.Severe, Certainty.Likely)]
    [InlineData(Compliance.PossiblyViolated, Urgency.Immediate, Severity.Moderate, Certainty.Possible)]
    [InlineData(Compliance.NotYetDue, Urgency.Future, Severity.Minor, Certainty.Observed)]
    [InlineData(Compliance.Compliant, Urgency.Past, Severity.Minor, Certainty.Likely)]
    [InlineData(Compliance.Undetermined, Urgency.Unknown, Severity.Unknown, Certainty.Unknown)]
    public void Rate_Compliance_GivesAllThree(Compliance compliance, Urgency urgency, Severity severity, Certainty certainty) =>
        Assert.Equal(new CapRating(urgency, severity, certainty), ObligationAlerts.Rate(State(compliance, "2026-03-10", "2026-04-01"), Today));

    [Theory]
    [InlineData("2026-03-17", Urgency.Expected)]
    [InlineData("2026-03-18", Urgency.Future)]
    [InlineData("2026-03-10", Urgency.Expected)]
    [InlineData("2026-03-09", Urgency.Past)]
    [InlineData("", Urgency.Unknown)]
    public void Rate_NotYetDue_IsAsUrgentAsItsDeadline(string deadline, Urgency urgency) =>
        Assert.Equal(urgency, ObligationAlerts.Rate(State(Compliance.NotYetDue, "2026-03-10", deadline), Today).Urgency);

    [Fact]
    public void Rate_BreachOfLongAgo_IsPast() =>
        Assert.Equal(Urgency.Past, ObligationAlerts.Rate(State(Compliance.Violated, "2025-03-10", ""), Today).Urgency);

    [Theory]
    [InlineData(true, MessageType.Alert)]
    [InlineData(false, MessageType.Update)]
    public void Compose_State_NamesTheTerm(bool isFirst, MessageType type)
    {
        var alert = ObligationAlerts.Compose(State(Compliance.Violated, "2026-03-10", ""), isFirst, new DateTimeOffset(2026, 3, 10, 0, 0, 0, default));

        Assert.Equal((type, Subject.Obligation, "accord/withdraw", "withdraw_weapons"), (alert.MessageType, alert.Subject, alert.SubjectId, alert.Class));
        Assert.Equal("withdraw weapons (withdraw): broken. Guns were seen.", alert.Headline);
    }

    private static ObligationState State(Compliance compliance, string asOf, string deadline) => new()
    {
        AgreementId = "accord",
        AsOfDate = asOf,
        Obligation = new Obligation { Id = "withdraw", Action = "withdraw_weapons", Deadline = deadline },
        Verdict = new Verdict { Compliance = compliance, Verification = Verification.Corroborated },
        Reason = "Guns were seen.",
    };
}
