using System.Globalization;
using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Truceline.Entity.Storage;
using Truceline.Entity.V1;
using Truceline.Events.V1;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Events;

namespace Truceline.Entity.FunctionalTests;

/// <summary>The worker that reads reports again after the reader changed, on the data that an earlier reader left.</summary>
public sealed class RereadingWorkerTests : IAsyncTest
{
    private const string Read = "Shelling killed 3 civilians in Taiz on Monday, the Observatory said.";
    private const string Earlier = "rules-0";

    // Nothing is read from these words; the earlier reader took claims from them.
    private const string Text = Read + " It was a mild day, with some sunshine and a light breeze from the sea.";

    private static readonly Dictionary<string, string> Rereads = new()
    {
        ["Services:Ingest"] = "http://ingest.test",
        ["Entity:Rereading:LookSeconds"] = "0.1",
        ["Entity:Rereading:ReportsPerSecond"] = "1000",
    };

    private readonly EntityServer _first = new();

    public ValueTask DisposeAsync() => _first.DisposeAsync();

    [Fact]
    public async Task ExecuteAsync_OfWhatAnEarlierReaderLeft_WithdrawsKeepsWhatWasConfirmedAndTells()
    {
        var report = Assert.Single(await SeedAsync(1));
        var desk = new ClaimService.ClaimServiceClient(_first.Service.Channel);
        await AddAsync(report, "confirmed", Read.Length + 20, Read.Length + 40);
        await desk.AcceptClaimAsync(new AcceptClaimRequest { ClaimId = "confirmed", CorrectedBy = "desk", Reason = "seen on the spot" });
        await _first.Service.StopAsync();
        await using var later = Later(new FakeIngest([report]));

        await UntilReadAsync(later, 1);
        desk = new ClaimService.ClaimServiceClient(later.Service.Channel);
        var claims = (await later.Readings.ListClaimsAsync(new ListClaimsRequest())).Claims;
        var changes = (await desk.ListReadingChangesAsync(new ListReadingChangesRequest { ReportId = report.Id })).Changes;
        var told = await Poller.UntilAsync("claims.withdrawn", () => Task.FromResult(Withdrawn(later).FirstOrDefault()));

        Assert.DoesNotContain(claims, c => c.Id == WrongOf(report));
        Assert.Equal(ReviewState.Accepted, Assert.Single(claims, c => c.Id == "confirmed").Review.State);
        Assert.Contains(claims, c => c.Class == "assault_shelling");
        Assert.Equal(WrongOf(report), Assert.Single(changes, c => c.Kind == ReadingChangeKind.Withdrawn).ClaimId);
        Assert.Equal("confirmed", Assert.Single(changes, c => c.Kind == ReadingChangeKind.Kept).ClaimId);
        Assert.All(changes, c => Assert.Equal(Earlier, c.EarlierReader));
        Assert.Equal((WrongOf(report), WithdrawalReason.NotRead), (Assert.Single(told.Claims).ClaimId, told.Claims[0].Reason));
    }

    [Fact]
    public async Task ExecuteAsync_StoppedHalfWay_GoesOnWhereItStopped()
    {
        var reports = await SeedAsync(6);
        await _first.Service.StopAsync();
        var ingest = new FakeIngest(reports) { HangsAfter = 3 };
        await using (var stopped = Later(ingest))
        {
            await UntilReadAsync(stopped, 3);
            await Poller.UntilAsync("the fourth question", () => ingest.Asked.Count == 4);
            await stopped.Service.StopAsync();
        }

        var rest = new FakeIngest(reports);
        await using var next = Later(rest);
        await UntilReadAsync(next, 6);

        Assert.Equal(reports.Select(r => r.Id).Order(StringComparer.Ordinal), ingest.Asked.Take(3).Concat(rest.Asked));
        Assert.Equal(6, await WithdrawalsAsync(next));
    }

    [Fact]
    public async Task ExecuteAsync_OnThreeReplicas_ReadsEachReportOnce()
    {
        var reports = await SeedAsync(6);
        await _first.Service.StopAsync();
        var ingest = new FakeIngest(reports);
        await using var a = Later(ingest);
        await using var b = Later(ingest);
        await using var c = Later(ingest);
        EntityServer[] replicas = [a, b, c];
        foreach (var replica in replicas)
        {
            // It starts when it is first asked for.
            _ = replica.Service.Services;
        }

        await UntilReadAsync(a, 6);
        await Poller.UntilAsync("six withdrawals", () => replicas.Sum(r => Withdrawn(r).Count()) >= 6);

        Assert.Equal(reports.Select(r => r.Id).Order(StringComparer.Ordinal), ingest.Asked);
        Assert.Equal(reports.Select(WrongOf).Order(StringComparer.Ordinal), replicas.SelectMany(Withdrawn).SelectMany(w => w.Claims).Select(w => w.ClaimId).Order(StringComparer.Ordinal));
        Assert.Equal(6, await WithdrawalsAsync(a));
    }

    [Fact]
    public async Task ExecuteAsync_OfAReportThatIngestHasNoLonger_LeavesItsReading()
    {
        var report = Assert.Single(await SeedAsync(1));
        await _first.Service.StopAsync();
        await using var later = Later(new FakeIngest([]));

        await UntilReadAsync(later, 1);

        Assert.Contains((await later.Readings.ListClaimsAsync(new ListClaimsRequest())).Claims, c => c.Id == WrongOf(report));
        Assert.Equal(0, await WithdrawalsAsync(later));
    }

    private static string WrongOf(Report report) => "wrong-" + report.Id;

    private EntityServer Later(FakeIngest ingest) => new(Rereads, _first.Service.DataFolder, services => services.AddSingleton<IngestService.IngestServiceClient>(ingest));

    // Reports as an earlier reader left them: each with a claim that this one does not make.
    private async Task<IReadOnlyList<Report>> SeedAsync(int count)
    {
        var reports = Enumerable.Range(0, count).Select(i => EntityServer.ReportOf(i.ToString(CultureInfo.InvariantCulture), Text)).ToList();
        foreach (var report in reports)
        {
            await _first.DeliverAsync(Topics.ReportAccepted, new ReportAccepted { Report = report });
            await AddAsync(report, WrongOf(report), Read.Length + 1, Read.Length + 18);
        }

        Assert.DoesNotContain((await _first.Readings.ListClaimsAsync(new ListClaimsRequest())).Claims, c => c.Class != "say" && c.Evidence.Span.End > Read.Length + 1);
        await using var scope = _first.Service.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<EntityDbContext>();
        await db.Readings.ExecuteUpdateAsync(set => set.SetProperty(r => r.Reader, Earlier));
        return reports;
    }

    private async Task AddAsync(Report report, string claimId, int start, int end)
    {
        await using var scope = _first.Service.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<EntityDbContext>();
        var claim = new Claim { Id = claimId, Kind = ClaimKind.Statement, Class = "say", Evidence = new Type.V1.Evidence { ReportId = report.Id, Span = new Type.V1.Span { Start = start, End = end } } };
        db.Claims.Add(new ClaimRow { ClaimId = claimId, ReportId = report.Id, Kind = (int)claim.Kind, Class = claim.Class, Claim = claim.ToByteArray() });
        await db.SaveChangesAsync();
    }

    private static async Task UntilReadAsync(EntityServer server, int count)
    {
        await using var scope = server.Service.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<EntityDbContext>();
        await Poller.UntilAsync($"{count} reports read again", async () => await db.Readings.CountAsync(r => r.Reader != Earlier) == count ? "done" : null);
    }

    private static IEnumerable<ClaimsWithdrawn> Withdrawn(EntityServer server) =>
        server.Service.Sidecar.Published.Where(p => p.Topic == Topics.ClaimsWithdrawn).Select(p => p.Read<ClaimsWithdrawn>());

    private static async Task<int> WithdrawalsAsync(EntityServer server)
    {
        await using var scope = server.Service.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<EntityDbContext>();
        return await db.ReadingChanges.CountAsync(c => c.Kind == (int)ReadingChangeKind.Withdrawn);
    }
}
