using Microsoft.Extensions.Options;
using Yarp.ReverseProxy.Forwarder;

namespace Truceline.Gateway.Routing;

/// <summary>Makes the HTTP clients to the services: bounded in connecting, and with pings, so that a replica that hangs is noticed.</summary>
internal sealed class ServiceHttpClients(ILogger<ForwarderHttpClientFactory> logger, IOptions<GatewayOptions> options)
    : ForwarderHttpClientFactory(logger)
{
    protected override void ConfigureHandler(ForwarderHttpClientContext context, SocketsHttpHandler handler)
    {
        base.ConfigureHandler(context, handler);
        handler.ConnectTimeout = TimeSpan.FromSeconds(options.Value.ConnectTimeoutSeconds);
        handler.KeepAlivePingDelay = TimeSpan.FromSeconds(20);
        handler.KeepAlivePingTimeout = TimeSpan.FromSeconds(10);
    }
}
