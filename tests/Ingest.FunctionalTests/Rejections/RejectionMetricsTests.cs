using Truceline.Ingest.FunctionalTests.Uploads;

namespace Truceline.Ingest.FunctionalTests.Rejections;

/// <summary>Meters belong to the process: the gauges of a service that runs beside would be read as well, so nothing does.</summary>
[Collection(nameof(RejectionMetricsTests))]
[CollectionDefinition(nameof(RejectionMetricsTests), DisableParallelization = true)]
public class RejectionMetricsTests
{
    [Fact]
    public async Task Metrics_WhileItemsWait_CountThem()
    {
        await using var client = new UploadClient();
        await RejectionTests.RejectAsync(client);
        await using var next = new UploadClient(dataFolder: client.Service.DataFolder);
        using var http = next.Service.CreateClient();

        await Poller.UntilAsync("the gauge of refused items", async () =>
            (await http.GetStringAsync(new Uri("/metrics", UriKind.Relative))).Split('\n')
                .Any(l => l.StartsWith("truceline_rejections_waiting", StringComparison.Ordinal) && (l.EndsWith(" 2", StringComparison.Ordinal) || l.Contains(" 2 ", StringComparison.Ordinal))) ? "" : null);
    }
}
