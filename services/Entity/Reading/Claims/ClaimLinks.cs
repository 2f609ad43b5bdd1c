namespace Truceline.Entity.Reading.Claims;

/// <summary>Ties promise, denial and deed of one matter to one another: what stands near and fits in kind.</summary>
internal static class ClaimLinks
{
    /// <summary>How far apart two claims on one matter may stand, in characters.</summary>
    private const int Farthest = 260;

    /// <summary>The claims with their ties, in the same order.</summary>
    /// <param name="claims">The claims of a text in order.</param>
    public static IReadOnlyList<ClaimDraft> Add(IReadOnlyList<ClaimDraft> claims)
    {
        var links = new Dictionary<int, List<ClaimLink>>();
        for (var i = 0; i < claims.Count; i++)
        {
            for (var j = i + 1; j < claims.Count && claims[j].Evidence.Start - claims[i].Evidence.End <= Farthest; j++)
            {
                if (Relation(claims[i], claims[j]) is { } forward)
                    Of(i).Add(new ClaimLink(forward, claims[j].Key));
                else if (Relation(claims[j], claims[i]) is { } back)
                    Of(j).Add(new ClaimLink(back, claims[i].Key));
            }
        }
        return links.Count == 0 ? claims : [.. claims.Select((c, i) => links.TryGetValue(i, out var own) ? c with { Links = own } : c)];

        List<ClaimLink> Of(int i) => links.TryGetValue(i, out var own) ? own : links[i] = [];
    }

    /// <summary>How one claim stands to another by their kinds; null when it does not.</summary>
    private static ClaimRelation? Relation(ClaimDraft from, ClaimDraft to)
    {
        if (to.Background || from.Background || to.Mode is AssertionMode.Historical || from.Mode is AssertionMode.Historical)
            return null;
        return (from.Kind, to.Kind) switch
        {
            (ClaimKind.Denial, ClaimKind.Event) => ClaimRelation.Denies,
            (ClaimKind.Denial, ClaimKind.Commitment) => ClaimRelation.SameMatter,
            (ClaimKind.Event, ClaimKind.Commitment) => Deed(from, to),
            _ => null,
        };
    }

    /// <summary>A deed beside a promise keeps it, breaks it, or only concerns it.</summary>
    private static ClaimRelation? Deed(ClaimDraft deed, ClaimDraft promise)
    {
        var violent = deed.Class.StartsWith("assault", StringComparison.Ordinal);
        if (promise.Class is ClaimClasses.CeaseFire or ClaimClasses.Refrain && violent)
            return ClaimRelation.Breaches;
        if (deed.Class == promise.Class || promise.Class is ClaimClasses.WithdrawForces or ClaimClasses.WithdrawWeapons && deed.Class is ClaimClasses.RetreatWithdraw)
            return ClaimRelation.Fulfils;
        if (promise.Class is ClaimClasses.WithdrawForces or ClaimClasses.WithdrawWeapons && deed.Class is ClaimClasses.MobilizeTroops)
            return ClaimRelation.Breaches;
        return deed.Class is ClaimClasses.Agreement or ClaimClasses.Meeting ? null : ClaimRelation.SameMatter;
    }
}
