using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Truceline.Ingest;
using Truceline.ServiceDefaults;

namespace Truceline.Gateway.FunctionalTests;

/// <summary>A gateway with its real ports and certificate, and Ingest behind it; Entity and Notification are away, GeoZone hangs.</summary>
public sealed class RunningGateway : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("truceline-gateway-").FullName;
    // Takes connections and never answers.
    private readonly TcpListener _hung = Loopback();
    private string _certificateHash = "";
    private WebApplication? _gateway;
    private WebApplication? _ingest;

    public Uri Public { get; private set; } = null!;

    public Uri Local { get; private set; } = null!;

    public Uri Health { get; private set; } = null!;

    /// <summary>A handler that takes the gateway's own certificate and no other.</summary>
    public SocketsHttpHandler Handler() => new()
    {
        SslOptions =
        {
            RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.GetCertHashString(HashAlgorithmName.SHA256) == _certificateHash,
        },
    };

    public async Task InitializeAsync()
    {
        _certificateHash = TestCertificate.Write(_folder);
        _hung.Start();
        var ports = LoopbackPorts.Free(5);
        Public = new Uri($"https://localhost:{ports[0]}");
        Local = new Uri($"http://127.0.0.1:{ports[1]}");
        Health = new Uri($"http://127.0.0.1:{ports[2]}");
        _ingest = await StartAsync(
            [$"--Ports:Address=127.0.0.1", $"--Ports:Grpc={ports[3]}", $"--Ports:Http={ports[4]}", $"--Storage:Path={Path.Combine(_folder, "ingest.db")}"],
            builder => builder.AddServiceDefaults("ingest").AddIngest(),
            app => app.MapServiceDefaults().MapIngest());
        _gateway = await StartAsync(
            [
                "--Gateway:Address=loopback", $"--Gateway:PublicPort={ports[0]}", $"--Gateway:LocalPort={ports[1]}", $"--Gateway:HealthPort={ports[2]}",
                $"--Gateway:CertificatePath={Path.Combine(_folder, "cert.pem")}", $"--Gateway:CertificateKeyPath={Path.Combine(_folder, "key.pem")}",
                $"--Gateway:LongestRequest=100000", $"--Gateway:Services:Ingest=http://127.0.0.1:{ports[3]}",
                "--Gateway:Services:Entity=http://127.0.0.1:1", "--Gateway:CallTimeoutSeconds=2",
                $"--Gateway:Services:GeoZone=http://127.0.0.1:{((IPEndPoint)_hung.LocalEndpoint).Port}",
                "--Gateway:Services:Notification=http://127.0.0.1:1", "--Gateway:ExposeOperations=true",
            ],
            builder => builder.AddGateway(),
            app => app.MapGateway());
    }

    public async Task DisposeAsync()
    {
        foreach (var app in new[] { _gateway, _ingest }.OfType<WebApplication>())
        {
            await app.DisposeAsync();
        }

        _hung.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    internal static async Task<WebApplication> StartAsync(string[] args, Action<WebApplicationBuilder> add, Action<WebApplication> map)
    {
        var builder = WebApplication.CreateBuilder(args);
        add(builder);
        var app = builder.Build();
        map(app);
        await app.StartAsync();
        return app;
    }

    private static TcpListener Loopback() => new(IPAddress.Loopback, 0);
}
