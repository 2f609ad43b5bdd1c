using Truceline.DevHost.Traces;
using static Truceline.DevHost.UnitTests.Traces.Sample;

namespace Truceline.DevHost.UnitTests.Traces;

public class SpanStoreTests
{
    [Fact]
    public void Trace_SpansAddedOutOfOrder_ComeByStart()
    {
        var store = new SpanStore();
        store.Add(Span("b", "a", start: 5));
        store.Add(Span("a", "", start: 1));

        Assert.Equal(["a", "b"], store.Trace("t").Select(s => s.SpanId));
    }

    [Fact]
    public void Add_SameSpanTwice_IsKeptOnce()
    {
        var store = new SpanStore();
        store.Add(Span("a", ""));
        store.Add(Span("a", ""));

        Assert.Single(store.Trace("t"));
    }

    [Fact]
    public void Add_OverCapacity_DropsTheOldestTraceAndKeepsTheNewestWhole()
    {
        var store = new SpanStore(capacity: 2);
        store.Add(Span("a", "", traceId: "old"));
        store.Add(Span("b", "", traceId: "new"));
        store.Add(Span("c", "b", traceId: "new"));

        Assert.Empty(store.Trace("old"));
        Assert.Equal(2, store.Trace("new").Count);
        Assert.False(store.TryFind(s => s.SpanId == "a", out _));
    }
}
