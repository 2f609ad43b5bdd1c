using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.Ingest.Reports;

/// <summary>Says everything that is wrong with one report of a stream, but for the order of its index.</summary>
internal sealed class SubmitReportsValidator(IRequestValidator<SubmitReportRequest> single) : IRequestValidator<SubmitReportsRequest>
{
    public string Reason => single.Reason;

    public void Check(SubmitReportsRequest request, FieldViolations violations)
    {
        violations.AddIf(request.Index < 0, "index", "It must be 0 or more.", "OUT_OF_RANGE");
        single.Check(new SubmitReportRequest { Report = request.Report }, violations);
    }
}
