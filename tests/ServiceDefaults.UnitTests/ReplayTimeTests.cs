using Truceline.ServiceDefaults.DeadLetters;

namespace Truceline.ServiceDefaults.UnitTests;

public class ReplayTimeTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(10, 8)]
    [InlineData(30, 24)]
    [InlineData(300, 24)]
    [InlineData(0, 0)]
    [InlineData(-1, 0)]
    public void Of_ADeadline_LeavesAFifthForTheAnswer(int seconds, int expected) =>
        Assert.Equal(TimeSpan.FromSeconds(expected), ReplayTime.Of(Now, Now.UtcDateTime.AddSeconds(seconds)));

    [Fact]
    public void Of_NoDeadline_IsBoundedAsEveryCallIs() => Assert.Equal(TimeSpan.FromSeconds(24), ReplayTime.Of(Now, DateTime.MaxValue));
}
