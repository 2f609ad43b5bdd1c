using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration.Memory;

namespace Truceline.ServiceDefaults.Telemetry;

/// <summary>What is logged when nothing is configured.</summary>
public static class LoggingExtensions
{
    /// <summary>
    /// Sets the levels: the house's own events from Information, the frameworks' from Warning. Section <c>Logging</c> overrides them, since
    /// this is the weakest source of configuration.
    /// </summary>
    public static void AddServiceLogging(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource
        {
            InitialData = new Dictionary<string, string?>
            {
                ["Logging:LogLevel:Default"] = "Information",
                ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning",
                ["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "Warning",
                ["Logging:LogLevel:System.Net.Http"] = "Warning",
                ["Logging:LogLevel:Yarp"] = "Warning",
                ["Logging:LogLevel:Grpc"] = "Warning",
                ["Logging:LogLevel:ZiggyCreatures"] = "Warning",
            },
        });
    }
}
