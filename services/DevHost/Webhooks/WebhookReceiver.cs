using System.Diagnostics;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Truceline.DevHost.Traces;

namespace Truceline.DevHost.Webhooks;

/// <summary>
/// A subscriber's side of Standard Webhooks: answers 204 when the signature is right, 401 when it is not, 413 above 1 MiB. Its own span joins the
/// trace that the request carries, so that the trace ends where the alert arrived.
/// </summary>
internal static class WebhookReceiver
{
    /// <summary>Path of the receiver.</summary>
    internal const string Path = "/webhooks";

    /// <summary>service.name of the receiver's spans.</summary>
    internal const string ServiceName = "subscriber";

    private const int LargestBody = 1024 * 1024;

    /// <summary>Maps the receiver.</summary>
    internal static void MapWebhookReceiver(this IEndpointRouteBuilder endpoints, WebhookInbox inbox, SpanStore spans, TimeProvider time) =>
        endpoints.MapPost(Path, async (HttpContext context) =>
        {
            var started = time.GetUtcNow();
            if (context.Request.ContentLength is null or > LargestBody)
            {
                return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
            }

            var body = new byte[context.Request.ContentLength.Value];
            await context.Request.Body.ReadExactlyAsync(body, context.RequestAborted);
            var id = Header(context, "webhook-id");
            var valid = WebhookSignature.IsValid(
                inbox.Secret, id, Header(context, "webhook-timestamp"), body, Header(context, "webhook-signature"), started);
            var traceParent = Header(context, "traceparent");
            inbox.Add(new WebhookMessage(id, Encoding.UTF8.GetString(body), valid, traceParent, started));
            if (ActivityContext.TryParse(traceParent, null, out var parent))
            {
                spans.Add(Received(parent, id, started, time.GetUtcNow() - started, valid));
            }

            return Results.StatusCode(valid ? StatusCodes.Status204NoContent : StatusCodes.Status401Unauthorized);
        });

    private static Span Received(ActivityContext parent, string id, DateTimeOffset started, TimeSpan duration, bool valid) => new(
        parent.TraceId.ToHexString(), ActivitySpanId.CreateRandom().ToHexString(), parent.SpanId.ToHexString(), ServiceName, $"POST {Path}",
        SpanKind.Server, started, duration, !valid, new Dictionary<string, string> { ["webhook.id"] = id });

    private static string Header(HttpContext context, string name) => context.Request.Headers[name].ToString();
}
