using Truceline.Ingest.Documents;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.Normalising;

/// <summary>Makes a report of what a format found: origin, dateline, language, boilerplate. Stateless, safe for many threads.</summary>
internal sealed class Normaliser
{
    /// <summary>Everything about the report that its document tells, with what was said of the document where that is silent; without id, story, revision.</summary>
    /// <param name="content">What the format took out of the document.</param>
    /// <param name="hints">What was said of the document.</param>
    internal NormalisedReport Normalise(ReportContent content, DocumentHints hints)
    {
        var report = new Report
        {
            Text = content.Text.Text,
            MediaType = "text/plain",
            Published = First(content.Published, hints.Published),
            Updated = content.Updated,
            Source = First(hints.Source, content.Outlet),
            Url = First(content.Url, hints.Url),
            Title = First(content.Title, hints.Title),
            Summary = content.Summary,
            Reliability = hints.Reliability,
            SourceId = hints.SourceId,
            ExternalId = content.ExternalId,
            Language = First(content.Language, hints.Language, "und"),
            Observation = content.Observation,
            Fields = { content.Fields.ToDictionary() },
            Origin = new Origin
            {
                Outlet = First(content.Outlet, hints.Outlet),
                Agency = content.Agency,
                Bylines = { content.Bylines },
                DatelinePlace = content.DatelinePlace,
            },
        };
        return new NormalisedReport(report, content.Text.Map);
    }

    private static string First(params ReadOnlySpan<string> values)
    {
        foreach (var value in values)
        {
            if (value.Length > 0)
            {
                return value;
            }
        }

        return "";
    }
}

/// <summary>A report and the way back from its text to its document.</summary>
/// <param name="Report">The report, without id, story and revision.</param>
/// <param name="Map">Where its characters come from.</param>
internal sealed record NormalisedReport(Report Report, TextMap Map);
