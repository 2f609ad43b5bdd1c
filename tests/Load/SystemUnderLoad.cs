using System.Diagnostics;
using System.Globalization;
using Truceline.DevHost.Ports;
using Truceline.DevHost.Processes;

namespace Truceline.Load;

/// <summary>Ingest, and the gateway before it, as processes of their own with a new store; events go to a sink in this process.</summary>
internal sealed class SystemUnderLoad : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(2);
    private readonly List<Process> _processes = [];
    private readonly string _folder = Directory.CreateTempSubdirectory("truceline-load-").FullName;
    private EventSink? _sink;

    internal Uri Ingest { get; private set; } = null!;

    internal Uri Gateway { get; private set; } = null!;

    internal CertificateFiles Certificate { get; private set; } = null!;

    /// <summary>Names and process ids of what is measured, this process last.</summary>
    internal List<(string Name, int Id)> Measured { get; } = [];

    /// <summary>Events that were published.</summary>
    internal long Published => _sink!.Taken;

    /// <summary>Folder of the store.</summary>
    internal string Folder => _folder;

    internal static async Task<SystemUnderLoad> StartAsync(LoadOptions options, bool withGateway, CancellationToken cancellationToken)
    {
        var system = new SystemUnderLoad();
        try
        {
            await system.StartProcessesAsync(options, withGateway, cancellationToken);
            return system;
        }
        catch
        {
            await system.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in Enumerable.Reverse(_processes))
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            process.Dispose();
        }

        await (_sink?.DisposeAsync() ?? ValueTask.CompletedTask);
        Directory.Delete(_folder, recursive: true);
    }

    private async Task StartProcessesAsync(LoadOptions options, bool withGateway, CancellationToken cancellationToken)
    {
        var ports = PortProbe.FindFree(6);
        _sink = await EventSink.StartAsync(ports[0], cancellationToken);
        Ingest = new Uri($"http://127.0.0.1:{ports[1]}");
        Gateway = new Uri($"https://localhost:{ports[3]}");
        Start("Ingest", new Dictionary<string, string>
        {
            ["Ports__Address"] = "127.0.0.1",
            ["Ports__Grpc"] = Text(ports[1]),
            ["Ports__Http"] = Text(ports[2]),
            ["Storage__Path"] = Path.Combine(_folder, "ingest.db"),
            ["Storage__ConnectionString"] = options.PostgreSql,
            ["DAPR_GRPC_PORT"] = Text(ports[0]),
        });
        await ReadyAsync(ports[2], cancellationToken);
        if (withGateway)
        {
            Certificate = CertificateFiles.Create(_folder, TimeProvider.System);
            Start("Gateway", new Dictionary<string, string>
            {
                ["Gateway__Address"] = "loopback",
                ["Gateway__PublicPort"] = Text(ports[3]),
                ["Gateway__HealthPort"] = Text(ports[4]),
                ["Gateway__CertificatePath"] = Certificate.CertificatePath,
                ["Gateway__CertificateKeyPath"] = Certificate.KeyPath,
                ["Gateway__Services__Ingest"] = Ingest.ToString(),
                ["Gateway__Services__Entity"] = "http://127.0.0.1:1",
                ["Gateway__Services__GeoZone"] = "http://127.0.0.1:1",
                ["Gateway__Services__Notification"] = "http://127.0.0.1:1",
            });
            await ReadyAsync(ports[4], cancellationToken);
        }

        Measured.Add(("driver and sink", Environment.ProcessId));
    }

    private void Start(string project, Dictionary<string, string> settings)
    {
        var start = new ProcessStartInfo(Binaries.Dotnet(), ["exec", Binaries.Find(AppContext.BaseDirectory).Assembly(project)])
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        start.Environment["Logging__LogLevel__Default"] = "Warning";
        var process = Process.Start(start)!;
        _processes.Add(process);
        process.OutputDataReceived += (_, line) => Console.Error.Write(line.Data is { Length: > 0 } ? line.Data + "\n" : "");
        process.BeginOutputReadLine();
        Measured.Add((project, process.Id));
    }

    private async Task ReadyAsync(int port, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromSeconds(5) };
        var began = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(began) < StartLimit)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri("/health/ready", UriKind.Relative), cancellationToken);
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
            {
                // Not there yet.
            }

            if (_processes[^1].HasExited)
            {
                throw new InvalidOperationException("A process ended before it was ready.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, cancellationToken);
        }

        throw new TimeoutException("A process was not ready in time.");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
