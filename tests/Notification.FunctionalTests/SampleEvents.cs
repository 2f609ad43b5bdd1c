using Truceline.Entity.V1;
using Truceline.Events.V1;
using Truceline.GeoZone.V1;
using Truceline.Type.V1;

namespace Truceline.Notification.FunctionalTests;

internal static class SampleEvents
{
    public static IncidentOpened Opened(string id = "sha256:incident-1") => new()
    {
        Incident = new Incident
        {
            Id = id,
            Version = 1,
            Kind = IncidentKind.CeasefireViolation,
            AgreementId = "river-accord",
            Class = "assault_artillery",
            Summary = "Shelling reported inside the zone",
            Verdict = new Verdict { Compliance = Compliance.Violated, Verification = Verification.Unverified },
        },
    };

    public static ClaimsExtracted Claims(params ReadOnlySpan<string> classes)
    {
        var claims = new ClaimsExtracted { ReportId = "sha256:report-1" };
        foreach (var @class in classes)
        {
            claims.Claims.Add(new Claim { Id = $"sha256:claim-{@class}", Kind = ClaimKind.Event, Class = @class });
        }

        return claims;
    }
}
