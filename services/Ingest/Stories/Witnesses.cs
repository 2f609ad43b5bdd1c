using Truceline.Ingest.Stories.Differences;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.Stories;

/// <summary>Shows a report as a witness of its story. Pure.</summary>
internal static class Witnesses
{
    /// <summary>The report as a witness.</summary>
    /// <param name="report">The report.</param>
    /// <param name="text">Its text; empty when it was erased.</param>
    /// <param name="story">Its story.</param>
    /// <param name="first">The story's first report.</param>
    /// <param name="firstText">The text of that; empty when it was erased.</param>
    internal static Witness Of(Report report, string text, StorySummary story, Report first, string firstText)
    {
        var witness = new Witness
        {
            ReportId = report.Id,
            Outlet = report.Origin?.Outlet ?? "",
            Agency = report.Origin?.Agency ?? "",
            Source = report.Source,
            Url = report.Url,
            Title = report.Title,
            Published = report.Published,
            ReceivedTime = report.ReceivedTime,
            OriginKey = story.OriginOf(report.Origin, first.Origin),
            Revises = report.Revises,
        };
        if (report.Id == first.Id)
        {
            witness.Similarity = text.Length > 0 ? 1 : 0;
            witness.Changes = new TextDifference();
        }
        else if (text.Length > 0 && firstText.Length > 0)
        {
            var comparison = TextComparer.Compare(firstText, text);
            witness.Similarity = comparison.Similarity;
            witness.Changes = comparison.Difference;
        }

        return witness;
    }
}
