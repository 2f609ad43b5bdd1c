using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Truceline.Ingest.Intake;
using Truceline.Ingest.Reports;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.FunctionalTests;

public class SubmitReportsTests
{
    [Fact]
    public async Task SubmitReports_InAStream_AnswersEachInOrderUnderItsIndex()
    {
        await using var service = new ServiceFixture<IngestGrpcService>();
        var client = new IngestService.IngestServiceClient(service.Channel);

        var results = await SendAsync(client, Enumerable.Range(0, 300).Select(i => (10L * i, Draft(i))));
        var stored = await client.GetReportAsync(new GetReportRequest { ReportId = results[299].ReportId });

        Assert.Equal(Enumerable.Range(0, 300).Select(i => 10L * i), results.Select(r => r.Index));
        Assert.All(results, r => Assert.Equal(ItemOutcome.Accepted, r.Outcome));
        Assert.Equal(Draft(299)!.Text, stored.Report.Text);
    }

    [Fact]
    public async Task SubmitReports_WithBadOnesAmong_RefusesThemAloneWithEveryViolation()
    {
        await using var service = new ServiceFixture<IngestGrpcService>();
        var client = new IngestService.IngestServiceClient(service.Channel);

        var results = await SendAsync(client,
        [
            (0, Draft(0)), (1, new ReportDraft { Published = "soon", Url = "x" }), (1, Draft(1)), (2, null), (3, new ReportDraft { Text = "a\0b" }), (4, Draft(4)),
        ]);

        Assert.Equal(
            [ItemOutcome.Accepted, ItemOutcome.Rejected, ItemOutcome.Rejected, ItemOutcome.Rejected, ItemOutcome.Rejected, ItemOutcome.Accepted],
            results.Select(r => r.Outcome));
        Assert.Equal(["report.text", "report.published", "report.url"], results[1].Violations.Select(v => v.Field));
        Assert.Equal(("index", "OUT_OF_ORDER"), (results[2].Violations.Single().Field, results[2].Violations.Single().Reason));
        Assert.Equal("report", results[3].Violations.Single().Field);
        Assert.Equal(("report.text", "INVALID_CHARACTER"), (results[4].Violations.Single().Field, results[4].Violations.Single().Reason));
    }

    [Fact]
    public async Task SubmitReports_AfterACut_GoesOnBehindTheLastAnswerWithNothingTwice()
    {
        await using var service = new ServiceFixture<IngestGrpcService>();
        var client = new IngestService.IngestServiceClient(service.Channel);
        var answered = new List<ItemResult>();
        using (var cut = client.SubmitReports())
        {
            for (var i = 0; i < 40; i++)
            {
                await cut.RequestStream.WriteAsync(new SubmitReportsRequest { Index = i, Report = Draft(i) });
            }

            while (answered.Count < 10 && await cut.ResponseStream.MoveNext(CancellationToken.None))
            {
                answered.Add(cut.ResponseStream.Current.Result);
            }
        }

        var rest = await SendAsync(client, Enumerable.Range(10, 90).Select(i => ((long)i, Draft(i))));
        await Poller.UntilAsync("every report to be announced", () => service.Sidecar.Published.Count >= 100);

        Assert.Equal(Enumerable.Range(0, 100).Select(i => (long)i), answered.Concat(rest).Select(r => r.Index));
        Assert.All(rest.Where(r => r.Index >= 40), r => Assert.Equal(ItemOutcome.Accepted, r.Outcome));
        Assert.DoesNotContain(rest, r => r.Outcome == ItemOutcome.Rejected);
        Assert.Equal(100, service.Sidecar.Published.Select(p => p.EventId).Distinct().Count());
        Assert.Equal(100, service.Sidecar.Published.Count);
    }

    [Fact]
    public async Task SubmitReports_FasterThanTheStore_IsHeldBack()
    {
        var writer = new StuckWriter();
        await using var service = new ServiceFixture<IngestGrpcService>(
            new Dictionary<string, string> { ["Ingest:Intake:ReadAhead"] = "20" }, services => services.AddSingleton<IIntakeWriter>(writer));
        using var call = new IngestService.IngestServiceClient(service.Channel).SubmitReports();
        using var stop = new CancellationTokenSource();
        var sending = Task.Run(async () =>
        {
            for (var i = 0; !stop.IsCancellationRequested; i++)
            {
                await call.RequestStream.WriteAsync(new SubmitReportsRequest { Index = i, Report = new ReportDraft { Text = new string('a', 100_000) + i } }, stop.Token);
            }
        });

        await Poller.UntilAsync("the window to be full", () => writer.Items >= 2 * 20);
        var before = writer.Items;
        // Whatever more were read would have come by now: a report is read in far less.
        for (var i = 0; i < 20; i++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }

        Assert.InRange(writer.Items, before, 2 * 23);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => sending);
    }

    [Fact]
    public async Task SubmitReports_WhileTheStoreDoesNotAnswer_EndsWithItsError()
    {
        await using var service = new ServiceFixture<IngestGrpcService>(
            services: services => services.AddSingleton<IIntakeWriter>(new FailingWriter()));
        using var call = new IngestService.IngestServiceClient(service.Channel).SubmitReports();

        await call.RequestStream.WriteAsync(new SubmitReportsRequest { Report = Draft(0) });
        var error = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(CancellationToken.None));

        Assert.Equal(StatusCode.DeadlineExceeded, error.StatusCode);
    }

    private static ReportDraft? Draft(int i) => new()
    {
        Text = $"Observer {i} counted {i * 7 % 90} vehicles on road {i * 13 % 400} heading {(i % 2 == 0 ? "north" : "south")}.",
        Published = "2021-05-04",
        Source = "Example Mission",
    };

    private static async Task<IReadOnlyList<ItemResult>> SendAsync(
        IngestService.IngestServiceClient client, IEnumerable<(long Index, ReportDraft? Report)> reports)
    {
        using var call = client.SubmitReports();
        var reading = call.ResponseStream.ReadAllAsync().Select(r => r.Result).ToListAsync();
        foreach (var (index, report) in reports)
        {
            await call.RequestStream.WriteAsync(new SubmitReportsRequest { Index = index, Report = report });
        }

        await call.RequestStream.CompleteAsync();
        return await reading;
    }

    private sealed class StuckWriter : IIntakeWriter
    {
        private int _items;

        public int Items => Volatile.Read(ref _items);

        public ValueTask<Task<IntakeResult>> EnqueueAsync(IntakeItem item, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _items);
            return new(new TaskCompletionSource<IntakeResult>().Task);
        }
    }

    private sealed class FailingWriter : IIntakeWriter
    {
        public ValueTask<Task<IntakeResult>> EnqueueAsync(IntakeItem item, CancellationToken cancellationToken) =>
            new(Task.FromException<IntakeResult>(new TimeoutException()));
    }
}
