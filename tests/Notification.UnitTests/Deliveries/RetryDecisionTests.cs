using Truceline.Notification.Channels.Webhooks;
using Truceline.Notification.Deliveries;

namespace Truceline.Notification.UnitTests.Deliveries;

public class RetryDecisionTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly RetryPolicy Policy = new(TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(60), 20, TimeSpan.FromHours(24));
    private static readonly SendResult Failure = new("timeout", 0, IsRetryable: true);

    [Theory]
    [InlineData(1, 0.0, 2.5)]
    [InlineData(1, 0.5, 3.75)]
    [InlineData(2, 0.0, 5)]
    [InlineData(5, 0.0, 40)]
    [InlineData(19, 0.0, 1800)]
    public void NextAttempt_AfterSomeAttempts_PausesForTheUpperHalfOfADoublingTime(int attempts, double draw, double seconds) =>
        Assert.Equal(Start.AddSeconds(seconds), RetryDecision.NextAttempt(Failure, attempts, Start, Start, Policy, draw));

    [Theory]
    [InlineData(60, 60)]
    [InlineData(1, 2.5)]
    [InlineData(-30, 2.5)]
    [InlineData(100_000, 3600)]
    public void NextAttempt_ReceiverAsksForAPause_KeepsItWithinTheLongest(double asked, double seconds)
    {
        var failure = Failure with { RetryAfter = TimeSpan.FromSeconds(asked) };

        Assert.Equal(Start.AddSeconds(seconds), RetryDecision.NextAttempt(failure, 1, Start, Start, Policy, 0));
    }

    [Fact]
    public void NextAttempt_NotWorthIt_GivesUp() =>
        Assert.Null(RetryDecision.NextAttempt(new SendResult("refused_address", 0, IsRetryable: false), 1, Start, Start, Policy, 0));

    [Fact]
    public void NextAttempt_LastAttemptMade_GivesUp()
    {
        Assert.NotNull(RetryDecision.NextAttempt(Failure, 19, Start, Start, Policy, 0));
        Assert.Null(RetryDecision.NextAttempt(Failure, 20, Start, Start, Policy, 0));
    }

    [Fact]
    public void NextAttempt_WouldComeTooLate_GivesUp()
    {
        var limit = Start + Policy.GiveUpAfter - TimeSpan.FromSeconds(2.5);

        Assert.Equal(Start + Policy.GiveUpAfter, RetryDecision.NextAttempt(Failure, 1, Start, limit, Policy, 0));
        Assert.Null(RetryDecision.NextAttempt(Failure, 1, Start, limit.AddTicks(1), Policy, 0));
    }

    [Fact]
    public void PolicyOf_Defaults_AreThoseDocumented() => Assert.Equal(Policy, RetryPolicy.Of(new NotificationOptions()));
}
