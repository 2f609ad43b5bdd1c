using Status = Dapr.AppCallback.Autogen.Grpc.v1.TopicEventResponse.Types.TopicEventResponseStatus;

namespace Truceline.DevSidecar.FunctionalTests;

public class ReplicaTests
{
    [Fact]
    public async Task Delivery_TwoReplicas_EachMessageGoesToOneAndBothGetSome()
    {
        const int count = 200;
        await using var one = await new TestApp().Subscribe("orders").StartAsync();
        await using var two = await new TestApp().Subscribe("orders").StartAsync();
        await using var sidecar = await new SidecarFixture().Serve("shop").Serve("store", one).Serve("store", two).StartAsync();
        await BothAreReached(sidecar);

        for (var number = 0; number < count; number++)
            await PublishAsync(sidecar, $"{number}");
        await sidecar.IsSettled("store", count);

        Assert.Equal(
            Enumerable.Range(0, count).Select(number => $"{number}").Order(StringComparer.Ordinal),
            one.Ids.Concat(two.Ids).Order(StringComparer.Ordinal));
        Assert.NotEmpty(one.Ids);
        Assert.NotEmpty(two.Ids);
        Assert.Equal([one.Arrivals.Count, two.Arrivals.Count], sidecar.ReplicasOf("store").Select(replica => replica.Delivered));
    }

    [Fact]
    public async Task Delivery_OneReplicaNeverThere_TheOtherGetsAll()
    {
        await using var present = await new TestApp().Subscribe("orders").StartAsync();
        await using var absent = new TestApp().Subscribe("orders");
        await using var sidecar = await new SidecarFixture().Serve("shop").Serve("store", absent).Serve("store", present).StartAsync();

        for (var number = 0; number < 20; number++)
            await PublishAsync(sidecar, $"{number}");
        await sidecar.IsSettled("store", 20);

        Assert.Equal(20, present.Arrivals.Count);
        Assert.Equal(
            [(absent.Port, false, 0L), (present.Port, true, 20L)],
            sidecar.ReplicasOf("store").Select(replica => (replica.AppAddress!.Port, replica.Reached, replica.Delivered)));
    }

    [Fact]
    public async Task Delivery_OneReplicaDies_WhatItHeldIsTriedByThePolicyAndDeadLettered()
    {
        await using var living = await new TestApp().Subscribe("orders", "dead-orders").StartAsync();
        var dying = await new TestApp().Subscribe("orders", "dead-orders").StartAsync();
        await using var sidecar = await new SidecarFixture().With("Retries:Count", "2").With("Retries:Delay", "00:00:00.01")
            .Serve("shop").Serve("store", living).Serve("store", dying).StartAsync();
        await BothAreReached(sidecar);
        await dying.DisposeAsync();

        for (var number = 0; number < 40; number++)
            await PublishAsync(sidecar, $"{number}");
        await sidecar.IsSettled("store", 40);

        var (alive, dead) = (sidecar.ReplicasOf("store")[0], sidecar.ReplicasOf("store")[1]);
        Assert.Equal((living.Arrivals.Count, 0L), (alive.Delivered, alive.Failed));
        Assert.Equal((0L, 40L - living.Arrivals.Count), (dead.Delivered, dead.DeadLettered));
        Assert.InRange(dead.DeadLettered, 1, 39);
        Assert.Equal(3 * dead.DeadLettered, Assert.Single(dead.Subscriptions).Attempts);
    }

    [Fact]
    public async Task Restart_AfterAKillWithTwoReplicas_RedeliversWhatWasUnacknowledgedOnce()
    {
        const int stuck = 30;
        await using var one = await new TestApp().Subscribe("orders").StartAsync();
        await using var two = await new TestApp().Subscribe("orders").StartAsync();
        // Two at a time of one, so that most of what is left over is still to come when the second replica joins.
        await using var settings = new SidecarFixture().With("Concurrency", "2").With("QueueDepth", "3")
            .Serve("shop").Serve("store", one).Serve("store", two);
        one.Answer = two.Answer = async (request, cancelled) =>
        {
            if (request.Id.StartsWith("stuck", StringComparison.Ordinal))
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancelled);
            return Status.Success;
        };

        await using (var first = await SidecarProgram.StartAsync(settings))
        {
            await PublishAsync(settings, "done");
            await Eventually.Holds("the first event at a replica", () => one.Arrivals.Count + two.Arrivals.Count == 1);
            for (var number = 0; number < stuck; number++)
                await PublishAsync(settings, $"stuck-{number}");
            await Eventually.Holds("all workers of both are busy", () => one.Ids.Concat(two.Ids).Count(IsStuck) == 4);
            await first.KillAsync();
        }

        one.Arrivals.Clear();
        two.Arrivals.Clear();
        one.Answer = two.Answer = (_, _) => Task.FromResult(Status.Success);
        await settings.StartAsync();
        await PublishAsync(settings, "new");
        await settings.IsSettled("store", stuck + 1);

        var expected = Enumerable.Range(0, stuck).Select(number => $"stuck-{number}").Append("new");
        Assert.Equal(expected.Order(StringComparer.Ordinal), one.Ids.Concat(two.Ids).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Publish_FromEachReplica_HasTheSameSourceAndIsCountedByReplica()
    {
        await using var reader = await new TestApp().Subscribe("orders").StartAsync();
        await using var sidecar = await new SidecarFixture().Serve("shop").Serve("shop").Serve("store", reader).StartAsync();

        await PublishAsync(sidecar, "a", replica: 0);
        await PublishAsync(sidecar, "b", replica: 1);
        await PublishAsync(sidecar, "c", replica: 1);
        await sidecar.IsSettled("store", 3);

        Assert.All(reader.Arrivals, arrival => Assert.Equal("shop", arrival.Event.Source));
        Assert.Equal([1L, 2L], sidecar.ReplicasOf("shop").Select(replica => replica.Published));
    }

    [Fact]
    public async Task Status_GroupOfAnAppThatIsNotThere_TellsWhatWaits()
    {
        await using var app = await new TestApp().Subscribe("orders").StartAsync();
        await using var sidecar = await new SidecarFixture().Serve("shop").Serve("store", app).StartAsync();
        await PublishAsync(sidecar, "one");
        await sidecar.IsSettled("store", 1);
        await sidecar.StopAsync();
        await app.DisposeAsync();
        await sidecar.StartAsync();
        await PublishAsync(sidecar, "two");

        Assert.False(sidecar.StatusOf("store").Reached);
        var group = Assert.Single(sidecar.Report().Groups);
        Assert.Equal(("store", "orders", 0L, 1L), (group.AppId, group.Topic, group.Pending, group.Waiting));
    }

    [Fact]
    public async Task Start_ReplicasWithOneAddress_EndsWith2AndSaysSo()
    {
        await using var sidecar = SidecarProgram.Run(
            "--Sidecar:Apps:0:AppId=store", "--Sidecar:Apps:0:DaprGrpcPort=5001", "--Sidecar:Apps:0:AppPort=6001",
            "--Sidecar:Apps:1:AppId=store", "--Sidecar:Apps:1:DaprGrpcPort=5002", "--Sidecar:Apps:1:AppPort=6001");
        var (code, errors) = await sidecar.ExitAsync();

        Assert.Equal(SidecarProcess.BadSettings, code);
        Assert.Contains("2 replicas of 'store' have the address http://127.0.0.1:6001/", errors, StringComparison.Ordinal);
    }

    private static bool IsStuck(string id) => id.StartsWith("stuck", StringComparison.Ordinal);

    private static Task BothAreReached(SidecarFixture sidecar) => Eventually.Holds(
        "both replicas are reached", () => sidecar.ReplicasOf("store").All(replica => replica.Reached));

    private static Task PublishAsync(SidecarFixture sidecar, string id, int replica = 0) => sidecar.ClientOf("shop", replica: replica)
        .PublishEventAsync("pubsub", "orders", id, new Dictionary<string, string> { ["cloudevent.id"] = id });
}
