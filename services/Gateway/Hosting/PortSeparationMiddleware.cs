using Microsoft.Extensions.Options;

namespace Truceline.Gateway.Hosting;

/// <summary>Serves probes and metrics on the health port only, and nothing else there. It looks at the port that was reached, not at the Host header.</summary>
internal sealed class PortSeparationMiddleware(RequestDelegate next, IOptions<GatewayOptions> options)
{
    public Task InvokeAsync(HttpContext context)
    {
        var isInternal = context.Request.Path.StartsWithSegments("/health")
            || context.Request.Path.StartsWithSegments("/metrics")
            || context.Request.Path.StartsWithSegments("/grpc.health.v1.Health");
        if (isInternal == (context.Connection.LocalPort == options.Value.HealthPort))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
