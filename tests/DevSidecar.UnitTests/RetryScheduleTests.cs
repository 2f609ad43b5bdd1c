using Truceline.DevSidecar.Delivery;

namespace Truceline.DevSidecar.UnitTests;

public class RetryScheduleTests
{
    [Fact]
    public void NextPause_ThirtyExponentialRetries_GrowsToTheLongestAndEndsAfterThirty()
    {
        var policy = new RetryOptions
        {
            Count = 30,
            Growth = RetryGrowth.Exponential,
            Delay = TimeSpan.FromMilliseconds(100),
            MaxDelay = TimeSpan.FromSeconds(2),
        };

        var pauses = Enumerable.Range(1, 31).Select(made => RetrySchedule.NextPause(policy, made)).ToList();

        Assert.Equal([100.0, 150, 225], pauses.Take(3).Select(pause => pause!.Value.TotalMilliseconds));
        Assert.All(pauses.Skip(8).Take(22), pause => Assert.Equal(TimeSpan.FromSeconds(2), pause));
        Assert.Null(pauses[30]);
    }

    [Theory]
    [InlineData(0, "Constant", 5000)]
    [InlineData(3, "Constant", 5000)]
    [InlineData(3, "Exponential", 11250)]
    [InlineData(1000, "Exponential", 60000)]
    public void PauseBeforeNextRound_AnyPolicy_IsItsLastPause(int count, string growth, int milliseconds) => Assert.Equal(
        TimeSpan.FromMilliseconds(milliseconds),
        RetrySchedule.PauseBeforeNextRound(new RetryOptions { Count = count, Growth = Enum.Parse<RetryGrowth>(growth) }));

    [Fact]
    public void PauseBeforeNextRound_PolicyWithoutPause_IsNeverHot() => Assert.Equal(
        TimeSpan.FromMilliseconds(100), RetrySchedule.PauseBeforeNextRound(new RetryOptions { Count = 3, Delay = TimeSpan.Zero }));
}
