using Truceline.Events.V1;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.FunctionalTests.Uploads;

public class UploadRestartTests
{
    private const int Lines = 1000;

    [Theory]
    [InlineData(1)]
    [InlineData(700)]
    public async Task Upload_WhenTheServiceEndsInTheMidst_GoesOnWithNothingLostAndNothingTwice(int stopsAt)
    {
        // Progress is saved seldom, so that items are stored whose results are not.
        var settings = new Dictionary<string, string> { ["Ingest:Uploads:ResultsPerSave"] = "128", ["Leases:DurationSeconds"] = "3" };
        await using var first = new UploadClient(settings);
        first.Format.StopsAt = stopsAt;
        var file = LineFormat.Document(Lines);
        var upload = await first.CreateAsync(file.Length);
        await first.PutAsync(upload.Id, file);
        await Poller.UntilAsync("its items to be taken in", async () =>
            await first.GetAsync(upload.Id) is { State: UploadState.Processing } u && (stopsAt < 128 || u.AcceptedCount >= 128) ? "" : null);
        await first.Service.StopAsync();

        await using var second = new UploadClient(settings, first.Service.DataFolder);
        var ended = await second.EndAsync(upload.Id);
        var results = await second.ResultsAsync(upload.Id);
        await Poller.UntilAsync("every report to be announced", () => Announced(first, second).Distinct().Count() == Lines);

        Assert.Equal((UploadState.Done, Lines, 0L), (ended.State, ended.AcceptedCount, ended.KnownCount));
        Assert.Equal(Enumerable.Range(0, Lines).Select(i => (long)i), results.Select(r => r.Index));
        Assert.Equal(results.Select(r => r.ReportId).Order(), Announced(first, second).Distinct().Order());
    }

    [Fact]
    public async Task Upload_WithThreeReplicas_IsTakenInOnce()
    {
        await using var a = new UploadClient();
        await using var b = new UploadClient(dataFolder: a.Service.DataFolder);
        await using var c = new UploadClient(dataFolder: a.Service.DataFolder);
        UploadClient[] all = [a, b, c];
        var ids = new List<string>();
        for (var i = 0; i < 6; i++)
        {
            var upload = await all[i % 3].CreateAsync();
            await all[(i + 1) % 3].PutAsync(upload.Id, LineFormat.Document(200, first: 1000 * i));
            ids.Add(upload.Id);
        }

        foreach (var id in ids)
        {
            var ended = await b.EndAsync(id);
            Assert.Equal((UploadState.Done, 200L, 0L), (ended.State, ended.AcceptedCount, ended.KnownCount));
        }

        await Poller.UntilAsync("every report to be announced", () => Announced(all).Distinct().Count() == 1200);
        Assert.Equal(1200, Announced(all).Count());
    }

    // One replica publishes for all, and which one may change.
    private static IEnumerable<string> Announced(params UploadClient[] clients) =>
        clients.SelectMany(c => c.Service.Sidecar.Published).Select(p => p.Read<ReportAccepted>().Report.Id);
}
