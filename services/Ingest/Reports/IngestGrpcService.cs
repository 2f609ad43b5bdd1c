using Grpc.Core;
using Truceline.Ingest.Intake;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Errors;
using Truceline.ServiceDefaults.Paging;
using Truceline.ServiceDefaults.Telemetry;

namespace Truceline.Ingest.Reports;

/// <summary>Serves <c>truceline.ingest.v1.IngestService</c>.</summary>
internal sealed class IngestGrpcService(IReportStore store, ReportIntake intake, ReportStream stream) : IngestService.IngestServiceBase
{
    public override async Task<SubmitReportResponse> SubmitReport(SubmitReportRequest request, ServerCallContext context)
    {
        var result = await await intake.HandOverAsync(request.Report, context.CancellationToken);
        var report = result.Report!.Clone();
        System.Diagnostics.Activity.Current?.SetTag(TelemetryNames.ReportId, report.Id);
        report.Text = "";
        return new SubmitReportResponse { Report = report, AlreadyKnown = result.Outcome == ItemOutcome.AlreadyKnown };
    }

    public override Task SubmitReports(
        IAsyncStreamReader<SubmitReportsRequest> requestStream, IServerStreamWriter<SubmitReportsResponse> responseStream, ServerCallContext context) =>
        stream.RunAsync(requestStream, responseStream, context.CancellationToken);

    public override async Task<GetReportResponse> GetReport(GetReportRequest request, ServerCallContext context)
    {
        var report = await store.FindAsync(request.ReportId, context.CancellationToken)
            ?? throw new ResourceNotFoundException("REPORT_NOT_FOUND", "report", request.ReportId);
        return new GetReportResponse { Report = report };
    }

    public override async Task<ListReportsResponse> ListReports(ListReportsRequest request, ServerCallContext context)
    {
        var violations = new FieldViolations();
        var page = PageRequest.Read(request.PageSize, request.PageToken, keys: 2, violations);
        violations.ThrowIfAny("LIST_INVALID");

        var found = await store.ListAsync(request.StoryId, request.SourceId, page, context.CancellationToken);
        var response = new ListReportsResponse { Reports = { found.Take(page.Size) } };
        if (found.Count > page.Size)
        {
            var last = response.Reports[^1];
            response.NextPageToken = PageRequest.TokenAfter(
                last.ReceivedTime.ToDateTimeOffset().ToString("O", System.Globalization.CultureInfo.InvariantCulture), last.Id);
        }

        return response;
    }
}
