using System.Globalization;

namespace Truceline.Ingest.Stories.Revisions;

/// <summary>A version that is stored, or about to be.</summary>
/// <param name="ReportId">Its report.</param>
/// <param name="ChainId">The first version that was accepted of the same report.</param>
/// <param name="Revision">1 for the first that was accepted, counting up.</param>
/// <param name="Published">When it was published, as in the report; empty when unknown.</param>
/// <param name="Updated">When it was changed last, as in the report; empty when unknown.</param>
/// <param name="TextHash"><see cref="VersionText.HashOf"/>.</param>
internal sealed record KnownVersion(string ReportId, string ChainId, int Revision, string Published, string Updated, string TextHash)
{
    /// <summary>
    /// Whether its outlet published it before another one: by the times of change when both have one, else by those of publication; a date and an instant
    /// of the same day are equal. What can't be told is taken to have been published in the order of arrival.
    /// </summary>
    internal bool IsBefore(KnownVersion other)
    {
        if (Updated.Length > 0 && other.Updated.Length > 0)
        {
            return Compare(Updated, other.Updated) < 0;
        }

        return Published.Length > 0 && other.Published.Length > 0 && Compare(Published, other.Published) < 0;
    }

    private static int Compare(string a, string b)
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (!DateTimeOffset.TryParse(a, CultureInfo.InvariantCulture, Utc, out var first) || !DateTimeOffset.TryParse(b, CultureInfo.InvariantCulture, Utc, out var second))
        {
            return 0;
        }

        const int DateLength = 10;
        return a.Length <= DateLength || b.Length <= DateLength ? first.UtcDateTime.Date.CompareTo(second.UtcDateTime.Date) : first.CompareTo(second);
    }
}
