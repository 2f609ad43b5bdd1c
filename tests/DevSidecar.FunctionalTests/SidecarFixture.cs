using System.Globalization;
using Dapr.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Truceline.DevSidecar.Health;
using Truceline.DevSidecar.Streams;

namespace Truceline.DevSidecar.FunctionalTests;

/// <summary>The sidecar in the test's own process, on real ports, with a data directory of its own.</summary>
internal sealed class SidecarFixture : IAsyncDisposable
{
    private readonly List<(string AppId, int Port)> _grpcPorts = [];
    private readonly Dictionary<string, string> _settings = [];
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("sidecar-");
    private readonly List<DaprClient> _clients = [];
    private WebApplication? _host;

    /// <summary>The clock of the sidecar in this process.</summary>
    public ShiftedTime Time { get; } = new();

    public int AdminPort { get; } = FreePorts.Next();

    public IStreamStore Store => Services.GetRequiredService<IStreamStore>();

    private IServiceProvider Services => (_host ?? throw new InvalidOperationException("Not started.")).Services;

    public SidecarFixture With(string setting, string value)
    {
        _settings["Sidecar:" + setting] = value;
        return this;
    }

    /// <summary>Serves an app; another call with the same id adds a replica.</summary>
    public SidecarFixture Serve(string appId, TestApp? app = null)
    {
        var index = _grpcPorts.Count;
        _grpcPorts.Add((appId, FreePorts.Next()));
        With($"Apps:{index}:AppId", appId).With($"Apps:{index}:DaprGrpcPort", _grpcPorts[index].Port.ToString(CultureInfo.InvariantCulture));
        return app is null ? this : With($"Apps:{index}:AppPort", app.Port.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The command line that gives a process of its own the same settings.</summary>
    public string[] Arguments() =>
    [
        .. With("AdminPort", AdminPort.ToString(CultureInfo.InvariantCulture)).With("DataPath", _data.FullName)._settings
            .Select(setting => $"--{setting.Key}={setting.Value}"),
    ];

    public async Task<SidecarFixture> StartAsync()
    {
        _host = SidecarProcess.Build(Arguments(), builder =>
        {
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton<TimeProvider>(Time);
        });
        await _host.StartAsync();
        return this;
    }

    public async Task StopAsync()
    {
        if (_host is null)
            return;
        await _host.StopAsync();
        await _host.DisposeAsync();
        _host = null;
    }

    /// <summary>An unmodified Dapr client on the port of the app, or of one of its replicas.</summary>
    public DaprClient ClientOf(string appId, string? apiToken = null, int replica = 0)
    {
        var builder = new DaprClientBuilder()
            .UseGrpcEndpoint($"http://127.0.0.1:{_grpcPorts.Where(app => app.AppId == appId).ElementAt(replica).Port}")
            .UseHttpEndpoint($"http://127.0.0.1:{AdminPort}");
        if (apiToken is not null)
            builder.UseDaprApiToken(apiToken);
        var client = builder.Build();
        _clients.Add(client);
        return client;
    }

    public AppStatus StatusOf(string appId) => Assert.Single(ReplicasOf(appId));

    public StatusReport Report() => Services.GetRequiredService<StatusReporter>().Report();

    /// <summary>The status of each replica, in the order in which they were given.</summary>
    public IReadOnlyList<AppStatus> ReplicasOf(string appId) => [.. Report().Apps.Where(app => app.AppId == appId)];

    /// <summary>Waits until the app's messages are all settled.</summary>
    public Task IsSettled(string appId, int messages) => Eventually.Holds(
        $"{messages} settled messages for {appId}",
        () =>
        {
            var replicas = ReplicasOf(appId);
            return replicas.All(replica => replica is { Held: 0, Pending: 0, Waiting: 0 })
                && replicas.Sum(replica => replica.Delivered + replica.Failed) == messages;
        },
        () => string.Join("; ", ReplicasOf(appId)));

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients)
            client.Dispose();
        await StopAsync();
        _data.Delete(recursive: true);
    }
}
