using Dapr;
using Grpc.Core;
using Truceline.DevSidecar.Faults;

namespace Truceline.DevSidecar.FunctionalTests;

public class FaultTests
{
    [Fact]
    public async Task Duplicate_EveryEvent_ArrivesTwiceAndCountsOnce()
    {
        await using var app = await new TestApp().Subscribe("orders").StartAsync();
        await using var sidecar = await Faulty("Duplicate", "1").Serve("shop").Serve("store", app).StartAsync();
        var ids = Enumerable.Range(0, 20).Select(number => $"{number}").ToList();

        foreach (var id in ids)
            await PublishAsync(sidecar, id);
        await sidecar.IsSettled("store", 20);

        Assert.Equal(ids.Concat(ids).Order(StringComparer.Ordinal), app.Ids.Order(StringComparer.Ordinal));
        Assert.Equal(20, sidecar.StatusOf("store").Delivered);
        Assert.Equal(20, Injected(sidecar, "Duplicate"));
    }

    [Fact]
    public async Task Reorder_AnEventThatIsChosen_ArrivesAfterALaterOne()
    {
        var plan = new FaultPlan(new FaultOptions { Seed = 4, Rules = [new FaultRule { Reorder = 0.5 }] });
        var ids = Enumerable.Range(0, 50).Select(number => $"{number}").ToList();
        var first = ids.First(id => IsHeld(id));
        var second = ids.First(id => !IsHeld(id));
        await using var app = await new TestApp().Subscribe("orders").StartAsync();
        await using var sidecar = await Faulty("Reorder", "0.5").With("Faults:Seed", "4").With("Faults:Rules:0:HoldBack", "00:10:00")
            .With("ProcessingTimeout", "01:00:00").Serve("shop").Serve("store", app).StartAsync();

        await PublishAsync(sidecar, first);
        await Eventually.Holds("the first is held", () => sidecar.StatusOf("store").Subscriptions.SingleOrDefault()?.Attempts == 1);
        await PublishAsync(sidecar, second);
        await sidecar.IsSettled("store", 2);

        Assert.Equal([second, first], app.Ids);

        bool IsHeld(string id) => plan.ForDelivery(new FaultTarget("store", "orders", id), 1).HoldBack is not null;
    }

    [Fact]
    public async Task Fail_Once_IsRetriedWithoutCallingTheAppTwice()
    {
        await using var app = await new TestApp().Subscribe("orders").StartAsync();
        await using var sidecar = await Faulty("Fail", "1").With("Retries:Count", "2").With("Retries:Delay", "00:00:00.01")
            .Serve("shop").Serve("store", app).StartAsync();

        await PublishAsync(sidecar, "one");
        await sidecar.IsSettled("store", 1);

        Assert.Equal(["one"], app.Ids);
        Assert.Equal((1, 2), (sidecar.StatusOf("store").Delivered, sidecar.StatusOf("store").Subscriptions.Single().Attempts));
        Assert.Equal(1, Injected(sidecar, "Fail"));
    }

    [Theory]
    [InlineData("dead-orders", 1, 0)]
    [InlineData(null, 0, 1)]
    public async Task Fail_Always_EndsInTheDeadLetterTopicOrIsLost(string? deadLetterTopic, long deadLettered, long lost)
    {
        await using var app = await new TestApp().Subscribe("orders", deadLetterTopic).StartAsync();
        await using var sidecar = await Faulty("Fail", "1").With("Faults:Rules:0:Times", "0").With("Retries:Count", "3")
            .With("Retries:Delay", "00:00:00.01").Serve("shop").Serve("store", app).StartAsync();

        await PublishAsync(sidecar, "one");
        await sidecar.IsSettled("store", 1);

        Assert.Empty(app.Ids);
        Assert.Equal((deadLettered, lost), (sidecar.StatusOf("store").DeadLettered, sidecar.StatusOf("store").Lost));
        Assert.Equal(4, Injected(sidecar, "Fail"));
    }

    [Fact]
    public async Task FailAfter_Once_GivesTheAppTheEventAgain()
    {
        await using var app = await new TestApp().Subscribe("orders").StartAsync();
        await using var sidecar = await Faulty("FailAfter", "1").With("Retries:Count", "2").With("Retries:Delay", "00:00:00.01")
            .Serve("shop").Serve("store", app).StartAsync();

        await PublishAsync(sidecar, "one");
        await sidecar.IsSettled("store", 1);

        Assert.Equal(["one", "one"], app.Ids);
        Assert.Equal((1, 0), (sidecar.StatusOf("store").Delivered, sidecar.StatusOf("store").Failed));
    }

    [Fact]
    public async Task Stall_UntilTheProcessingTimeout_IsDeadLettered()
    {
        await using var app = await new TestApp().Subscribe("orders", "dead-orders").StartAsync();
        await using var sidecar = await Faulty("Stall", "1").With("ProcessingTimeout", "00:00:00.2").With("Retries:Count", "5")
            .Serve("shop").Serve("store", app).StartAsync();

        await PublishAsync(sidecar, "one");
        await sidecar.IsSettled("store", 1);

        Assert.Empty(app.Ids);
        Assert.Equal((1, 1), (sidecar.StatusOf("store").DeadLettered, Injected(sidecar, "Stall")));
    }

    [Theory]
    [InlineData("PublishFail", 0, 1)]
    [InlineData("PublishFailAfter", 1, 2)]
    public async Task PublishFail_Once_IsUnavailableAndTheNextTryIsStored(string kind, int storedBefore, int storedAfter)
    {
        await using var app = await new TestApp().Subscribe("orders").StartAsync();
        await using var sidecar = await Faulty(kind, "1").Serve("shop").Serve("store", app).StartAsync();

        var refused = await Assert.ThrowsAsync<DaprException>(() => PublishAsync(sidecar, "one"));
        Assert.Equal(StatusCode.Unavailable, Assert.IsType<RpcException>(refused.InnerException).StatusCode);
        Assert.Equal(storedBefore, sidecar.StatusOf("shop").Published);
        await PublishAsync(sidecar, "one");
        await sidecar.IsSettled("store", storedAfter);

        Assert.Equal(Enumerable.Repeat("one", storedAfter), app.Ids);
        Assert.Equal(1, Injected(sidecar, kind, "shop"));
    }

    [Fact]
    public async Task PublishDuplicate_AnEvent_IsStoredTwice()
    {
        await using var app = await new TestApp().Subscribe("orders").StartAsync();
        await using var sidecar = await Faulty("PublishDuplicate", "1").Serve("shop").Serve("store", app).StartAsync();

        await PublishAsync(sidecar, "one");
        await sidecar.IsSettled("store", 2);

        Assert.Equal(["one", "one"], app.Ids);
    }

    [Theory]
    [InlineData("BeforeDelivery", 1)]
    [InlineData("AfterDelivery", 2)]
    public async Task Die_OnDelivery_EndsTheProcessOnceAndRedelivers(string point, int arrivals)
    {
        await using var one = await new TestApp().Subscribe("orders").StartAsync();
        await using var two = await new TestApp().Subscribe("orders").StartAsync();
        await using var settings = Faulty("Die", "1").With("Faults:Rules:0:DieAt", point).Serve("shop").Serve("store", one).Serve("store", two);

        await using (var first = await SidecarProgram.StartAsync(settings))
        {
            await PublishAsync(settings, "one");
            Assert.Equal(137, (await first.ExitAsync()).Code);
        }

        await settings.StartAsync();
        await settings.IsSettled("store", 1);

        Assert.Equal(Enumerable.Repeat("one", arrivals), one.Ids.Concat(two.Ids));
        Assert.Equal(1, Injected(settings, "Die"));
    }

    [Theory]
    [InlineData("BeforeAppend", 1)]
    [InlineData("AfterAppend", 2)]
    public async Task Die_OnPublishing_TheNextTryIsStored(string point, int arrivals)
    {
        await using var app = await new TestApp().Subscribe("orders").StartAsync();
        await using var settings = Faulty("Die", "1").With("Faults:Rules:0:DieAt", point).Serve("shop").Serve("store", app);

        await using (var first = await SidecarProgram.StartAsync(settings))
        {
            await Assert.ThrowsAsync<DaprException>(() => PublishAsync(settings, "one"));
            Assert.Equal(137, (await first.ExitAsync()).Code);
        }

        await settings.StartAsync();
        await PublishAsync(settings, "one");
        await settings.IsSettled("store", arrivals);

        Assert.All(app.Ids, id => Assert.Equal("one", id));
        Assert.Equal(1, Injected(settings, "Die", "shop"));
    }

    [Fact]
    public async Task Die_Times_BoundsTheDeathsOfARuleOverRestarts()
    {
        await using var app = await new TestApp().Subscribe("orders").StartAsync();
        await using var settings = Faulty("Die", "1").With("Faults:Rules:0:DieAt", "BeforeAppend").With("Faults:Rules:0:Times", "2")
            .Serve("shop").Serve("store", app);

        foreach (var id in new[] { "one", "two" })
        {
            await using var dying = await SidecarProgram.StartAsync(settings);
            await Assert.ThrowsAsync<DaprException>(() => PublishAsync(settings, id));
            await dying.ExitAsync();
        }

        await settings.StartAsync();
        foreach (var id in new[] { "one", "two", "three" })
            await PublishAsync(settings, id);
        await settings.IsSettled("store", 3);

        Assert.Equal(2, Injected(settings, "Die", "shop"));
    }

    private static SidecarFixture Faulty(string kind, string probability) => new SidecarFixture().With($"Faults:Rules:0:{kind}", probability);

    private static long Injected(SidecarFixture sidecar, string kind, string appId = "store") =>
        sidecar.Report().Faults.Injected.SingleOrDefault(count => (count.Kind, count.AppId, count.Topic) == (kind, appId, "orders"))?.Count ?? 0;

    private static Task PublishAsync(SidecarFixture sidecar, string id) =>
        sidecar.ClientOf("shop").PublishEventAsync("pubsub", "orders", id, new Dictionary<string, string> { ["cloudevent.id"] = id });
}
