using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Google.Protobuf;
using Grpc.Core;
using Truceline.ServiceDefaults.Errors;
using Truceline.ServiceDefaults.Transcoding;

namespace Truceline.Notification.Channels.Streams;

/// <summary>
/// GET /v1/alerts/stream: alerts as server-sent events (WHATWG HTML, section 9.2). Event <c>alert</c> has the sequence as its id and the alert
/// in JSON as its data; event <c>heartbeat</c> has the time at the service. A stream that is too slow, or whose service stops, just ends: the
/// client comes back with Last-Event-ID.
/// </summary>
internal static class SseEndpoint
{
    internal static void MapAlertStream(this WebApplication app) => app.MapGet("/v1/alerts/stream", Stream);

    private static IResult Stream(HttpContext context, AlertFeed feed)
    {
        var violations = new FieldViolations();
        var request = SseRequest.Read(context.Request.Query, context.Request.Headers["Last-Event-ID"], violations);
        if (violations.Count > 0)
        {
            return new Refused(violations);
        }

        // A proxy that gathers the answer would hold alerts back.
        context.Response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(EventsAsync(feed, request, context.RequestAborted));
    }

    private static async IAsyncEnumerable<SseItem<string>> EventsAsync(
        AlertFeed feed, SseRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var items = feed.FollowAsync(request.Filter, request.After, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await MoveNextAsync(items))
        {
            yield return items.Current.Alert is { } alert
                ? new SseItem<string>(JsonFormatter.Default.Format(alert), "alert")
                {
                    EventId = alert.Sequence.ToString(CultureInfo.InvariantCulture),
                }
                : new SseItem<string>(items.Current.Time.ToString("O", CultureInfo.InvariantCulture), "heartbeat");
        }
    }

    private static async ValueTask<bool> MoveNextAsync(IAsyncEnumerator<FeedItem> items)
    {
        try
        {
            return await items.MoveNextAsync();
        }
        catch (Exception exception) when (exception is ResourceExhaustedException or RpcException or OperationCanceledException)
        {
            return false;
        }
    }

    private sealed class Refused(FieldViolations violations) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) =>
            TranscodedErrors.WriteAsync(httpContext, ErrorDetails.Invalid("STREAM_INVALID", violations.All));
    }
}
