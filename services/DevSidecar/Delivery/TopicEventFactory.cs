using System.Text;
using System.Text.Json;
using Dapr.AppCallback.Autogen.Grpc.v1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Truceline.DevSidecar.Publishing;
using Truceline.DevSidecar.Streams;

namespace Truceline.DevSidecar.Delivery;

/// <summary>Makes of an envelope the request that the app gets.</summary>
internal static class TopicEventFactory
{
    private static readonly HashSet<string> OwnFields =
    [
        CloudEventFields.Id, CloudEventFields.Source, CloudEventFields.Type, CloudEventFields.SpecVersion, CloudEventFields.DataContentType,
        CloudEventFields.Data, CloudEventFields.DataBase64,
    ];

    private static readonly HashSet<string> ReservedHeaders = new(StringComparer.OrdinalIgnoreCase)
    {
        ApiTokenInterceptor.Header, CloudEventFields.TraceParent, CloudEventFields.TraceState, "content-type", "te", "user-agent", "host",
    };

    /// <summary>Envelope fields without a place of their own, subject and time among them, travel as extensions.</summary>
    /// <exception cref="FormatException">The data is not what its content type says.</exception>
    /// <exception cref="InvalidProtocolBufferException">An extension is nested too deeply.</exception>
    public static TopicEventRequest Create(CloudEventEnvelope cloudEvent, StreamName stream, string path)
    {
        var request = new TopicEventRequest
        {
            Id = cloudEvent.Text(CloudEventFields.Id) ?? "",
            Source = cloudEvent.Text(CloudEventFields.Source) ?? "",
            Type = cloudEvent.Text(CloudEventFields.Type) ?? "",
            SpecVersion = cloudEvent.Text(CloudEventFields.SpecVersion) ?? "",
            DataContentType = cloudEvent.Text(CloudEventFields.DataContentType) ?? "",
            Topic = stream.Topic,
            PubsubName = stream.PubSub,
            Path = path,
            Data = Payload(cloudEvent),
            Extensions = new Struct(),
        };
        foreach (var (name, value) in cloudEvent.Fields.Where(field => !OwnFields.Contains(field.Key)))
            request.Extensions.Fields[name] = JsonParser.Default.Parse<Value>(value.GetRawText());
        return request;
    }

    /// <summary>The publisher's metadata that can travel as gRPC metadata.</summary>
    public static Metadata Headers(StreamMessage message)
    {
        var headers = new Metadata();
        foreach (var (name, value) in message.Metadata)
        {
            var usable = name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') && value.All(c => c is >= ' ' and <= '~');
            if (usable && !ReservedHeaders.Contains(name) && !name.StartsWith("grpc-", StringComparison.OrdinalIgnoreCase)
                && !name.EndsWith(Metadata.BinaryHeaderSuffix, StringComparison.OrdinalIgnoreCase))
                headers.Add(name, value);
        }

        return headers;
    }

    /// <summary>Only text, JSON and binary payloads come through; the runtime leaves the data of any other content type out.</summary>
    private static ByteString Payload(CloudEventEnvelope cloudEvent)
    {
        if (cloudEvent.Text(CloudEventFields.DataBase64) is { } base64)
            return ByteString.FromBase64(base64);
        if (!cloudEvent.Fields.TryGetValue(CloudEventFields.Data, out var data))
            return ByteString.Empty;

        var contentType = cloudEvent.Text(CloudEventFields.DataContentType) ?? "";
        if (ContentTypes.IsText(contentType))
        {
            return data.ValueKind == JsonValueKind.String
                ? ByteString.CopyFrom(data.GetString()!, Encoding.UTF8)
                : throw new FormatException("The data of a text event is not a string.");
        }

        return ContentTypes.IsJson(contentType) || ContentTypes.IsCloudEvent(contentType)
            ? ByteString.CopyFrom(data.GetRawText(), Encoding.UTF8)
            : ByteString.Empty;
    }
}
