using Microsoft.Extensions.DependencyInjection;
using Truceline.Ingest.Reports;
using Truceline.Ingest.Retention;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.FunctionalTests.Retention;

public sealed class RetentionTests : IAsyncTest
{
    private readonly LaterTime _time = new();
    private readonly ServiceFixture<IngestGrpcService> _service;

    public RetentionTests() => _service = new(
        new Dictionary<string, string>
        {
            ["Ingest:Retention:ReportsDays"] = "10",
            ["Ingest:Retention:DocumentsDays"] = "20",
            ["Ingest:Retention:PositionsDays"] = "10",
        },
        services => services.AddSingleton<TimeProvider>(_time));

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task Apply_WhatIsOlderThanItsKindAllows_GoesAndTheRestStays()
    {
        var reports = new IngestService.IngestServiceClient(_service.Channel);
        var positions = new PositionService.PositionServiceClient(_service.Channel);
        var old = await SubmitAsync(reports, "Shells fell on the old market of the village on Monday, a guard told this paper.", positions, "truck-1");
        _time.Later += TimeSpan.FromDays(9);
        var young = await SubmitAsync(reports, "Quiet reigned in the hills all week, observers of the mission wrote in a note.", positions, "truck-2");
        _time.Later += TimeSpan.FromDays(2);

        await _service.Services.GetRequiredService<RetentionJob>().ApplyAsync(CancellationToken.None);

        Assert.Empty(await _service.FindWordsAsync("old market"));

        // The event of a position has the outbox's own retention.
        Assert.DoesNotContain(await _service.FindWordsAsync("truck-1"), f => f.StartsWith("positions.", StringComparison.Ordinal));
        Assert.NotEmpty(await _service.FindWordsAsync("Quiet reigned"));
        Assert.Contains(await _service.FindWordsAsync("truck-2"), f => f.StartsWith("positions.", StringComparison.Ordinal));
        Assert.NotNull((await reports.GetReportAsync(new GetReportRequest { ReportId = old })).Report.ErasedTime);
        Assert.Null((await reports.GetReportAsync(new GetReportRequest { ReportId = young })).Report.ErasedTime);
    }

    private async Task<string> SubmitAsync(IngestService.IngestServiceClient reports, string text, PositionService.PositionServiceClient positions, string objectId)
    {
        await positions.SubmitPositionAsync(new SubmitPositionRequest
        {
            Position = new PositionDraft
            {
                ObjectId = objectId,
                Time = _time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture),
                Position = new() { Latitude = 35.4, Longitude = 36.6 },
            },
        });
        return (await reports.SubmitReportAsync(new SubmitReportRequest { Report = new ReportDraft { Text = text } })).Report.Id;
    }

    // Timers run as ever: ticks of days would all have to be made up for.
    private sealed class LaterTime : TimeProvider
    {
        internal TimeSpan Later { get; set; }

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Later;
    }
}
