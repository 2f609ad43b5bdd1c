using Google.Rpc;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Truceline.Ingest.Reports;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Paging;

namespace Truceline.Ingest.FunctionalTests;

public class DeadlineTests
{
    [Fact]
    public async Task UnaryCall_ThatNeverEnds_IsEndedByTheServiceAlsoWithoutADeadlineOfTheCaller()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2020, 3, 6, 12, 0, 0, TimeSpan.Zero));
        var store = new StuckStore();
        await using var service = new ServiceFixture<IngestGrpcService>(services: services =>
        {
            services.AddSingleton<TimeProvider>(time);
            services.AddSingleton<IReportStore>(store);
        });
        var client = new IngestService.IngestServiceClient(service.Channel);

        var call = client.GetReportAsync(new GetReportRequest { ReportId = "sha256:00" });
        await store.Entered.Task.WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System);
        time.Advance(TimeSpan.FromSeconds(29));
        Assert.False(call.ResponseAsync.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(2));
        var error = await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync.WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System));

        Assert.Equal(StatusCode.DeadlineExceeded, error.StatusCode);
        Assert.Equal("DEADLINE_EXCEEDED", error.GetRpcStatus()!.GetDetail<ErrorInfo>().Reason);
    }

    private sealed class StuckStore : IReportStore
    {
        public TaskCompletionSource Entered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public async Task<Report?> FindAsync(string id, CancellationToken cancellationToken)
        {
            Entered.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            return null;
        }

        public Task<IReadOnlyList<Report>> ListAsync(string storyId, string sourceId, PageRequest page, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("not asked for");
    }
}
