using System.Collections.Concurrent;
using Grpc.Core;
using Truceline.Ingest.V1;

namespace Truceline.Entity.FunctionalTests;

/// <summary>Gives reports out as Ingest does, and notes who asked for what. It can hang, as one does that is being restarted. Thread-safe.</summary>
internal sealed class FakeIngest(IEnumerable<Report> reports) : IngestService.IngestServiceClient
{
    private readonly Dictionary<string, Report> _reports = reports.ToDictionary(r => r.Id);
    private readonly ConcurrentQueue<string> _asked = new();

    /// <summary>Ids that were asked for, in order.</summary>
    public IReadOnlyList<string> Asked => [.. _asked];

    /// <summary>From so many questions on no answer comes.</summary>
    public int HangsAfter { get; set; } = int.MaxValue;

    public override AsyncUnaryCall<GetReportResponse> GetReportAsync(GetReportRequest request, CallOptions options)
    {
        _asked.Enqueue(request.ReportId);
        return new AsyncUnaryCall<GetReportResponse>(
            AnswerAsync(request.ReportId, _asked.Count > HangsAfter, options.CancellationToken), Task.FromResult(new Metadata()), () => Status.DefaultSuccess, () => [], () => { });
    }

    private async Task<GetReportResponse> AnswerAsync(string id, bool hangs, CancellationToken cancellationToken)
    {
        if (hangs)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        }

        return _reports.TryGetValue(id, out var report)
            ? new GetReportResponse { Report = report }
            : throw new RpcException(new Status(StatusCode.NotFound, "There is none."));
    }
}
