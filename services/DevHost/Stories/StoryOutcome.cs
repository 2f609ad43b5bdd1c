using Truceline.DevHost.Traces;
using Truceline.DevHost.Webhooks;
using Truceline.Entity.V1;
using Truceline.GeoZone.V1;
using Truceline.Ingest.V1;
using Truceline.Notification.V1;

namespace Truceline.DevHost.Stories;

/// <summary>An alert with the ways on which it arrived.</summary>
/// <param name="Alert">The alert, from the service's list.</param>
/// <param name="Delivery">How far its webhook got; null when it was not subscribed to.</param>
/// <param name="Webhook">The webhook as it arrived; null when none did.</param>
/// <param name="OnGrpc">Whether it came over the gRPC stream.</param>
/// <param name="OnEvents">Whether it came as a server-sent event.</param>
internal sealed record AlertArrival(Alert Alert, Delivery? Delivery, WebhookMessage? Webhook, bool OnGrpc, bool OnEvents);

/// <summary>Everything that became of one story.</summary>
/// <param name="Report">The report as it was accepted, with its text.</param>
/// <param name="Reading">What was read from it.</param>
/// <param name="Agreement">The agreement against which it was judged.</param>
/// <param name="Obligations">The agreement's terms on the day of the story.</param>
/// <param name="Incidents">Incidents that rest on the story.</param>
/// <param name="Alerts">Alerts that the story caused, in the order of the stream.</param>
/// <param name="TraceId">Trace of the request that handed it in.</param>
/// <param name="Spans">Spans of that trace.</param>
internal sealed record StoryOutcome(
    Report Report, Reading Reading, Agreement Agreement, IReadOnlyList<ObligationState> Obligations, IReadOnlyList<Incident> Incidents,
    IReadOnlyList<AlertArrival> Alerts, string TraceId, IReadOnlyList<Span> Spans);
