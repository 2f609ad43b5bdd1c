namespace Truceline.Ingest.Stories;

/// <summary>
/// Which stories are one: those that a chain of links joins (a union of disjoint sets, Galler and Fischer 1964). Which they are does not depend on the order
/// of the links. Not thread-safe.
/// </summary>
internal sealed class StoryLinks
{
    private readonly Dictionary<string, string> _parents = new(StringComparer.Ordinal);

    /// <summary>Notes that two stories are one.</summary>
    internal void Link(string a, string b)
    {
        var (first, second) = (RootOf(a), RootOf(b));
        if (first != second)
        {
            _parents[first] = second;
        }
    }

    /// <summary>The same for all stories that are one.</summary>
    internal string RootOf(string story)
    {
        var root = story;
        while (_parents.TryGetValue(root, out var parent) && parent != root)
        {
            root = parent;
        }

        _parents[story] = root;
        return root;
    }

    /// <summary>All stories that were linked.</summary>
    internal IReadOnlyList<string> All() => [.. _parents.Keys.Union(_parents.Values)];

    /// <summary>The story under whose id joined stories go on: the one that came out first, of two the one with the smaller id.</summary>
    internal static StorySummary Survivor(IEnumerable<StorySummary> joined) =>
        joined.OrderBy(s => s.FirstTime).ThenBy(s => s.Id, StringComparer.Ordinal).First();
}
