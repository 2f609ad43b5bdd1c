namespace Truceline.Entity.Reading.Names;

/// <summary>
/// Chooses among proposals that overlap: the set without overlaps in which the scores, each times the atoms that it explains, have the
/// largest sum. A name so beats its parts unless its source is much less to be believed.
/// </summary>
internal static class Selection
{
    // Of two that explain the same, the longer: "Syrian army" before "Syrian" and "army" apart.
    private const double PerProposal = -0.05;

    /// <summary>The chosen proposals, in order of the text. Takes n log n steps.</summary>
    public static List<NameMention> Best(List<NameMention> proposals)
    {
        var sorted = proposals.OrderBy(p => p.Last).ThenBy(p => p.First).ThenByDescending(p => p.Score).ToArray();
        var best = new double[sorted.Length + 1];
        var before = new int[sorted.Length];
        for (var i = 0; i < sorted.Length; i++)
        {
            before[i] = CountEndingBefore(sorted, i, sorted[i].First);
            best[i + 1] = Math.Max(best[i], best[before[i]] + Weight(sorted[i]));
        }
        var chosen = new List<NameMention>();
        for (var i = sorted.Length; i > 0;)
        {
            if (best[i] > best[i - 1])
            {
                chosen.Add(sorted[i - 1]);
                i = before[i - 1];
            }
            else
            {
                i--;
            }
        }
        chosen.Reverse();
        return chosen;
    }

    private static double Weight(NameMention mention) => (mention.Score * (mention.Last - mention.First + 1)) + PerProposal;

    private static int CountEndingBefore(NameMention[] sorted, int count, int atom)
    {
        var (low, high) = (0, count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle].Last < atom)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
