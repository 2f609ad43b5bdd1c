using Truceline.Ingest.V1;

namespace Truceline.ServiceDefaults.Erasure;

/// <summary>Takes all words out of a report. Pure.</summary>
public static class ErasedReports
{
    /// <summary>What is left is the id, hashes, times, the place in a story and among versions, and codes: format, language, event type, position.</summary>
    /// <param name="report">The report; it is changed.</param>
    public static void Empty(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        (report.Text, report.Title, report.Summary) = ("", "", "");
        report.Fields.Clear();
        if (report.Origin is { } origin)
        {
            origin.Key = NamesAuthor(origin) ? ErasedWords.HashOf(origin.Key) : origin.Key;
            origin.DatelinePlace = "";
            origin.Bylines.Clear();
        }

        if (report.Observation is { } observation)
        {
            observation.Observer = "";
            observation.Actors.Clear();
            observation.Fields.Clear();
        }
    }

    /// <summary>Names of persons that a report gives in fields of their own.</summary>
    public static IEnumerable<string> PersonsOf(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return (report.Origin?.Bylines ?? Enumerable.Empty<string>()).Append(report.Observation?.Observer ?? "").Where(n => n.Length > 0);
    }

    private static bool NamesAuthor(Origin origin) => origin.Bylines.Any(b => origin.Key.Contains(b, StringComparison.OrdinalIgnoreCase));
}
