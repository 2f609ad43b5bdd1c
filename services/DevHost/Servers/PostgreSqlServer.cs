using System.Globalization;
using System.Runtime.Versioning;
using Npgsql;
using Truceline.DevHost.Ports;
using Truceline.DevHost.Processes;

namespace Truceline.DevHost.Servers;

/// <summary>
/// A PostgreSQL server of DevHost's own on 127.0.0.1, with a random password and without a Unix socket. In a passing folder it does not wait for the
/// disk: a killed process loses nothing by that, a machine that loses power loses a folder that is removed anyway. Not on Windows.
/// </summary>
internal sealed class PostgreSqlServer : IAsyncDisposable
{
    /// <summary>The one role, a superuser of this server.</summary>
    internal const string Role = "truceline";

    private const string Loopback = "127.0.0.1";

    // 9 replicas of 4 services, each with a pool of 20, and some for people.
    private const int PoolSize = 20;
    private const int MostConnections = 760;
    private const int ProbeSeconds = 5;
    private static readonly TimeSpan StopGrace = TimeSpan.FromSeconds(10);

    private readonly ServerFolder _folder;
    private readonly string _password;

    private PostgreSqlServer(ServerFolder folder, int port, string password, ManagedProcess process)
    {
        _folder = folder;
        _password = password;
        Port = port;
        Process = process;
    }

    /// <summary>Its port.</summary>
    internal int Port { get; }

    /// <summary>The process, to be killed and started again.</summary>
    internal ManagedProcess Process { get; }

    /// <summary>Npgsql's connection string of a database; it is not made.</summary>
    internal string ConnectionString(string database) => ConnectionString(Port, _password, database).ConnectionString;

    /// <summary>Starts one and waits until it answers.</summary>
    /// <param name="folder">Its data. Disposed of with the server.</param>
    /// <param name="port">Its port; 0 for any that is free.</param>
    /// <param name="logFolder">Where <c>postgresql.log</c> goes. Null: into its folder.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="DevHostException">PostgreSQL is not installed, ended or was not ready in time.</exception>
    internal static async Task<PostgreSqlServer> StartAsync(
        ServerFolder folder, int port, string? logFolder, TimeProvider time, CancellationToken cancellationToken)
    {
        if (OperatingSystem.IsWindows())
        {
            folder.Dispose();
            throw new DevHostException("DevHost starts no PostgreSQL on Windows. Give --postgres the connection string of one that runs.");
        }

        ManagedProcess? process = null;
        try
        {
            var programs = ServerPrograms.PostgreSqlFolder();
            var logs = logFolder ?? folder.Path;
            var cluster = new PostgreSqlCluster(folder, programs, User(), time);
            var password = await cluster.RequireAsync(logs, cancellationToken);
            var used = port == 0 ? PortProbe.FindFree(1)[0] : port;
            process = new ManagedProcess(Spec(cluster, programs, folder.IsPassing, used, password), logs, time);
            process.Start();
            await process.WaitUntilReadyAsync(cancellationToken);
            return new PostgreSqlServer(folder, used, password, process);
        }
        catch
        {
            await (process?.DisposeAsync() ?? ValueTask.CompletedTask);
            folder.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Process.StopAsync(StopGrace);
        await Process.DisposeAsync();
        _folder.Dispose();
    }

    [UnsupportedOSPlatform("windows")]
    private static ChildSpec Spec(PostgreSqlCluster cluster, string programs, bool isPassing, int port, string password)
    {
        var portText = port.ToString(CultureInfo.InvariantCulture);
        // Not synchronous_commit=off: then a killed server would lose what it had acknowledged.
        string[] careless = isPassing ? ["-c", "fsync=off", "-c", "full_page_writes=off"] : [];
        string[] command =
        [
            .. cluster.Prefix, Path.Combine(programs, "postgres"), "-D", cluster.Data, "-p", portText,
            "-c", "listen_addresses=" + Loopback, "-c", "unix_socket_directories=",
            "-c", string.Create(CultureInfo.InvariantCulture, $"max_connections={MostConnections}"), .. careless,
        ];
        var probe = ConnectionString(port, password, "postgres");
        probe.Pooling = false;
        probe.Timeout = ProbeSeconds;
        // INT is the fast shutdown, which does not wait for clients.
        return new ChildSpec(
            "postgresql", WatchedCommand.Shell, WatchedCommand.Arguments("INT", command), new Dictionary<string, string>(),
            new Uri($"postgresql://{Loopback}:{portText}"))
        {
            Answers = cancellationToken => AnswersAsync(probe.ConnectionString, cancellationToken),
        };
    }

    private static async Task<bool> AnswersAsync(string connectionString, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private static NpgsqlConnectionStringBuilder ConnectionString(int port, string password, string database) => new()
    {
        Host = Loopback,
        Port = port,
        Username = Role,
        Password = password,
        Database = database,
        MaxPoolSize = PoolSize,
    };

    private static UnprivilegedUser? User() => !Environment.IsPrivilegedProcess ? null
        : UnprivilegedUser.Find(File.ReadAllLines("/etc/passwd"))
            ?? throw new DevHostException("PostgreSQL does not run as root, and this system has neither a user postgres nor nobody to run it as.");
}
