using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Truceline.Testing;

/// <summary>A redis-server of the test's own, in memory, on a free port; ended by its process id. It can be killed and started again.</summary>
public sealed class RedisServer : IAsyncDisposable
{
    private readonly int _port = LoopbackPorts.Free(1)[0];
    private Process? _process;

    /// <summary>The setting <c>Cache:Redis</c> for it.</summary>
    public string Address => $"127.0.0.1:{_port}";

    /// <summary>One that runs.</summary>
    public static async Task<RedisServer> RunAsync()
    {
        var server = new RedisServer();
        await server.StartAsync();
        return server;
    }

    /// <summary>Starts it; returns when it answers.</summary>
    public async Task StartAsync()
    {
        _process = Process.Start(new ProcessStartInfo(
            "redis-server", ["--port", $"{_port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--loglevel", "warning"])
        {
            RedirectStandardOutput = true,
        })!;
        await Poller.UntilAsync("redis-server to answer", async () => await AskAsync("PING") is "+PONG" ? "" : null);
    }

    /// <summary>Sends one command without arguments beyond words, and gives the first line of the answer.</summary>
    public async Task<string> AskAsync(string command)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, _port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(command + "\r\n"));
        using var reader = new StreamReader(stream);
        return await reader.ReadLineAsync() ?? "";
    }

    /// <summary>Ends it as a crash would, by SIGKILL. What it held is gone.</summary>
    public async Task KillAsync()
    {
        if (_process is { } process)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
            _process = null;
        }
    }

    /// <summary>Makes it stand still (SIGSTOP): connections stay open and nobody answers.</summary>
    public Task PauseAsync() => SignalAsync("STOP");

    /// <summary>Lets it go on after <see cref="PauseAsync"/>.</summary>
    public Task ResumeAsync() => SignalAsync("CONT");

    public async ValueTask DisposeAsync() => await KillAsync();

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", ["-" + signal, $"{_process!.Id}"]);
        await kill.WaitForExitAsync();
    }
}
