using System.Globalization;
using System.Text.Json;
using Truceline.DevSidecar.Streams;

namespace Truceline.DevSidecar.Publishing;

/// <summary>One event as an app hands it over, with the W3C trace context of the call (empty when it had none).</summary>
internal sealed record PublishedEvent(
    string AppId, StreamName Stream, ReadOnlyMemory<byte> Data, string ContentType, IReadOnlyDictionary<string, string> Metadata,
    string TraceParent, string TraceState);

/// <summary>Makes of a published event what stands in the stream, as the Dapr runtime does.</summary>
internal static class EnvelopeFactory
{
    /// <exception cref="JsonException">The payload calls itself a CloudEvents envelope and is not a JSON object.</exception>
    public static StreamEntry Create(PublishedEvent published, DateTimeOffset now)
    {
        if (IsRaw(published.Metadata))
            return new StreamEntry(published.Stream, published.Data, WithTrace(published));

        var envelope = ContentTypes.IsCloudEvent(published.ContentType) ? Complete(published, now) : Wrap(published, now);
        envelope.Set(CloudEventFields.Topic, published.Stream.Topic);
        envelope.Set(CloudEventFields.PubSubName, published.Stream.PubSub);
        if (TimeToLive(published.Metadata) is { } ttl)
            envelope.Set(CloudEventFields.Expiration, Rfc3339(now.Add(ttl)));
        return new StreamEntry(published.Stream, envelope.ToUtf8(), published.Metadata);
    }

    /// <summary>Whether metadata asks for the payload as it is, without an envelope.</summary>
    public static bool IsRaw(IReadOnlyDictionary<string, string> metadata) =>
        Find(metadata, "rawPayload") is { } raw && (raw == "1" || raw.Equals("true", StringComparison.OrdinalIgnoreCase));

    private static CloudEventEnvelope Wrap(PublishedEvent published, DateTimeOffset now)
    {
        string Override(string field, string otherwise) =>
            Find(published.Metadata, "cloudevent." + field) is { Length: > 0 } given ? given : otherwise;

        var contentType = published.ContentType.Length > 0 ? published.ContentType : ContentTypes.PlainText;
        var traceParent = Override(CloudEventFields.TraceParent, Override(CloudEventFields.TraceId, published.TraceParent));

        var envelope = new CloudEventEnvelope();
        envelope.Set(CloudEventFields.Id, Override(CloudEventFields.Id, NewId(now)));
        envelope.Set(CloudEventFields.Source, Override(CloudEventFields.Source, published.AppId));
        envelope.Set(CloudEventFields.Type, Override(CloudEventFields.Type, CloudEventFields.DefaultType));
        envelope.Set(CloudEventFields.SpecVersion, CloudEventFields.CurrentSpecVersion);
        envelope.Set(CloudEventFields.DataContentType, contentType);
        envelope.Set(CloudEventFields.Time, Rfc3339(now));
        envelope.Set(CloudEventFields.TraceId, traceParent);
        envelope.Set(CloudEventFields.TraceParent, traceParent);
        envelope.Set(CloudEventFields.TraceState, Override(CloudEventFields.TraceState, published.TraceState));
        if (Override(CloudEventFields.Subject, "") is { Length: > 0 } subject)
            envelope.Set(CloudEventFields.Subject, subject);
        envelope.SetData(published.Data, contentType);
        return envelope;
    }

    private static CloudEventEnvelope Complete(PublishedEvent published, DateTimeOffset now)
    {
        var envelope = CloudEventEnvelope.Parse(published.Data);
        envelope.SetIfMissing(CloudEventFields.Id, NewId(now));
        envelope.SetIfMissing(CloudEventFields.Source, CloudEventFields.DefaultSource);
        envelope.SetIfMissing(CloudEventFields.Type, CloudEventFields.DefaultType);
        envelope.SetIfMissing(CloudEventFields.SpecVersion, CloudEventFields.CurrentSpecVersion);
        envelope.SetIfMissing(CloudEventFields.DataContentType, ContentTypes.Json);
        envelope.SetIfMissing(CloudEventFields.Time, Rfc3339(now));
        envelope.SetIfMissing(CloudEventFields.TraceParent, published.TraceParent);
        envelope.SetIfMissing(CloudEventFields.TraceId, envelope.Text(CloudEventFields.TraceParent) ?? "");
        envelope.SetIfMissing(CloudEventFields.TraceState, published.TraceState);
        return envelope;
    }

    private static Dictionary<string, string> WithTrace(PublishedEvent published) => new(published.Metadata)
    {
        [CloudEventFields.TraceId] = published.TraceParent,
        [CloudEventFields.TraceState] = published.TraceState,
    };

    private static TimeSpan? TimeToLive(IReadOnlyDictionary<string, string> metadata) =>
        int.TryParse(Find(metadata, "ttlInSeconds"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds > 0
            ? TimeSpan.FromSeconds(seconds)
            : null;

    private static string? Find(IReadOnlyDictionary<string, string> metadata, string key)
    {
        foreach (var (name, value) in metadata)
        {
            if (name.Equals(key, StringComparison.OrdinalIgnoreCase))
                return value;
        }

        return null;
    }

    private static string NewId(DateTimeOffset now) => Guid.CreateVersion7(now).ToString();

    private static string Rfc3339(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
