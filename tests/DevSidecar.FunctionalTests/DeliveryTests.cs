using Dapr.AppCallback.Autogen.Grpc.v1;
using Grpc.Core;
using Status = Dapr.AppCallback.Autogen.Grpc.v1.TopicEventResponse.Types.TopicEventResponseStatus;

namespace Truceline.DevSidecar.FunctionalTests;

public class DeliveryTests
{
    [Fact]
    public async Task Delivery_HandlerFails_IsAcknowledgedAndDeadLettered()
    {
        await using var app = await new TestApp().Subscribe("orders", "dead-orders").StartAsync();
        await using var operations = await new TestApp().Subscribe("dead-orders").StartAsync();
        await using var sidecar = await new SidecarFixture().Serve("shop").Serve("store", app).Serve("ops", operations).StartAsync();
        app.Answer = (_, _) => Task.FromResult(Status.Retry);

        await PublishAsync(sidecar, "one");
        await operations.HasArrivals(1);
        await sidecar.IsSettled("store", 1);

        Assert.Equal(["one"], app.Ids);
        var dead = Assert.Single(operations.Arrivals);
        Assert.Equal("one", dead.Event.Id);
        Assert.Equal("shop", dead.Event.Source);
        Assert.Equal("dead-orders", dead.Event.Topic);
        Assert.Equal("orders", dead.Extension("topic"));
        Assert.Equal(app.Arrivals.Single().Event.Data, dead.Event.Data);
        var status = sidecar.StatusOf("store");
        Assert.Equal((0, 1, 1, 0), (status.Delivered, status.Failed, status.DeadLettered, status.Lost));
    }

    [Fact]
    public async Task Delivery_HandlerFailsWithoutDeadLetterTopic_IsAcknowledgedAndLost()
    {
        await using var app = await new TestApp().Subscribe("orders").StartAsync();
        await using var sidecar = await new SidecarFixture().Serve("shop").Serve("store", app).StartAsync();
        app.Answer = (_, _) => throw new RpcException(new Grpc.Core.Status(StatusCode.Internal, "broken"));

        await PublishAsync(sidecar, "one");
        await sidecar.IsSettled("store", 1);
        app.Answer = (_, _) => Task.FromResult(Status.Success);
        await PublishAsync(sidecar, "two");
        await sidecar.IsSettled("store", 2);

        Assert.Equal(["one", "two"], app.Ids);
        var status = sidecar.StatusOf("store");
        Assert.Equal((1, 1, 0, 1), (status.Delivered, status.Failed, status.DeadLettered, status.Lost));
    }

    [Fact]
    public async Task Delivery_AppAnswersDrop_IsDeadLetteredWithoutRetry()
    {
        await using var app = await new TestApp().Subscribe("orders", "dead-orders").StartAsync();
        await using var operations = await new TestApp().Subscribe("dead-orders").StartAsync();
        await using var sidecar = await Retrying(3).Serve("shop").Serve("store", app).Serve("ops", operations).StartAsync();
        app.Answer = (_, _) => Task.FromResult(Status.Drop);

        await PublishAsync(sidecar, "one");
        await operations.HasArrivals(1);
        await sidecar.IsSettled("store", 1);

        Assert.Equal(["one"], app.Ids);
        Assert.Equal(["one"], operations.Ids);
    }

    [Fact]
    public async Task Delivery_HandlerUnimplemented_IsDroppedWithoutDeadLetter()
    {
        await using var app = await new TestApp().Subscribe("orders", "dead-orders").StartAsync();
        await using var operations = await new TestApp().Subscribe("dead-orders").StartAsync();
        await using var sidecar = await Retrying(3).Serve("shop").Serve("store", app).Serve("ops", operations).StartAsync();
        app.Answer = (_, _) => throw new RpcException(new Grpc.Core.Status(StatusCode.Unimplemented, "no such topic"));

        await PublishAsync(sidecar, "one");
        await sidecar.IsSettled("store", 1);

        Assert.Equal(["one"], app.Ids);
        Assert.Equal((0, 0), (sidecar.StatusOf("store").DeadLettered, sidecar.StatusOf("ops").Waiting));
        Assert.Empty(operations.Arrivals);
    }

    [Fact]
    public async Task Delivery_FailsTwiceThenSucceeds_IsDeliveredByTheRetryPolicy()
    {
        await using var app = await new TestApp().Subscribe("orders", "dead-orders").StartAsync();
        await using var sidecar = await Retrying(2).Serve("shop").Serve("store", app).StartAsync();
        app.Answer = (_, _) => Task.FromResult(app.Arrivals.Count < 3 ? Status.Retry : Status.Success);

        await PublishAsync(sidecar, "one");
        await sidecar.IsSettled("store", 1);

        Assert.Equal(["one", "one", "one"], app.Ids);
        var status = sidecar.StatusOf("store");
        Assert.Equal((1, 0, 0), (status.Delivered, status.Failed, status.DeadLettered));
        Assert.Equal(3, Assert.Single(status.Subscriptions).Attempts);
    }

    [Fact]
    public async Task Delivery_RetriesUsedUp_IsDeadLetteredAfterTheLastAttempt()
    {
        await using var app = await new TestApp().Subscribe("orders", "dead-orders").StartAsync();
        await using var sidecar = await Retrying(2).Serve("shop").Serve("store", app).StartAsync();
        app.Answer = (_, _) => Task.FromResult(Status.Retry);

        await PublishAsync(sidecar, "one");
        await sidecar.IsSettled("store", 1);

        Assert.Equal(["one", "one", "one"], app.Ids);
        Assert.Equal(1, sidecar.StatusOf("store").DeadLettered);
    }

    [Fact]
    public async Task Delivery_ThirtyRetriesWithinALongTimeout_AreAllMade()
    {
        await using var app = await new TestApp().Subscribe("orders", "dead-orders").StartAsync();
        await using var sidecar = await Retrying(30).With("ProcessingTimeout", "00:01:00").Serve("shop").Serve("store", app).StartAsync();
        app.Answer = (_, _) => Task.FromResult(app.Arrivals.Count <= 30 ? Status.Retry : Status.Success);

        await PublishAsync(sidecar, "one");
        await sidecar.IsSettled("store", 1);

        Assert.Equal(31, app.Arrivals.Count);
        Assert.Equal(1, sidecar.StatusOf("store").Delivered);
    }

    [Theory]
    [InlineData(Status.Retry)]
    [InlineData(Status.Drop)]
    public async Task Delivery_DeadLetterTopicIsTheTopicItself_ComesAgainUntilHandled(Status answer)
    {
        await using var app = await new TestApp().Subscribe("orders", "orders").StartAsync();
        await using var sidecar = await Retrying(1).Serve("shop").Serve("store", app).StartAsync();
        app.Answer = (_, _) => Task.FromResult(app.Arrivals.Count <= 3 ? answer : Status.Success);

        await PublishAsync(sidecar, "one");
        await Eventually.Holds("the event is handled", () => sidecar.StatusOf("store").Delivered == 1);

        Assert.Equal(["one", "one", "one", "one"], app.Ids);
        Assert.Equal(0, sidecar.StatusOf("store").Lost);
        await Eventually.Holds("nothing is left", () => sidecar.StatusOf("store") is { Held: 0, Pending: 0, Waiting: 0 });
    }

    [Fact]
    public async Task Delivery_DeadLetterTopicIsTheTopicItself_RestsBetweenTheRounds()
    {
        await using var app = await new TestApp().Subscribe("orders", "orders").StartAsync();
        await using var sidecar = await new SidecarFixture().With("ProcessingTimeout", "01:00:00").With("Retries:Delay", "00:30:00")
            .With("ShutdownGrace", "00:00:00").Serve("shop").Serve("store", app).StartAsync();
        app.Answer = (_, _) => Task.FromResult(Status.Drop);

        await PublishAsync(sidecar, "one");
        await PublishAsync(sidecar, "two");
        await app.HasArrivals(2);

        // In the pause before its next round a message is still pending, so a crash loses nothing.
        Assert.Equal((2, 0), (sidecar.StatusOf("store").Pending, sidecar.StatusOf("store").DeadLettered));
        await sidecar.StopAsync();
        Assert.Equal(2, app.Arrivals.Count);
        app.Answer = (_, _) => Task.FromResult(Status.Success);
        await sidecar.StartAsync();
        await sidecar.IsSettled("store", 2);
    }

    [Fact]
    public async Task Delivery_HandlerPastProcessingTimeout_IsDeadLettered()
    {
        await using var app = await new TestApp().Subscribe("orders", "dead-orders").StartAsync();
        await using var sidecar = await new SidecarFixture().With("ProcessingTimeout", "00:00:00.2")
            .Serve("shop").Serve("store", app).StartAsync();
        app.Answer = async (_, cancelled) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancelled);
            return Status.Success;
        };

        await PublishAsync(sidecar, "one");
        await sidecar.IsSettled("store", 1);

        Assert.Equal(1, sidecar.StatusOf("store").DeadLettered);
    }

    [Theory]
    [InlineData("text/plain", "no envelope", true)]
    [InlineData("application/cloudevents+json", """{"id":"one","data_base64":"*"}""", false)]
    [InlineData("application/cloudevents+json", """{"id":"one","datacontenttype":"text/plain","data":1}""", false)]
    public async Task Delivery_UnreadableMessage_IsDeadLettered(string contentType, string payload, bool raw)
    {
        await using var app = await new TestApp().Subscribe("orders", "dead-orders").StartAsync();
        await using var sidecar = await new SidecarFixture().Serve("shop").Serve("store", app).StartAsync();

        await sidecar.ClientOf("shop").PublishByteEventAsync(
            "pubsub", "orders", System.Text.Encoding.UTF8.GetBytes(payload), contentType,
            new Dictionary<string, string> { ["rawPayload"] = raw ? "true" : "false" });
        await sidecar.IsSettled("store", 1);

        Assert.Empty(app.Arrivals);
        Assert.Equal(1, sidecar.StatusOf("store").DeadLettered);
    }

    [Fact]
    public async Task Delivery_ExpiredEvent_DoesNotReachTheApp()
    {
        await using var app = new TestApp().Subscribe("orders");
        await using var sidecar = await new SidecarFixture().Serve("shop").Serve("store", app).StartAsync();

        await PublishAsync(sidecar, "short", ttlSeconds: 60);
        await PublishAsync(sidecar, "long", ttlSeconds: 3600);
        sidecar.Time.Shift(TimeSpan.FromMinutes(2));
        await app.StartAsync();
        await sidecar.IsSettled("store", 2);

        Assert.Equal(["long"], app.Ids);
        Assert.Equal(1, sidecar.StatusOf("store").Lost);
    }

    [Fact]
    public async Task Delivery_AppStartsLater_ReceivesWhatWasPublishedBefore()
    {
        await using var app = new TestApp().Subscribe("orders");
        await using var sidecar = await new SidecarFixture().Serve("shop").Serve("store", app).StartAsync();

        await PublishAsync(sidecar, "one");
        await PublishAsync(sidecar, "two");
        Assert.False(sidecar.StatusOf("store").Reached);
        await app.StartAsync();
        await sidecar.IsSettled("store", 2);

        Assert.Equal(["one", "two"], app.Ids.Order());
        Assert.True(sidecar.StatusOf("store").Reached);
    }

    [Fact]
    public async Task Delivery_AppIsDownForAWhile_IsBridgedByTheRetryPolicy()
    {
        await using var app = await new TestApp().Subscribe("orders").StartAsync();
        await using var sidecar = await Retrying(1000).Serve("shop").Serve("store", app).StartAsync();
        await PublishAsync(sidecar, "before");
        await sidecar.IsSettled("store", 1);

        await app.DisposeAsync();
        await PublishAsync(sidecar, "meanwhile");
        await Eventually.Holds("several attempts on an app that is down", () => sidecar.StatusOf("store").Subscriptions.Single().Attempts > 5);
        await app.StartAsync();
        await sidecar.IsSettled("store", 2);

        Assert.Equal(["before", "meanwhile"], app.Ids);
        Assert.Equal(2, sidecar.StatusOf("store").Delivered);
    }

    [Fact]
    public async Task Delivery_TwoTopicsAndTwoApps_EachReceivesItsOwnOnce()
    {
        const int each = 150;
        await using var first = await new TestApp().Subscribe("orders").Subscribe("bills").StartAsync();
        await using var second = await new TestApp().Subscribe("bills").StartAsync();
        await using var sidecar = await new SidecarFixture().With("QueueDepth", "7")
            .Serve("shop").Serve("first", first).Serve("second", second).StartAsync();

        var client = sidecar.ClientOf("shop");
        await Parallel.ForAsync(0, each, async (number, cancel) =>
        {
            await client.PublishEventAsync("pubsub", "orders", number, Id($"order-{number}"), cancel);
            await client.PublishEventAsync("pubsub", "bills", number, Id($"bill-{number}"), cancel);
        });
        await sidecar.IsSettled("first", 2 * each);
        await sidecar.IsSettled("second", each);

        var bills = Enumerable.Range(0, each).Select(number => $"bill-{number}").Order(StringComparer.Ordinal).ToArray();
        var orders = Enumerable.Range(0, each).Select(number => $"order-{number}").Order(StringComparer.Ordinal);
        Assert.Equal(bills.Concat(orders), first.Ids.Order(StringComparer.Ordinal));
        Assert.Equal(bills, second.Ids.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Delivery_TenAtOnce_LetsALaterEventOvertake()
    {
        await using var app = await new TestApp().Subscribe("orders").StartAsync();
        await using var sidecar = await new SidecarFixture().Serve("shop").Serve("store", app).StartAsync();
        var overtaken = new TaskCompletionSource();
        app.Answer = async (request, cancelled) =>
        {
            if (request.Id == "first")
                await overtaken.Task.WaitAsync(cancelled);
            return Status.Success;
        };

        await PublishAsync(sidecar, "first");
        await app.HasArrivals(1);
        await PublishAsync(sidecar, "second");
        await Eventually.Holds("the second is handled first", () => sidecar.StatusOf("store") is { Delivered: 1, Pending: 1 });
        overtaken.SetResult();
        await sidecar.IsSettled("store", 2);

        Assert.Equal(["first", "second"], app.Ids);
    }

    [Fact]
    public async Task Delivery_RoutesWithCondition_PickThePath()
    {
        await using var app = await new TestApp().Subscribe("orders", configure: subscription =>
        {
            subscription.Routes = new TopicRoutes { Default = "/other" };
            subscription.Routes.Rules.Add(new TopicRule { Match = "event.type == \"order.placed\"", Path = "/placed" });
        }).StartAsync();
        await using var sidecar = await new SidecarFixture().Serve("shop").Serve("store", app).StartAsync();

        await PublishAsync(sidecar, "one", type: "order.placed");
        await PublishAsync(sidecar, "two", type: "order.closed");
        await sidecar.IsSettled("store", 2);

        Assert.Equal(["one /placed", "two /other"], app.Arrivals.Select(arrival => $"{arrival.Event.Id} {arrival.Event.Path}").Order());
    }

    private static SidecarFixture Retrying(int count) =>
        new SidecarFixture().With("Retries:Count", $"{count}").With("Retries:Delay", "00:00:00.01");

    private static Task PublishAsync(SidecarFixture sidecar, string id, int? ttlSeconds = null, string? type = null)
    {
        var metadata = Id(id);
        if (ttlSeconds is not null)
            metadata["ttlInSeconds"] = $"{ttlSeconds}";
        if (type is not null)
            metadata["cloudevent.type"] = type;
        return sidecar.ClientOf("shop").PublishEventAsync("pubsub", "orders", id, metadata);
    }

    private static Dictionary<string, string> Id(string id) => new() { ["cloudevent.id"] = id };
}
