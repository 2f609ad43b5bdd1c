using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Truceline.ServiceDefaults.Hosting;

namespace Truceline.ServiceDefaults.Leases;

internal static class LeasesExtensions
{
    internal static void AddLeases(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<LeaseOptions>()
            .Bind(builder.Configuration.GetSection(LeaseOptions.Section))
            .PostConfigure<IOptions<PortsOptions>>((options, ports) =>
            {
                if (options.Owner.Length == 0)
                {
                    options.Owner = $"{Environment.MachineName}:{ports.Value.Grpc}";
                }
            })
            .ValidateDataAnnotations()
            .ValidateOnStart();
        builder.Services.AddSingleton<LeaseStore>();
        builder.Services.AddSingleton(services => new LeaseHolder(
            services.GetRequiredService<LeaseStore>(),
            services.GetRequiredService<IOptions<LeaseOptions>>(),
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<ILogger<LeaseHolder>>()));
    }
}
