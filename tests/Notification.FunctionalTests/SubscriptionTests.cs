using Google.Rpc;
using Grpc.Core;
using Truceline.Notification.V1;
using Truceline.ServiceDefaults.Events;
using Truceline.Testing;

namespace Truceline.Notification.FunctionalTests;

public class SubscriptionTests
{
    [Fact]
    public async Task CreateSubscription_EverythingWrong_ListsEveryViolation()
    {
        await using var app = new NotificationFixture(new Dictionary<string, string> { ["Notification:AllowPrivateAddresses"] = "false" });
        var request = new CreateSubscriptionRequest
        {
            Subscription = new Subscription
            {
                Filter = new AlertFilter { Subjects = { Subject.Unspecified }, AgreementIds = { "" }, Classes = { "a*b" } },
                Webhook = new Webhook { Url = "http://user@10.0.0.1/hook", Secret = "whsec_short" },
            },
        };

        var failure = await Assert.ThrowsAsync<RpcException>(async () => await app.Subscriptions.CreateSubscriptionAsync(request));

        Assert.Equal(StatusCode.InvalidArgument, failure.StatusCode);
        var status = failure.GetRpcStatus()!;
        Assert.Equal("SUBSCRIPTION_INVALID", status.GetDetail<ErrorInfo>()!.Reason);
        Assert.Equal(
            [
                ("subscription.name", "REQUIRED"),
                ("subscription.filter.subjects[0]", "UNKNOWN_VALUE"),
                ("subscription.filter.agreement_ids[0]", "REQUIRED"),
                ("subscription.filter.classes[0]", "INVALID_PATTERN"),
                ("subscription.webhook.url", "USER_INFO"),
                ("subscription.webhook.url", "REFUSED_ADDRESS"),
                ("subscription.webhook.secret", "INVALID_SECRET"),
            ],
            status.GetDetail<BadRequest>()!.FieldViolations.Select(v => (v.Field, v.Reason)));
        Assert.Empty((await app.Subscriptions.ListSubscriptionsAsync(new ListSubscriptionsRequest())).Subscriptions);
    }

    [Fact]
    public async Task GetAndList_AfterCreate_ShowItWithoutItsSecret()
    {
        await using var app = new NotificationFixture();
        var made = await app.SubscribeAsync("https://receiver.example/hook", new AlertFilter { Classes = { "warn" } });
        Assert.StartsWith("whsec_", made.Webhook.Secret, StringComparison.Ordinal);

        var got = (await app.Subscriptions.GetSubscriptionAsync(new GetSubscriptionRequest { SubscriptionId = made.Id })).Subscription;
        var listed = (await app.Subscriptions.ListSubscriptionsAsync(new ListSubscriptionsRequest())).Subscriptions;

        made.Webhook.Secret = "";
        Assert.Equal(made, got);
        Assert.Equal([made], listed);
    }

    [Fact]
    public async Task ListSubscriptions_InPages_GivesEachOnceTheNewestFirst()
    {
        await using var app = new NotificationFixture();
        var made = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            made.Add((await app.SubscribeAsync($"https://receiver.example/{i}")).Id);
        }

        var listed = new List<string>();
        var token = "";
        do
        {
            var page = await app.Subscriptions.ListSubscriptionsAsync(new ListSubscriptionsRequest { PageSize = 2, PageToken = token });
            listed.AddRange(page.Subscriptions.Select(s => s.Id));
            token = page.NextPageToken;
        }
        while (token.Length > 0);

        Assert.Equal(made.OrderDescending(StringComparer.Ordinal), listed);
    }

    [Fact]
    public async Task DeleteSubscription_Twice_IsNotFoundTheSecondTime()
    {
        await using var app = new NotificationFixture();
        await using var receiver = await Receiver.StartAsync();
        var made = await app.SubscribeAsync(receiver.Url);
        await app.Subscriptions.DeleteSubscriptionAsync(new DeleteSubscriptionRequest { SubscriptionId = made.Id });

        var failure = await Assert.ThrowsAsync<RpcException>(
            async () => await app.Subscriptions.DeleteSubscriptionAsync(new DeleteSubscriptionRequest { SubscriptionId = made.Id }));
        await app.Channel.DeliverAsync(Topics.IncidentOpened, SampleEvents.Opened(), "event-1");

        Assert.Equal("SUBSCRIPTION_NOT_FOUND", failure.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
        Assert.Empty((await app.Alerts.ListDeliveriesAsync(new ListDeliveriesRequest())).Deliveries);
    }

    [Fact]
    public async Task ListTopicSubscriptions_Always_NamesADeadLetterTopicForEachTopic()
    {
        await using var app = new NotificationFixture();

        var topics = await app.Channel.ListSubscriptionsAsync();

        Assert.Equal(
            [Topics.ClaimsExtracted, Topics.ClaimsWithdrawn, Topics.EntityCorrected, Topics.EntityMerged, Topics.IncidentCancelled, Topics.IncidentOpened, Topics.IncidentUpdated, Topics.ObligationChanged, Topics.ReportErased],
            topics.Where(t => t.DeadLetterTopic != t.Topic).Select(t => t.Topic).Order(StringComparer.Ordinal));
        Assert.All(topics.Where(t => t.DeadLetterTopic != t.Topic), t =>
        {
            Assert.Equal(Topics.DeadLettersOf(t.Topic, "notification"), t.DeadLetterTopic);
            // What cannot be stored comes again until it can.
            Assert.Contains(topics, dead => dead.Topic == t.DeadLetterTopic && dead.DeadLetterTopic == t.DeadLetterTopic);
        });
    }
}
