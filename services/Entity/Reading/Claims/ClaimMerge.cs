namespace Truceline.Entity.Reading.Claims;

/// <summary>Puts together what the parts of a sentence assert and what its clauses tell by the families of rules: one stretch of text makes one claim.</summary>
internal static class ClaimMerge
{
    /// <summary>The claims of a sentence.</summary>
    public static List<ClaimDraft> Of(IReadOnlyList<ClaimDraft> parts, IReadOnlyList<ClaimDraft> clauses)
    {
        var kept = new List<ClaimDraft>();
        foreach (var claim in parts.Concat(clauses))
        {
            if (!kept.Exists(k => Shared(k.Evidence, claim.Evidence) * 2 > Math.Min(k.Evidence.Length, claim.Evidence.Length)))
                kept.Add(claim);
        }
        return kept;
    }

    private static int Shared(TextSpan a, TextSpan b) => Math.Max(0, Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start));
}
