using Google.Protobuf.WellKnownTypes;
using Truceline.GeoZone.V1;
using Truceline.GeoZone.Verdicts;
using Truceline.GeoZone.Zones;
using Truceline.Type.V1;

namespace Truceline.GeoZone.Obligations;

/// <summary>Decides the state of a term on a day from what is known of it. Silence is never compliance.</summary>
internal static class ObligationEvaluator
{
    /// <param name="agreementId">The agreement.</param>
    /// <param name="term">The term.</param>
    /// <param name="evidence">Every claim that bears on it, in any order; what lies after <paramref name="asOf"/> is left out.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="known">When this is known, UTC.</param>
    public static ObligationState Evaluate(
        string agreementId, Obligation term, IReadOnlyList<TermEvidence> evidence, DateOnly asOf, DateTimeOffset known)
    {
        var facts = new TermFacts(term, evidence, asOf);
        var decisive = facts.Breaks.Count > 0 ? facts.Breaks : facts.Fulfils;
        var verdict = new Verdict
        {
            Compliance = ComplianceOf(term, facts),
            Verification = VerdictRules.Verify(decisive.Select(e => e.Claim.Origin), decisive.Any(e => e.IsByVerifier), facts.IsContradicted),
            Attribution = VerdictRules.Attribute(decisive.Select(e => e.PartyIds)),
        };
        return new()
        {
            AgreementId = agreementId,
            Obligation = term,
            AsOfDate = DayRange.Text(asOf),
            Verdict = verdict,
            Implementation = ImplementationOf(term, facts),
            Evidence = { facts.All.Select(e => e.Claim.ToReference(e.Bearing)) },
            Reason = ReasonText.Of(term, facts, verdict),
            KnownTime = known.ToTimestamp(),
        };
    }

    private static Compliance ComplianceOf(Obligation term, TermFacts facts)
    {
        if (facts.IsNotYetDue)
            return Compliance.NotYetDue;
        if (term.Modality is not (Modality.Duty or Modality.Prohibition))
            return Compliance.Undetermined;
        if (facts.Breaks.Count > 0)
            return facts.Breaks.Any(e => e.IsCertain) && facts.Fulfils.Count == 0 ? Compliance.Violated : Compliance.PossiblyViolated;
        return IsShownToBeKept(facts) ? Compliance.Compliant : Compliance.Undetermined;
    }

    /// <summary>A duty is kept when those whom the agreement names, or two independent origins, say that it was carried out.</summary>
    private static bool IsShownToBeKept(TermFacts facts) =>
        VerdictRules.Verify(facts.Fulfils.Where(e => e.IsCertain || e.IsByVerifier).Select(e => e.Claim.Origin), facts.Fulfils.Any(e => e.IsByVerifier), false)
            is Verification.Verified or Verification.Corroborated;

    private static ImplementationLevel ImplementationOf(Obligation term, TermFacts facts)
    {
        if (term.Modality != Modality.Duty || facts.Fulfils.Count == 0)
            return ImplementationLevel.Unspecified;
        if (facts.Breaks.Count > 0)
            return ImplementationLevel.Minimal;
        return facts.Fulfils.Any(e => e.IsByVerifier) ? ImplementationLevel.Complete
            : IsShownToBeKept(facts) ? ImplementationLevel.Intermediate
            : ImplementationLevel.Minimal;
    }
}
