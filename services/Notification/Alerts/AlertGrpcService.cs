using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Truceline.Notification.Channels.Streams;
using Truceline.Notification.Deliveries;
using Truceline.Notification.Subscriptions;
using Truceline.Notification.V1;
using Truceline.ServiceDefaults.Errors;
using Truceline.ServiceDefaults.Paging;

namespace Truceline.Notification.Alerts;

/// <summary>Serves <c>truceline.notification.v1.AlertService</c>.</summary>
internal sealed class AlertGrpcService(IAlertStore alerts, IDeliveryStore deliveries, AlertFeed feed) : AlertService.AlertServiceBase
{
    private const string ListInvalid = "LIST_INVALID";

    public override async Task StreamAlerts(
        StreamAlertsRequest request, IServerStreamWriter<StreamAlertsResponse> responseStream, ServerCallContext context)
    {
        var violations = new FieldViolations();
        AlertFilterValidator.Check(request.Filter, "filter", violations);
        violations.AddIf(request.HasAfterSequence && request.AfterSequence < 0, "after_sequence", "It must be 0 or more.", "OUT_OF_RANGE");
        violations.ThrowIfAny("STREAM_INVALID");

        long? after = request.HasAfterSequence ? request.AfterSequence : null;
        try
        {
            await foreach (var item in feed.FollowAsync(request.Filter, after, context.CancellationToken))
            {
                await responseStream.WriteAsync(ResponseOf(item), context.CancellationToken);
            }
        }
        catch (Exception) when (context.CancellationToken.IsCancellationRequested)
        {
            // Writing to a caller that has left fails in several ways; it is no failure of the service.
            context.CancellationToken.ThrowIfCancellationRequested();
        }
    }

    public override async Task<ListAlertsResponse> ListAlerts(ListAlertsRequest request, ServerCallContext context)
    {
        var violations = new FieldViolations();
        var page = PageRequest.Read(request.PageSize, request.PageToken, keys: 1, violations);
        CheckNumber(page, 0, violations);
        violations.AddIf(request.TraceId.Length > 0 && (request.TraceId.Length != 32 || !request.TraceId.All(char.IsAsciiHexDigit)),
            "trace_id", "It must be 32 hexadecimal digits.", "INVALID_TRACE_ID");
        violations.ThrowIfAny(ListInvalid);

        var found = await alerts.ListAsync(request.TraceId.ToLowerInvariant(), page, context.CancellationToken);
        var response = new ListAlertsResponse { Alerts = { found.Take(page.Size) } };
        if (found.Count > page.Size)
        {
            response.NextPageToken = PageRequest.TokenAfter(response.Alerts[^1].Sequence.ToString(CultureInfo.InvariantCulture));
        }

        return response;
    }

    public override async Task<ListDeliveriesResponse> ListDeliveries(ListDeliveriesRequest request, ServerCallContext context)
    {
        var violations = new FieldViolations();
        var page = PageRequest.Read(request.PageSize, request.PageToken, keys: 2, violations);
        CheckNumber(page, 0, violations);
        violations.ThrowIfAny(ListInvalid);

        var found = await deliveries.ListAsync(request.SubscriptionId, request.AlertId, page, context.CancellationToken);
        var response = new ListDeliveriesResponse { Deliveries = { found.Take(page.Size).Select(d => d.Delivery) } };
        if (found.Count > page.Size)
        {
            var last = found[page.Size - 1];
            response.NextPageToken = PageRequest.TokenAfter(last.AlertSequence.ToString(CultureInfo.InvariantCulture), last.Delivery.Id);
        }

        return response;
    }

    private static StreamAlertsResponse ResponseOf(FeedItem item) => item.Alert is { } alert
        ? new StreamAlertsResponse { Alert = alert }
        : new StreamAlertsResponse { HeartbeatTime = Timestamp.FromDateTimeOffset(item.Time) };

    private static void CheckNumber(PageRequest page, int key, FieldViolations violations) =>
        violations.AddIf(!page.IsFirst && !long.TryParse(page.After[key], NumberStyles.None, CultureInfo.InvariantCulture, out _),
            "page_token", "It is not a token that this list gave out.", "INVALID_TOKEN");
}
