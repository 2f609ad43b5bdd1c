using Google.Protobuf;
using Grpc.Core;
using Truceline.DevHost.Traces;
using Truceline.Entity.V1;
using Truceline.GeoZone.V1;
using Truceline.Ingest.V1;
using Truceline.Notification.V1;

namespace Truceline.DevHost.Stories;

/// <summary>Hands a story in, as a client of the gateway, and follows what becomes of it to the last delivery.</summary>
internal sealed class StoryRun(LocalSystem system, GatewayClient gateway, Action<string> progress, TimeProvider time, CancellationToken cancellationToken)
{
    private const int PageSize = 1000;

    // More than anybody reads on a screen.
    private const int MostReports = 50;
    private static readonly TimeSpan ReadingLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan DeliveryLimit = TimeSpan.FromSeconds(30);

    // Spans leave a process at most 200 ms after they end; twice that without a new one, with nothing under way, is the end.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(450);

    private readonly Awaiting _awaiting = new(time, cancellationToken);
    private readonly EntityService.EntityServiceClient _entities = new(gateway.Calls);
    private readonly AgreementService.AgreementServiceClient _agreements = new(gateway.Calls);
    private readonly IncidentService.IncidentServiceClient _incidents = new(gateway.Calls);
    private readonly AlertService.AlertServiceClient _alerts = new(gateway.Calls);
    private readonly IngestService.IngestServiceClient _reports = new(gateway.Calls);

    /// <summary>Does it.</summary>
    /// <param name="agreementJson">The agreement, as the body of POST /v1/agreements.</param>
    /// <param name="story">The story.</param>
    /// <exception cref="DevHostException">Something was refused or did not arrive.</exception>
    internal async Task<StoryOutcome> RunAsync(string agreementJson, Story story)
    {
        progress("Importing the agreement");
        var (imported, _) = await gateway.PostAsync<ImportAgreementResponse>("/v1/agreements", agreementJson, time, cancellationToken);
        progress("Subscribing: webhook, gRPC stream, server-sent events");
        var subscriptionId = await SubscribeAsync();
        await using var watch = new AlertWatch(gateway, time);

        progress("Handing the story in");
        var (accepted, responseTraceId) = await gateway.PostAsync<SubmitDocumentResponse>(
            AddressOf(story), story.Content, story.MediaType, time, cancellationToken);
        string[] reportIds = [.. accepted.Results.Where(IsNew).Select(r => r.ReportId).Where(id => id.Length > 0).Distinct().Take(MostReports)];
        if (!accepted.Results.Any(IsNew))
        {
            throw new DevHostException(
                accepted.Results.Any(r => r.Outcome == ItemOutcome.AlreadyKnown)
                    ? $"This was handed in before; nothing new follows from it. Its data are in {system.Folder}: give another --data."
                    : "Nothing in it could be read:",
                details: [.. accepted.Results.SelectMany(r => r.Violations.Select(v => $"{r.ItemPath} {v.Field}: {v.Description}"))]);
        }

        progress($"Reading {(reportIds is [var only] ? only : $"{reportIds.Length} reports")}");
        var readings = new List<Reading>();
        foreach (var id in reportIds)
        {
            readings.Add(await ReadingAsync(id));
        }

        var traceId = responseTraceId.Length > 0 ? responseTraceId : await TraceIdAsync();
        progress("Following the trace to the last delivery");
        await EventsProcessedAsync(traceId);
        var arrivals = await ArrivalsAsync(traceId, subscriptionId, watch);
        var spans = await FinalTraceAsync(traceId, arrivals);

        var states = await _agreements.ListObligationStatesAsync(
            new ListObligationStatesRequest { AgreementId = imported.Agreement.Id, AsOfDate = readings.FirstOrDefault()?.Header?.ReferenceDate ?? "" }, Options());
        var reports = new List<ReadReport>();
        var incidents = new Dictionary<string, Incident>();
        foreach (var reading in readings)
        {
            var report = await _reports.GetReportAsync(new GetReportRequest { ReportId = reading.ReportId }, Options());
            reports.Add(new ReadReport(report.Report, reading));
            var found = await _incidents.ListIncidentsAsync(new ListIncidentsRequest { ReportId = reading.ReportId, PageSize = PageSize }, Options());
            foreach (var incident in found.Incidents)
            {
                incidents[incident.Id] = incident;
            }
        }

        return new StoryOutcome(
            accepted.Document, accepted.Results, reports, imported.Agreement, states.States, [.. incidents.Values], arrivals, traceId, spans);
    }

    private static bool IsNew(ItemResult result) => result.Outcome is ItemOutcome.Accepted or ItemOutcome.Revised;

    private static string AddressOf(Story story)
    {
        var hints = new[] { ("file_name", story.FileName), ("url", story.Url), ("published", story.Published) }.Where(h => h.Item2.Length > 0)
            .Select(h => $"hints.{h.Item1}={Uri.EscapeDataString(h.Item2)}");
        return "/v1/documents?" + string.Join('&', hints);
    }

    // Claims are not subscribed to: every sentence would ring the bell.
    private async Task<string> SubscribeAsync()
    {
        var wish = new Subscription
        {
            Name = "DevHost",
            Filter = new AlertFilter { Subjects = { Subject.Incident, Subject.Obligation } },
            Webhook = new Webhook { Url = system.WebhookAddress.ToString(), Secret = system.Webhooks.Secret },
        };
        var (made, _) = await gateway.PostAsync<CreateSubscriptionResponse>(
            "/v1/subscriptions", JsonFormatter.Default.Format(wish), time, cancellationToken);
        return made.Subscription.Id;
    }

    private Task<Reading> ReadingAsync(string reportId) => _awaiting.ForAsync("The reading of the report", ReadingLimit, async () =>
    {
        try
        {
            return (await _entities.GetReadingAsync(new GetReadingRequest { ReportId = reportId }, Options())).Reading;
        }
        catch (RpcException exception) when (exception.StatusCode == StatusCode.NotFound)
        {
            return null;
        }
    });

    private Task<string> TraceIdAsync() => _awaiting.ForAsync("The gateway's span of the request", DeliveryLimit, () => Task.FromResult(
        system.Spans.TryFind(s => s.Service == "gateway" && s.Kind == SpanKind.Server && s.Attribute("url.path") == "/v1/documents", out var span)
            ? span.TraceId : null));

    private async Task EventsProcessedAsync(string traceId)
    {
        IReadOnlyList<string> outstanding = [];
        try
        {
            await WaitUntilQuietAsync("The end of the trace", traceId, spans => (outstanding = TraceProgress.Outstanding(spans)).Count == 0);
        }
        catch (DevHostException exception)
        {
            throw new DevHostException($"{exception.Message} Still under way:", details: outstanding);
        }
    }

    private async Task<IReadOnlyList<AlertArrival>> ArrivalsAsync(string traceId, string subscriptionId, AlertWatch watch)
    {
        var missing = "";
        try
        {
            return await _awaiting.ForAsync("Every alert on every channel", DeliveryLimit, async () =>
            {
                watch.RequireOpen();
                var arrivals = await LookAsync(traceId, subscriptionId, watch);
                missing = arrivals.Select(Missing).FirstOrDefault(m => m.Length > 0) ?? "";
                return missing.Length == 0 ? arrivals : null;
            });
        }
        catch (DevHostException exception)
        {
            var breaks = new[] { watch.GrpcStream, watch.EventStream }.Where(stream => stream.Breaks > 0)
                .Select(stream => $"A live stream broke {stream.Breaks} times, last: {stream.LastBreak}");
            throw new DevHostException($"{exception.Message} {missing}", details: [.. breaks]);
        }
    }

    private async Task<IReadOnlyList<AlertArrival>> LookAsync(string traceId, string subscriptionId, AlertWatch watch)
    {
        var alerts = await _alerts.ListAlertsAsync(new ListAlertsRequest { TraceId = traceId, PageSize = PageSize }, Options());
        var deliveries = await _alerts.ListDeliveriesAsync(
            new ListDeliveriesRequest { SubscriptionId = subscriptionId, PageSize = PageSize }, Options());
        var byAlert = deliveries.Deliveries.ToLookup(d => d.AlertId);
        var webhooks = system.Webhooks.All().ToLookup(w => w.Id);
        return [.. from alert in alerts.Alerts
                   orderby alert.Sequence
                   where alert.Subject is Subject.Incident or Subject.Obligation
                   let delivery = byAlert[alert.Id].FirstOrDefault()
                   select new AlertArrival(
                       alert, delivery, delivery is null ? null : webhooks[delivery.Id].FirstOrDefault(),
                       watch.Grpc.ContainsKey(alert.Id), watch.Events.ContainsKey(alert.Id))];
    }

    private static string Missing(AlertArrival arrival) => arrival switch
    {
        { Delivery: null } => $"No delivery was made of \"{arrival.Alert.Headline}\".",
        { Delivery.State: not DeliveryState.Delivered } =>
            $"The webhook of \"{arrival.Alert.Headline}\" is {arrival.Delivery.State} after {arrival.Delivery.Attempts} attempts ({arrival.Delivery.LastError}).",
        { Webhook: null } => $"The webhook of \"{arrival.Alert.Headline}\" is said to be delivered and did not arrive.",
        { Webhook.SignatureValid: false } => $"The webhook of \"{arrival.Alert.Headline}\" is not signed with the subscription's secret.",
        { OnGrpc: false } => $"\"{arrival.Alert.Headline}\" did not come over the gRPC stream.",
        { OnEvents: false } => $"\"{arrival.Alert.Headline}\" did not come as a server-sent event.",
        _ => "",
    };

    // The sender's spans end after the receiver's answer and come a moment later.
    private Task<IReadOnlyList<Span>> FinalTraceAsync(string traceId, IReadOnlyList<AlertArrival> arrivals) =>
        WaitUntilQuietAsync("The last spans of the trace", traceId, spans =>
        {
            var known = spans.Select(s => s.SpanId).ToHashSet();
            return arrivals.All(a => a.Webhook!.TraceParent.Split('-') is [_, var trace, var parent, ..] && (trace != traceId || known.Contains(parent)));
        });

    private Task<IReadOnlyList<Span>> WaitUntilQuietAsync(string what, string traceId, Func<IReadOnlyList<Span>, bool> isComplete)
    {
        var count = 0;
        var since = time.GetTimestamp();
        return _awaiting.ForAsync(what, DeliveryLimit, () =>
        {
            var spans = system.Spans.Trace(traceId);
            if (spans.Count != count)
            {
                count = spans.Count;
                since = time.GetTimestamp();
            }

            return Task.FromResult(time.GetElapsedTime(since) > Quiet && isComplete(spans) ? spans : null);
        });
    }

    private CallOptions Options() => new(deadline: GatewayClient.Deadline(time), cancellationToken: cancellationToken);
}
