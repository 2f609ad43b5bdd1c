namespace Truceline.ServiceDefaults.Events;

/// <summary>Topics of the house, each with the event that it carries (protos in <c>truceline/events/v1</c>).</summary>
public static class Topics
{
    /// <summary><c>ReportAccepted</c>, by Ingest: a report was accepted for the first time.</summary>
    public const string ReportAccepted = "report.accepted";

    /// <summary><c>ReportRevised</c>, by Ingest: a later version of a report was accepted.</summary>
    public const string ReportRevised = "report.revised";

    /// <summary><c>StoryMerged</c>, by Ingest: two stories turned out to be one.</summary>
    public const string StoryMerged = "story.merged";

    /// <summary><c>ReportErased</c>, by Ingest: texts of reports were erased.</summary>
    public const string ReportErased = "report.erased";

    /// <summary><c>PositionObserved</c>, by Ingest: positions were received for the first time.</summary>
    public const string PositionObserved = "position.observed";

    /// <summary><c>ClaimsExtracted</c>, by Entity: a report was read.</summary>
    public const string ClaimsExtracted = "claims.extracted";

    /// <summary><c>ClaimsWithdrawn</c>, by Entity: claims count no longer.</summary>
    public const string ClaimsWithdrawn = "claims.withdrawn";

    /// <summary><c>EntityMerged</c>, by Entity: two entities are one.</summary>
    public const string EntityMerged = "entity.merged";

    /// <summary><c>EntityCorrected</c>, by Entity: entities were split, renamed, retyped or rejected, or a correction was reverted.</summary>
    public const string EntityCorrected = "entity.corrected";

    /// <summary><c>IncidentOpened</c>, by GeoZone: an incident became known.</summary>
    public const string IncidentOpened = "incident.opened";

    /// <summary><c>IncidentUpdated</c>, by GeoZone: more became known of an incident.</summary>
    public const string IncidentUpdated = "incident.updated";

    /// <summary><c>IncidentCancelled</c>, by GeoZone: what an incident rested on was withdrawn.</summary>
    public const string IncidentCancelled = "incident.cancelled";

    /// <summary><c>ObligationChanged</c>, by GeoZone: the state of a term, or what it rests on, changed.</summary>
    public const string ObligationChanged = "obligation.changed";

    /// <summary><c>ZoneChanged</c>, by GeoZone: zones of an agreement are new, changed or gone.</summary>
    public const string ZoneChanged = "zone.changed";

    /// <summary><c>TrackTransitioned</c>, by GeoZone: what objects did with respect to zones and fences became known, changed or was overturned.</summary>
    public const string TrackTransitioned = "track.transitioned";

    /// <summary>Where an app's undeliverable events of a topic go; each app has its own, so that a replay reaches it alone.</summary>
    public static string DeadLettersOf(string topic, string appId) => $"dead.{appId}.{topic}";
}
