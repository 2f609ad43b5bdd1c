using System.Diagnostics;
using Truceline.DevSidecar.Publishing;

namespace Truceline.DevSidecar.Telemetry;

/// <summary>The trace context that an event carries.</summary>
internal readonly record struct EventTrace(string TraceParent, string TraceState)
{
    public static EventTrace Of(CloudEventEnvelope cloudEvent) => new(
        cloudEvent.Text(CloudEventFields.TraceParent) ?? cloudEvent.Text(CloudEventFields.TraceId) ?? "",
        cloudEvent.Text(CloudEventFields.TraceState) ?? "");

    /// <summary>The publisher's span, or the default (a trace of its own) when the event carries none that can be read.</summary>
    public ActivityContext Parent =>
        ActivityContext.TryParse(TraceParent, TraceState.Length > 0 ? TraceState : null, isRemote: true, out var context) ? context : default;

    /// <summary>What is sent to the app: the delivery's span when there is one, else what the event carries.</summary>
    public IEnumerable<(string Name, string Value)> HeadersUnder(Activity? span)
    {
        if ((span?.Id ?? TraceParent) is { Length: > 0 } traceParent)
            yield return (CloudEventFields.TraceParent, traceParent);
        if (TraceState.Length > 0)
            yield return (CloudEventFields.TraceState, TraceState);
    }
}
