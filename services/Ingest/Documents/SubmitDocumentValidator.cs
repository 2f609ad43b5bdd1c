using Truceline.Ingest.Reports;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.Ingest.Documents;

/// <summary>Says everything that is wrong with a document that is handed in, but for its content.</summary>
internal sealed class SubmitDocumentValidator(TimeProvider time) : IRequestValidator<SubmitDocumentRequest>
{
    /// <summary>Largest document of one call, in bytes.</summary>
    internal const int Largest = 3 * 1024 * 1024;

    /// <summary>Reason of the error.</summary>
    internal const string InvalidReason = "DOCUMENT_INVALID";

    public string Reason => InvalidReason;

    public void Check(SubmitDocumentRequest request, FieldViolations violations)
    {
        if (request.Content is not { Data.Length: > 0 } content)
        {
            violations.Add("content", "It is required.", "REQUIRED");
        }
        else
        {
            violations.AddIf(content.Data.Length > Largest, "content", $"It must be at most {Largest} bytes; larger ones go through an upload.", "TOO_LARGE");
            DocumentHintRules.CheckLine(content.ContentType, 200, "content.content_type", violations);
        }

        DocumentHintRules.Check(request.Hints, "hints", time.GetUtcNow(), violations);
    }
}

/// <summary>What is said of a document beside its bytes. Pure.</summary>
internal static class DocumentHintRules
{
    /// <summary>Notes what is wrong.</summary>
    /// <param name="hints">The hints; null when none were given.</param>
    /// <param name="path">Their path in the request.</param>
    /// <param name="received">Instant of receipt.</param>
    /// <param name="violations">Takes what is wrong.</param>
    internal static void Check(DocumentHints? hints, string path, DateTimeOffset received, FieldViolations violations)
    {
        if (hints is null)
        {
            return;
        }

        CheckLine(hints.MediaType, 200, $"{path}.media_type", violations);
        CheckLine(hints.FileName, 255, $"{path}.file_name", violations);
        CheckLine(hints.Source, 200, $"{path}.source", violations);
        CheckLine(hints.SourceId, 80, $"{path}.source_id", violations);
        CheckLine(hints.Outlet, 200, $"{path}.outlet", violations);
        CheckLine(hints.Language, 35, $"{path}.language", violations);
        CheckLine(hints.Title, 500, $"{path}.title", violations);
        SubmitReportValidator.CheckPublished(hints.Published, $"{path}.published", received, violations);
        violations.AddIf(
            hints.Url.Length > 2048 || (hints.Url.Length > 0 && !SubmitReportValidator.IsWebAddress(hints.Url)),
            $"{path}.url", "It must be an absolute http or https URL of at most 2048 characters.", "INVALID_URL");
        violations.AddIf(!Enum.IsDefined(hints.Reliability), $"{path}.reliability", "It must be a grade from A to F.", "UNKNOWN_VALUE");
    }

    /// <summary>Notes a line that is too long or none.</summary>
    internal static void CheckLine(string value, int longest, string field, FieldViolations violations)
    {
        violations.AddIf(CodePoints.Of(value, value.Length) > longest, field, $"It must be at most {longest} code points.", "TOO_LONG");
        violations.AddIf(value.Any(char.IsControl), field, "It must not hold control characters.", "INVALID_CHARACTER");
    }
}
