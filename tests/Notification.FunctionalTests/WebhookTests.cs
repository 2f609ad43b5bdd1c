using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Google.Protobuf;
using Microsoft.AspNetCore.Http;
using Truceline.Notification.Channels.Webhooks;
using Truceline.Notification.V1;
using Truceline.ServiceDefaults.Events;
using Truceline.Testing;
using static Dapr.AppCallback.Autogen.Grpc.v1.TopicEventResponse.Types;

namespace Truceline.Notification.FunctionalTests;

public class WebhookTests
{
    [Fact]
    public async Task OnTopicEvent_IncidentOpened_WebhookIsSignedAndInTheTraceOfTheEvent()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var app = new NotificationFixture();
        using var spans = new SpanRecorder();
        var subscription = await app.SubscribeAsync(receiver.Url);
        var (trace, traceParent) = TestTrace.Begin();

        Assert.Equal(
            TopicEventResponseStatus.Success,
            await app.Channel.DeliverAsync(Topics.IncidentOpened, SampleEvents.Opened(), "event-1", traceParent: traceParent));
        await Poller.UntilAsync("the webhook", () => receiver.Received.Count == 1);

        var received = receiver.Received[0];
        var key = WebhookSecret.Parse(subscription.Webhook.Secret)!;
        var signature = WebhookSignature.Sign(key, received.Id, long.Parse(received.Timestamp, CultureInfo.InvariantCulture), received.Body);
        Assert.Equal(signature, received.Signature);
        Assert.StartsWith($"00-{trace}-", received.TraceParent, StringComparison.Ordinal);

        using var body = JsonDocument.Parse(received.Body);
        Assert.Equal("incident.opened", body.RootElement.GetProperty("type").GetString());
        var alert = JsonParser.Default.Parse<Alert>(body.RootElement.GetProperty("data").GetRawText());
        Assert.Equal(alert.SentTime.ToDateTimeOffset(), body.RootElement.GetProperty("timestamp").GetDateTimeOffset());
        Assert.Equal("sha256:incident-1", alert.SubjectId);
        Assert.Equal(trace.ToString(), alert.TraceId);
        Assert.Equal(1, alert.Sequence);

        var process = await SpanAsync(spans, trace, "process incident.opened");
        var deliver = await SpanAsync(spans, trace, "deliver webhook");
        Assert.Equal(process.SpanId, deliver.ParentSpanId);

        var delivery = await DeliveryAsync(app, DeliveryState.Delivered);
        Assert.Equal(received.Id, delivery.Id);
        Assert.Equal(204, delivery.LastStatus);
        Assert.Equal("", delivery.LastError);
    }

    [Fact]
    public async Task OnTopicEvent_SameEventTwice_MakesOneAlert()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var app = new NotificationFixture();
        await app.SubscribeAsync(receiver.Url);

        // The third has the same content under another event id: the inbox does not know it, the content hash does.
        (string EventId, string Incident)[] deliveries =
            [("event-1", "sha256:incident-1"), ("event-1", "sha256:incident-1"), ("event-2", "sha256:incident-1"), ("event-3", "sha256:incident-2")];
        foreach (var (eventId, incident) in deliveries)
        {
            Assert.Equal(
                TopicEventResponseStatus.Success,
                await app.Channel.DeliverAsync(Topics.IncidentOpened, SampleEvents.Opened(incident), eventId));
        }

        await Poller.UntilAsync("the second incident", () => receiver.Received.Count >= 2);

        Assert.Equal(2, receiver.Received.Select(r => r.Id).Distinct().Count());
        Assert.Equal(2, receiver.Received.Count);
        var alerts = (await app.Alerts.ListAlertsAsync(new ListAlertsRequest())).Alerts;
        Assert.Equal(["sha256:incident-2", "sha256:incident-1"], alerts.Select(a => a.SubjectId));
    }

    [Fact]
    public async Task Deliver_ReceiverFailsFirst_IsRetriedUnderTheSameIdInATraceOfItsOwn()
    {
        await using var receiver = await Receiver.StartAsync(FailFirst);
        await using var app = new NotificationFixture();
        using var spans = new SpanRecorder();
        await app.SubscribeAsync(receiver.Url);
        var (trace, traceParent) = TestTrace.Begin();

        await app.Channel.DeliverAsync(Topics.IncidentOpened, SampleEvents.Opened(), "event-1", traceParent: traceParent);
        var delivery = await DeliveryAsync(app, DeliveryState.Delivered);

        Assert.Equal(2, delivery.Attempts);
        Assert.Equal(2, receiver.Received.Count);
        Assert.All(receiver.Received, r => Assert.Equal(delivery.Id, r.Id));
        Assert.Equal(receiver.Received[0].Body, receiver.Received[1].Body);
        Assert.StartsWith($"00-{trace}-", receiver.Received[0].TraceParent, StringComparison.Ordinal);
        Assert.DoesNotContain(trace.ToString(), receiver.Received[1].TraceParent, StringComparison.Ordinal);
        var second = ActivityContext.Parse(receiver.Received[1].TraceParent, null).TraceId;
        var retry = await SpanAsync(spans, second, "deliver webhook");
        Assert.Equal(trace, Assert.Single(retry.Links).Context.TraceId);

        static Task FailFirst(int number, HttpResponse response)
        {
            response.StatusCode = number == 1 ? 500 : 200;
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task Deliver_ReceiverIsGone_IsGivenUp()
    {
        await using var receiver = await Receiver.StartAsync(static (_, response) => Task.FromResult(response.StatusCode = 410));
        await using var app = new NotificationFixture();
        await app.SubscribeAsync(receiver.Url);

        await app.Channel.DeliverAsync(Topics.IncidentOpened, SampleEvents.Opened(), "event-1");
        var delivery = await DeliveryAsync(app, DeliveryState.Failed);

        Assert.Equal((1, 410, "status"), (delivery.Attempts, delivery.LastStatus, delivery.LastError));
        Assert.Null(delivery.NextAttemptTime);
    }

    [Fact]
    public async Task Deliver_ReceiverRedirects_IsNotFollowed()
    {
        await using var elsewhere = await Receiver.StartAsync();
        await using var receiver = await Receiver.StartAsync((_, response) =>
        {
            response.Redirect(elsewhere.Url, permanent: false, preserveMethod: true);
            return Task.CompletedTask;
        });
        await using var app = new NotificationFixture();
        await app.SubscribeAsync(receiver.Url);

        await app.Channel.DeliverAsync(Topics.IncidentOpened, SampleEvents.Opened(), "event-1");
        var delivery = await DeliveryAsync(app, DeliveryState.Failed);

        Assert.Equal((307, "status"), (delivery.LastStatus, delivery.LastError));
        Assert.Empty(elsewhere.Received);
    }

    [Fact]
    public async Task Deliver_ReceiverHangs_TimesOutAndHoldsUpNobodyElse()
    {
        using var hang = new CancellationTokenSource();
        await using var slow = await Receiver.StartAsync((_, _) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, hang.Token));
        await using var quick = await Receiver.StartAsync();
        await using var app = new NotificationFixture(new Dictionary<string, string>
        {
            ["Notification:AllowPrivateAddresses"] = "true",
            ["Notification:AttemptTimeoutSeconds"] = "1",
            ["Notification:MaxAttempts"] = "1",
        });
        await app.SubscribeAsync(slow.Url);
        await app.SubscribeAsync(quick.Url);

        await app.Channel.DeliverAsync(Topics.IncidentOpened, SampleEvents.Opened(), "event-1");
        await Poller.UntilAsync("the webhook at the quick receiver", () => quick.Received.Count == 1);
        var delivery = await DeliveryAsync(app, DeliveryState.Failed);

        Assert.Equal((0, "timeout"), (delivery.LastStatus, delivery.LastError));
        await hang.CancelAsync();
    }

    [Fact]
    public async Task Deliver_NobodyListens_IsAConnectionFailureAndTriedAgain()
    {
        var receiver = await Receiver.StartAsync();
        await receiver.DisposeAsync();
        await using var app = new NotificationFixture(new Dictionary<string, string>
        {
            ["Notification:AllowPrivateAddresses"] = "true",
            ["Notification:MaxAttempts"] = "2",
        });
        await app.SubscribeAsync(receiver.Url);

        await app.Channel.DeliverAsync(Topics.IncidentOpened, SampleEvents.Opened(), "event-1");
        var delivery = await DeliveryAsync(app, DeliveryState.Failed);

        Assert.Equal((2, "connection"), (delivery.Attempts, delivery.LastError));
    }

    [Fact]
    public async Task Deliver_NameOfThisMachineWhilePrivateIsForbidden_IsRefusedWithoutAConnection()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var allowing = new NotificationFixture();
        await allowing.SubscribeAsync(receiver.Url.Replace("127.0.0.1", "localhost", StringComparison.Ordinal));
        await allowing.StopAsync();

        await using var app = new NotificationFixture(
            new Dictionary<string, string> { ["Notification:AllowPrivateAddresses"] = "false" }, allowing.DataFolder);
        await app.Channel.DeliverAsync(Topics.IncidentOpened, SampleEvents.Opened(), "event-1");
        var delivery = await DeliveryAsync(app, DeliveryState.Failed);

        Assert.Equal("refused_address", delivery.LastError);
        Assert.Empty(receiver.Received);
    }

    [Fact]
    public async Task Start_DeliveryWasPending_IsDelivered()
    {
        var isUp = false;
        await using var receiver = await Receiver.StartAsync((_, response) => Task.FromResult(response.StatusCode = isUp ? 204 : 503));
        await using var first = new NotificationFixture();
        await first.SubscribeAsync(receiver.Url);
        await first.Channel.DeliverAsync(Topics.IncidentOpened, SampleEvents.Opened(), "event-1");
        await Poller.UntilAsync("a failed attempt", () => receiver.Received.Count > 0);
        await first.StopAsync();

        isUp = true;
        await using var second = new NotificationFixture(dataFolder: first.DataFolder);
        _ = second.Channel;
        var delivery = await DeliveryAsync(second, DeliveryState.Delivered);

        Assert.All(receiver.Received, r => Assert.Equal(delivery.Id, r.Id));
    }

    [Fact]
    public async Task Deliver_ManyClaims_ComeInOrderAndOnlyThoseWanted()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var app = new NotificationFixture();
        await app.SubscribeAsync(receiver.Url, new AlertFilter { Subjects = { Subject.Claim }, Classes = { "assault_*" } });

        await app.Channel.DeliverAsync(Topics.IncidentOpened, SampleEvents.Opened(), "event-1");
        await app.Channel.DeliverAsync(Topics.ClaimsExtracted, SampleEvents.Claims("assault_a", "warn", "assault_b", "assault_c"), "event-2");
        await Poller.UntilAsync("three webhooks", () => receiver.Received.Count >= 3);

        var alerts = receiver.Received.Select(r => JsonDocument.Parse(r.Body).RootElement.GetProperty("data").GetProperty("class").GetString());
        Assert.Equal(["assault_a", "assault_b", "assault_c"], alerts);
    }

    private static async Task<Delivery> DeliveryAsync(NotificationFixture app, DeliveryState state) =>
        await Poller.UntilAsync<Delivery>($"a delivery in state {state}", async () =>
            (await app.Alerts.ListDeliveriesAsync(new ListDeliveriesRequest())).Deliveries.FirstOrDefault(d => d.State == state));

    private static Task<Activity> SpanAsync(SpanRecorder spans, ActivityTraceId trace, string name) =>
        Poller.UntilAsync<Activity>($"the span \"{name}\"", () => Task.FromResult(spans.Of(trace).FirstOrDefault(a => a.DisplayName == name)));
}
