using Google.Protobuf.WellKnownTypes;
using Truceline.GeoZone.V1;
using Truceline.Notification.V1;
using Truceline.Type.V1;

namespace Truceline.Notification.Alerts;

/// <summary>Alerts on incidents. Pure.</summary>
internal static class IncidentAlerts
{
    /// <summary>The alert that an incident gives.</summary>
    /// <param name="incident">The incident as it is now.</param>
    /// <param name="type"><c>Alert</c> when it was opened, <c>Update</c> when it changed, <c>Cancel</c> when what it rested on was withdrawn.</param>
    /// <param name="now">The present, UTC.</param>
    internal static Alert Compose(Incident incident, MessageType type, DateTimeOffset now)
    {
        var rating = Rate(incident, DateOnly.FromDateTime(now.UtcDateTime));
        var alert = new Alert
        {
            MessageType = type,
            Subject = Subject.Incident,
            SubjectId = incident.Id,
            Class = incident.Class,
            Headline = Headline.Of(incident.Summary, $"{Headline.Words(incident.Class)} at {incident.Place?.Name ?? "a place not known"}"),
            Urgency = rating.Urgency,
            Severity = rating.Severity,
            Certainty = rating.Certainty,
            SentTime = Timestamp.FromDateTimeOffset(now),
            Incident = incident,
        };
        alert.Id = AlertTypes.IdOf(alert);
        return alert;
    }

    /// <summary>
    /// Urgency by the age of what happened (<see cref="Recency.OfHappening"/>). Severity: <c>Extreme</c> when people were killed,
    /// <c>Severe</c> for a ceasefire violation, <c>Moderate</c> for the other kinds. Certainty by verification
    /// (<see cref="Recency.OfVerification"/>), but no better than <c>Possible</c> when place, time or doer leave the breach open.
    /// </summary>
    internal static CapRating Rate(Incident incident, DateOnly today) => new(
        Recency.OfHappening(incident.Date?.EndDate, today),
        SeverityOf(incident),
        CertaintyOf(incident));

    private static Severity SeverityOf(Incident incident) => incident.Kind switch
    {
        _ when Casualties.Killed(incident.Quantities) => Severity.Extreme,
        IncidentKind.CeasefireViolation => Severity.Severe,
        IncidentKind.WeaponInViolation or IncidentKind.FreedomOfMovementRestriction => Severity.Moderate,
        _ => Severity.Unknown,
    };

    private static Certainty CertaintyOf(Incident incident)
    {
        var certainty = Recency.OfVerification(incident.Verdict?.Verification);
        var open = incident.Verdict?.Compliance == Compliance.PossiblyViolated;
        return open && certainty is (Certainty.Observed or Certainty.Likely) ? Certainty.Possible : certainty;
    }
}
