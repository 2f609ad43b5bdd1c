using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Truceline.GeoZone.V1;
using Truceline.Notification.Channels.Webhooks;
using Truceline.Notification.V1;

namespace Truceline.Notification.UnitTests.Channels;

public class WebhookMessageTests
{
    [Theory]
    [InlineData(MessageType.Alert, "incident.opened")]
    [InlineData(MessageType.Update, "incident.updated")]
    public void BodyOf_Incident_HasTypeTimestampAndAlert(MessageType type, string expected)
    {
        var alert = new Alert
        {
            Id = "sha256:a",
            Sequence = 12,
            MessageType = type,
            Incident = new Incident { Id = "i" },
            SentTime = new Timestamp { Seconds = 1_537_193_100 },
        };

        using var body = JsonDocument.Parse(WebhookMessage.BodyOf(alert));

        Assert.Equal(["type", "timestamp", "data"], body.RootElement.EnumerateObject().Select(p => p.Name));
        Assert.Equal(expected, body.RootElement.GetProperty("type").GetString());
        Assert.Equal(new DateTimeOffset(2018, 9, 17, 14, 5, 0, TimeSpan.Zero), body.RootElement.GetProperty("timestamp").GetDateTimeOffset());
        Assert.Equal(alert, JsonParser.Default.Parse<Alert>(body.RootElement.GetProperty("data").GetRawText()));
    }
}
