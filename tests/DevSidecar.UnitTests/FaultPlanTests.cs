using Truceline.DevSidecar.Faults;

namespace Truceline.DevSidecar.UnitTests;

public class FaultPlanTests
{
    private const int Many = 4_000;

    [Fact]
    public void ForDelivery_SameSeedAndRules_DecidesTheSameInAnyOrder()
    {
        var rule = new FaultRule { Duplicate = 0.3, Reorder = 0.3, Delay = 0.3, Fail = 0.3, FailAfter = 0.3, Stall = 0.3 };
        FaultPlan one = Plan(5, rule), other = Plan(5, rule), another = Plan(6, rule);
        var targets = Targets().ToList();

        var forwards = targets.Select(target => Said(one, target)).ToList();
        var backwards = targets.AsEnumerable().Reverse().Select(target => Said(other, target)).Reverse();

        Assert.Equal(forwards, backwards);
        Assert.NotEqual(forwards, targets.Select(target => Said(another, target)));

        static string Said(FaultPlan plan, FaultTarget target) =>
            plan.ForDelivery(target, 2) is var said ? $"{said.HoldBack} {said.Delay} {said.Stall} {said.Fail} {said.Duplicate} {said.FailAfter}" : "";
    }

    [Fact]
    public void ForDelivery_ManyEvents_EachKindIsNearItsProbability()
    {
        var plan = Plan(1, new FaultRule
        {
            Duplicate = 0.1,
            Reorder = 0.2,
            Delay = 0.3,
            Fail = 0.4,
            FailAfter = 0.5,
            Stall = 0.6,
            Die = 0.7,
            DieAt = DeathPoint.AfterDelivery,
        });

        var said = Targets().Select(target => plan.ForDelivery(target, 1)).ToList();

        Near(0.1, said.Count(one => one.Duplicate is not null));
        Near(0.2, said.Count(one => one.HoldBack is not null));
        Near(0.3, said.Count(one => one.Delay is not null));
        Near(0.4, said.Count(one => one.Fail));
        Near(0.5, said.Count(one => one.FailAfter));
        Near(0.6, said.Count(one => one.Stall));
        Near(0.7, said.Count(one => one.DieAfter.Count == 1));
        Assert.All(said, one => Assert.Empty(one.DieBefore));
        // Independent: both happen as often as one times the other.
        Near(0.2, said.Count(one => one is { Fail: true, FailAfter: true }));
        Near(0.05, said.Count(one => one is { FailAfter: true, Duplicate: not null }));
    }

    [Fact]
    public void ForPublish_ManyEvents_EachKindIsNearItsProbability()
    {
        var plan = Plan(1, new FaultRule
        {
            PublishFail = 0.1,
            PublishFailAfter = 0.2,
            PublishDelay = 0.3,
            PublishDuplicate = 0.4,
            Die = 0.5,
            DieAt = DeathPoint.BeforeAppend,
        });

        var said = Targets().Select(target => plan.ForPublish(target, 1)).ToList();

        Near(0.1, said.Count(one => one.Fail));
        Near(0.2, said.Count(one => one.FailAfter));
        Near(0.3, said.Count(one => one.Delay is not null));
        Near(0.4, said.Count(one => one.Duplicate));
        Near(0.5, said.Count(one => one.DieBefore.Count == 1));
        Assert.All(said, one => Assert.Empty(one.DieAfter));
        Assert.All(Targets().Select(target => plan.ForDelivery(target, 1)), one => Assert.False(one.Fail || one.DieBefore.Count > 0));
    }

    [Fact]
    public void ForDelivery_Duplicates_ComeAfterAndAtOnceAlike()
    {
        var plan = Plan(1, new FaultRule { Duplicate = 1 });

        Near(0.5, Targets().Count(target => plan.ForDelivery(target, 1).Duplicate == CopyTiming.AtOnce));
    }

    [Fact]
    public void ForDelivery_Lengths_StayInTheirRangeAndDiffer()
    {
        var plan = Plan(1, new FaultRule
        {
            Delay = 1,
            MinDelay = TimeSpan.FromSeconds(1),
            MaxDelay = TimeSpan.FromSeconds(3),
            Reorder = 1,
            HoldBack = TimeSpan.FromSeconds(8),
        });

        var said = Targets().Select(target => plan.ForDelivery(target, 1)).ToList();

        Assert.All(said, one => Assert.InRange(one.Delay!.Value.TotalSeconds, 1, 3));
        Assert.All(said, one => Assert.InRange(one.HoldBack!.Value.TotalSeconds, 4, 8));
        Assert.InRange(said.Average(one => one.Delay!.Value.TotalSeconds), 1.95, 2.05);
        Assert.InRange(said.Average(one => one.HoldBack!.Value.TotalSeconds), 5.9, 6.1);
    }

    [Theory]
    [InlineData(1, "1")]
    [InlineData(3, "1 2 3")]
    [InlineData(0, "1 2 3 4 5 6")]
    public void Fail_Times_SpoilsTheFirstAttemptsOfAChosenEvent(int times, string expected)
    {
        var target = new FaultTarget("store", "orders", "one");
        var delivery = Plan(1, new FaultRule { Fail = 1, FailAfter = 1, PublishFail = 1, PublishFailAfter = 1, Times = times });
        var attempts = Enumerable.Range(1, 6).ToList();

        Assert.Equal(expected, string.Join(' ', attempts.Where(attempt => delivery.ForDelivery(target, attempt).Fail)));
        Assert.Equal(expected, string.Join(' ', attempts.Where(attempt => delivery.ForDelivery(target, attempt).FailAfter)));
        Assert.Equal(expected, string.Join(' ', attempts.Where(attempt => delivery.ForPublish(target, attempt).Fail)));
        Assert.Equal(expected, string.Join(' ', attempts.Where(attempt => delivery.ForPublish(target, attempt).FailAfter)));
    }

    [Fact]
    public void Fail_HalfOfTheEventsWithoutLimit_HitsAllAttemptsOfAChosenOneAndNoneOfAnother()
    {
        var plan = Plan(1, new FaultRule { Fail = 0.5, Times = 0 });

        var hits = Targets().Select(target => Enumerable.Range(1, 4).Count(attempt => plan.ForDelivery(target, attempt).Fail)).ToList();

        Assert.Equal([0, 4], hits.Distinct().Order());
    }

    [Theory]
    [InlineData("", "", "store/orders store/bills ops/dead.orders")]
    [InlineData("orders", "", "store/orders")]
    [InlineData("dead.*", "", "ops/dead.orders")]
    [InlineData("orders,bills", "store", "store/orders store/bills")]
    [InlineData("*", "ops", "ops/dead.orders")]
    [InlineData("order", "", "")]
    public void Rule_TopicsAndApps_CoverWhatTheyName(string topics, string apps, string expected)
    {
        var plan = Plan(1, new FaultRule { Fail = 1, Topics = List(topics), Apps = List(apps) });

        var hit = new[] { ("store", "orders"), ("store", "bills"), ("ops", "dead.orders") }
            .Where(pair => plan.ForDelivery(new FaultTarget(pair.Item1, pair.Item2, "one"), 1).Fail);

        Assert.Equal(expected, string.Join(' ', hit.Select(pair => $"{pair.Item1}/{pair.Item2}")));

        static List<string> List(string text) => [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries)];
    }

    [Fact]
    public void DeathSentence_Key_IsTheSameForTheSameRuleAndNoOther()
    {
        var rule = new FaultRule { Die = 1, DieAt = DeathPoint.BeforeDelivery };
        string[] keys =
        [
            Key(Plan(1, rule)), Key(Plan(2, rule)), Key(Plan(1, new FaultRule(), rule)),
            Key(Plan(1, new FaultRule { Die = 1, DieAt = DeathPoint.BeforeDelivery, Times = 2 })),
        ];

        Assert.Equal(keys[0], Key(Plan(1, new FaultRule { Die = 1, DieAt = DeathPoint.BeforeDelivery })));
        Assert.Equal(4, keys.Distinct().Count());

        static string Key(FaultPlan plan) => Assert.Single(plan.ForDelivery(new FaultTarget("store", "orders", "one"), 1).DieBefore).Key;
    }

    private static FaultPlan Plan(int seed, params FaultRule[] rules) => new(new FaultOptions { Seed = seed, Rules = [.. rules] });

    private static IEnumerable<FaultTarget> Targets() =>
        Enumerable.Range(0, Many).Select(number => new FaultTarget("store", "orders", $"event-{number}"));

    /// <summary>Within five standard deviations.</summary>
    private static void Near(double probability, int count)
    {
        var spread = 5 * Math.Sqrt(Many * probability * (1 - probability));
        Assert.InRange(count, (Many * probability) - spread, (Many * probability) + spread);
    }
}
