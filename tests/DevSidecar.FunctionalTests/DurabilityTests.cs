using System.Collections.Concurrent;
using System.Text;
using Dapr;
using Truceline.DevSidecar.Storage;
using Truceline.DevSidecar.Streams;
using Status = Dapr.AppCallback.Autogen.Grpc.v1.TopicEventResponse.Types.TopicEventResponseStatus;

namespace Truceline.DevSidecar.FunctionalTests;

public class DurabilityTests
{
    private static readonly StreamName Orders = new("pubsub", "orders");

    [Fact]
    public async Task Restart_AfterAKill_RedeliversWhatWasUnacknowledgedAndNothingElse()
    {
        await using var app = await new TestApp().Subscribe("orders").StartAsync();
        await using var settings = new SidecarFixture().Serve("shop").Serve("store", app);
        app.Answer = async (request, cancelled) =>
        {
            if (request.Id == "stuck")
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancelled);
            return Status.Success;
        };

        await using (var first = await SidecarProgram.StartAsync(settings))
        {
            await PublishAsync(settings, "done");
            await app.HasArrivals(1);
            await PublishAsync(settings, "stuck");
            await app.HasArrivals(2);
            await first.KillAsync();
        }

        app.Answer = (_, _) => Task.FromResult(Status.Success);
        await using var second = await SidecarProgram.StartAsync(settings);
        await app.HasArrivals(3);
        await PublishAsync(settings, "new");
        await app.HasArrivals(4);
        Assert.Equal(0, await second.StopAsync());

        Assert.Equal(["done", "stuck", "stuck", "new"], app.Ids);
    }

    [Fact]
    public async Task Kill_WhileReplicasPublishAndReceive_LosesNothingThatWasAcknowledged()
    {
        await using var one = await new TestApp().Subscribe("orders").StartAsync();
        await using var two = await new TestApp().Subscribe("orders").StartAsync();
        await using var settings = new SidecarFixture().Serve("shop").Serve("shop").Serve("store", one).Serve("store", two);
        var acknowledged = new ConcurrentQueue<string>();

        await using (var first = await SidecarProgram.StartAsync(settings))
        {
            var publishing = Enumerable.Range(0, 2).Select(replica => PublishUntilItFailsAsync(settings, replica, acknowledged)).ToList();
            await Eventually.Holds("publishing and delivery run", () => acknowledged.Count > 100 && one.Arrivals.Count + two.Arrivals.Count > 50);
            await first.KillAsync();
            await Task.WhenAll(publishing);
        }

        await settings.StartAsync();
        await Eventually.Holds("nothing waits any more", () => settings.ReplicasOf("store").All(
            replica => replica is { Reached: true, Held: 0, Pending: 0, Waiting: 0 }));

        Assert.Empty(acknowledged.Except(one.Ids.Concat(two.Ids)));
    }

    [Fact]
    public async Task Stop_WhileDelivering_LetsItFinishAndAcknowledges()
    {
        await using var app = await new TestApp().Subscribe("orders").StartAsync();
        await using var settings = new SidecarFixture().With("ShutdownGrace", "00:01:00").Serve("shop").Serve("store", app);
        await using var sidecar = await SidecarProgram.StartAsync(settings);
        var released = new TaskCompletionSource();
        app.Answer = async (request, cancelled) =>
        {
            if (request.Id == "one")
            {
                await released.Task.WaitAsync(cancelled);
                // The listeners still serve while the last deliveries end.
                await PublishAsync(settings, "from-the-handler");
            }

            return Status.Success;
        };

        await PublishAsync(settings, "one");
        await app.HasArrivals(1);
        var exit = sidecar.StopAsync();
        await SidecarProgram.IsStopping(settings);
        released.SetResult();

        Assert.Equal(0, await exit);
        Assert.Equal(["one"], app.Ids);
        await settings.StartAsync();
        await settings.IsSettled("store", 1);
        Assert.Equal(["one", "from-the-handler"], app.Ids);
    }

    [Fact]
    public async Task Stop_DeliveryOutlastsTheGrace_LeavesItPending()
    {
        await using var app = await new TestApp().Subscribe("orders", "dead-orders").StartAsync();
        await using var sidecar = await new SidecarFixture().With("ShutdownGrace", "00:00:00.1").Serve("shop").Serve("store", app).StartAsync();
        app.Answer = async (_, cancelled) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancelled);
            return Status.Success;
        };

        await PublishAsync(sidecar, "one");
        await app.HasArrivals(1);
        await sidecar.StopAsync();
        app.Answer = (_, _) => Task.FromResult(Status.Success);
        await sidecar.StartAsync();
        await sidecar.IsSettled("store", 1);

        Assert.Equal(["one", "one"], app.Ids);
        Assert.Equal(1, sidecar.StatusOf("store").Delivered);
    }

    [Fact]
    public void Trim_OldMessages_KeepsWhatAnyGroupStillNeedsAndTheNewest()
    {
        var directory = Directory.CreateTempSubdirectory("streams-");
        try
        {
            using var store = new SqliteStreamStore(directory.FullName);
            store.Append([.. Enumerable.Range(1, 10).Select(number => Entry($"{number}"))]);
            store.OpenGroup(Orders, "fast");
            store.OpenGroup(Orders, "slow");
            foreach (var id in store.Take(Orders, "fast", 10).Where(id => id != 2))
                store.Acknowledge(Orders, "fast", id);
            foreach (var id in store.Take(Orders, "slow", 6))
                store.Acknowledge(Orders, "slow", id);

            Assert.Equal(0, store.Trim(maxLength: 10));
            // Past the newest 3: 1 to 7. Of these 2 is pending and 7 was not yet taken by the slow group.
            Assert.Equal(5, store.Trim(maxLength: 3));
            Assert.Equal(["2", "7", "8", "9", "10"], Enumerable.Range(1, 10).Select(id => Text(store.Read(id))).Where(text => text is not null));
            Assert.Equal(new GroupDepth(1, 0), store.Measure(Orders, "fast"));
            Assert.Equal(new GroupDepth(0, 4), store.Measure(Orders, "slow"));
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    [Fact]
    public void Take_NewGroup_StartsAtTheBeginningAndTakesEachMessageOnce()
    {
        var directory = Directory.CreateTempSubdirectory("streams-");
        try
        {
            using (var store = new SqliteStreamStore(directory.FullName))
            {
                store.Append([Entry("a"), Entry("b"), Entry("c")]);
                store.OpenGroup(Orders, "late");
                Assert.Equal(["a", "b"], store.Take(Orders, "late", 2).Select(id => Text(store.Read(id))));
            }

            using var reopened = new SqliteStreamStore(directory.FullName);
            reopened.OpenGroup(Orders, "late");
            Assert.Equal(["a", "b"], reopened.ListPending(Orders, "late", 0, 10).Select(id => Text(reopened.Read(id))));
            Assert.Equal(["c"], reopened.Take(Orders, "late", 10).Select(id => Text(reopened.Read(id))));
            Assert.Empty(reopened.Take(Orders, "late", 10));
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static async Task PublishUntilItFailsAsync(
        SidecarFixture sidecar, int replica, ConcurrentQueue<string> acknowledged)
    {
        var client = sidecar.ClientOf("shop", replica: replica);
        for (var number = 0; ; number++)
        {
            var id = $"{replica}-{number}";
            try
            {
                await client.PublishEventAsync("pubsub", "orders", id, new Dictionary<string, string> { ["cloudevent.id"] = id });
            }
            catch (DaprException)
            {
                return;
            }

            acknowledged.Enqueue(id);
        }
    }

    private static StreamEntry Entry(string text) => new(Orders, Encoding.UTF8.GetBytes(text), new Dictionary<string, string>());

    private static string? Text(StreamMessage? message) => message is null ? null : Encoding.UTF8.GetString(message.Data.Span);

    private static Task PublishAsync(SidecarFixture sidecar, string id) =>
        sidecar.ClientOf("shop").PublishEventAsync("pubsub", "orders", id, new Dictionary<string, string> { ["cloudevent.id"] = id });
}
