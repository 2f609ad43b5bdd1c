using Google.Protobuf.WellKnownTypes;
using Truceline.Entity.V1;
using Truceline.Notification.V1;
using Truceline.Type.V1;

namespace Truceline.Notification.Alerts;

/// <summary>Alerts on claims, inside or outside every zone. Pure.</summary>
internal static class ClaimAlerts
{
    /// <summary>The alert that a claim gives.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="now">The present, UTC.</param>
    /// <param name="likeness">What like claims of copies share (<see cref="ClaimLikeness"/>), so that they give one alert; null when the claim gives its own.</param>
    /// <param name="type"><c>Update</c> when an analyst put the claim right, <c>Cancel</c> when it counts no longer.</param>
    internal static Alert Compose(Claim claim, DateTimeOffset now, string? likeness = null, MessageType type = MessageType.Alert)
    {
        var rating = Rate(claim, DateOnly.FromDateTime(now.UtcDateTime));
        var words = (type == MessageType.Cancel ? "withdrawn: " : "") + Headline.Words(claim.Class);
        var alert = new Alert
        {
            MessageType = type,
            Subject = Subject.Claim,
            SubjectId = claim.Id,
            Class = claim.Class,
            Headline = Headline.Of(string.IsNullOrWhiteSpace(claim.Evidence?.Quote) ? words : $"{words}: {claim.Evidence.Quote}"),
            Urgency = rating.Urgency,
            Severity = rating.Severity,
            Certainty = rating.Certainty,
            SentTime = Timestamp.FromDateTimeOffset(now),
            Claim = claim,
        };
        alert.Id = likeness is null ? AlertTypes.IdOf(alert) : AlertTypes.IdOf(alert, likeness);
        return alert;
    }

    /// <summary>
    /// An event is as urgent as it is recent (<see cref="Recency.OfHappening"/>; <c>Past</c> when told as history); it is <c>Extreme</c> when
    /// people were killed, <c>Severe</c> when it is an assault, else <c>Moderate</c>. A commitment is as urgent as its deadline; commitments,
    /// denials and statements are <c>Minor</c>: a promise is never a deed. Certainty follows the credibility of the information (1 observed,
    /// 2 likely, 3 possible, 4 and 5 unlikely, 6 unknown); what is only planned, promised, possible or conditional is at best <c>Possible</c>,
    /// what is negated or denied <c>Unknown</c>.
    /// </summary>
    internal static CapRating Rate(Claim claim, DateOnly today) => new(UrgencyOf(claim, today), SeverityOf(claim), CertaintyOf(claim));

    private static Urgency UrgencyOf(Claim claim, DateOnly today) => claim switch
    {
        { Mode: AssertionMode.Historical } => Urgency.Past,
        { Kind: ClaimKind.Commitment } => Recency.OfDeadline(claim.Deadline?.EndDate, today),
        _ => Recency.OfHappening(claim.Date?.EndDate, today),
    };

    private static Severity SeverityOf(Claim claim) => claim switch
    {
        { Kind: not ClaimKind.Event } or { Mode: AssertionMode.Negated } => Severity.Minor,
        _ when Casualties.Killed(claim.Quantities) => Severity.Extreme,
        _ when claim.Class == "assault" || claim.Class.StartsWith("assault_", StringComparison.Ordinal) => Severity.Severe,
        _ => Severity.Moderate,
    };

    private static Certainty CertaintyOf(Claim claim)
    {
        if (claim.Kind == ClaimKind.Denial || claim.Mode == AssertionMode.Negated)
        {
            return Certainty.Unknown;
        }

        var certainty = claim.Credibility switch
        {
            InformationCredibility.Confirmed => Certainty.Observed,
            InformationCredibility.ProbablyTrue => Certainty.Likely,
            InformationCredibility.PossiblyTrue => Certainty.Possible,
            InformationCredibility.Doubtful or InformationCredibility.Improbable => Certainty.Unlikely,
            _ => Certainty.Unknown,
        };
        var open = claim.Mode is AssertionMode.Planned or AssertionMode.Promised or AssertionMode.Hypothetical or AssertionMode.Conditional;
        return open && certainty is (Certainty.Observed or Certainty.Likely) ? Certainty.Possible : certainty;
    }
}
