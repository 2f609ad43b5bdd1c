using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Yarp.ReverseProxy.Configuration;

namespace Truceline.Gateway.Routing;

/// <summary>
/// Lets bodies through whose length nobody knows before: a client's stream, the bytes of an upload. They pass in bounded memory, and how much is taken, and how
/// fast, is for the service to say; the gateway ends those that are silent for <see cref="GatewayOptions.IdleTimeoutSeconds"/>.
/// </summary>
internal static class StreamedBody
{
    private const long NoLimit = -1;

    /// <summary>The route without a bound on its body.</summary>
    internal static RouteConfig Of(RouteConfig route) => route with { MaxRequestBodySize = NoLimit };

    internal static Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        // A service that holds a sender back, or a thin link, must not look like an attack by slowness.
        if (context.GetReverseProxyFeature().Route.Config.MaxRequestBodySize == NoLimit
            && context.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
        {
            rate.MinDataRate = null;
        }

        return next(context);
    }
}
