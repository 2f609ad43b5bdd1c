using Dapr.AppCallback.Autogen.Grpc.v1;
using Grpc.Core;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Truceline.DevSidecar.Delivery;
using Truceline.DevSidecar.Faults;
using Truceline.DevSidecar.Subscriptions;

namespace Truceline.DevSidecar.UnitTests;

public class FaultySenderTests
{
    [Fact]
    public async Task SendAsync_NoRules_PassesOnTheSameCall()
    {
        var inner = new Recorder();
        using var app = new AppCallbackClient(new Uri("http://127.0.0.1:1"), null);
        var call = CallOf(app, "one");

        await Faulty(inner).SendAsync(call, DateTimeOffset.MaxValue, CancellationToken.None);

        Assert.Same(call, Assert.Single(inner.Calls));
    }

    [Theory]
    [InlineData("AtOnce", 2)]
    [InlineData("After", 1)]
    public async Task SendAsync_Duplicate_SendsTwiceAndTakesTheOutcomeOfTheFirst(string timing, int beforeTheFirstAnswer)
    {
        var rules = new FaultOptions { Seed = 3, Rules = [new FaultRule { Duplicate = 1 }] };
        var id = Enumerable.Range(0, 100).Select(number => $"{number}").First(id =>
            new FaultPlan(rules).ForDelivery(new FaultTarget("store", "orders", id), 1).Duplicate == Enum.Parse<CopyTiming>(timing));
        var firstAnswer = new TaskCompletionSource<Attempt>();
        using var app = new AppCallbackClient(new Uri("http://127.0.0.1:1"), null);
        var original = CallOf(app, id);
        var inner = new Recorder
        {
            Answer = call => ReferenceEquals(call, original)
                ? firstAnswer.Task : Task.FromResult(new Attempt(DeliveryOutcome.Failed, "the copy's")),
        };

        var sending = Faulty(inner, rules.Rules[0], rules.Seed).SendAsync(original, DateTimeOffset.MaxValue, CancellationToken.None);
        var sentBefore = inner.Calls.Count;
        firstAnswer.SetResult(new Attempt(DeliveryOutcome.Handled, ""));
        var attempt = await sending;

        Assert.Equal(beforeTheFirstAnswer, sentBefore);
        Assert.Equal(2, inner.Calls.Count);
        Assert.NotSame(inner.Calls[0].Headers, inner.Calls[1].Headers);
        Assert.Equal("1", inner.Calls[0].Headers.GetValue("x"));
        Assert.Equal("1", inner.Calls[1].Headers.GetValue("x"));
        Assert.Equal(DeliveryOutcome.Handled, attempt.Outcome);
    }

    [Fact]
    public async Task SendAsync_Cancelled_EndsAHeldDelayedAndStalledAttempt()
    {
        using var app = new AppCallbackClient(new Uri("http://127.0.0.1:1"), null);
        foreach (var rule in new[] { new FaultRule { Reorder = 1, HoldBack = TimeSpan.FromMinutes(9) }, Late(), new FaultRule { Stall = 1 } })
        {
            using var stop = new CancellationTokenSource();
            var sending = Faulty(new Recorder(), rule).SendAsync(CallOf(app, "one"), TimeProvider.System.GetUtcNow().AddHours(1), stop.Token);
            Assert.False(sending.IsCompleted);
            await stop.CancelAsync();
            await sending;
        }

        static FaultRule Late() => new() { Delay = 1, MinDelay = TimeSpan.FromMinutes(9), MaxDelay = TimeSpan.FromMinutes(9) };
    }

    private static FaultyTopicEventSender Faulty(ITopicEventSender inner, FaultRule? rule = null, int seed = 0)
    {
        var options = Options.Create(new SidecarOptions { Faults = new FaultOptions { Seed = seed, Rules = rule is null ? [] : [rule] } });
        return new FaultyTopicEventSender(
            inner, new FaultControl(options, NullLogger<FaultControl>.Instance), new HoldBackGate(TimeProvider.System),
            new Executioner(new DeathLedger(options)), TimeProvider.System);
    }

    private static TopicEventCall CallOf(AppCallbackClient app, string id) =>
        new(app, "store", id, 1, 1, new TopicEventRequest { Id = id, Topic = "orders" }, new Metadata { { "x", "1" } });

    private sealed class Recorder : ITopicEventSender
    {
        public List<TopicEventCall> Calls { get; } = [];

        public Func<TopicEventCall, Task<Attempt>> Answer { get; init; } = _ => Task.FromResult(new Attempt(DeliveryOutcome.Handled, ""));

        public Task<Attempt> SendAsync(TopicEventCall call, DateTimeOffset deadline, CancellationToken cancellationToken)
        {
            Calls.Add(call);
            return Answer(call);
        }
    }
}
