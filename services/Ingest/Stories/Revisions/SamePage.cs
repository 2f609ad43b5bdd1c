using Truceline.Ingest.Stories.Differences;

namespace Truceline.Ingest.Stories.Revisions;

/// <summary>
/// Whether what stands at an address now is the article that stood there before, changed, or another one. A page that shows the news of each day anew has
/// one address and many reports.
/// </summary>
internal static class SamePage
{
    /// <summary>Least similarity. Unrelated texts have no sentence that is half the same, and so next to none.</summary>
    internal const double LeastSimilarity = 0.1;

    /// <summary>Whether the later text has something of the earlier one. A text that was erased can't be compared and is taken for the same.</summary>
    internal static bool Is(string before, string after) =>
        before.Length == 0 || after.Length == 0 || TextComparer.Compare(before, after).Similarity >= LeastSimilarity;
}
