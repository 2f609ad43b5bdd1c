using Truceline.DevHost.Webhooks;

namespace Truceline.DevHost.UnitTests.Webhooks;

public class WebhookInboxTests
{
    [Fact]
    public void Add_SameIdTwice_KeepsTheFirst()
    {
        var inbox = new WebhookInbox("whsec_");
        inbox.Add(Message("a", "first"));
        inbox.Add(Message("a", "second"));

        Assert.Equal("first", Assert.Single(inbox.All()).Body);
    }

    [Fact]
    public void Add_MoreThanItHolds_DropsTheOldest()
    {
        var inbox = new WebhookInbox("whsec_", capacity: 2);
        foreach (var id in new[] { "a", "b", "c" })
        {
            inbox.Add(Message(id, ""));
        }

        Assert.Equal(["b", "c"], inbox.All().Select(m => m.Id));
    }

    private static WebhookMessage Message(string id, string body) => new(id, body, true, "", DateTimeOffset.UnixEpoch);
}
