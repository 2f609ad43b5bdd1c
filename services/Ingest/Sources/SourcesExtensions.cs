using Microsoft.Extensions.Options;
using Truceline.Ingest.Sources.Fetching;
using Truceline.Ingest.Sources.Polling;
using Truceline.Ingest.Sources.Registry;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.Ingest.Sources;

/// <summary>Registers the registry of sources and their poller.</summary>
internal static class SourcesExtensions
{
    internal static WebApplicationBuilder AddSources(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<SourcesOptions>()
            .Bind(builder.Configuration.GetSection(SourcesOptions.Section))
            .ValidateDataAnnotations()
            .Validate(AddressRules.AreReadable, "Ingest:Sources:AllowedNetworks must be networks in CIDR notation, AllowedPorts ports or *, separated by commas.")
            .Validate(o => o.BackOffSeconds <= o.LongestBackOffSeconds, "Ingest:Sources:BackOffSeconds must not exceed LongestBackOffSeconds.")
            .Validate(o => !o.UserAgent.Any(char.IsControl), "Ingest:Sources:UserAgent must not hold control characters.")
            .ValidateOnStart();
        services.AddSingleton(provider => AddressRules.Of(provider.GetRequiredService<IOptions<SourcesOptions>>()));
        services.AddSingleton<IHostLookup, SystemHostLookup>();
        services.AddSingleton<HostGate>();
        services.AddSingleton<ISourceClient, SourceClient>();

        services.AddSingleton<SourceRules>();
        services.AddSingleton<IRequestValidator<CreateSourceRequest>, CreateSourceValidator>();
        services.AddSingleton<IRequestValidator<UpdateSourceRequest>, UpdateSourceValidator>();
        services.AddSingleton<IRequestValidator<ListSourcesRequest>, ListSourcesValidator>();
        services.AddSingleton<IRequestValidator<ListFetchesRequest>, ListFetchesValidator>();

        services.AddSingleton<PollingSignal>();
        services.AddSingleton<DocumentTaker>();
        services.AddSingleton<FetchRun>();
        services.AddHostedService<SourcePoller>();
        return builder;
    }
}
