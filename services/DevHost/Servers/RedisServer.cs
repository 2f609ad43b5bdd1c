using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Truceline.DevHost.Ports;
using Truceline.DevHost.Processes;

namespace Truceline.DevHost.Servers;

/// <summary>
/// A <c>redis-server</c> of DevHost's own on 127.0.0.1, without a password. What it holds in a lasting folder is written to an append-only file, so that
/// an end without notice loses nothing that was acknowledged; in a passing one it stays in memory.
/// </summary>
internal sealed class RedisServer : IAsyncDisposable
{
    private const string Loopback = "127.0.0.1";
    private static readonly TimeSpan StopGrace = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PingLimit = TimeSpan.FromSeconds(2);

    private readonly ServerFolder _folder;

    private RedisServer(ServerFolder folder, int port, ManagedProcess process)
    {
        _folder = folder;
        Port = port;
        Process = process;
    }

    /// <summary>Its port.</summary>
    internal int Port { get; }

    /// <summary>host:port, which is also a configuration string of StackExchange.Redis.</summary>
    internal string Address => string.Create(CultureInfo.InvariantCulture, $"{Loopback}:{Port}");

    /// <summary>The process, to be killed and started again.</summary>
    internal ManagedProcess Process { get; }

    /// <summary>Starts one and waits until it answers.</summary>
    /// <param name="folder">Its data. Disposed of with the server.</param>
    /// <param name="port">Its port; 0 for any that is free.</param>
    /// <param name="logFolder">Where <c>redis.log</c> goes. Null: into its folder.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="DevHostException">Redis is not installed, ended or was not ready in time.</exception>
    internal static async Task<RedisServer> StartAsync(
        ServerFolder folder, int port, string? logFolder, TimeProvider time, CancellationToken cancellationToken)
    {
        ManagedProcess? process = null;
        try
        {
            var used = port == 0 ? PortProbe.FindFree(1)[0] : port;
            process = new ManagedProcess(Spec(ServerPrograms.Redis(), folder, used, time), logFolder ?? folder.Path, time);
            process.Start();
            await process.WaitUntilReadyAsync(cancellationToken);
            return new RedisServer(folder, used, process);
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

    /// <summary>The process of a server.</summary>
    internal static ChildSpec Spec(string program, ServerFolder folder, int port, TimeProvider time)
    {
        string[] keeping = folder.IsPassing ? ["--save", "", "--appendonly", "no"] : ["--appendonly", "yes"];
        string[] command =
        [
            program, "--port", port.ToString(CultureInfo.InvariantCulture), "--bind", Loopback, "--protected-mode", "yes",
            "--dir", folder.Path, "--daemonize", "no", .. keeping,
        ];
        return new ChildSpec(
            "redis", WatchedCommand.Shell, WatchedCommand.Arguments("TERM", command), new Dictionary<string, string>(),
            new Uri(string.Create(CultureInfo.InvariantCulture, $"redis://{Loopback}:{port}")))
        {
            Answers = cancellationToken => AnswersAsync(Loopback, port, time, cancellationToken),
        };
    }

    /// <summary>The same for "host:port".</summary>
    internal static Task<bool> AnswersAsync(string address, TimeProvider time, CancellationToken cancellationToken) =>
        Uri.TryCreate("redis://" + address, UriKind.Absolute, out var uri) && uri.Port > 0
            ? AnswersAsync(uri.Host, uri.Port, time, cancellationToken)
            : Task.FromResult(false);

    /// <summary>Whether a Redis answers a PING, which it refuses while it still reads its data.</summary>
    internal static async Task<bool> AnswersAsync(string host, int port, TimeProvider time, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(PingLimit, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(host, port, linked.Token);
            var stream = client.GetStream();
            await stream.WriteAsync("PING\r\n"u8.ToArray(), linked.Token);
            var answer = new byte[5];
            await stream.ReadExactlyAsync(answer, linked.Token);
            return Encoding.ASCII.GetString(answer) == "+PONG";
        }
        catch (Exception exception) when (exception is SocketException or IOException
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return false;
        }
    }
}
