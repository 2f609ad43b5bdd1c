using System.Globalization;
using Truceline.Notification.V1;
using Truceline.Type.V1;

namespace Truceline.Notification.Alerts;

/// <summary>From days to urgency. Days are compared as dates in UTC. Pure.</summary>
internal static class Recency
{
    private const int ExpectedDays = 7;

    /// <summary>
    /// Urgency of what happened: <c>Immediate</c> up to and including the day after its last day, <c>Expected</c> for a week after it,
    /// <c>Past</c> later, <c>Unknown</c> without a date.
    /// </summary>
    internal static Urgency OfHappening(string? lastDay, DateOnly today) => Parse(lastDay) is not { } day
        ? Urgency.Unknown
        : (today.DayNumber - day.DayNumber) switch
        {
            <= 1 => Urgency.Immediate,
            <= ExpectedDays => Urgency.Expected,
            _ => Urgency.Past,
        };

    /// <summary>
    /// Urgency of what is to be done: <c>Expected</c> when its last day is at most a week ahead, <c>Future</c> when it is further,
    /// <c>Past</c> after it, <c>Unknown</c> without a date.
    /// </summary>
    internal static Urgency OfDeadline(string? lastDay, DateOnly today) => Parse(lastDay) is not { } day
        ? Urgency.Unknown
        : (day.DayNumber - today.DayNumber) switch
        {
            < 0 => Urgency.Past,
            <= ExpectedDays => Urgency.Expected,
            _ => Urgency.Future,
        };

    /// <summary>Certainty that follows from whether it happened.</summary>
    internal static Certainty OfVerification(Verification? verification) => verification switch
    {
        Verification.Verified => Certainty.Observed,
        Verification.Corroborated => Certainty.Likely,
        Verification.Unverified => Certainty.Possible,
        _ => Certainty.Unknown,
    };

    private static DateOnly? Parse(string? day) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed) ? parsed : null;
}
