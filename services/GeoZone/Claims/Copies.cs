namespace Truceline.GeoZone.Claims;

/// <summary>Tells what is new from what only says again.</summary>
internal static class Copies
{
    /// <summary>
    /// Whether all claims that came to the known ones are of reports that carry the same text as a known one's, or are versions of it; true when none came.
    /// </summary>
    /// <param name="known">Ids of the claims that were known.</param>
    /// <param name="all">The known claims and those that came.</param>
    public static bool AreAllThatCame(IEnumerable<string> known, IEnumerable<ReceivedClaim> all)
    {
        var ids = known.ToHashSet(StringComparer.Ordinal);
        var claims = all.DistinctBy(c => c.Claim.Id).ToLookup(c => ids.Contains(c.Claim.Id));
        return claims[false].All(came => claims[true].Any(earlier => came.Origin.IsCopyOf(earlier.Origin)));
    }
}
