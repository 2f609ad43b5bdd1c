using Google.Protobuf.WellKnownTypes;
using Truceline.GeoZone.V1;
using Truceline.Notification.V1;
using Truceline.Type.V1;

namespace Truceline.Notification.Alerts;

/// <summary>Alerts on the states of terms. Pure.</summary>
internal static class ObligationAlerts
{
    /// <summary>The alert that a change of state gives.</summary>
    /// <param name="state">The state as it is now.</param>
    /// <param name="isFirst">Whether the term had no state before.</param>
    /// <param name="now">The present, UTC.</param>
    internal static Alert Compose(ObligationState state, bool isFirst, DateTimeOffset now)
    {
        var rating = Rate(state, DateOnly.FromDateTime(now.UtcDateTime));
        var term = state.Obligation;
        var compliance = state.Verdict?.Compliance ?? Compliance.Unspecified;
        var alert = new Alert
        {
            MessageType = isFirst ? MessageType.Alert : MessageType.Update,
            Subject = Subject.Obligation,
            SubjectId = $"{state.AgreementId}/{term.Id}",
            Class = term.Action,
            Headline = Headline.Of($"{Headline.Words(term.Action)} ({term.Id}): {WordsOf(compliance)}. {state.Reason}"),
            Urgency = rating.Urgency,
            Severity = rating.Severity,
            Certainty = rating.Certainty,
            SentTime = Timestamp.FromDateTimeOffset(now),
            Obligation = state,
        };
        alert.Id = AlertTypes.IdOf(alert);
        return alert;
    }

    /// <summary>
    /// A breach is rated as a happening of the day it was evaluated for: <c>Severe</c>, or <c>Moderate</c> when it is only possible, with the
    /// certainty of its verification, a possible one no better than <c>Possible</c>. What is not yet due is <c>Minor</c>, as urgent as its
    /// deadline, and <c>Observed</c>, since the calendar says so. What is kept is <c>Minor</c> and <c>Past</c>. Else nothing is known.
    /// </summary>
    internal static CapRating Rate(ObligationState state, DateOnly today)
    {
        var verified = Recency.OfVerification(state.Verdict?.Verification);
        return state.Verdict?.Compliance switch
        {
            Compliance.Violated => new(Recency.OfHappening(state.AsOfDate, today), Severity.Severe, verified),
            Compliance.PossiblyViolated => new(
                Recency.OfHappening(state.AsOfDate, today), Severity.Moderate, verified == Certainty.Unknown ? verified : Certainty.Possible),
            Compliance.NotYetDue => new(Recency.OfDeadline(state.Obligation.Deadline, today), Severity.Minor, Certainty.Observed),
            Compliance.Compliant => new(Urgency.Past, Severity.Minor, verified),
            _ => new(Urgency.Unknown, Severity.Unknown, Certainty.Unknown),
        };
    }

    private static string WordsOf(Compliance compliance) => compliance switch
    {
        Compliance.NotYetDue => "not yet due",
        Compliance.Compliant => "kept",
        Compliance.Violated => "broken",
        Compliance.PossiblyViolated => "possibly broken",
        _ => "cannot be told",
    };
}
