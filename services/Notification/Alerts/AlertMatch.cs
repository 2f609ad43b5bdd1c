using Truceline.Notification.V1;

namespace Truceline.Notification.Alerts;

/// <summary>Whether a subscriber wants an alert. Pure.</summary>
internal static class AlertMatch
{
    /// <summary>
    /// Whether every list of the filter that is not empty names the alert. A claim belongs to no agreement, so a filter that names
    /// agreements wants none. Case counts.
    /// </summary>
    internal static bool Matches(AlertFilter? filter, Alert alert) =>
        filter is null
        || ((filter.Subjects.Count == 0 || filter.Subjects.Contains(alert.Subject))
            && (filter.AgreementIds.Count == 0 || filter.AgreementIds.Contains(AlertTypes.AgreementOf(alert)))
            && (filter.Classes.Count == 0 || filter.Classes.Any(pattern => MatchesClass(pattern, alert.Class))));

    private static bool MatchesClass(string pattern, string @class) => pattern.EndsWith('*')
        ? @class.StartsWith(pattern[..^1], StringComparison.Ordinal)
        : string.Equals(pattern, @class, StringComparison.Ordinal);
}
