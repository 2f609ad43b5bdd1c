using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Truceline.Gateway.Hosting;

/// <summary>Opens the gateway's ports.</summary>
internal sealed class GatewayPorts(IOptions<GatewayOptions> options) : IConfigureOptions<KestrelServerOptions>
{
    public void Configure(KestrelServerOptions kestrel)
    {
        var gateway = options.Value;
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = gateway.LongestRequest;
        var address = gateway.Address == "loopback" ? IPAddress.Loopback : IPAddress.IPv6Any;
        // A PEM key is ephemeral; going through PKCS #12 gives one that every platform's TLS takes.
        using var pem = X509Certificate2.CreateFromPemFile(gateway.CertificatePath, gateway.CertificateKeyPath);
        var certificate = X509CertificateLoader.LoadPkcs12(pem.Export(X509ContentType.Pkcs12), password: null);
        kestrel.Listen(address, gateway.PublicPort, listen =>
        {
            listen.Protocols = HttpProtocols.Http1AndHttp2;
            listen.UseHttps(certificate);
        });
        kestrel.Listen(address, gateway.HealthPort, listen => listen.Protocols = HttpProtocols.Http1);
        if (gateway.LocalPort > 0)
        {
            kestrel.Listen(IPAddress.Loopback, gateway.LocalPort, listen => listen.Protocols = HttpProtocols.Http1);
        }
    }
}
