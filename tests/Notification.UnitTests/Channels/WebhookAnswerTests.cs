using Truceline.Notification.Channels.Webhooks;

namespace Truceline.Notification.UnitTests.Channels;

public class WebhookAnswerTests
{
    [Theory]
    [InlineData(200)]
    [InlineData(204)]
    [InlineData(299)]
    public void Read_Success_IsDelivered(int status) => Assert.True(WebhookAnswer.Read(status, null).IsDelivered);

    [Theory]
    [InlineData(301)]
    [InlineData(307)]
    [InlineData(400)]
    [InlineData(410)]
    [InlineData(422)]
    public void Read_LastingFailure_IsNotWorthRetrying(int status) =>
        Assert.Equal(new SendResult("status", status, IsRetryable: false), WebhookAnswer.Read(status, TimeSpan.FromSeconds(3)));

    [Theory]
    [InlineData(404)]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public void Read_PassingFailure_IsRetriedAsTheReceiverAsks(int status) =>
        Assert.Equal(
            new SendResult("status", status, IsRetryable: true, TimeSpan.FromSeconds(3)), WebhookAnswer.Read(status, TimeSpan.FromSeconds(3)));
}
