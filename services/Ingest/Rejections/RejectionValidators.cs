using System.Globalization;
using System.Text.RegularExpressions;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Errors;
using Truceline.ServiceDefaults.Paging;

namespace Truceline.Ingest.Rejections;

/// <summary>What several requests have in common. Pure.</summary>
internal static partial class RejectionRules
{
    internal const string InvalidReason = "REJECTION_INVALID";

    /// <summary>Notes what is no id.</summary>
    internal static void CheckId(string id, string path, FieldViolations violations) =>
        violations.AddIf(!Id().IsMatch(id), path, "It must be \"sha256:\" and 64 lower-case hexadecimal digits.", "INVALID_ID");

    /// <summary>The sort key of a page; null on the first page or when the token is not ours.</summary>
    internal static (DateTimeOffset Time, string Id)? ReadPage(PageRequest page, FieldViolations violations)
    {
        if (page.IsFirst)
        {
            return null;
        }

        if (DateTimeOffset.TryParseExact(page.After[0], "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
        {
            return (time, page.After[1]);
        }

        violations.Add("page_token", "It is not a token that this list gave out.", "INVALID_TOKEN");
        return null;
    }

    [GeneratedRegex(@"^sha256:[0-9a-f]{64}\z")]
    private static partial Regex Id();
}

/// <summary>Checks the page and the document.</summary>
internal sealed class ListRejectionsValidator : IRequestValidator<ListRejectionsRequest>
{
    public string Reason => "LIST_INVALID";

    public void Check(ListRejectionsRequest request, FieldViolations violations)
    {
        RejectionRules.ReadPage(PageRequest.Read(request.PageSize, request.PageToken, keys: 2, violations), violations);
        if (request.DocumentId.Length > 0)
        {
            RejectionRules.CheckId(request.DocumentId, "document_id", violations);
        }
    }
}

/// <summary>Checks the id.</summary>
internal sealed class GetRejectionValidator : IRequestValidator<GetRejectionRequest>
{
    public string Reason => RejectionRules.InvalidReason;

    public void Check(GetRejectionRequest request, FieldViolations violations) => RejectionRules.CheckId(request.RejectionId, "rejection_id", violations);
}

/// <summary>Checks the id.</summary>
internal sealed class DiscardRejectionValidator : IRequestValidator<DiscardRejectionRequest>
{
    public string Reason => RejectionRules.InvalidReason;

    public void Check(DiscardRejectionRequest request, FieldViolations violations) => RejectionRules.CheckId(request.RejectionId, "rejection_id", violations);
}

/// <summary>Checks the id and the size of a correction.</summary>
internal sealed class ReplayRejectionValidator : IRequestValidator<ReplayRejectionRequest>
{
    private const int LargestBody = 1024 * 1024;

    public string Reason => RejectionRules.InvalidReason;

    public void Check(ReplayRejectionRequest request, FieldViolations violations)
    {
        RejectionRules.CheckId(request.RejectionId, "rejection_id", violations);
        violations.AddIf(request.CorrectedBody.Length > LargestBody, "corrected_body", $"It must be at most {LargestBody} bytes.", "TOO_LARGE");
    }
}
