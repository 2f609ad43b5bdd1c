using Truceline.Entity.V1;

namespace Truceline.Entity.ClaimDesk;

/// <summary>A claim that is stored.</summary>
/// <param name="AsRead">As the reader had it.</param>
/// <param name="Corrections">Corrections of it, reverted ones too.</param>
internal sealed record KnownClaim(Claim AsRead, IReadOnlyList<ClaimCorrection> Corrections)
{
    /// <summary>As it counts.</summary>
    internal Claim Effective { get; } = ClaimReviews.Apply(AsRead, Corrections);

    /// <summary>What an analyst said of it.</summary>
    internal ReviewState State => Effective.Review?.State ?? ReviewState.Unspecified;
}

/// <summary>A claim as it is after a reading.</summary>
/// <param name="AsRead">As the reader has it.</param>
/// <param name="Effective">As it counts, with corrections.</param>
/// <param name="Before">The claim that it was before; null for a new one.</param>
/// <param name="Fields">Fields that are read otherwise than before; empty for a new one.</param>
internal sealed record ReadClaim(Claim AsRead, Claim Effective, KnownClaim? Before, IReadOnlyList<string> Fields)
{
    /// <summary>Whether the reader in use does not find it: it stays since an analyst confirmed it.</summary>
    internal bool IsKept => Effective.Review?.Kept == true;

    /// <summary>Whether whoever holds the claim must hear of it.</summary>
    internal bool IsNews => Before is null || Before.AsRead.Id != AsRead.Id || ClaimReviews.Differences(Before.Effective, Effective).Count > 0;
}

/// <summary>What a reading makes of the claims that were stored of a report.</summary>
/// <param name="Claims">All claims from now on.</param>
/// <param name="Gone">Those that no longer stand, each with the one in its place; null when none is.</param>
internal sealed record RereadingPlan(IReadOnlyList<ReadClaim> Claims, IReadOnlyList<(KnownClaim Claim, Claim? Replacement)> Gone);

/// <summary>Compares a reading with the claims of the one before: which are the same, which are new, which no longer stand, and what analysts keep. Pure.</summary>
internal static class Rereading
{
    /// <summary>Two claims of one kind that share so much of the shorter one's words are one claim read twice.</summary>
    private const double LeastOverlap = 0.5;

    /// <summary>Decides.</summary>
    /// <param name="known">What is stored.</param>
    /// <param name="read">What was read now.</param>
    internal static RereadingPlan Plan(IReadOnlyList<KnownClaim> known, IReadOnlyList<Claim> read)
    {
        var before = Match(known, read);
        var taken = before.Values.ToHashSet();
        var claims = read.Select(claim => Carry(claim, before.GetValueOrDefault(claim.Id))).ToList();
        var gone = new List<(KnownClaim, Claim?)>();
        foreach (var claim in known)
        {
            if (taken.Contains(claim))
            {
                var now = claims.First(c => c.Before == claim).AsRead;
                if (now.Id != claim.AsRead.Id)
                {
                    gone.Add((claim, now));
                }
            }
            else if (claim.State is ReviewState.Accepted or ReviewState.Edited)
            {
                var kept = claim.Effective.Clone();
                kept.Review.Kept = true;
                claims.Add(new ReadClaim(claim.AsRead, kept, claim, []));
            }
            else
            {
                gone.Add((claim, null));
            }
        }

        return new RereadingPlan(claims, gone);
    }

    private static ReadClaim Carry(Claim claim, KnownClaim? before) => before is null
        ? new ReadClaim(claim, claim.Clone(), null, [])
        : new ReadClaim(claim, ClaimReviews.Apply(claim, before.Corrections), before, ClaimReviews.Differences(before.AsRead, claim));

    // The same id first; of the rest those that share most words, each once.
    private static Dictionary<string, KnownClaim> Match(IReadOnlyList<KnownClaim> known, IReadOnlyList<Claim> read)
    {
        var found = known.Where(k => read.Any(r => r.Id == k.AsRead.Id)).ToDictionary(k => k.AsRead.Id, StringComparer.Ordinal);
        var taken = found.Values.ToHashSet();
        var pairs =
            from claim in read
            where !found.ContainsKey(claim.Id)
            from old in known
            where !taken.Contains(old) && old.AsRead.Kind == claim.Kind
            let overlap = Overlap(old.AsRead, claim)
            where overlap >= LeastOverlap
            orderby overlap descending, old.AsRead.Class == claim.Class descending, claim.Id, old.AsRead.Id
            select (claim, old);
        foreach (var (claim, old) in pairs.ToList())
        {
            if (!found.ContainsKey(claim.Id) && taken.Add(old))
            {
                found[claim.Id] = old;
            }
        }

        return found;
    }

    private static double Overlap(Claim a, Claim b)
    {
        var (x, y) = (a.Evidence?.Span, b.Evidence?.Span);
        if (x is null || y is null)
        {
            return 0;
        }

        var shared = Math.Max(0, Math.Min(x.End, y.End) - Math.Max(x.Start, y.Start));
        return (double)shared / Math.Max(1, Math.Min(x.End - x.Start, y.End - y.Start));
    }
}
