using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Truceline.ServiceDefaults.Health;

/// <summary>
/// Probes. <c>/health/live</c> says that the process answers; <c>/health/ready</c> and gRPC health say that it can do its work:
/// every check tagged <see cref="ReadyTag"/> is healthy or degraded. A degraded check (the sidecar is away: events wait in the outbox)
/// is named in the answer.
/// </summary>
public static class HealthExtensions
{
    /// <summary>Tag of the checks that decide readiness.</summary>
    public const string ReadyTag = "ready";

    /// <summary>Registers the probes.</summary>
    public static void AddServiceHealth(this WebApplicationBuilder builder)
    {
        builder.Services.AddHealthChecks();
        builder.Services.Configure<HealthCheckPublisherOptions>(options =>
        {
            options.Delay = TimeSpan.FromSeconds(1);
            options.Period = TimeSpan.FromSeconds(5);
        });
    }

    /// <summary>Registers gRPC health beside the probes.</summary>
    internal static void AddGrpcHealth(this WebApplicationBuilder builder) =>
        builder.Services.AddGrpcHealthChecks(options => options.Services.Map("", context => context.Tags.Contains(ReadyTag)));

    /// <summary>Maps the probes.</summary>
    public static void MapServiceHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions
        {
            Predicate = check => check.Tags.Contains(ReadyTag),
            ResponseWriter = WriteAsync,
        });
    }

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        var body = new
        {
            status = report.Status.ToString(),
            checks = report.Entries.ToDictionary(e => e.Key, e => new { status = e.Value.Status.ToString(), description = e.Value.Description }),
        };
        return context.Response.WriteAsJsonAsync(body, JsonSerializerOptions.Web, context.RequestAborted);
    }
}
