using Microsoft.Extensions.DependencyInjection;
using Truceline.Ingest.Reports;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.FunctionalTests.Sources;

/// <summary>The service, allowed to look at what stands on this machine's first loopback address.</summary>
internal sealed class SourcesFixture(
    Action<IServiceCollection>? services = null, string? dataFolder = null, params (string Name, string Value)[] settings)
    : ServiceFixture<IngestGrpcService>(Settings(settings), services, dataFolder)
{
    private SourceService.SourceServiceClient? _sources;

    public SourceService.SourceServiceClient Sources => _sources ??= new SourceService.SourceServiceClient(Channel);

    /// <summary>Registers a source.</summary>
    public async Task<Source> CreateAsync(string address, int interval = 3600, bool paused = true) =>
        (await Sources.CreateSourceAsync(new CreateSourceRequest
        {
            Source = new Source { Name = "A desk", Address = address, IntervalSeconds = interval, Paused = paused },
        })).Source;

    /// <summary>Looks at a source now.</summary>
    public async Task<SourceFetch> FetchAsync(Source source)
    {
        var response = await Sources.FetchSourceAsync(new FetchSourceRequest { SourceId = source.Id });
        return response.Fetch ?? throw new TimeoutException("The fetch did not end.");
    }

    /// <summary>A source as it is now.</summary>
    public async Task<Source> GetAsync(Source source) => (await Sources.GetSourceAsync(new GetSourceRequest { SourceId = source.Id })).Source;

    /// <summary>Ids of the reports that are stored.</summary>
    public async Task<IReadOnlyList<Report>> ReportsAsync() =>
        (await new IngestService.IngestServiceClient(Channel).ListReportsAsync(new ListReportsRequest { PageSize = 1000 })).Reports;

    private static Dictionary<string, string> Settings((string Name, string Value)[] settings)
    {
        var all = new Dictionary<string, string>
        {
            ["Ingest:Sources:AllowedNetworks"] = "127.0.0.1/32",
            ["Ingest:Sources:AllowedPorts"] = "*",
            ["Ingest:Sources:HostPauseSeconds"] = "0",
            ["Ingest:Sources:ShortestIntervalSeconds"] = "1",
            ["Ingest:Sources:PollSeconds"] = "0.1",
        };
        foreach (var (name, value) in settings)
        {
            all[name] = value;
        }

        return all;
    }
}
