using Truceline.DevHost.Traces;

namespace Truceline.SystemTests;

[Collection(RunningSystemCollection.Name)]
public class TraceTests(RunningSystem running)
{
    private static readonly string[] Producers = ["publish report.accepted", "publish claims.extracted", "publish incident.opened"];

    /// <summary>Parent to child, from the request at the gateway to the subscriber's webhook.</summary>
    [Fact]
    public void Trace_FromTheGatewayToTheWebhook_HasEveryEdge()
    {
        var spans = running.Outcome.Spans.ToDictionary(s => s.SpanId);
        var way = Ways(spans).First(w => w.Any(s => s.Name == "publish incident.opened"));

        Assert.Equal(
            [
                ("gateway", SpanKind.Server),
                ("gateway", SpanKind.Client),
                ("ingest", SpanKind.Server),
                ("ingest", SpanKind.Producer),
                ("ingest", SpanKind.Client),
                ("devsidecar", SpanKind.Client),
                ("entity", SpanKind.Server),
                ("entity", SpanKind.Consumer),
                ("entity", SpanKind.Producer),
                ("entity", SpanKind.Client),
                ("devsidecar", SpanKind.Client),
                ("geozone", SpanKind.Server),
                ("geozone", SpanKind.Consumer),
                ("geozone", SpanKind.Producer),
                ("geozone", SpanKind.Client),
                ("devsidecar", SpanKind.Client),
                ("notification", SpanKind.Server),
                ("notification", SpanKind.Consumer),
                ("notification", SpanKind.Client),
                ("subscriber", SpanKind.Server),
            ],
            way.Where(s => s.Kind is not SpanKind.Internal).Select(s => (s.Service, s.Kind)));
        Assert.Equal(Producers, way.Where(s => s.Kind == SpanKind.Producer).Select(s => s.Name));
        Assert.Equal("", way[0].ParentId);
        Assert.Equal("/v1/documents", way[0].Attribute("url.path"));
        Assert.DoesNotContain(way, s => s.Failed);
    }

    [Fact]
    public void Trace_OfTheStory_IsOneTreeUnderTheRequest()
    {
        var spans = running.Outcome.Spans;

        var root = Assert.Single(TraceTree.Build(spans));
        Assert.Equal(spans.Count, root.All().Count());
        Assert.All(spans, s => Assert.Equal(running.Outcome.TraceId, s.TraceId));
    }

    [Fact]
    public void Alerts_OfTheStory_CarryItsTrace()
    {
        Assert.NotEmpty(running.Outcome.Alerts);
        Assert.All(running.Outcome.Alerts, a => Assert.Equal(running.Outcome.TraceId, a.Alert.TraceId));
        Assert.All(running.Outcome.Alerts, a => Assert.Contains(running.Outcome.TraceId, a.Webhook!.TraceParent, StringComparison.Ordinal));
    }

    // From each webhook up to the root, written from the root down.
    private static IEnumerable<List<Span>> Ways(Dictionary<string, Span> spans) =>
        from webhook in spans.Values.Where(s => s.Service == "subscriber").OrderBy(s => s.Start)
        select Up(webhook, spans).Reverse().ToList();

    private static IEnumerable<Span> Up(Span span, Dictionary<string, Span> spans)
    {
        for (var step = span; step is not null; step = spans.GetValueOrDefault(step.ParentId))
        {
            yield return step;
        }
    }
}
