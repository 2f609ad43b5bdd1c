using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Truceline.Ingest.Intake;
using Truceline.Ingest.Reports;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.FunctionalTests.Intake;

public sealed class IntakeWriterTests : IAsyncTest
{
    private readonly ServiceFixture<IngestGrpcService> _service = new();

    private IIntakeWriter Writer => _service.Services.GetRequiredService<IIntakeWriter>();

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task Enqueue_ManyAtOnceWithOneThatNoDatabaseTakes_StoresAllButThatOne()
    {
        var items = Enumerable.Range(0, 100).Select(i => Item($"Report {i} of a quiet day on the line.")).ToArray();
        // A lone surrogate has no UTF-8.
        items[40].Report!.Summary = "\uD800";

        var results = await Task.WhenAll(items.Select(async item => await Task.WhenAny(await Writer.EnqueueAsync(item, CancellationToken.None))));
        var reports = new IngestService.IngestServiceClient(_service.Channel);
        var stored = await reports.ListReportsAsync(new ListReportsRequest { PageSize = 1000 });

        Assert.Equal([40], Enumerable.Range(0, 100).Where(i => results[i].IsFaulted));
        Assert.Equal(99, stored.Reports.Count);
    }

    [Fact]
    public async Task Enqueue_ItemsOfTwoTraces_AnnouncesEachUnderItsOwn()
    {
        var traces = new[] { ActivityTraceId.CreateRandom(), ActivityTraceId.CreateRandom() };
        var results = await Task.WhenAll(traces.Select(async (trace, i) => await await Writer.EnqueueAsync(
            Item($"Story {i}.") with { Trace = new ActivityContext(trace, ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded) }, CancellationToken.None)));
        await Poller.UntilAsync("both events", () => _service.Sidecar.Published.Count >= 2);

        foreach (var (trace, result) in traces.Zip(results))
        {
            var published = Assert.Single(_service.Sidecar.Published, p => p.Read<Events.V1.ReportAccepted>().Report.Id == result.Report!.Id);
            Assert.Contains(trace.ToHexString(), published.TraceParent, StringComparison.Ordinal);
        }
    }

    private static IntakeItem Item(string text) => new()
    {
        Report = ReportFactory.Complete(new Report { Text = text }, "sha256:00", "", "text", DateTimeOffset.UnixEpoch.AddYears(50)),
    };
}
