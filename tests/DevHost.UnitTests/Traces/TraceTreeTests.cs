using Truceline.DevHost.Traces;
using static Truceline.DevHost.UnitTests.Traces.Sample;

namespace Truceline.DevHost.UnitTests.Traces;

public class TraceTreeTests
{
    [Fact]
    public void Build_ParentNotThere_IsARoot()
    {
        var roots = TraceTree.Build([Span("b", "missing", start: 3), Span("a", ""), Span("c", "b", start: 4)]);

        Assert.Equal(["a", "b"], roots.Select(r => r.Span.SpanId));
        Assert.Equal("c", Assert.Single(roots[1].Children).Span.SpanId);
    }

    [Fact]
    public void Condense_CallAndItsAnswer_AreOneStep()
    {
        var tree = TraceTree.Condense(
            TraceTree.Build(
            [
                Span("a", "", "gateway"),
                Span("b", "a", "gateway", "POST", SpanKind.Client, 1),
                Span("c", "b", "ingest", "Submit", SpanKind.Server, 2),
            ]),
            null);

        Assert.Equal("ingest", Assert.Single(Assert.Single(tree).Children).Span.Service);
    }

    [Fact]
    public void Condense_EventOnItsWay_ShowsSenderSidecarAndReceiver()
    {
        var tree = TraceTree.Condense(
            TraceTree.Build(
            [
                Span("a", "", "ingest", "publish x", SpanKind.Producer),
                Span("b", "a", "ingest", "dapr.proto.runtime.v1.Dapr/PublishEvent", SpanKind.Client, 1),
                Span("c", "b", "devsidecar", "pubsub/x", SpanKind.Client, 2),
                Span("d", "c", "entity", "POST /dapr.proto.runtime.v1.AppCallback/OnTopicEvent", SpanKind.Server, 3),
                Span("e", "d", "entity", "process x", SpanKind.Consumer, 4),
            ]),
            null);

        var sidecar = Assert.Single(Assert.Single(tree).Children);
        Assert.Equal("pubsub/x", sidecar.Span.Name);
        Assert.Equal("process x", Assert.Single(sidecar.Children).Span.Name);
    }

    [Fact]
    public void Condense_ManyAlike_ShowsTheOneThatLeadsToTheTarget()
    {
        Span[] spans =
        [
            Span("a", ""),
            Span("b1", "a", name: "send", start: 1), Span("b2", "a", name: "send", start: 2), Span("b3", "a", name: "send", start: 3),
            Span("c", "b2", "subscriber", start: 4),
        ];
        var target = TraceTree.FirstReceivedBy("subscriber", spans);

        var shown = Assert.Single(TraceTree.Condense(TraceTree.Build(spans), target)[0].Children);

        Assert.Equal("b2", shown.Span.SpanId);
        Assert.Equal(["b1", "b3"], shown.Folded.Select(s => s.SpanId));
        Assert.Contains(target, shown.All());
    }

    [Fact]
    public void FirstReceivedBy_Several_IsTheEarliest()
    {
        var first = TraceTree.FirstReceivedBy("subscriber", [Span("late", "", "subscriber", start: 9), Span("early", "", "subscriber", start: 2)]);

        Assert.Equal("early", first?.SpanId);
    }
}
