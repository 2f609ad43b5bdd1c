using Truceline.Entity.V1;

namespace Truceline.Entity.Happenings;

/// <summary>
/// How claims of different reports stand to each other: a promise, its denial and the deed are three kinds of claim on one matter. Told only where party, matter and
/// place fit and the order of days allows it. Pure.
/// </summary>
internal static class ClaimRelations
{
    private const double LeastPlace = 0.2;

    /// <summary>The deed that keeps a duty, by the class of the duty.</summary>
    private static readonly Dictionary<string, string[]> Keeps = new(StringComparer.Ordinal)
    {
        ["withdraw_forces"] = ["retreat_withdraw"],
        ["withdraw_weapons"] = ["retreat_withdraw"],
        ["humanitarian_access"] = ["aid_delivery"],
        ["exchange_prisoners"] = ["exchange_prisoners", "release"],
        ["patrol"] = ["patrol"],
        ["restore_transit"] = ["restore_transit"],
    };

    /// <summary>The deed that breaks a duty.</summary>
    private static readonly Dictionary<string, string[]> Breaks = new(StringComparer.Ordinal)
    {
        ["cease_fire"] = ["assault", "ceasefire_violations"],
        ["refrain"] = ["assault"],
        ["humanitarian_access"] = ["restrict_movement"],
        ["restore_transit"] = ["restrict_movement"],
        ["withdraw_forces"] = ["mobilize_troops"],
        ["withdraw_weapons"] = ["mobilize_troops"],
    };

    /// <summary>How one claim stands to another one of an other report; null when it is not told.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="day">Day of its report.</param>
    /// <param name="other">The other one.</param>
    /// <param name="otherDay">Day of that one's report.</param>
    internal static ClaimRelation? Of(Claim claim, DateOnly day, Claim other, DateOnly otherDay)
    {
        if (other.Kind != ClaimKind.Commitment || !SharesParty(claim, other) || !IsNear(claim, other))
        {
            return null;
        }

        var days = DaySpan.Of(claim.Date) ?? new DaySpan(day, day);
        return claim switch
        {
            { Kind: ClaimKind.Event, Mode: AssertionMode.Asserted, Background: false } when days.Last < otherDay => null,
            { Kind: ClaimKind.Event, Mode: AssertionMode.Asserted, Background: false } when Has(Keeps, other.Class, claim.Class) => ClaimRelation.Fulfils,
            { Kind: ClaimKind.Event, Mode: AssertionMode.Asserted, Background: false } when Has(Breaks, other.Class, claim.Class) => ClaimRelation.Breaches,
            { Kind: ClaimKind.Denial } when claim.Class == other.Class || Has(Keeps, other.Class, claim.Class) => ClaimRelation.Denies,
            { Kind: ClaimKind.Commitment } when claim.Class == other.Class => ClaimRelation.SameMatter,
            _ => null,
        };
    }

    private static bool Has(Dictionary<string, string[]> deeds, string duty, string claimClass) =>
        deeds.TryGetValue(duty, out var classes) && classes.Any(c => claimClass == c || claimClass.StartsWith(c + "_", StringComparison.Ordinal));

    private static bool SharesParty(Claim claim, Claim other) =>
        claim.Actors.Any(a => other.Actors.Any(b => a.EntityId == b.EntityId || (a.Country.Length > 0 && a.Country == b.Country)));

    // A duty without an area holds everywhere.
    private static bool IsNear(Claim claim, Claim other)
    {
        var (x, y) = (Candidates(claim), Candidates(other));
        return x.Count == 0 || y.Count == 0 || PlaceLikeness.Of(x, y) >= LeastPlace;
    }

    private static List<Truceline.Type.V1.PlaceCandidate> Candidates(Claim claim) => claim.Place?.Candidates.Where(c => c.Position is not null && c.Score > 0).ToList() ?? [];
}
