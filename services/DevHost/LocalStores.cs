using Truceline.DevHost.Processes;
using Truceline.DevHost.Servers;

namespace Truceline.DevHost;

/// <summary>The servers that the services store in: those that DevHost started, and where the others are.</summary>
internal sealed class LocalStores : IAsyncDisposable
{
    private readonly List<IAsyncDisposable> _servers = [];

    private LocalStores()
    {
    }

    /// <summary>What the services are told.</summary>
    internal StorePlan Plan { get; private set; } = StorePlan.Embedded;

    /// <summary>The processes that DevHost started.</summary>
    internal List<ManagedProcess> Processes { get; } = [];

    /// <summary>Starts or finds what was asked for, and makes the databases.</summary>
    /// <exception cref="DevHostException">What was asked for is not installed, not there, or may not be used.</exception>
    internal static async Task<LocalStores> StartAsync(
        LocalSystemOptions options, string folder, string logFolder, Action<string> progress, TimeProvider time, CancellationToken cancellationToken)
    {
        var stores = new LocalStores();
        try
        {
            // A server that another OS user runs needs a folder of its own: nobody else enters the one of the certificate's key.
            ServerFolder FolderOf(string server) => options.DataFolder is null
                ? ServerFolder.Passing() : ServerFolder.Lasting(Path.Combine(folder, server));

            var databases = StorePlan.Embedded.ConnectionStrings;
            var files = "SQLite files";
            if (options.PostgreSql.IsWanted)
            {
                var server = options.PostgreSql.Address;
                if (server is null)
                {
                    progress("Starting PostgreSQL");
                    var own = await PostgreSqlServer.StartAsync(FolderOf("postgresql"), options.Ports.PostgreSql, logFolder, time, cancellationToken);
                    stores.Add(own, own.Process);
                    server = own.ConnectionString("postgres");
                }

                databases = await ServiceDatabases.RequireAsync(server, SystemPlan.AppIds, cancellationToken);
                files = $"PostgreSQL at {ServiceDatabases.Address(server)}";
            }

            var redis = options.Redis.IsWanted ? options.Redis.Address : "";
            if (redis is null)
            {
                progress("Starting Redis");
                var own = await RedisServer.StartAsync(FolderOf("redis"), options.Ports.Redis, logFolder, time, cancellationToken);
                stores.Add(own, own.Process);
                redis = own.Address;
            }
            else if (redis.Length > 0 && !await RedisServer.AnswersAsync(redis, time, cancellationToken))
            {
                throw new DevHostException($"No Redis answers at {redis}. Start it there, or give --redis without a value for one of DevHost's own.");
            }

            stores.Plan = new StorePlan(databases, redis, $"{files}, caches {(redis.Length > 0 ? $"in Redis at {redis}" : "in memory")}");
            return stores;
        }
        catch
        {
            await stores.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers)
        {
            await server.DisposeAsync();
        }
    }

    private void Add(IAsyncDisposable server, ManagedProcess process)
    {
        _servers.Add(server);
        Processes.Add(process);
    }
}
