using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Truceline.Ingest.Reports;
using Truceline.Ingest.Storage;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.FunctionalTests;

[Trait("Needs", "redis")]
public sealed class ReportCacheTests : IAsyncLifetime
{
    private RedisServer _redis = null!;
    private ServiceFixture<IngestGrpcService> _a = null!;
    private ServiceFixture<IngestGrpcService> _b = null!;

    public async Task InitializeAsync()
    {
        _redis = await RedisServer.RunAsync();
        var settings = new Dictionary<string, string> { ["Cache:Redis"] = _redis.Address, ["Cache:PatienceMilliseconds"] = "5000" };
        _a = Replica(settings);
        _b = Replica(settings, _a.DataFolder);
    }

    public async Task DisposeAsync()
    {
        await _b.DisposeAsync();
        await _a.DisposeAsync();
        await _redis.DisposeAsync();
    }

    [Fact]
    public async Task GetReport_ThatAnotherReplicaRead_ComesFromTheSecondLevel()
    {
        var id = await SubmitAsync("The guns fell silent at noon.");
        var read = await GetAsync(_a, id);
        await Poller.UntilAsync("the report in Redis", async () => await _redis.AskAsync($"EXISTS truceline:v2:ingest:report:{id}") == ":1" ? "" : null);
        await ForgetRowsAsync();

        Assert.Equal(read, await GetAsync(_b, id));
    }

    [Fact]
    public async Task SubmitReport_ThatOnlyTheCacheKnows_IsAcceptedAnew()
    {
        var id = await SubmitAsync("The guns fell silent at dusk.");
        await GetAsync(_a, id);
        await ForgetRowsAsync();

        var again = await new IngestService.IngestServiceClient(_a.Channel).SubmitReportAsync(
            new SubmitReportRequest { Report = new ReportDraft { Text = "The guns fell silent at dusk." } });

        Assert.False(again.AlreadyKnown);
    }

    [Fact]
    public async Task GetReport_ThatCameAfterItWasNotFound_IsFound()
    {
        var id = await SubmitAsync("The guns fell silent at dawn.");
        await ForgetRowsAsync();
        Assert.Equal(StatusCode.NotFound, (await Assert.ThrowsAsync<RpcException>(() => GetAsync(_b, id))).StatusCode);

        await SubmitAsync("The guns fell silent at dawn.");

        Assert.Equal(id, (await GetAsync(_b, id)).Id);
    }

    [Fact]
    public async Task GetReport_WhileRedisStandsStill_IsAnsweredWithoutIt()
    {
        var id = await SubmitAsync("The guns fell silent at midnight.");
        await using var replica = Replica(
            new Dictionary<string, string> { ["Cache:Redis"] = _redis.Address, ["Cache:PatienceMilliseconds"] = "50" }, _a.DataFolder);
        Assert.Equal(StatusCode.NotFound, (await Assert.ThrowsAsync<RpcException>(() => GetAsync(replica, "sha256:none"))).StatusCode);
        await _redis.PauseAsync();
        try
        {
            // The client's own patience with Redis is 5 s; a call that has less to spend must not notice.
            for (var i = 0; i < 3; i++)
            {
                var answer = await new IngestService.IngestServiceClient(replica.Channel).GetReportAsync(
                    new GetReportRequest { ReportId = id }, deadline: TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(4));
                Assert.Equal(id, answer.Report.Id);
            }
        }
        finally
        {
            await _redis.ResumeAsync();
        }
    }

    private static ServiceFixture<IngestGrpcService> Replica(Dictionary<string, string> settings, string? dataFolder = null) =>
        new(settings, dataFolder: dataFolder);

    private static async Task<Report> GetAsync(ServiceFixture<IngestGrpcService> replica, string id) =>
        (await new IngestService.IngestServiceClient(replica.Channel).GetReportAsync(new GetReportRequest { ReportId = id })).Report;

    private async Task<string> SubmitAsync(string text) => (await new IngestService.IngestServiceClient(_a.Channel).SubmitReportAsync(
        new SubmitReportRequest { Report = new ReportDraft { Text = text } })).Report.Id;

    private async Task ForgetRowsAsync()
    {
        await using var scope = _a.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IngestDbContext>();
        await db.Reports.ExecuteDeleteAsync();
        await db.StoryReports.ExecuteDeleteAsync();
    }
}
