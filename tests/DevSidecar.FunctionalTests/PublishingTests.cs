using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Dapr;
using Grpc.Core;

namespace Truceline.DevSidecar.FunctionalTests;

public class PublishingTests
{
    private static readonly string[] Pair = ["a", "b"];

    [Fact]
    public async Task PublishEvent_JsonPayload_ArrivesWithAllEnvelopeFields()
    {
        await using var app = await new TestApp().Subscribe("orders").StartAsync();
        await using var sidecar = await new SidecarFixture().Serve("shop").Serve("store", app).StartAsync();

        await sidecar.ClientOf("shop").PublishEventAsync("pubsub", "orders", new { number = 12345678901234567890m, text = "żółw <&>" });
        await app.HasArrivals(1);

        var arrival = Assert.Single(app.Arrivals);
        Assert.True(Guid.TryParse(arrival.Event.Id, out _), arrival.Event.Id);
        Assert.Equal("shop", arrival.Event.Source);
        Assert.Equal("com.dapr.event.sent", arrival.Event.Type);
        Assert.Equal("1.0", arrival.Event.SpecVersion);
        Assert.Equal("application/json", arrival.Event.DataContentType);
        Assert.Equal("orders", arrival.Event.Topic);
        Assert.Equal("pubsub", arrival.Event.PubsubName);
        Assert.Equal("", arrival.Event.Path);
        Assert.Equal("orders", arrival.Extension("topic"));
        Assert.Equal("pubsub", arrival.Extension("pubsubname"));
        Assert.True(DateTimeOffset.TryParse(arrival.Extension("time"), out _), arrival.Extension("time"));
        using var data = JsonDocument.Parse(arrival.Event.Data.ToStringUtf8());
        Assert.Equal("12345678901234567890", data.RootElement.GetProperty("number").GetRawText());
        Assert.Equal("żółw <&>", data.RootElement.GetProperty("text").GetString());
    }

    [Fact]
    public async Task PublishEvent_WithinASpan_DeliversUnderIt()
    {
        await using var app = await new TestApp().Subscribe("orders").StartAsync();
        await using var sidecar = await new SidecarFixture().Serve("shop").Serve("store", app).StartAsync();
        var deliveries = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Telemetry.SidecarTelemetry.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = deliveries.Add,
        };
        ActivitySource.AddActivityListener(listener);

        using var publisher = new Activity("publisher").SetIdFormat(ActivityIdFormat.W3C).Start();
        publisher.ActivityTraceFlags = ActivityTraceFlags.Recorded;
        await sidecar.ClientOf("shop").PublishEventAsync("pubsub", "orders", 1);
        await sidecar.IsSettled("store", 1);

        var arrival = Assert.Single(app.Arrivals);
        var published = ActivityContext.Parse(arrival.Extension("traceparent"), null);
        Assert.Equal(publisher.TraceId, published.TraceId);
        Assert.Equal(arrival.Extension("traceparent"), arrival.Extension("traceid"));
        var delivery = Assert.Single(deliveries, span => span.TraceId == publisher.TraceId);
        Assert.Equal("pubsub/orders", delivery.DisplayName);
        Assert.Equal(ActivityKind.Client, delivery.Kind);
        Assert.Equal(published.SpanId, delivery.ParentSpanId);
        Assert.Equal("store", delivery.GetTagItem(Telemetry.SidecarTelemetry.AppIdAttribute));
        Assert.Equal(delivery.Id, arrival.Headers.GetValue("traceparent"));
    }

    [Fact]
    public async Task PublishEvent_CloudEventMetadata_OverridesTheEnvelope()
    {
        const string traceParent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        await using var app = await new TestApp().Subscribe("orders").StartAsync();
        await using var sidecar = await new SidecarFixture().Serve("shop").Serve("store", app).StartAsync();

        await sidecar.ClientOf("shop").PublishEventAsync("pubsub", "orders", 1, new Dictionary<string, string>
        {
            ["cloudevent.id"] = "my-id",
            ["cloudevent.type"] = "order.placed",
            ["cloudevent.source"] = "elsewhere",
            ["cloudevent.subject"] = "order/1",
            ["cloudevent.traceparent"] = traceParent,
        });
        await app.HasArrivals(1);

        var arrival = Assert.Single(app.Arrivals);
        Assert.Equal("my-id", arrival.Event.Id);
        Assert.Equal("order.placed", arrival.Event.Type);
        Assert.Equal("elsewhere", arrival.Event.Source);
        Assert.Equal("order/1", arrival.Extension("subject"));
        Assert.Equal(traceParent, arrival.Extension("traceparent"));
        Assert.Equal(traceParent, arrival.Extension("traceid"));
        Assert.StartsWith("00-0af7651916cd43dd8448eb211c80319c-", arrival.Headers.GetValue("traceparent"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PublishEvent_CloudEventPayload_IsCompletedNotWrapped()
    {
        await using var app = await new TestApp().Subscribe("orders").StartAsync();
        await using var sidecar = await new SidecarFixture().Serve("shop").Serve("store", app).StartAsync();

        var given = new CloudEvent<int>(7) { Source = new Uri("urn:given"), Type = "given.type", Subject = "given-subject" };
        await sidecar.ClientOf("shop").PublishEventAsync("pubsub", "orders", given);
        await app.HasArrivals(1);

        var arrival = Assert.Single(app.Arrivals);
        Assert.Equal("urn:given", arrival.Event.Source);
        Assert.Equal("given.type", arrival.Event.Type);
        Assert.Equal("given-subject", arrival.Extension("subject"));
        Assert.Equal("7", arrival.Event.Data.ToStringUtf8());
        Assert.Equal("1.0", arrival.Event.SpecVersion);
        Assert.True(Guid.TryParse(arrival.Event.Id, out _), arrival.Event.Id);
        Assert.Equal("orders", arrival.Extension("topic"));
    }

    [Theory]
    [InlineData("text/plain", "some text", "some text")]
    [InlineData("application/octet-stream", "\u0001\u0002", "\u0001\u0002")]
    [InlineData("application/json", "not json", "\"not json\"")]
    [InlineData("application/x-protobuf", "left out", "")]
    public async Task PublishEvent_OtherContentTypes_ArriveAsTheRuntimeHandsThemOn(string contentType, string payload, string expected)
    {
        await using var app = await new TestApp().Subscribe("orders").StartAsync();
        await using var sidecar = await new SidecarFixture().Serve("shop").Serve("store", app).StartAsync();

        await sidecar.ClientOf("shop").PublishByteEventAsync("pubsub", "orders", Encoding.UTF8.GetBytes(payload), contentType);
        await app.HasArrivals(1);

        var arrival = Assert.Single(app.Arrivals);
        Assert.Equal(contentType, arrival.Event.DataContentType);
        Assert.Equal(expected, arrival.Event.Data.ToStringUtf8());
    }

    [Fact]
    public async Task PublishEvent_RawPayloadToRawSubscription_ArrivesAsBytes()
    {
        var raw = new Dictionary<string, string> { ["rawPayload"] = "true" };
        await using var app = await new TestApp().Subscribe("orders", configure: s => s.Metadata.Add(raw)).StartAsync();
        await using var sidecar = await new SidecarFixture().Serve("shop").Serve("store", app).StartAsync();

        await sidecar.ClientOf("shop").PublishByteEventAsync("pubsub", "orders", "plain"u8.ToArray(), "text/plain", raw);
        await app.HasArrivals(1);

        var arrival = Assert.Single(app.Arrivals);
        Assert.Equal("plain", arrival.Event.Data.ToStringUtf8());
        Assert.Equal("application/octet-stream", arrival.Event.DataContentType);
        Assert.Equal("Dapr", arrival.Event.Source);
        Assert.Equal("true", arrival.Headers.GetValue("rawpayload"));
    }

    [Fact]
    public async Task BulkPublishEvent_TwoEntries_ArriveAsTwoEvents()
    {
        await using var app = await new TestApp().Subscribe("orders").StartAsync();
        await using var sidecar = await new SidecarFixture().Serve("shop").Serve("store", app).StartAsync();

        var response = await sidecar.ClientOf("shop").BulkPublishEventAsync("pubsub", "orders", Pair);
        await sidecar.IsSettled("store", 2);

        Assert.Empty(response.FailedEntries);
        Assert.Equal(["\"a\"", "\"b\""], app.Arrivals.Select(arrival => arrival.Event.Data.ToStringUtf8()).Order());
        Assert.Equal(2, sidecar.StatusOf("shop").Published);
    }

    [Fact]
    public async Task PublishEvent_UnknownComponent_IsInvalidArgument()
    {
        await using var sidecar = await new SidecarFixture().Serve("shop").StartAsync();

        var thrown = await Assert.ThrowsAsync<DaprException>(() => sidecar.ClientOf("shop").PublishEventAsync("another", "orders", 1));

        Assert.Equal(StatusCode.InvalidArgument, Assert.IsType<RpcException>(thrown.InnerException).StatusCode);
    }

    [Fact]
    public async Task UnservedMethod_Called_IsUnimplemented()
    {
        await using var sidecar = await new SidecarFixture().Serve("shop").StartAsync();

        var thrown = await Assert.ThrowsAsync<DaprException>(() => sidecar.ClientOf("shop").GetStateAsync<string>("store", "key"));

        Assert.Equal(StatusCode.Unimplemented, Assert.IsType<RpcException>(thrown.InnerException).StatusCode);
    }

    [Fact]
    public async Task GetMetadata_OfTwoApps_NamesTheOneThatAsks()
    {
        await using var app = await new TestApp().Subscribe("orders").StartAsync();
        await using var sidecar = await new SidecarFixture().Serve("shop").Serve("store", app).StartAsync();

        Assert.Equal("shop", (await sidecar.ClientOf("shop").GetMetadataAsync()).Id);
        var metadata = await sidecar.ClientOf("store").GetMetadataAsync();
        Assert.Equal("store", metadata.Id);
        Assert.Equal("pubsub", Assert.Single(metadata.Components).Name);
        Assert.True(await sidecar.ClientOf("store").CheckOutboundHealthAsync());
    }
}
