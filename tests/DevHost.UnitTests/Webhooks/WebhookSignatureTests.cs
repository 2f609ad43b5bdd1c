using System.Security.Cryptography;
using System.Text;
using Truceline.DevHost.Webhooks;

namespace Truceline.DevHost.UnitTests.Webhooks;

public class WebhookSignatureTests
{
    // The example of the Standard Webhooks reference libraries: secret, id, timestamp, body and the signature they give.
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private const string Id = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private const string Timestamp = "1614265330";
    private const string Signature = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("""{"test": 2432232314}""");
    private static readonly DateTimeOffset SentTime = DateTimeOffset.FromUnixTimeSeconds(1614265330);

    [Fact]
    public void IsValid_PublishedExample_IsValid() =>
        Assert.True(WebhookSignature.IsValid(Secret, Id, Timestamp, Body, Signature, SentTime));

    [Fact]
    public void IsValid_OneOfSeveralFits_IsValid() =>
        Assert.True(WebhookSignature.IsValid(Secret, Id, Timestamp, Body, $"v1,AAAA v2,BBBB {Signature}", SentTime));

    [Theory]
    [InlineData("msg_other", Timestamp, Signature)]
    [InlineData("", Timestamp, Signature)]
    [InlineData(Id, "1614265331", Signature)]
    [InlineData(Id, "yesterday", Signature)]
    [InlineData(Id, Timestamp, "")]
    [InlineData(Id, Timestamp, "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")]
    [InlineData(Id, Timestamp, "v1a,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")]
    public void IsValid_AnyPartChanged_IsNotValid(string id, string timestamp, string signatures) =>
        Assert.False(WebhookSignature.IsValid(Secret, id, timestamp, Body, signatures, SentTime));

    [Fact]
    public void IsValid_BodyChanged_IsNotValid() =>
        Assert.False(WebhookSignature.IsValid(Secret, Id, Timestamp, [.. Body, 32], Signature, SentTime));

    [Theory]
    [InlineData(300, true)]
    [InlineData(301, false)]
    [InlineData(-300, true)]
    [InlineData(-301, false)]
    public void IsValid_ClockOff_AcceptsFiveMinutes(int seconds, bool valid) =>
        Assert.Equal(valid, WebhookSignature.IsValid(Secret, Id, Timestamp, Body, Signature, SentTime.AddSeconds(seconds)));

    [Fact]
    public void NewSecret_Made_HasTheFormOfASubscriptionsSecretAndSigns()
    {
        var secret = WebhookSignature.NewSecret();
        var key = Convert.FromBase64String(secret["whsec_".Length..]);
        var signature = Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{Id}.{Timestamp}.{{}}")));

        Assert.InRange(key.Length, 24, 64);
        Assert.True(WebhookSignature.IsValid(secret, Id, Timestamp, "{}"u8, "v1," + signature, SentTime));
        Assert.NotEqual(secret, WebhookSignature.NewSecret());
    }
}
