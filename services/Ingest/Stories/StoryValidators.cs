using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Errors;
using Truceline.ServiceDefaults.Paging;

namespace Truceline.Ingest.Stories;

/// <summary>Says everything that is wrong with a wish for a story.</summary>
internal sealed class GetStoryValidator : IRequestValidator<GetStoryRequest>
{
    public string Reason => "STORY_INVALID";

    public void Check(GetStoryRequest request, FieldViolations violations) =>
        PageRequest.Read(request.PageSize, request.PageToken, keys: 2, violations);
}

/// <summary>Says everything that is wrong with a wish for stories.</summary>
internal sealed class ListStoriesValidator : IRequestValidator<ListStoriesRequest>
{
    private const int MostReports = 1_000_000;

    public string Reason => "LIST_INVALID";

    public void Check(ListStoriesRequest request, FieldViolations violations)
    {
        PageRequest.Read(request.PageSize, request.PageToken, keys: 2, violations);
        violations.AddIf(request.MinOrigins is < 0 or > StorySummary.MostAgencies,
            "min_origins", $"It must be in the range [0, {StorySummary.MostAgencies}].", "OUT_OF_RANGE");
        violations.AddIf(request.MinReports is < 0 or > MostReports, "min_reports", $"It must be in the range [0, {MostReports}].", "OUT_OF_RANGE");
        violations.AddIf(request is { FromTime: { } from, ToTime: { } to } && to.CompareTo(from) < 0, "to_time", "It must not be before from_time.", "OUT_OF_RANGE");
    }
}

/// <summary>Says everything that is wrong with a wish for a difference.</summary>
internal sealed class GetDifferenceValidator : IRequestValidator<GetDifferenceRequest>
{
    public string Reason => "DIFFERENCE_INVALID";

    public void Check(GetDifferenceRequest request, FieldViolations violations)
    {
        violations.AddIf(request.LaterReportId.Length == 0, "later_report_id", "It is required.", "REQUIRED");
        violations.AddIf(!Enum.IsDefined(request.Granularity), "granularity", "It must be a granularity.", "UNKNOWN_VALUE");
    }
}
