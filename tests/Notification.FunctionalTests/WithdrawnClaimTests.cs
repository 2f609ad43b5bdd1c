using Truceline.Events.V1;
using Truceline.Notification.V1;
using Truceline.ServiceDefaults.Events;
using Truceline.Testing;

namespace Truceline.Notification.FunctionalTests;

/// <summary>Alerts on claims that count no longer.</summary>
public sealed class WithdrawnClaimTests : IDisposable
{
    private readonly NotificationFixture _app = new();
    private int _events;

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task ClaimsWithdrawn_OfAClaim_CancelsItsAlertOnce()
    {
        await using var receiver = await Receiver.StartAsync();
        await _app.SubscribeAsync(receiver.Url, new AlertFilter { Classes = { "a" } });
        await ExtractAsync(SampleEvents.Claims("a", "b"));
        await WithdrawAsync(1, "sha256:claim-a");
        await WithdrawAsync(1, "sha256:claim-a");

        var alerts = await AlertsAsync();
        Assert.Equal([MessageType.Cancel, MessageType.Alert, MessageType.Alert], alerts.Select(a => a.MessageType));
        Assert.Equal(("sha256:claim-a", "a", "withdrawn: a"), (alerts[0].SubjectId, alerts[0].Class, alerts[0].Headline));
        await Poller.UntilAsync("alert and cancellation", () => receiver.Received.Count == 2);
    }

    [Fact]
    public async Task ClaimsWithdrawn_OfOneOfTwoCopies_CancelsWhenTheOtherIsGoneToo()
    {
        var (first, copy) = (OfStory("", 1), OfStory("-of-the-copy", 1));
        await ExtractAsync(first);
        await ExtractAsync(copy);

        await WithdrawAsync(2, first.Claims[0].Id);
        var withOne = await AlertsAsync();
        await WithdrawAsync(3, copy.Claims[0].Id);
        var withNone = await AlertsAsync();
        await ExtractAsync(OfStory("-of-a-later-copy", 4));
        var again = await AlertsAsync();

        Assert.Equal([MessageType.Alert], withOne.Select(a => a.MessageType));
        Assert.Equal([MessageType.Cancel, MessageType.Alert], withNone.Select(a => a.MessageType));
        Assert.Equal(first.Claims[0].Id, withNone[0].SubjectId);
        Assert.Equal(MessageType.Alert, again[0].MessageType);
        Assert.Equal(3, again.Count);
    }

    [Fact]
    public async Task ClaimsWithdrawn_BeforeTheClaimComes_KeepsItFromGivingAnAlert()
    {
        await WithdrawAsync(2, "sha256:claim-a");
        await ExtractAsync(SampleEvents.Claims("a", "b"));

        Assert.Equal(["b"], (await AlertsAsync()).Select(a => a.Class));
    }

    [Fact]
    public async Task ClaimsExtracted_OfAClaimThatIsGivenBack_AlertsAnewUntilItIsWithdrawnAgain()
    {
        await ExtractAsync(OfStory("", 1));
        await WithdrawAsync(2, "sha256:claim-a");
        await ExtractAsync(OfStory("", 3));
        await WithdrawAsync(2, "sha256:claim-a");
        var back = await AlertsAsync();
        await WithdrawAsync(4, "sha256:claim-a");

        Assert.Equal([MessageType.Alert, MessageType.Cancel, MessageType.Alert], back.Select(a => a.MessageType));
        Assert.Equal(MessageType.Cancel, (await AlertsAsync())[0].MessageType);
    }

    [Fact]
    public async Task ClaimsWithdrawn_WithoutAClaimId_IsDropped()
    {
        var answer = await _app.Channel.DeliverAsync(Topics.ClaimsWithdrawn, new ClaimsWithdrawn { Claims = { new WithdrawnClaim() } }, "event-1");

        Assert.Equal("Drop", answer.ToString());
    }

    private static ClaimsExtracted OfStory(string suffix, long revision)
    {
        var report = SampleEvents.Claims("a");
        (report.StoryId, report.ReportId) = ("sha256:story", "sha256:report" + suffix);
        (report.Claims[0].Id, report.Claims[0].Revision) = (report.Claims[0].Id + suffix, revision);
        return report;
    }

    private Task ExtractAsync(ClaimsExtracted @event) => DeliverAsync(Topics.ClaimsExtracted, @event);

    private Task WithdrawAsync(long revision, string claimId) => DeliverAsync(
        Topics.ClaimsWithdrawn, new ClaimsWithdrawn { Claims = { new WithdrawnClaim { ClaimId = claimId, Revision = revision, Reason = WithdrawalReason.NotRead } } });

    private async Task DeliverAsync(string topic, Google.Protobuf.IMessage @event) =>
        Assert.Equal("Success", (await _app.Channel.DeliverAsync(topic, @event, $"event-{++_events}")).ToString());

    private async Task<IReadOnlyList<Alert>> AlertsAsync() => (await _app.Alerts.ListAlertsAsync(new ListAlertsRequest())).Alerts;
}
