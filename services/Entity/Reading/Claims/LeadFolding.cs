using System.Collections.Frozen;
using Truceline.Entity.Reading.Claims.Grammar;

namespace Truceline.Entity.Reading.Claims;

/// <summary>Drops what the first sentence sums up when a later one tells the same more fully.</summary>
internal static class LeadFolding
{
    private static readonly FrozenSet<string> Heads = Words.Set(
        "zone corridor buffer road roads route routes bridge prisoners fighters weapons weaponry artillery fighting ceasefire truce hostilities assault offensive attack action "
        + "pact accord agreement deal talks patrols posts");

    private static readonly FrozenSet<string> Attacks = Words.Set("assault offensive attack action");

    /// <summary>The claims without those of the lead that a later one repeats.</summary>
    /// <param name="claims">The claims in order, and whether they stand in the lead.</param>
    /// <param name="text">The text that their evidence is cut from.</param>
    public static IReadOnlyList<ClaimDraft> Fold(IReadOnlyList<(ClaimDraft Claim, bool IsLead)> claims, string text)
    {
        var later = claims.Where(c => !c.IsLead).Select(c => c.Claim).ToList();
        return claims.Where(c => !c.IsLead || !later.Exists(l => Repeats(c.Claim, l, text))).Select(c => c.Claim).ToList();
    }

    private static bool Repeats(ClaimDraft lead, ClaimDraft later, string text)
    {
        if (lead.Kind != later.Kind || lead.Class != later.Class || lead.Kind is ClaimKind.Statement)
            return false;
        // There may be many attacks in a day, but hardly two agreements.
        if (lead.Kind is ClaimKind.Event && lead.Class is not (ClaimClasses.Agreement or ClaimClasses.Meeting))
            return false;
        if (lead.Place is not null && later.Place is not null && lead.Place != later.Place)
            return false;
        if (lead.Date is not null && later.Date is not null && lead.Date.Value != later.Date.Value)
            return false;
        var common = HeadsOf(lead, text);
        common.IntersectWith(HeadsOf(later, text));
        return common.Count > 0;
    }

    private static HashSet<string> HeadsOf(ClaimDraft claim, string text) =>
        claim.Evidence.Of(text).ToLowerInvariant().Split([' ', ',', '\'', '"', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Where(Heads.Contains).Select(w => Attacks.Contains(w) ? "attack" : w).ToHashSet(StringComparer.Ordinal);
}
