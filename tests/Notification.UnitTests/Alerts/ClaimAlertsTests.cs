using Truceline.Entity.V1;
using Truceline.Notification.Alerts;
using Truceline.Notification.V1;
using Truceline.Type.V1;

namespace Truceline.Notification.UnitTests.Alerts;

public class ClaimAlertsTests
{
    private static readonly DateOnly Today = new(2026, 3, 10);

    [Theory]
    [InlineData(ClaimKind.Event, AssertionMode.Asserted, "assault_aerial", Severity.Severe)]
    [InlineData(ClaimKind.Event, AssertionMode.Asserted, "mobilize_troops", Severity.Moderate)]
    [InlineData(ClaimKind.Event, AssertionMode.Negated, "assault_aerial", Severity.Minor)]
    [InlineData(ClaimKind.Commitment, AssertionMode.Promised, "assault_aerial", Severity.Minor)]
    [InlineData(ClaimKind.Statement, AssertionMode.Asserted, "warn", Severity.Minor)]
    public void Rate_KindAndClass_GiveSeverity(ClaimKind kind, AssertionMode mode, string @class, Severity severity) =>
        Assert.Equal(severity, ClaimAlerts.Rate(new Claim { Kind = kind, Mode = mode, Class = @class }, Today).Severity);

    [Fact]
    public void Rate_EventWithFatalities_IsExtreme() =>
        Assert.Equal(Severity.Extreme, ClaimAlerts.Rate(
            new Claim { Kind = ClaimKind.Event, Quantities = { new Quantity { Kind = QuantityKind.Fatalities, Low = 1 } } }, Today).Severity);

    [Theory]
    [InlineData(InformationCredibility.Confirmed, AssertionMode.Asserted, Certainty.Observed)]
    [InlineData(InformationCredibility.ProbablyTrue, AssertionMode.Asserted, Certainty.Likely)]
    [InlineData(InformationCredibility.PossiblyTrue, AssertionMode.Asserted, Certainty.Possible)]
    [InlineData(InformationCredibility.Doubtful, AssertionMode.Asserted, Certainty.Unlikely)]
    [InlineData(InformationCredibility.Unspecified, AssertionMode.Asserted, Certainty.Unknown)]
    [InlineData(InformationCredibility.Confirmed, AssertionMode.Planned, Certainty.Possible)]
    [InlineData(InformationCredibility.Doubtful, AssertionMode.Planned, Certainty.Unlikely)]
    [InlineData(InformationCredibility.Confirmed, AssertionMode.Negated, Certainty.Unknown)]
    public void Rate_CredibilityAndMode_GiveCertainty(InformationCredibility credibility, AssertionMode mode, Certainty certainty) =>
        Assert.Equal(certainty, ClaimAlerts.Rate(new Claim { Kind = ClaimKind.Event, Credibility = credibility, Mode = mode }, Today).Certainty);

    [Fact]
    public void Rate_Commitment_IsAsUrgentAsItsDeadlineAndHistoryIsPast()
    {
        var promise = new Claim { Kind = ClaimKind.Commitment, Deadline = new DateExtent { EndDate = "2026-04-10" } };
        var history = new Claim { Kind = ClaimKind.Event, Mode = AssertionMode.Historical, Date = new DateExtent { EndDate = "2026-03-10" } };

        Assert.Equal(Urgency.Future, ClaimAlerts.Rate(promise, Today).Urgency);
        Assert.Equal(Urgency.Past, ClaimAlerts.Rate(history, Today).Urgency);
    }

    [Fact]
    public void Compose_LongQuote_HeadlineIsOneLineOf200CodePoints()
    {
        var quote = string.Concat(Enumerable.Repeat("𝄞\n", 300));
        var alert = ClaimAlerts.Compose(
            new Claim { Id = "sha256:c", Class = "warn", Evidence = new Evidence { Quote = quote } }, new DateTimeOffset(2026, 3, 10, 0, 0, 0, default));

        Assert.Equal(200, alert.Headline.EnumerateRunes().Count());
        Assert.StartsWith("warn: 𝄞 𝄞", alert.Headline, StringComparison.Ordinal);
        Assert.EndsWith("…", alert.Headline, StringComparison.Ordinal);
    }
}
