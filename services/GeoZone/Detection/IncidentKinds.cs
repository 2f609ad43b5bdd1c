using Truceline.GeoZone.V1;

namespace Truceline.GeoZone.Detection;

/// <summary>The kind of incident (OSCE SMM) that a class of claim makes.</summary>
internal static class IncidentKinds
{
    public static IncidentKind Of(string claimClass) => claimClass switch
    {
        "restrict_movement" or "detain" => IncidentKind.FreedomOfMovementRestriction,
        "mobilize_troops" or "mobilize_weapons" or "deploy_weapons" => IncidentKind.WeaponInViolation,
        _ => IncidentKind.CeasefireViolation,
    };
}
