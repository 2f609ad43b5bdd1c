using Truceline.GeoZone.Claims;
using Truceline.ServiceDefaults.Erasure;

namespace Truceline.GeoZone.Verdicts;

/// <summary>
/// Which claims corroborate each other. Copies of one text do not, whichever outlets carry them; neither do versions of one report, reports of one agency
/// or outlet, nor reports that cite the same person. A copy or version that names no agency counts as the agency's that another one names.
/// </summary>
internal static class Independence
{
    /// <summary>Whether two of the claims are independent of each other. Unknown origins count for nothing.</summary>
    public static bool AnyTwo(IEnumerable<ClaimOrigin> origins)
    {
        var known = origins.Where(o => o.IsKnown).ToList();
        var (ofStory, ofChain) = (AgenciesBy(known, o => o.StoryId), AgenciesBy(known, o => o.ChainId));
        var distinct = known.ConvertAll(o =>
        {
            var named = o.Agency.Length > 0 ? o.Agency : ofStory.GetValueOrDefault(o.StoryId) ?? ofChain.GetValueOrDefault(o.ChainId) ?? "";
            return o with { Name = "", Agency = named, Key = named.Length > 0 ? named : o.Key };
        }).Distinct().ToList();
        for (var i = 0; i < distinct.Count; i++)
            for (var j = i + 1; j < distinct.Count; j++)
                if (AreIndependent(distinct[i], distinct[j]))
                    return true;
        return false;
    }

    /// <summary>The agency that one of the reports of each group names; of several the first.</summary>
    private static Dictionary<string, string> AgenciesBy(List<ClaimOrigin> origins, Func<ClaimOrigin, string> group) =>
        origins.Where(o => o.Agency.Length > 0 && group(o).Length > 0).GroupBy(group)
            .ToDictionary(g => g.Key, g => g.Select(o => o.Agency).Order(StringComparer.Ordinal).First());

    private static bool AreIndependent(ClaimOrigin a, ClaimOrigin b)
    {
        if (a.ChainId.Length > 0 && a.ChainId == b.ChainId)
            return false;
        // Two agencies that put the same short news into the same words are two; outlets that carry the same words are one.
        if (a.StoryId.Length > 0 && a.StoryId == b.StoryId && (a.Agency.Length == 0 || b.Agency.Length == 0))
            return false;
        return !Share(a.Cited, b) && !Share(a.Key, b);
    }

    private static bool Share(string name, ClaimOrigin other) => name.Length > 0 && (IsSame(name, other.Cited) || IsSame(name, other.Key));

    // A name that was erased is known by its hash.
    private static bool IsSame(string a, string b) => a == b || (a.Length > 0 && b.Length > 0 && ErasedWords.HashOf(a) == ErasedWords.HashOf(b));
}
