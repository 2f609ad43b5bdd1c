using Truceline.DevSidecar.Faults;

namespace Truceline.DevSidecar.UnitTests;

public class FaultDiceTests
{
    private const int Many = 20_000;

    [Fact]
    public void Roll_KnownArguments_GivesTheSameNumberForEver()
    {
        // A fixed point: another number here means that a seed noted in a report no longer brings back what it brought.
        Assert.Equal(0.450504729532, FaultDice.Roll(7, 0, "Fail", new FaultTarget("store", "orders", "one"), 1), 12);
    }

    [Fact]
    public void Roll_ManyEvents_IsEvenlySpread()
    {
        var tenths = new int[10];
        foreach (var roll in Rolls("Fail"))
            tenths[(int)(roll * 10)]++;

        // Standard deviation of a tenth is 42: five of them.
        Assert.All(tenths, count => Assert.InRange(count, (Many / 10) - 212, (Many / 10) + 212));
    }

    [Theory]
    [InlineData("Fail", "Duplicate", 1)]
    [InlineData("Fail", "Fail", 2)]
    public void Roll_OtherPurposeOrAttempt_IsIndependent(string purpose, string other, int attempt)
    {
        var pairs = Rolls(purpose).Zip(Rolls(other, attempt)).ToList();

        var both = pairs.Count(pair => pair is { First: < 0.3, Second: < 0.3 });

        // 9 % of them, standard deviation 40.
        Assert.InRange(both, 0.09 * Many - 200, 0.09 * Many + 200);
    }

    [Fact]
    public void Roll_AnyArgumentDiffers_IsAnotherNumber()
    {
        var target = new FaultTarget("a", "b", "c");
        double[] rolls =
        [
            FaultDice.Roll(0, 0, "Fail", target, 1), FaultDice.Roll(1, 0, "Fail", target, 1), FaultDice.Roll(0, 1, "Fail", target, 1),
            FaultDice.Roll(0, 0, "Stall", target, 1), FaultDice.Roll(0, 0, "Fail", target, 2),
            FaultDice.Roll(0, 0, "Fail", target with { AppId = "x" }, 1), FaultDice.Roll(0, 0, "Fail", target with { Topic = "x" }, 1),
            FaultDice.Roll(0, 0, "Fail", target with { EventId = "x" }, 1), FaultDice.Roll(0, 0, "Fail", new FaultTarget("ab", "", "c"), 1),
        ];

        Assert.Equal(rolls.Length, rolls.Distinct().Count());
    }

    private static IEnumerable<double> Rolls(string purpose, int attempt = 1) => Enumerable.Range(0, Many)
        .Select(number => FaultDice.Roll(7, 0, purpose, new FaultTarget("store", "orders", $"event-{number}"), attempt));
}
