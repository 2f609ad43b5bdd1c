using Truceline.Notification.Channels.Webhooks;

namespace Truceline.Notification.UnitTests.Channels;

public class WebhookSecretTests
{
    [Theory]
    [InlineData(24, true)]
    [InlineData(64, true)]
    [InlineData(23, false)]
    [InlineData(65, false)]
    public void Parse_KeyOfSomeLength_IsTakenFrom24To64Bytes(int length, bool taken)
    {
        var key = Enumerable.Range(0, length).Select(i => (byte)i).ToArray();

        Assert.Equal(taken ? key : null, WebhookSecret.Parse("whsec_" + Convert.ToBase64String(key)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("whsec_")]
    [InlineData("whsec_not base64, though long enough for a key!")]
    [InlineData("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")]
    public void Parse_NoSecret_IsNull(string secret) => Assert.Null(WebhookSecret.Parse(secret));

    [Fact]
    public void Create_Always_GivesAKeyOf32Bytes()
    {
        var secret = WebhookSecret.Create();

        Assert.Equal(32, WebhookSecret.Parse(secret)!.Length);
        Assert.NotEqual(secret, WebhookSecret.Create());
    }
}
