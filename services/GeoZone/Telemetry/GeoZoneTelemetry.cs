using System.Diagnostics.Metrics;
using Truceline.GeoZone.Detection;
using Truceline.ServiceDefaults.Telemetry;

namespace Truceline.GeoZone.Telemetry;

/// <summary>What GeoZone measures of itself.</summary>
internal static class GeoZoneTelemetry
{
    /// <summary>Counter, {incident}: versions of incidents that were made, by <see cref="Change"/>. Those of a transaction that was repeated count again.</summary>
    public const string IncidentChanges = "truceline.geozone.incident_changes";

    /// <summary>Attribute: "opened" or "updated".</summary>
    public const string Change = "truceline.incident.change";

    private static readonly Meter Meter = new(TelemetryNames.Source);
    private static readonly Counter<long> Incidents = Meter.CreateCounter<long>(IncidentChanges, "{incident}");

    public static void Count(IncidentChange change) =>
        Incidents.Add(1, new KeyValuePair<string, object?>(Change, change.IsNew ? "opened" : "updated"));
}
