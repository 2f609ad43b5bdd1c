using System.Text.Json;
using Dapr.Client.Autogen.Grpc.v1;
using Google.Protobuf.Collections;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.Extensions.Options;
using Truceline.DevSidecar.Delivery;
using Truceline.DevSidecar.Streams;

namespace Truceline.DevSidecar.Publishing;

/// <summary>
/// Dapr's API to an app. INVALID_ARGUMENT: the pub/sub component is not the configured one, no topic, an envelope that is not JSON, a bulk
/// entry without an id or with one given twice. An answer means that the events are stored.
/// </summary>
internal sealed class DaprApiService(
    SidecarListeners listeners, IEventAppender appender, DeliveryBoard board, IOptions<SidecarOptions> options, TimeProvider time) : DaprApiBase
{
    public override async Task<Empty> PublishEvent(PublishEventRequest request, ServerCallContext context)
    {
        var app = listeners.AppOf(context.GetHttpContext());
        var stream = StreamOf(request.PubsubName, request.Topic);
        await appender.AppendAsync(
            app, [Entry(app, stream, request.Data.Memory, request.DataContentType, request.Metadata, context)], context.CancellationToken);
        return new Empty();
    }

    public override async Task<BulkPublishResponse> BulkPublishEvent(BulkPublishRequest request, ServerCallContext context)
    {
        var app = listeners.AppOf(context.GetHttpContext());
        var stream = StreamOf(request.PubsubName, request.Topic);
        if (request.Entries.Select(entry => entry.EntryId).Where(id => id.Length > 0).Distinct(StringComparer.Ordinal).Count() != request.Entries.Count)
            throw Invalid("Every entry needs an entry_id of its own.");

        await appender.AppendAsync(
            app,
            [.. request.Entries.Select(entry =>
                Entry(app, stream, entry.Event.Memory, entry.ContentType, Merge(request.Metadata, entry.Metadata), context))],
            context.CancellationToken);
        return new BulkPublishResponse();
    }

    public override Task<BulkPublishResponse> BulkPublishEventAlpha1(BulkPublishRequest request, ServerCallContext context) =>
        BulkPublishEvent(request, context);

    public override Task<GetMetadataResponse> GetMetadata(GetMetadataRequest request, ServerCallContext context)
    {
        var app = listeners.AppOf(context.GetHttpContext());
        return Task.FromResult(SidecarMetadata.Describe(app, options.Value.PubSubName, board.Of(app).Subscriptions));
    }

    private StreamName StreamOf(string pubSub, string topic)
    {
        if (pubSub.Length == 0)
            throw Invalid("The pub/sub name is empty.");
        if (pubSub != options.Value.PubSubName)
            throw Invalid($"The pub/sub component '{pubSub}' is not found.");
        return topic.Length > 0 ? new StreamName(pubSub, topic) : throw Invalid("The topic is empty.");
    }

    private StreamEntry Entry(
        AppOptions app, StreamName stream, ReadOnlyMemory<byte> data, string contentType, IDictionary<string, string> metadata,
        ServerCallContext context)
    {
        try
        {
            return EnvelopeFactory.Create(
                new PublishedEvent(
                    app.AppId, stream, data, contentType, new Dictionary<string, string>(metadata),
                    context.RequestHeaders.GetValue(CloudEventFields.TraceParent) ?? "",
                    context.RequestHeaders.GetValue(CloudEventFields.TraceState) ?? ""),
                time.GetUtcNow());
        }
        catch (JsonException)
        {
            throw Invalid("The payload is declared as a CloudEvents envelope and is not a JSON object.");
        }
    }

    private static Dictionary<string, string> Merge(MapField<string, string> request, MapField<string, string> entry)
    {
        var merged = new Dictionary<string, string>(request);
        foreach (var (name, value) in entry)
            merged[name] = value;
        return merged;
    }

    private static RpcException Invalid(string detail) => new(new Status(StatusCode.InvalidArgument, detail));
}
