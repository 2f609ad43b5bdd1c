using System.Collections.Concurrent;
using Dapr.AppCallback.Autogen.Grpc.v1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Status = Dapr.AppCallback.Autogen.Grpc.v1.TopicEventResponse.Types.TopicEventResponseStatus;

namespace Truceline.DevSidecar.FunctionalTests;

/// <summary>An app behind the sidecar: serves AppCallback on a real port, keeps what arrives, and answers as it is told.</summary>
internal sealed class TestApp : IAsyncDisposable
{
    private readonly List<TopicSubscription> _subscriptions = [];
    private WebApplication? _host;

    public int Port { get; } = FreePorts.Next();

    public ConcurrentQueue<Arrival> Arrivals { get; } = new();

    /// <summary>What the app answers; SUCCESS unless set.</summary>
    public Func<TopicEventRequest, CancellationToken, Task<Status>> Answer { get; set; } = (_, _) => Task.FromResult(Status.Success);

    /// <summary>The metadata of the last call for subscriptions.</summary>
    public Metadata? ListHeaders { get; private set; }

    public IEnumerable<string> Ids => Arrivals.Select(arrival => arrival.Event.Id);

    public TestApp Subscribe(string topic, string? deadLetterTopic = null, Action<TopicSubscription>? configure = null)
    {
        var subscription = new TopicSubscription { PubsubName = "pubsub", Topic = topic, DeadLetterTopic = deadLetterTopic ?? "" };
        configure?.Invoke(subscription);
        _subscriptions.Add(subscription);
        return this;
    }

    public async Task<TestApp> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(System.Net.IPAddress.Loopback, Port, listener => listener.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(this);
        _host = builder.Build();
        _host.MapGrpcService<Callback>();
        await _host.StartAsync();
        return this;
    }

    public Task HasArrivals(int count) => Eventually.Holds(
        $"{count} events at the app", () => Arrivals.Count >= count, () => $"{Arrivals.Count}: {string.Join(", ", Ids)}");

    /// <summary>Goes down as if killed; can be started again.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_host is null)
            return;
        using var atOnce = new CancellationTokenSource();
        await atOnce.CancelAsync();
        await _host.StopAsync(atOnce.Token);
        await _host.DisposeAsync();
        _host = null;
    }

    internal sealed record Arrival(TopicEventRequest Event, Metadata Headers)
    {
        public string Extension(string name) => Event.Extensions.Fields.TryGetValue(name, out var value) ? value.StringValue : "(none)";
    }

    private sealed class Callback(TestApp app) : AppCallback.AppCallbackBase
    {
        public override Task<ListTopicSubscriptionsResponse> ListTopicSubscriptions(Empty request, ServerCallContext context)
        {
            app.ListHeaders = context.RequestHeaders;
            return Task.FromResult(new ListTopicSubscriptionsResponse { Subscriptions = { app._subscriptions } });
        }

        public override async Task<TopicEventResponse> OnTopicEvent(TopicEventRequest request, ServerCallContext context)
        {
            app.Arrivals.Enqueue(new Arrival(request, context.RequestHeaders));
            return new TopicEventResponse { Status = await app.Answer(request, context.CancellationToken) };
        }
    }
}
