using Google.Protobuf;
using Truceline.Notification.V1;
using Truceline.ServiceDefaults.Events;

namespace Truceline.Notification.Alerts;

/// <summary>What an alert says of itself. Pure.</summary>
internal static class AlertTypes
{
    /// <summary>Word for the happening: <c>incident.opened</c>, <c>incident.updated</c>, <c>incident.cancelled</c>, <c>obligation.changed</c>, <c>claim.extracted</c> or <c>claim.withdrawn</c>.</summary>
    internal static string TypeOf(Alert alert) => alert.ContentCase switch
    {
        Alert.ContentOneofCase.Incident => alert.MessageType switch
        {
            MessageType.Alert => "incident.opened",
            MessageType.Cancel => "incident.cancelled",
            _ => "incident.updated",
        },
        Alert.ContentOneofCase.Obligation => "obligation.changed",
        _ => alert.MessageType == MessageType.Cancel ? "claim.withdrawn" : "claim.extracted",
    };

    /// <summary>The agreement that it belongs to; empty for claims, which belong to none.</summary>
    internal static string AgreementOf(Alert alert) => alert.ContentCase switch
    {
        Alert.ContentOneofCase.Incident => alert.Incident.AgreementId,
        Alert.ContentOneofCase.Obligation => alert.Obligation.AgreementId,
        _ => "",
    };

    /// <summary>The content hash that is its id: of what happened and to what, so that the same event never makes a second alert.</summary>
    internal static string IdOf(Alert alert) => ContentHash.Of(TypeOf(alert), alert.SubjectId, JsonFormatter.Default.Format(ContentOf(alert)));

    /// <summary>The id of an alert that says the same as others of its likeness: the first of them is the only one.</summary>
    internal static string IdOf(Alert alert, string likeness) => ContentHash.Of(TypeOf(alert), likeness);

    private static IMessage ContentOf(Alert alert) => alert.ContentCase switch
    {
        Alert.ContentOneofCase.Incident => alert.Incident,
        Alert.ContentOneofCase.Obligation => alert.Obligation,
        _ => alert.Claim,
    };
}
