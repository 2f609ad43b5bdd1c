namespace Truceline.Entity.Happenings;

/// <summary>
/// Numbers the origins of claims: those that share a story, a report's versions, an author or the one whom they cite have one number, and so has what such a one
/// shares with a third. It counts too few rather than too many. Pure.
/// </summary>
internal static class Independence
{
    /// <summary>The number of each origin, from 1 in their order; 0 where nothing is known of it.</summary>
    internal static IReadOnlyList<int> Number(IReadOnlyList<ClaimOrigin> origins)
    {
        var parent = Enumerable.Range(0, origins.Count).ToArray();
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < origins.Count; i++)
        {
            foreach (var key in KeysOf(origins[i]))
            {
                if (!first.TryAdd(key, i))
                {
                    parent[Root(parent, i)] = Root(parent, first[key]);
                }
            }
        }

        var numbers = new Dictionary<int, int>();
        return [.. origins.Select((o, i) => o.IsKnown ? NumberOf(numbers, Root(parent, i)) : 0)];
    }

    // One name is one origin, whether it is cited by one report or wrote the other.
    private static IEnumerable<string> KeysOf(ClaimOrigin origin)
    {
        var report = origin.Report;
        if (report.StoryId.Length > 0)
        {
            yield return "story " + report.StoryId;
        }

        if (report.ChainId.Length > 0)
        {
            yield return "chain " + report.ChainId;
        }

        foreach (var name in new[] { origin.Cited, report.Key, report.Agency }.Where(n => n.Length > 0).Distinct(StringComparer.Ordinal))
        {
            yield return "name " + name;
        }
    }

    private static int NumberOf(Dictionary<int, int> numbers, int root)
    {
        numbers.TryAdd(root, numbers.Count + 1);
        return numbers[root];
    }

    private static int Root(int[] parent, int at)
    {
        while (parent[at] != at)
        {
            at = parent[at] = parent[parent[at]];
        }

        return at;
    }
}
