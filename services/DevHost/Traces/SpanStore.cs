using System.Diagnostics.CodeAnalysis;

namespace Truceline.DevHost.Traces;

/// <summary>Part of a span (OpenTelemetry's span kinds).</summary>
internal enum SpanKind
{
    /// <summary>Not said.</summary>
    Unspecified,

    /// <summary>Work inside a process.</summary>
    Internal,

    /// <summary>A call that was answered.</summary>
    Server,

    /// <summary>A call that was made.</summary>
    Client,

    /// <summary>A message that was sent.</summary>
    Producer,

    /// <summary>A message that was received.</summary>
    Consumer,
}

/// <summary>One step of a trace.</summary>
/// <param name="TraceId">32 hexadecimal digits.</param>
/// <param name="SpanId">16 hexadecimal digits.</param>
/// <param name="ParentId">Span id of the parent; empty for the root.</param>
/// <param name="Service">service.name of the process.</param>
/// <param name="Name">Name of the step.</param>
/// <param name="Kind">Its part.</param>
/// <param name="Start">When it began, UTC.</param>
/// <param name="Duration">How long it took.</param>
/// <param name="Failed">Whether its status is an error.</param>
/// <param name="Attributes">Its attributes, as text.</param>
internal sealed record Span(
    string TraceId, string SpanId, string ParentId, string Service, string Name, SpanKind Kind, DateTimeOffset Start, TimeSpan Duration,
    bool Failed, IReadOnlyDictionary<string, string> Attributes)
{
    /// <summary>When it ended, UTC.</summary>
    internal DateTimeOffset End => Start + Duration;

    /// <summary>An attribute; empty when it is not there.</summary>
    internal string Attribute(string name) => Attributes.GetValueOrDefault(name, "");
}

/// <summary>
/// Spans by trace, the newest traces only. Safe for several threads.
/// </summary>
/// <param name="capacity">Most spans that are kept; the oldest traces go first. Default 50,000.</param>
internal sealed class SpanStore(int capacity = 50_000)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Dictionary<string, Span>> _traces = [];
    private readonly Queue<string> _order = new();
    private int _count;

    /// <summary>Adds a span. The same span again changes nothing.</summary>
    internal void Add(Span span)
    {
        lock (_lock)
        {
            if (!_traces.TryGetValue(span.TraceId, out var trace))
            {
                _traces[span.TraceId] = trace = [];
                _order.Enqueue(span.TraceId);
            }

            if (trace.TryAdd(span.SpanId, span))
            {
                _count++;
            }

            while (_count > capacity && _order.Count > 1 && _traces.Remove(_order.Dequeue(), out var oldest))
            {
                _count -= oldest.Count;
            }
        }
    }

    /// <summary>The spans of a trace by their start; none when it is unknown.</summary>
    internal IReadOnlyList<Span> Trace(string traceId)
    {
        lock (_lock)
        {
            return _traces.TryGetValue(traceId, out var trace) ? [.. trace.Values.OrderBy(s => s.Start)] : [];
        }
    }

    /// <summary>The first span that fits, in the order of arrival of traces.</summary>
    internal bool TryFind(Func<Span, bool> fits, [NotNullWhen(true)] out Span? found)
    {
        lock (_lock)
        {
            found = _order.SelectMany(id => _traces[id].Values).FirstOrDefault(fits);
            return found is not null;
        }
    }
}
