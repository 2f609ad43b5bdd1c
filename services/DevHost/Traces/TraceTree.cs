namespace Truceline.DevHost.Traces;

/// <summary>A step of a trace with the steps that it caused.</summary>
/// <param name="Span">The step.</param>
/// <param name="Children">What it caused, by start.</param>
/// <param name="Folded">Steps beside it that look the same and are not shown, with all below them.</param>
internal sealed record TraceNode(Span Span, IReadOnlyList<TraceNode> Children, IReadOnlyList<Span> Folded)
{
    /// <summary>The step and everything below it that is not folded.</summary>
    internal IEnumerable<Span> All() => Children.SelectMany(c => c.All()).Prepend(Span);
}

/// <summary>Makes the tree of a trace. Pure.</summary>
internal static class TraceTree
{
    /// <summary>The whole tree; a span whose parent is not there is a root.</summary>
    internal static IReadOnlyList<TraceNode> Build(IReadOnlyList<Span> spans)
    {
        var known = spans.Select(s => s.SpanId).ToHashSet();
        var children = spans.ToLookup(s => known.Contains(s.ParentId) && s.ParentId != s.SpanId ? s.ParentId : "");
        return Below("");

        IReadOnlyList<TraceNode> Below(string parent) =>
            [.. children[parent].OrderBy(s => s.Start).Select(s => new TraceNode(s, Below(s.SpanId), []))];
    }

    /// <summary>
    /// The tree for people: a call and its answer in another process are one step, the calls to and from the sidecar that carry an event are left
    /// out beside the event's own steps, and of steps side by side that look the same only one is shown, that which leads to
    /// <paramref name="target"/> or else the first.
    /// </summary>
    internal static IReadOnlyList<TraceNode> Condense(IReadOnlyList<TraceNode> nodes, Span? target)
    {
        var merged = nodes.SelectMany(WithoutCarrier).Select(MergeCall).OrderBy(n => n.Span.Start).ToList();
        return [.. from node in merged
                   group node by (node.Span.Service, node.Span.Name, To: Receiver(node)) into alike
                   let shown = alike.FirstOrDefault(n => target is not null && n.All().Contains(target)) ?? alike.First()
                   orderby shown.Span.Start
                   select new TraceNode(
                       shown.Span, Condense(shown.Children, target), [.. alike.Where(n => n != shown).Select(n => n.Span)])];
    }

    /// <summary>The span of the first delivery: the earliest that <paramref name="service"/> received; null when there was none.</summary>
    internal static Span? FirstReceivedBy(string service, IReadOnlyList<Span> spans) =>
        spans.Where(s => s.Service == service).MinBy(s => s.Start);

    private static IEnumerable<TraceNode> WithoutCarrier(TraceNode node) =>
        IsCarrier(node) && node.Children.Count > 0
            ? node.Children.SelectMany(WithoutCarrier)
            : [node];

    private static TraceNode MergeCall(TraceNode node) =>
        node.Span.Kind == SpanKind.Client && node.Children is [{ } answer] && answer.Span.Kind == SpanKind.Server && !IsCarrier(answer) ? answer : node;

    private static string Receiver(TraceNode node) =>
        node is { Span.Kind: SpanKind.Client, Children: [var answer, ..] } ? answer.Span.Service : "";

    private static bool IsCarrier(TraceNode node) => node.Span.Name.Contains("dapr.proto.runtime.v1.", StringComparison.Ordinal);
}
