using System.Security.Cryptography;
using System.Text;
using Google.Protobuf.WellKnownTypes;
using Truceline.Ingest.Documents;
using Truceline.Ingest.Formats.Web;
using Truceline.Ingest.Normalising;
using Truceline.Ingest.Reports;
using Truceline.Ingest.Stories;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.Ingest.Intake;

/// <summary>Takes in reports that are handed in as such, one message each. Their text stays exactly as it came. Safe for many threads.</summary>
internal sealed class ReportIntake(IIntakeWriter writer, TimeProvider time)
{
    /// <summary>Hands a report that was found valid over to be stored; waits for room.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What became of it, once that is durable.</returns>
    /// <exception cref="InvalidRequestException">REPORT_INVALID: no article was found in the page.</exception>
    internal async ValueTask<Task<IntakeResult>> HandOverAsync(ReportDraft draft, CancellationToken cancellationToken)
    {
        var received = time.GetUtcNow();
        var bytes = Encoding.UTF8.GetBytes(draft.Text);
        var document = new Document
        {
            Id = "sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes)),
            SizeBytes = bytes.Length,
            MediaType = draft.MediaType,
            Format = draft.MediaType == "text/html" ? "html" : "text",
            Encoding = "utf-8",
            Hints = new DocumentHints
            {
                Source = draft.Source,
                Url = draft.Url,
                Published = draft.Published,
                Title = draft.Title,
                Reliability = draft.Reliability,
            },
            ReceivedTime = Timestamp.FromDateTimeOffset(received),
        };
        var (report, map) = Normaliser.Normalise(ContentOf(draft), document.Hints);
        report.MediaType = draft.MediaType.Length == 0 ? "text/plain" : draft.MediaType;
        ReportFactory.Complete(report, document.Id, "", document.Format, received);

        var stored = await writer.EnqueueAsync(new IntakeItem { Document = document, Bytes = bytes }, cancellationToken);
        var result = await writer.EnqueueAsync(new IntakeItem { Report = report, Map = map, Traits = ReportTraits.Of(report) }, cancellationToken);
        return BothAsync(stored, result);
    }

    private static async Task<IntakeResult> BothAsync(Task<IntakeResult> document, Task<IntakeResult> report)
    {
        await document;
        return await report;
    }

    private static ReportContent ContentOf(ReportDraft draft)
    {
        if (draft.MediaType != "text/html")
        {
            return new ReportContent { Text = new MappedText(draft.Text, TextMap.Identity(draft.Text.Length)) };
        }

        var page = PageOf(draft);
        // What was said of the page counts before what it says of itself.
        return page with
        {
            Title = draft.Title.Length > 0 ? draft.Title : page.Title,
            Url = draft.Url.Length > 0 ? draft.Url : page.Url,
            Published = draft.Published.Length > 0 ? draft.Published : page.Published,
        };
    }

    private static ReportContent PageOf(ReportDraft draft)
    {
        var violations = new FieldViolations();
        try
        {
            if (WebPage.Read(draft.Text, draft.Url, new DocumentLimits()) is { } page)
            {
                return page;
            }

            violations.Add("report.text", "No article was found in the page.", "NO_TEXT");
        }
        catch (DocumentRefusedException refused)
        {
            violations.Add("report.text", refused.Message, refused.Reason);
        }

        violations.ThrowIfAny("REPORT_INVALID");
        throw new InvalidOperationException("A violation was noted.");
    }
}
