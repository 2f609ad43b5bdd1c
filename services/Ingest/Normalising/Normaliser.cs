using Truceline.Ingest.Documents;
using Truceline.Ingest.Normalising.Languages;
using Truceline.Ingest.Normalising.Syndication;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.Normalising;

/// <summary>
/// Makes a report of what a format found: dateline, agency, byline, outlet, publication time, language, boilerplate, key of its origin (decision 17). The text itself is left
/// as it is. Stateless, safe for many threads; time is linear in the text.
/// </summary>
internal static class Normaliser
{
    /// <summary>Everything about the report that its document tells, with what was said of the document where that is silent; without id, story, revision.</summary>
    /// <param name="content">What the format took out of the document.</param>
    /// <param name="hints">What was said of the document.</param>
    internal static NormalisedReport Normalise(ReportContent content, DocumentHints hints)
    {
        // Where there is no text, the summary or the headline becomes it.
        var text = First(content.Text.Text, content.Summary, content.Title, hints.Title);
        var url = First(content.Url, hints.Url);
        var host = Outlets.HostOf(url);
        var source = First(hints.Source, content.Outlet);
        var title = Outlets.Clean(First(content.Title, hints.Title), [content.Outlet, hints.Outlet, hints.Source], url);
        var dateline = DatelineReader.Read(text);
        var parts = BoilerplateFinder.Find(text, content.Boilerplate);
        // Who registered the source knows better what it is called than "RSS - Latest".
        var outlet = First(hints.Outlet, content.Outlet, title.Outlet);
        var authors = OriginReader.Read(content, text, dateline, parts, [outlet, title.Outlet, source, host]);
        outlet = First(outlet, source.Length == 0 ? host : "");
        var spans = new SpanCounter(text);
        var origin = new Origin
        {
            Outlet = outlet,
            Agency = authors.Agency,
            Bylines = { authors.Names },
            DatelinePlace = First(content.DatelinePlace, dateline?.Place ?? ""),
            Key = OriginKey.Of(authors.Agency, authors.Names, outlet, source),
        };
        if (dateline is not null)
        {
            origin.Dateline = spans.Of(dateline.Start, dateline.End);
        }

        var report = new Report
        {
            Text = content.Text.Text,
            MediaType = "text/plain",
            Published = First(content.Published, hints.Published),
            Updated = content.Updated,
            Source = source,
            Url = url,
            Title = title.Title,
            Summary = content.Summary,
            Reliability = hints.Reliability,
            SourceId = hints.SourceId,
            ExternalId = content.ExternalId,
            Language = LanguageReader.Of(text, First(content.Language, hints.Language)),
            Observation = content.Observation,
            Fields = { content.Fields.ToDictionary() },
            Origin = origin,
            Boilerplate = { parts.Select(p => new Boilerplate { Kind = p.Kind, Span = spans.Of(p.Start, p.End) }) },
        };
        if (report.Published.Length == 0)
        {
            report.Published = PublicationTime.Of(text, dateline, url, hints.FileName);
        }

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
