using System.Text.Json;
using Google.Protobuf;
using Truceline.Notification.Alerts;
using Truceline.Notification.V1;

namespace Truceline.Notification.Channels.Webhooks;

/// <summary>One message to one receiver.</summary>
/// <param name="Url">Where it goes.</param>
/// <param name="Secret">Secret that signs it.</param>
/// <param name="Id">Its id, the same on every attempt.</param>
/// <param name="Body">The body.</param>
internal sealed record WebhookMessage(Uri Url, string Secret, string Id, byte[] Body)
{
    /// <summary>
    /// The body for an alert, in the shape that Standard Webhooks recommends: <c>type</c>, <c>timestamp</c> (RFC 3339, when the alert was
    /// made) and <c>data</c> (the alert in the proto3 JSON mapping). The same on every attempt. Pure.
    /// </summary>
    internal static byte[] BodyOf(Alert alert)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteString("type", AlertTypes.TypeOf(alert));
            writer.WriteString("timestamp", alert.SentTime.ToDateTimeOffset());
            writer.WritePropertyName("data");
            writer.WriteRawValue(JsonFormatter.Default.Format(alert));
            writer.WriteEndObject();
        }

        return stream.ToArray();
    }
}
