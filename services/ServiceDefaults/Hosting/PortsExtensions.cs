using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Truceline.ServiceDefaults.Hosting;

internal static class PortsExtensions
{
    internal static void AddServicePorts(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<PortsOptions>()
            .Bind(builder.Configuration.GetSection(PortsOptions.Section))
            .ValidateDataAnnotations()
            .Validate(o => o.Grpc != o.Http, "Ports:Grpc and Ports:Http must differ.")
            .Validate(o => o.Address == "any" || IPAddress.TryParse(o.Address, out _), "Ports:Address must be 'any' or an IP address.")
            .ValidateOnStart();
        builder.Services.AddOptions<KestrelServerOptions>().Configure<IOptions<PortsOptions>>(static (kestrel, ports) =>
        {
            kestrel.AddServerHeader = false;
            Listen(kestrel, ports.Value.Address, ports.Value.Grpc, HttpProtocols.Http2);
            Listen(kestrel, ports.Value.Address, ports.Value.Http, HttpProtocols.Http1);
        });
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(20));
    }

    private static void Listen(KestrelServerOptions kestrel, string address, int port, HttpProtocols protocols)
    {
        if (address == "any")
        {
            kestrel.ListenAnyIP(port, listen => listen.Protocols = protocols);
        }
        else
        {
            kestrel.Listen(IPAddress.Parse(address), port, listen => listen.Protocols = protocols);
        }
    }
}
