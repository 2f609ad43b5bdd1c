using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Truceline.DevSidecar;

/// <summary>
/// The listeners, all on 127.0.0.1: h2c for each app, HTTP/1.1 for the admin endpoint. The port a call came in on tells which app called.
/// </summary>
internal sealed class SidecarListeners(IOptions<SidecarOptions> options) : IConfigureOptions<KestrelServerOptions>
{
    public void Configure(KestrelServerOptions kestrel)
    {
        foreach (var app in options.Value.Apps)
            kestrel.Listen(IPAddress.Loopback, app.DaprGrpcPort, listener => listener.Protocols = HttpProtocols.Http2);
        kestrel.Listen(IPAddress.Loopback, options.Value.AdminPort, listener => listener.Protocols = HttpProtocols.Http1);
    }

    /// <summary>The app whose port took the connection.</summary>
    /// <exception cref="InvalidOperationException">No app has that port.</exception>
    public AppOptions AppOf(HttpContext context) =>
        options.Value.Apps.Find(app => app.DaprGrpcPort == context.Connection.LocalPort)
        ?? throw new InvalidOperationException($"Port {context.Connection.LocalPort} belongs to no app.");

    /// <summary>The setting that names a port, for the message when it is taken.</summary>
    public static string SettingOf(SidecarOptions options, int port)
    {
        var index = options.Apps.FindIndex(app => app.DaprGrpcPort == port);
        return index < 0 ? "Sidecar:AdminPort" : $"Sidecar:Apps:{index}:DaprGrpcPort ('{options.Apps[index].AppId}')";
    }
}
