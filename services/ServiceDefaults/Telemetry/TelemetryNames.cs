namespace Truceline.ServiceDefaults.Telemetry;

/// <summary>Names of spans, metrics and attributes, declared once. OpenTelemetry's semantic conventions come first.</summary>
public static class TelemetryNames
{
    /// <summary>Activity source and meter of the house.</summary>
    public const string Source = "Truceline";

    /// <summary>Counter, {event}: events handed to the broker, by <see cref="Topic"/>.</summary>
    public const string EventsPublished = "truceline.events.published";

    /// <summary>Counter, {attempt}: attempts to hand an event to the broker that failed, by <see cref="Topic"/>.</summary>
    public const string EventsPublishFailed = "truceline.events.publish_failed";

    /// <summary>Counter, {event}: events processed, by <see cref="Topic"/> and <see cref="Outcome"/> (processed, duplicate, retried, dropped).</summary>
    public const string EventsProcessed = "truceline.events.processed";

    /// <summary>Counter, {event}: events that ended among the dead letters, by <see cref="Topic"/>.</summary>
    public const string EventsDeadLettered = "truceline.events.dead_lettered";

    /// <summary>
    /// Gauge, {event}: dead letters that wait for an operator, by <see cref="Topic"/>. Counted in the database at least every 15 s; every
    /// replica of a service gives the same number, so take the largest, not the sum.
    /// </summary>
    public const string DeadLettersWaiting = "truceline.dead_letters.waiting";

    /// <summary>Counter, {event}: replays of dead letters, by <see cref="Topic"/> and <see cref="Outcome"/> (replayed, duplicate, failed).</summary>
    public const string DeadLettersReplayed = "truceline.dead_letters.replayed";

    /// <summary>Counter, {event}: dead letters that an operator discarded, by <see cref="Topic"/>.</summary>
    public const string DeadLettersDiscarded = "truceline.dead_letters.discarded";

    /// <summary>
    /// Gauge, {item}: refused items of documents that wait for an operator of Ingest. Counted in the database every 15 s; every replica gives the same
    /// number, so take the largest, not the sum.
    /// </summary>
    public const string RejectionsWaiting = "truceline.rejections.waiting";

    /// <summary>Attribute: the topic (semantic conventions for messaging).</summary>
    public const string Topic = "messaging.destination.name";

    /// <summary>Attribute: the event's id (semantic conventions for messaging).</summary>
    public const string MessageId = "messaging.message.id";

    /// <summary>Attribute: kind of broker (semantic conventions for messaging).</summary>
    public const string MessagingSystem = "messaging.system";

    /// <summary>Attribute: what became of an event.</summary>
    public const string Outcome = "truceline.outcome";

    /// <summary>Attribute: id of the report.</summary>
    public const string ReportId = "truceline.report.id";
}
