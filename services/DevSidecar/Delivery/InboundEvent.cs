using System.Globalization;
using System.Text.Json;
using Truceline.DevSidecar.Publishing;
using Truceline.DevSidecar.Streams;

namespace Truceline.DevSidecar.Delivery;

/// <summary>Reads what stands in a stream back into an envelope.</summary>
internal static class InboundEvent
{
    /// <returns>Null when the message is not an envelope and the subscription is not a raw one.</returns>
    public static CloudEventEnvelope? Read(StreamMessage message, bool rawPayload, DateTimeOffset now)
    {
        if (rawPayload)
            return FromRaw(message, now);
        try
        {
            return CloudEventEnvelope.Parse(message.Data);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static bool HasExpired(CloudEventEnvelope cloudEvent, DateTimeOffset now) =>
        DateTimeOffset.TryParse(
            cloudEvent.Text(CloudEventFields.Expiration), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var expiration)
        && expiration < now;

    private static CloudEventEnvelope FromRaw(StreamMessage message, DateTimeOffset now)
    {
        var envelope = new CloudEventEnvelope();
        // The id is new with every delivery: a raw payload brings none, so it cannot be recognised again.
        envelope.Set(CloudEventFields.Id, Guid.CreateVersion7(now).ToString());
        envelope.Set(CloudEventFields.SpecVersion, CloudEventFields.CurrentSpecVersion);
        envelope.Set(CloudEventFields.DataContentType, ContentTypes.Binary);
        envelope.Set(CloudEventFields.Source, CloudEventFields.DefaultSource);
        envelope.Set(CloudEventFields.Type, CloudEventFields.DefaultType);
        envelope.Set(CloudEventFields.Topic, message.Stream.Topic);
        envelope.Set(CloudEventFields.PubSubName, message.Stream.PubSub);
        foreach (var field in new[] { CloudEventFields.TraceId, CloudEventFields.TraceParent, CloudEventFields.TraceState })
        {
            if (message.Metadata.TryGetValue(field, out var value))
                envelope.Set(field, value);
        }

        envelope.SetData(message.Data, ContentTypes.Binary);
        return envelope;
    }
}
