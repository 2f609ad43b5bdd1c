using Dapr.Client;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Truceline.Testing;

/// <summary>
/// A whole service on a TestServer: its own database (see <see cref="TestStore"/>), a sidecar in memory, a real gRPC channel. Make one for each test;
/// to restart a service on the same data give the second the first one's <see cref="DataFolder"/>.
/// </summary>
/// <typeparam name="TEntry">Any type of the service's assembly.</typeparam>
public class ServiceFixture<TEntry> : WebApplicationFactory<TEntry>
    where TEntry : class
{
    private readonly IReadOnlyDictionary<string, string> _settings;
    private readonly bool _ownsFolder;
    private readonly Action<IServiceCollection>? _services;
    private GrpcChannel? _channel;

    /// <param name="settings">Configuration beside the defaults, e.g. <c>["Notification:RetryBaseSeconds"] = "0.05"</c>.</param>
    /// <param name="services">Replaces services, e.g. the <c>TimeProvider</c> or a client of another service.</param>
    /// <param name="dataFolder">Folder of an earlier fixture to go on from; a new one when not given.</param>
    public ServiceFixture(
        IReadOnlyDictionary<string, string>? settings = null, Action<IServiceCollection>? services = null, string? dataFolder = null)
    {
        _settings = settings ?? new Dictionary<string, string>();
        _services = services;
        _ownsFolder = dataFolder is null;
        DataFolder = dataFolder ?? Directory.CreateTempSubdirectory("truceline-test-").FullName;
    }

    /// <summary>Where the service keeps its database.</summary>
    public string DataFolder { get; }

    /// <summary>What stands in for the Dapr sidecar.</summary>
    public FakeSidecar Sidecar { get; } = new();

    /// <summary>Channel to the service. The service starts when it is first asked for.</summary>
    public GrpcChannel Channel => _channel ??= GrpcChannel.ForAddress(
        Server.BaseAddress, new GrpcChannelOptions { HttpHandler = Server.CreateHandler() });

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("Storage:Path", Path.Combine(DataFolder, "service.db"));
        if (TestStore.ConnectionString(DataFolder) is { } connection)
        {
            builder.UseSetting("Storage:ConnectionString", connection);
        }

        builder.UseSetting("Leases:Owner", Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString());
        foreach (var (key, value) in _settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureLogging(logging => logging.ClearProviders().SetMinimumLevel(LogLevel.Warning).AddSimpleConsole());
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton(new DaprClientBuilder()
                .UseGrpcEndpoint("http://sidecar.test")
                .UseGrpcChannelOptions(new GrpcChannelOptions { HttpHandler = Sidecar, ThrowOperationCanceledOnCancellation = true })
                .Build());
            _services?.Invoke(services);
        });
    }

    /// <summary>Stops the service and keeps its data, for another fixture to go on from; disposing of this one removes it.</summary>
    public async Task StopAsync()
    {
        _channel?.Dispose();
        await base.DisposeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        _channel?.Dispose();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
        if (_ownsFolder && Directory.Exists(DataFolder))
        {
            // The pool keeps files open that are to be deleted.
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            await TestStore.DropAsync(DataFolder);
            Directory.Delete(DataFolder, recursive: true);
        }
    }
}
