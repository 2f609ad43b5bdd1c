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

/// <summary>A report and what was read from it.</summary>
/// <param name="Report">The report as it was accepted, with its text.</param>
/// <param name="Reading">What was read from it.</param>
internal sealed record ReadReport(Report Report, Reading Reading);

/// <summary>Everything that became of one document.</summary>
/// <param name="Document">The document.</param>
/// <param name="Items">What became of its items, in their order.</param>
/// <param name="Reports">The reports among them that are new, in their order, as far as they are followed.</param>
/// <param name="Agreement">The agreement against which it was judged.</param>
/// <param name="Obligations">The agreement's terms on the day of the first report.</param>
/// <param name="Incidents">Incidents that rest on the reports.</param>
/// <param name="Alerts">Alerts that the document caused, in the order of the stream.</param>
/// <param name="TraceId">Trace of the request that handed it in.</param>
/// <param name="Spans">Spans of that trace.</param>
internal sealed record StoryOutcome(
    Document Document, IReadOnlyList<ItemResult> Items, IReadOnlyList<ReadReport> Reports, Agreement Agreement, IReadOnlyList<ObligationState> Obligations, IReadOnlyList<Incident> Incidents,
    IReadOnlyList<AlertArrival> Alerts, string TraceId, IReadOnlyList<Span> Spans)
{
    /// <summary>The first report; an empty one when there is none.</summary>
    internal Report Report => Reports is [var first, ..] ? first.Report : new Report();

    /// <summary>What was read from the first report.</summary>
    internal Reading Reading => Reports is [var first, ..] ? first.Reading : new Reading();
}
