using System.Text;
using Truceline.Notification.Channels.Webhooks;

namespace Truceline.Notification.UnitTests.Channels;

public class WebhookSignatureTests
{
    [Fact]
    public void Sign_PublishedVector_GivesThePublishedSignature()
    {
        var key = WebhookSecret.Parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")!;

        var signature = WebhookSignature.Sign(
            key, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, Encoding.UTF8.GetBytes("{\"test\": 2432232314}"));

        Assert.Equal("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", signature);
    }

    [Fact]
    public void Sign_OtherTimestamp_GivesAnotherSignature()
    {
        var key = WebhookSecret.Parse(WebhookSecret.Create())!;

        Assert.NotEqual(WebhookSignature.Sign(key, "a", 1, [1]), WebhookSignature.Sign(key, "a", 2, [1]));
    }
}
