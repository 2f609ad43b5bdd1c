using Truceline.Notification.Subscriptions;
using Truceline.Notification.V1;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.Notification.UnitTests.Subscriptions;

public class SubscriptionValidatorTests
{
    [Theory]
    [InlineData("https://receiver.example/hook?key=1", null)]
    [InlineData("http://203.0.114.1:8080/", null)]
    [InlineData("", "REQUIRED")]
    [InlineData("receiver.example", "INVALID_URL")]
    [InlineData("ftp://receiver.example", "INVALID_URL")]
    [InlineData("file:///etc/passwd", "INVALID_URL")]
    [InlineData("https://me:pass@receiver.example", "USER_INFO")]
    [InlineData("http://localhost/hook", "REFUSED_ADDRESS")]
    [InlineData("http://127.0.0.1/hook", "REFUSED_ADDRESS")]
    [InlineData("http://2130706433/hook", "REFUSED_ADDRESS")]
    [InlineData("http://[::ffff:10.0.0.1]/hook", "REFUSED_ADDRESS")]
    [InlineData("http://169.254.169.254/latest", "REFUSED_ADDRESS")]
    public void Check_Url_IsRefusedForItsReason(string url, string? reason)
    {
        var violations = Check(new Subscription { Name = "desk", Webhook = new Webhook { Url = url } });

        Assert.Equal(reason is null ? [] : [("subscription.webhook.url", reason)], violations.All.Select(v => (v.Field, v.Reason)));
    }

    [Fact]
    public void Check_PrivateAddressesAllowed_TakesThem() => Assert.Equal(
        0, Check(new Subscription { Name = "desk", Webhook = new Webhook { Url = "http://127.0.0.1:9/" } }, allowPrivateAddresses: true).Count);

    [Fact]
    public void Check_NothingGiven_IsRequired() => Assert.Equal(["subscription"], Check(null).All.Select(v => v.Field));

    [Fact]
    public void Check_EmptySubscription_ListsAllThatIsRequired() =>
        Assert.Equal(["subscription.name", "subscription.webhook"], Check(new Subscription()).All.Select(v => v.Field));

    [Fact]
    public void Check_TooLongAndTooMany_IsNoted()
    {
        var subscription = new Subscription
        {
            Name = new string('n', 201),
            Filter = new AlertFilter(),
            Webhook = new Webhook { Url = "https://receiver.example/" + new string('x', 2048) },
        };
        subscription.Filter.Classes.AddRange(Enumerable.Repeat("warn", 101));

        Assert.Equal(["TOO_LONG", "TOO_MANY", "TOO_LONG"], Check(subscription).All.Select(v => v.Reason));
    }

    private static FieldViolations Check(Subscription? subscription, bool allowPrivateAddresses = false)
    {
        var violations = new FieldViolations();
        SubscriptionValidator.Check(subscription, allowPrivateAddresses, violations);
        return violations;
    }
}
