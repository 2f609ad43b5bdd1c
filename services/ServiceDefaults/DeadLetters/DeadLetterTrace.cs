using System.Diagnostics;
using Truceline.ServiceDefaults.Events;
using Truceline.ServiceDefaults.Telemetry;

namespace Truceline.ServiceDefaults.DeadLetters;

/// <summary>Spans of replays.</summary>
internal static class DeadLetterTrace
{
    /// <summary>
    /// Begins the trace of a replay, with a link to the trace of the event and one to the operator's call. What the replay causes hangs
    /// under it. Call it where nothing after it needs the caller's span.
    /// </summary>
    internal static Activity? Start(DeadLetter letter)
    {
        var links = new List<ActivityLink>();
        if (ActivityContext.TryParse(letter.TraceParent, null, isRemote: true, out var cause))
        {
            links.Add(new ActivityLink(cause));
        }

        if (Activity.Current is { } call)
        {
            links.Add(new ActivityLink(call.Context));
        }

        Activity.Current = null;
        var activity = ServiceTelemetry.Source.StartActivity($"replay {letter.Topic}", ActivityKind.Consumer, default(ActivityContext), links: links);
        activity?.SetTag(TelemetryNames.Topic, letter.Topic);
        activity?.SetTag(TelemetryNames.MessageId, letter.EventId);
        return activity;
    }
}
