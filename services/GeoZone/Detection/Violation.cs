using Truceline.GeoZone.Agreements;
using Truceline.GeoZone.Claims;
using Truceline.GeoZone.V1;
using Truceline.GeoZone.Zones;

namespace Truceline.GeoZone.Detection;

/// <summary>A claim that reports what a rule of a zone forbids.</summary>
/// <param name="Agreement">The agreement.</param>
/// <param name="Zone">The zone.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Claim">The claim.</param>
/// <param name="Place">Where it lies with respect to the zone: inside or possible.</param>
/// <param name="IsCertain">Whether place, time and doer are such that the rule is broken for certain, if the claim is true.</param>
internal sealed record Violation(PreparedAgreement Agreement, Zone Zone, ZoneRule Rule, ReceivedClaim Claim, PlaceFinding Place, bool IsCertain)
{
    public IncidentKind Kind => IncidentKinds.Of(Claim.Claim.Class);
}
