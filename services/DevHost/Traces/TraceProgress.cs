namespace Truceline.DevHost.Traces;

/// <summary>
/// Tells from the spans of a trace whether everything that was set going has come to its end: each event that was published has been processed by
/// every service that listens to its topic. Pure.
/// </summary>
internal static class TraceProgress
{
    private const string Topic = "messaging.destination.name";
    private const string MessageId = "messaging.message.id";

    private static readonly string[] Notification = ["notification"];

    // Who listens to what (services/README.md).
    private static readonly Dictionary<string, string[]> Listeners = new()
    {
        ["report.accepted"] = ["entity"],
        ["report.revised"] = ["entity"],
        ["story.merged"] = ["entity", "geozone"],
        ["position.observed"] = ["geozone"],
        ["claims.extracted"] = ["geozone", "notification"],
        ["claims.withdrawn"] = ["geozone", "notification"],
        ["incident.opened"] = Notification,
        ["incident.updated"] = Notification,
        ["incident.cancelled"] = Notification,
        ["obligation.changed"] = Notification,
    };

    /// <summary>What is still under way, in words; empty when nothing is and the first event has been published.</summary>
    internal static IReadOnlyList<string> Outstanding(IReadOnlyList<Span> spans)
    {
        var published = spans.Where(s => s.Kind == SpanKind.Producer && s.Attribute(Topic).Length > 0).ToList();
        if (!published.Any(s => s.Attribute(Topic) == "claims.extracted"))
        {
            return ["claims.extracted to be published"];
        }

        var processed = spans
            .Where(s => s.Kind == SpanKind.Consumer && !s.Failed)
            .Select(s => (s.Service, s.Attribute(MessageId)))
            .ToHashSet();
        return [.. from span in published
                   from service in Listeners.GetValueOrDefault(span.Attribute(Topic), [])
                   where !processed.Contains((service, span.Attribute(MessageId)))
                   select $"{span.Attribute(Topic)} to be processed by {service}"];
    }
}
