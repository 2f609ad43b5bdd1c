using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Truceline.DevHost.Ports;
using Truceline.DevHost.Processes;
using Truceline.DevHost.Traces;
using Truceline.DevHost.Webhooks;

namespace Truceline.DevHost;

/// <summary>How Truceline is started on this machine.</summary>
/// <param name="Ports">All ports.</param>
/// <param name="Block">Whether the ports are one fixed block.</param>
/// <param name="DataFolder">Where data and logs go; null for a temporary folder that is removed at the end.</param>
/// <param name="Redis">host:port of the Redis that a real Dapr would use as its broker.</param>
internal sealed record LocalSystemOptions(PortPlan Ports, bool Block, string? DataFolder, string Redis);

/// <summary>Truceline on this machine: every process, and what DevHost serves beside them.</summary>
internal sealed class LocalSystem : IAsyncDisposable
{
    private const int TokenBytes = 24;
    private static readonly TimeSpan StopGrace = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan InterruptLimit = TimeSpan.FromMilliseconds(500);

    private readonly LocalSystemOptions _options;
    private readonly ProcessGroup _processes;
    private readonly ReceiverHost _receiver;
    private readonly string _folder;
    private readonly TimeProvider _time;

    private LocalSystem(LocalSystemOptions options, string folder, TimeProvider time)
    {
        _options = options;
        _folder = folder;
        _time = time;
        _processes = new ProcessGroup(time);
        _receiver = new ReceiverHost(new SpanStore(), new WebhookInbox(WebhookSignature.NewSecret()), time);
        Certificate = CertificateFiles.Create(folder, time);
    }

    /// <summary>The gateway's cleartext address.</summary>
    internal Uri Local => new($"http://127.0.0.1:{_options.Ports.Gateway.Local}");

    /// <summary>The gateway's TLS address.</summary>
    internal Uri Public => new($"https://localhost:{_options.Ports.Gateway.Public}");

    /// <summary>Where DevHost takes webhooks.</summary>
    internal Uri WebhookAddress => new($"http://127.0.0.1:{_options.Ports.Receiver}{WebhookReceiver.Path}");

    /// <summary>Where DevHost shows traces.</summary>
    internal Uri TraceAddress => new($"http://127.0.0.1:{_options.Ports.Receiver}/traces/");

    /// <summary>The gateway's certificate.</summary>
    internal CertificateFiles Certificate { get; }

    /// <summary>Folder of data and logs.</summary>
    internal string Folder => _folder;

    /// <summary>Spans that came in.</summary>
    internal SpanStore Spans => _receiver.Spans;

    /// <summary>Webhooks that came in.</summary>
    internal WebhookInbox Webhooks => _receiver.Webhooks;

    /// <summary>The processes.</summary>
    internal IReadOnlyList<ChildProcess> Processes => _processes.Children;

    /// <summary>Which sidecar is used, in words.</summary>
    internal string Sidecar { get; private set; } = "";

    /// <summary>Starts everything and waits until all is ready.</summary>
    /// <exception cref="DevHostException">A port is taken, something is not built, ended early or was not ready in time.</exception>
    internal static async Task<LocalSystem> StartAsync(
        LocalSystemOptions options, Action<string> progress, TimeProvider time, CancellationToken cancellationToken)
    {
        PortProbe.RequireFree(options.Ports, options.Block);
        var folder = options.DataFolder is { } asked
            ? Directory.CreateDirectory(asked).FullName
            : Directory.CreateTempSubdirectory("truceline-").FullName;
        var system = new LocalSystem(options, folder, time);
        try
        {
            await system.StartProcessesAsync(progress, cancellationToken);
            return system;
        }
        catch
        {
            await system.DisposeAsync();
            throw;
        }
    }

    /// <summary>Does some work for as long as every process runs.</summary>
    /// <exception cref="DevHostException">A process ended before the work did.</exception>
    internal async Task<T> WhileAllRunAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var working = work(stop.Token);
        var ending = _processes.WhenAnyEndsAsync(stop.Token);
        if (await Task.WhenAny(working, ending) == working)
        {
            await stop.CancelAsync();
            return await working;
        }

        // An interrupt from the terminal reaches every process at once; it may have reached this one before DevHost.
        await Task.Delay(InterruptLimit, _time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await stop.CancelAsync();
        await ((Task)working).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
        var ended = await ending;
        throw ProcessGroup.Ended(ended, await ended.Exited);
    }

    /// <summary>The gateway's certificate without its key.</summary>
    internal X509Certificate2 LoadCertificate() => Certificate.Load();

    public async ValueTask DisposeAsync()
    {
        await _processes.StopAsync(StopGrace);
        await _processes.DisposeAsync();
        await _receiver.DisposeAsync();
        if (_options.DataFolder is null)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private async Task StartProcessesAsync(Action<string> progress, CancellationToken cancellationToken)
    {
        var logs = Directory.CreateDirectory(Path.Combine(_folder, "logs")).FullName;
        var settings = new SystemSettings(_options.Ports, _folder, Certificate, NewToken(), NewToken());
        var plan = new SystemPlan(settings, Binaries.Find(AppContext.BaseDirectory));
        await _receiver.StartAsync(_options.Ports.Receiver, cancellationToken);
        var sidecars = await SidecarsAsync(settings, plan, cancellationToken);
        progress($"Starting {string.Join(", ", SystemPlan.AppIds)}, the gateway and {Sidecar}");
        await _processes.StartAsync(
            [.. sidecars, .. plan.ServiceSpecs(), plan.GatewaySpec()], logs, name => progress($"{name} is ready"), cancellationToken);
    }

    private async Task<IReadOnlyList<ChildSpec>> SidecarsAsync(
        SystemSettings settings, SystemPlan plan, CancellationToken cancellationToken)
    {
        var daprd = DaprLookup.FindCommand("daprd", Environment.GetEnvironmentVariable("PATH"));
        if (daprd is not null && await DaprLookup.AnswersAsync(_options.Redis, _time, cancellationToken))
        {
            var dapr = new DaprPlan(settings, daprd, _options.Redis);
            dapr.WriteResources();
            Sidecar = $"daprd with Redis at {_options.Redis}";
            return [.. dapr.Specs(SystemPlan.AppIds)];
        }

        Sidecar = daprd is null
            ? "the stand-in sidecar (no daprd on the PATH)"
            : $"the stand-in sidecar (daprd needs Redis, and none answers at {_options.Redis})";
        return [plan.SidecarSpec()];
    }

    private static string NewToken() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));
}
