using System.Text.RegularExpressions;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.Ingest.Retention;

/// <summary>Rules that erasures share. Pure.</summary>
internal static partial class ErasureRules
{
    internal const string Reason = "ERASURE_INVALID";

    internal static void CheckIds(IReadOnlyList<string> ids, FieldViolations violations)
    {
        violations.AddIf(ids.Count > IErasureStore.MostReports, "report_ids", $"At most {IErasureStore.MostReports} are erased in one call.", "TOO_MANY");
        for (var i = 0; i < ids.Count && violations.Count < 100; i++)
        {
            CheckId(ids[i], $"report_ids[{i}]", violations);
        }
    }

    internal static void CheckId(string id, string field, FieldViolations violations) =>
        violations.AddIf(!Id().IsMatch(id), field, "It must be \"sha256:\" and 64 lower-case hexadecimal digits.", "INVALID_ID");

    internal static void CheckOrder(string reason, string requestedBy, FieldViolations violations)
    {
        CheckLine(reason, "reason", 500, violations);
        CheckLine(requestedBy, "requested_by", 200, violations);
    }

    private static void CheckLine(string text, string field, int most, FieldViolations violations)
    {
        violations.AddIf(string.IsNullOrWhiteSpace(text), field, "It is required.", "REQUIRED");
        violations.AddIf(text.EnumerateRunes().Count() > most, field, $"It must be at most {most} code points.", "TOO_LONG");
    }

    [GeneratedRegex(@"^sha256:[0-9a-f]{64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}

/// <summary>Rules for <see cref="EraseReportsRequest"/>.</summary>
internal sealed class EraseReportsValidator : IRequestValidator<EraseReportsRequest>
{
    public string Reason => ErasureRules.Reason;

    public void Check(EraseReportsRequest request, FieldViolations violations)
    {
        violations.AddIf(request.ReportIds.Count == 0, "report_ids", "At least one is required.", "REQUIRED");
        ErasureRules.CheckIds(request.ReportIds, violations);
        ErasureRules.CheckOrder(request.Reason, request.RequestedBy, violations);
    }
}

/// <summary>Rules for <see cref="EraseDocumentRequest"/>.</summary>
internal sealed class EraseDocumentValidator : IRequestValidator<EraseDocumentRequest>
{
    public string Reason => ErasureRules.Reason;

    public void Check(EraseDocumentRequest request, FieldViolations violations)
    {
        ErasureRules.CheckId(request.DocumentId, "document_id", violations);
        ErasureRules.CheckOrder(request.Reason, request.RequestedBy, violations);
    }
}

/// <summary>Rules for <see cref="ErasePersonRequest"/>.</summary>
internal sealed class ErasePersonValidator : IRequestValidator<ErasePersonRequest>
{
    private const int MostWords = 20;

    public string Reason => ErasureRules.Reason;

    public void Check(ErasePersonRequest request, FieldViolations violations)
    {
        violations.AddIf(request.Words.Count is 0 or > MostWords, "words", $"1 to {MostWords} are required.", "OUT_OF_RANGE");
        for (var i = 0; i < Math.Min(request.Words.Count, MostWords); i++)
        {
            var length = request.Words[i].Trim().EnumerateRunes().Count();
            violations.AddIf(length is < 2 or > 200 || !request.Words[i].Any(char.IsLetterOrDigit),
                $"words[{i}]", "It must be 2 to 200 code points with at least one letter or digit.", "INVALID_WORD");
        }

        ErasureRules.CheckIds(request.ReportIds, violations);
        ErasureRules.CheckOrder(request.Reason, request.RequestedBy, violations);
        if (request.Words.Count is > 0 and <= MostWords && request.Words.All(w => !string.IsNullOrWhiteSpace(w)))
        {
            var words = new PersonWords(request.Words);
            foreach (var (field, text) in ((string, string)[])[("reason", request.Reason), ("requested_by", request.RequestedBy)])
            {
                words.Cover(text, out var count);
                violations.AddIf(count > 0, field, "It is kept, and must not contain any of the words.", "HOLDS_ERASED_WORDS");
            }
        }
    }
}

/// <summary>Rules for <see cref="ListErasuresRequest"/>.</summary>
internal sealed class ListErasuresValidator : IRequestValidator<ListErasuresRequest>
{
    public string Reason => "LIST_INVALID";

    public void Check(ListErasuresRequest request, FieldViolations violations) =>
        ServiceDefaults.Paging.PageRequest.Read(request.PageSize, request.PageToken, keys: 1, violations);
}
