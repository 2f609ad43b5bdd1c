using System.Text;
using Truceline.Ingest.Reports;
using Truceline.Ingest.Stories.Differences;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Events;

namespace Truceline.Ingest.Stories.Revisions;

/// <summary>What makes two versions the same: headline and text without boilerplate, whatever the white space and the shape of quotation marks.</summary>
internal static class VersionText
{
    /// <summary>"sha256:…" over it, and whether the outlet withdrew it. Dates are no part of it: a feed that only touches its dates brings nothing new.</summary>
    /// <remarks>A row of a table or a form whose number or place was corrected under the same words is another version.</remarks>
    internal static string HashOf(Report report) => report.Observation is null
        ? ContentHash.Of(PlainKey.Of(report.Title), PlainKey.Of(WithoutBoilerplate(report)), report.Withdrawn ? "withdrawn" : "")
        : ContentHash.Of(
            PlainKey.Of(report.Title), PlainKey.Of(WithoutBoilerplate(report)), report.Withdrawn ? "withdrawn" : "", ReportFactory.FieldsOf(report.Observation));

    /// <summary>The text without its boilerplate, a space in place of each part.</summary>
    internal static string WithoutBoilerplate(Report report)
    {
        if (report.Boilerplate.Count == 0)
        {
            return report.Text;
        }

        var text = report.Text;
        var points = new CodePoints(text);
        var rest = new StringBuilder(text.Length);
        var at = 0;
        foreach (var span in report.Boilerplate.Where(b => b.Span is not null).Select(b => b.Span).OrderBy(s => s.Start))
        {
            var (start, end) = (Math.Min(points.UnitOf(span.Start), text.Length), Math.Min(points.UnitOf(span.End), text.Length));
            if (start > at)
            {
                rest.Append(text, at, start - at).Append(' ');
            }

            at = Math.Max(at, end);
        }

        return rest.Append(text, at, text.Length - at).ToString();
    }
}
