using Truceline.DevHost.Rendering;
using Truceline.DevHost.Traces;
using static Truceline.DevHost.UnitTests.Traces.Sample;

namespace Truceline.DevHost.UnitTests.Rendering;

public class TraceLinesTests
{
    [Fact]
    public void Render_Tree_DrawsBranchesAndFiguresWithinTheWidth()
    {
        Span[] spans =
        [
            Span("a", "", "gateway", "POST", length: 50),
            Span("b", "a", "ingest", "store", start: 5, length: 20),
            Span("c", "a", "ingest", "publish", start: 30, length: 4),
            Span("d", "c", "subscriber", "receive", start: 40, length: 1),
        ];

        var lines = TraceLines.Render(TraceTree.Build(spans), 80, spans[3]).ToList();

        Assert.All(lines, line => Assert.Equal(80, line.Length));
        Assert.StartsWith("gateway: POST ", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("├─ ingest: store ", lines[2], StringComparison.Ordinal);
        Assert.EndsWith("5.0 ms     20.0 ms", lines[2], StringComparison.Ordinal);
        Assert.StartsWith("└─ ingest: publish ", lines[3], StringComparison.Ordinal);
        Assert.StartsWith("   └─ subscriber: receive  <- first delivery", lines[4], StringComparison.Ordinal);
    }

    [Fact]
    public void Render_FoldedSteps_AreCounted()
    {
        Span[] spans = [Span("a", ""), Span("b", "a", name: "x", start: 1), Span("c", "a", name: "x", start: 2), Span("d", "a", name: "x", start: 3)];

        var lines = TraceLines.Render(TraceTree.Condense(TraceTree.Build(spans), null), 80).ToList();

        Assert.Equal(4, lines.Count);
        Assert.StartsWith("├─ s: x ", lines[2], StringComparison.Ordinal);
        Assert.StartsWith("└─ 2 more like it ", lines[3], StringComparison.Ordinal);
    }

    [Fact]
    public void Render_LongName_IsCut()
    {
        var lines = TraceLines.Render(TraceTree.Build([Span("a", "", name: new string('x', 200))]), 80).ToList();

        Assert.Equal(80, lines[1].Length);
        Assert.Contains('…', lines[1]);
    }
}
