using Truceline.Entity.V1;
using Truceline.ServiceDefaults.Erasure;
using Truceline.ServiceDefaults.Events;

namespace Truceline.Entity.Happenings;

/// <summary>What is kept of where a report came from. The keys are digests: they tell whether two are the same, and name nobody.</summary>
/// <param name="Key">Who wrote it: agency, byline or outlet; empty when unknown.</param>
/// <param name="Agency">The agency that it names; empty when none.</param>
/// <param name="StoryId">The story whose text it carries; empty when not told.</param>
/// <param name="ChainId">The report of which it is a version; empty when not told.</param>
/// <param name="Outlet">Outlet or agency, as it is shown; empty when unknown or erased.</param>
/// <param name="Day">Day to which its relative dates refer.</param>
internal sealed record ReportOrigin(string Key, string Agency, string StoryId, string ChainId, string Outlet, DateOnly Day)
{
    /// <summary>The digest by which two names are told to be the same; empty for none.</summary>
    internal static string DigestOf(string name) => name.Length == 0 ? "" : ContentHash.Of("origin", ErasedWords.HashOf(name))[..39];
}

/// <summary>By what it is judged whether two claims are independent of each other. Digests; empty where unknown.</summary>
/// <param name="Cited">Whom the claim cites.</param>
/// <param name="Report">Where its report came from.</param>
internal sealed record ClaimOrigin(string Cited, ReportOrigin Report)
{
    /// <summary>Whether anything is known of who says it.</summary>
    internal bool IsKnown => Cited.Length > 0 || Report.Key.Length > 0 || Report.StoryId.Length > 0;

    /// <summary>The origin of a claim: the innermost one who is cited, and the report's.</summary>
    internal static ClaimOrigin Of(Claim claim, ReportOrigin report) => new(ReportOrigin.DigestOf(WhoIsCited(claim)), report);

    /// <summary>Who says a claim, as it is shown: also those without a name ("a regional governor"), who may be anybody and count for no origin of their own; empty when nobody.</summary>
    internal static string WhoSays(Claim claim) => claim.Chain is [{ Source: null, Name: { Length: > 0 } unnamed }, ..] ? unnamed : WhoIsCited(claim);

    /// <summary>Whom a claim cites by name; empty when nobody.</summary>
    internal static string WhoIsCited(Claim claim)
    {
        var first = claim.Chain.Count > 0 ? claim.Chain[0].Source?.Name : null;
        return first is { Length: > 0 } ? first : claim.Source?.Name is { Length: > 0 } source ? source : claim.Speaker?.Name ?? "";
    }
}
