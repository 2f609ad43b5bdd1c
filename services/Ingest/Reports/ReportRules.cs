using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.Ingest.Reports;

/// <summary>
/// Makes a report that a document brought fit to be kept. What surrounds the text is shortened or left out where it cannot be right (the raw document has
/// it still); a text that is none, or too long, refuses the report. Pure.
/// </summary>
internal static class ReportRules
{
    private const int LongestAddress = 2048;
    private const int LongestName = 200;
    private const int LongestTitle = 500;
    private const int LongestLanguage = 35;

    /// <summary>Mends the report and notes what can't be mended, by the path of the field.</summary>
    /// <param name="report">The report; changed.</param>
    /// <param name="received">Instant of receipt.</param>
    /// <param name="violations">Takes what is wrong.</param>
    internal static void Apply(Report report, DateTimeOffset received, FieldViolations violations)
    {
        if (report.Text.Length == 0)
        {
            report.Text = report.Summary.Length > 0 ? report.Summary : report.Title;
        }

        report.Text = StorableText.Of(report.Text);
        report.Title = Line(report.Title, LongestTitle);
        report.Summary = Shorten(StorableText.Of(report.Summary), SubmitReportValidator.LongestText / 16);
        report.Source = Line(report.Source, LongestName);
        report.ExternalId = Line(report.ExternalId, LongestAddress / 2);
        report.Url = SubmitReportValidator.IsWebAddress(report.Url) && report.Url.Length <= LongestAddress ? StorableText.Of(report.Url) : "";
        report.Published = Plausible(report.Published, received);
        report.Updated = Plausible(report.Updated, received);
        report.Language = Line(report.Language, LongestLanguage);
        StorableText.Mend(report.Origin);
        StorableText.Mend(report.Observation);
        StorableText.Mend(report.Fields);
        SubmitReportValidator.CheckText(report.Text, "text", violations);
    }

    private static string Line(string value, int longest) =>
        Shorten(string.Join(' ', StorableText.Of(value).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(w => new string([.. w.Where(c => !char.IsControl(c))]))), longest);

    private static string Shorten(string value, int longest)
    {
        if (value.Length <= longest)
        {
            return value;
        }

        var end = char.IsHighSurrogate(value[longest - 2]) ? longest - 2 : longest - 1;
        return value[..end] + "…";
    }

    private static string Plausible(string published, DateTimeOffset received) =>
        SubmitReportValidator.ReadPublished(published) is { Year: >= 1900 and <= 2100 } instant && instant <= received.AddDays(1)
            ? published
            : "";
}
