using Truceline.Notification.V1;

namespace Truceline.Notification.Alerts;

/// <summary>Tells the reports whose words an alert quotes. Pure.</summary>
internal static class AlertReports
{
    /// <summary>Ids of the reports.</summary>
    internal static IEnumerable<string> Of(Alert alert) => alert.ContentCase switch
    {
        Alert.ContentOneofCase.Claim => Named(alert.Claim.Evidence?.ReportId),
        Alert.ContentOneofCase.Incident => alert.Incident.Evidence.SelectMany(e => Named(e.Evidence?.ReportId)),
        Alert.ContentOneofCase.Obligation => alert.Obligation.Evidence.SelectMany(e => Named(e.Evidence?.ReportId)),
        _ => [],
    };

    private static IEnumerable<string> Named(string? reportId) => string.IsNullOrEmpty(reportId) ? [] : [reportId];
}
