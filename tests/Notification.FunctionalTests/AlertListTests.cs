using System.Text.Json;
using Grpc.Core;
using Truceline.Events.V1;
using Truceline.Notification.V1;
using Truceline.ServiceDefaults.Events;
using Truceline.Testing;

namespace Truceline.Notification.FunctionalTests;

public class AlertListTests
{
    [Fact]
    public async Task ListAlerts_OfATraceInPages_GivesEachOnceTheLatestFirst()
    {
        await using var app = new NotificationFixture();
        var (trace, traceParent) = TestTrace.Begin();
        await app.Channel.DeliverAsync(Topics.ClaimsExtracted, SampleEvents.Claims("a", "b", "c"), "event-1", traceParent: traceParent);
        await app.Channel.DeliverAsync(Topics.ClaimsExtracted, SampleEvents.Claims("other"), "event-2", traceParent: TestTrace.Begin().TraceParent);

        var classes = new List<string>();
        var token = "";
        do
        {
            var page = await app.Alerts.ListAlertsAsync(new ListAlertsRequest { TraceId = trace.ToString(), PageSize = 2, PageToken = token });
            classes.AddRange(page.Alerts.Select(a => a.Class));
            token = page.NextPageToken;
        }
        while (token.Length > 0);

        Assert.Equal(["c", "b", "a"], classes);
    }

    [Fact]
    public async Task ClaimsExtracted_OfACopyOfAKnownText_GiveNoSecondAlert()
    {
        await using var app = new NotificationFixture();
        var first = SampleEvents.Claims("a", "b");
        var copy = SampleEvents.Claims("b", "c");
        (first.StoryId, copy.StoryId, copy.ReportId) = ("sha256:story", "sha256:story", "sha256:report-2");
        foreach (var claim in copy.Claims)
        {
            claim.Id += "-of-the-copy";
        }

        await app.Channel.DeliverAsync(Topics.ClaimsExtracted, first, "event-1");
        await app.Channel.DeliverAsync(Topics.ClaimsExtracted, copy, "event-2");

        Assert.Equal(["c", "b", "a"], (await app.Alerts.ListAlertsAsync(new ListAlertsRequest())).Alerts.Select(a => a.Class));
    }

    [Fact]
    public async Task ClaimsExtracted_OfACopyThatNamesAMergedEntityOtherwise_GiveNoSecondAlert()
    {
        await using var app = new NotificationFixture();
        var first = SampleEvents.Claims("a");
        var copy = SampleEvents.Claims("a");
        (first.StoryId, copy.StoryId, copy.ReportId) = ("sha256:story", "sha256:story", "sha256:report-2");
        copy.Claims[0].Id += "-of-the-copy";
        first.Claims[0].Actors.Add(new Entity.V1.Participant { EntityId = "e1", Name = "Hill Guards" });
        copy.Claims[0].Actors.Add(new Entity.V1.Participant { EntityId = "e2", Name = "Guards of the Hill" });
        var merged = new EntityStanding { EntityId = "e2", CanonicalId = "e1", Name = "Hill Guards", Version = 1 };

        await app.Channel.DeliverAsync(Topics.EntityMerged, new EntityMerged { Entities = { merged } }, "event-1");
        await app.Channel.DeliverAsync(Topics.ClaimsExtracted, first, "event-2");
        await app.Channel.DeliverAsync(Topics.ClaimsExtracted, copy, "event-3");

        Assert.Single((await app.Alerts.ListAlertsAsync(new ListAlertsRequest())).Alerts);
    }

    [Fact]
    public async Task ListDeliveries_OfASubscriptionInPages_GivesEachOnce()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var app = new NotificationFixture();
        var wanted = await app.SubscribeAsync(receiver.Url);
        await app.SubscribeAsync(receiver.Url);
        await app.Channel.DeliverAsync(Topics.ClaimsExtracted, SampleEvents.Claims("a", "b", "c"), "event-1");

        var first = await app.Alerts.ListDeliveriesAsync(new ListDeliveriesRequest { SubscriptionId = wanted.Id, PageSize = 2 });
        var second = await app.Alerts.ListDeliveriesAsync(
            new ListDeliveriesRequest { SubscriptionId = wanted.Id, PageSize = 2, PageToken = first.NextPageToken });

        Assert.Equal((2, 1, ""), (first.Deliveries.Count, second.Deliveries.Count, second.NextPageToken));
        Assert.Equal(3, first.Deliveries.Concat(second.Deliveries).Select(d => d.AlertId).Distinct().Count());
    }

    [Fact]
    public async Task ListAlerts_BadPageAndTrace_ListsEveryViolation()
    {
        await using var app = new NotificationFixture();

        var failure = await Assert.ThrowsAsync<RpcException>(async () =>
            await app.Alerts.ListAlertsAsync(new ListAlertsRequest { PageSize = 1001, PageToken = "?", TraceId = "12" }));

        var fields = failure.GetRpcStatus()!.GetDetail<Google.Rpc.BadRequest>()!.FieldViolations.Select(v => v.Field);
        Assert.Equal(["page_size", "page_token", "trace_id"], fields);
    }

    [Fact]
    public async Task Rest_SubscriptionAndAlerts_AreServedAsJson()
    {
        await using var app = new NotificationFixture();
        using var client = app.CreateClient();
        using var body = new StringContent(
            """{"name":"desk","webhook":{"url":"https://receiver.example/hook"}}""", System.Text.Encoding.UTF8, "application/json");
        using var made = await client.PostAsync(new Uri("/v1/subscriptions", UriKind.Relative), body);
        await app.Channel.DeliverAsync(Topics.IncidentOpened, SampleEvents.Opened(), "event-1");
        using var alerts = JsonDocument.Parse(await client.GetStringAsync(new Uri("/v1/alerts", UriKind.Relative)));

        Assert.Equal(System.Net.HttpStatusCode.OK, made.StatusCode);
        Assert.Equal("sha256:incident-1", alerts.RootElement.GetProperty("alerts")[0].GetProperty("subjectId").GetString());
    }

    [Theory]
    [InlineData(Topics.IncidentOpened)]
    [InlineData(Topics.ObligationChanged)]
    public async Task OnTopicEvent_EventWithoutItsSubject_IsDropped(string topic)
    {
        await using var app = new NotificationFixture();

        var answer = await app.Channel.DeliverAsync(topic, new Truceline.Events.V1.IncidentOpened(), "event-1");

        Assert.Equal(Dapr.AppCallback.Autogen.Grpc.v1.TopicEventResponse.Types.TopicEventResponseStatus.Drop, answer);
        Assert.Empty((await app.Alerts.ListAlertsAsync(new ListAlertsRequest())).Alerts);
    }

    [Fact]
    public async Task OnTopicEvent_ObligationChanged_GivesAlertThenUpdate()
    {
        await using var app = new NotificationFixture();
        var before = new GeoZone.V1.ObligationState
        {
            AgreementId = "accord",
            Obligation = new GeoZone.V1.Obligation { Id = "withdraw", Action = "withdraw_weapons" },
            AsOfDate = "2026-03-01",
        };
        var after = before.Clone();
        after.AsOfDate = "2026-03-02";

        await app.Channel.DeliverAsync(Topics.ObligationChanged, new Truceline.Events.V1.ObligationChanged { State = before }, "event-1");
        await app.Channel.DeliverAsync(Topics.ObligationChanged, new Truceline.Events.V1.ObligationChanged { State = after, Previous = before }, "event-2");

        var alerts = (await app.Alerts.ListAlertsAsync(new ListAlertsRequest())).Alerts;
        Assert.Equal([MessageType.Update, MessageType.Alert], alerts.Select(a => a.MessageType));
        Assert.All(alerts, a => Assert.Equal("accord/withdraw", a.SubjectId));
    }
}
