using System.Diagnostics;

namespace Truceline.Testing;

/// <summary>A sampled W3C trace context to begin a test's trace with.</summary>
public static class TestTrace
{
    /// <summary>A new trace: its id and the traceparent to send.</summary>
    public static (ActivityTraceId Id, string TraceParent) Begin()
    {
        var trace = ActivityTraceId.CreateRandom();
        return (trace, $"00-{trace}-{ActivitySpanId.CreateRandom()}-01");
    }
}
