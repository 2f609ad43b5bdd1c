namespace Truceline.Ingest.Stories.Differences;

/// <summary>Within a changed block, finds which later sentence stands for which earlier one.</summary>
internal static class SentencePairs
{
    /// <summary>Least share of words in common with which one sentence counts as a changed form of another.</summary>
    private const double LeastLikeness = 0.5;

    /// <summary>Most pairs that are weighed; in larger blocks sentences are paired in order.</summary>
    private const int MostPairs = 10_000;

    /// <summary>Pairs and single sentences in the order of the text, −1 where one side has none. Keeps the order of both; makes the total likeness largest.</summary>
    /// <param name="before">Words of each earlier sentence.</param>
    /// <param name="after">Words of each later sentence.</param>
    internal static List<(int Before, int After)> Pair(IReadOnlyList<IReadOnlyList<TextPiece>> before, IReadOnlyList<IReadOnlyList<TextPiece>> after)
    {
        var (n, m) = (before.Count, after.Count);
        if ((long)n * m > MostPairs)
        {
            return [.. Enumerable.Range(0, Math.Max(n, m)).Select(i => (i < n ? i : -1, i < m ? i : -1))];
        }

        var bags = after.Select(BagOf).ToArray();
        var likeness = new double[n, m];
        var best = new double[n + 1, m + 1];
        for (var i = n - 1; i >= 0; i--)
        {
            for (var j = m - 1; j >= 0; j--)
            {
                likeness[i, j] = LikenessOf(before[i], bags[j], after[j].Count);
                var paired = likeness[i, j] >= LeastLikeness ? likeness[i, j] + best[i + 1, j + 1] : 0;
                best[i, j] = Math.Max(paired, Math.Max(best[i + 1, j], best[i, j + 1]));
            }
        }

        return Walk(n, m, likeness, best);
    }

    private static List<(int Before, int After)> Walk(int n, int m, double[,] likeness, double[,] best)
    {
        var pairs = new List<(int, int)>();
        var (i, j) = (0, 0);
        while (i < n || j < m)
        {
            if (i < n && j < m && likeness[i, j] >= LeastLikeness && likeness[i, j] + best[i + 1, j + 1] >= best[i, j])
            {
                pairs.Add((i++, j++));
            }
            else if (i < n && (j == m || best[i + 1, j] >= best[i, j + 1]))
            {
                pairs.Add((i++, -1));
            }
            else
            {
                pairs.Add((-1, j++));
            }
        }

        return pairs;
    }

    private static Dictionary<string, int> BagOf(IReadOnlyList<TextPiece> words)
    {
        var bag = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var word in words)
        {
            bag[word.Key] = bag.GetValueOrDefault(word.Key) + 1;
        }

        return bag;
    }

    private static double LikenessOf(IReadOnlyList<TextPiece> words, Dictionary<string, int> other, int otherCount)
    {
        var common = 0;
        foreach (var group in words.GroupBy(w => w.Key, StringComparer.OrdinalIgnoreCase))
        {
            common += Math.Min(group.Count(), other.GetValueOrDefault(group.Key));
        }

        return words.Count + otherCount == 0 ? 0 : 2.0 * common / (words.Count + otherCount);
    }
}
