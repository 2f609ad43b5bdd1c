using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Truceline.DevHost.Ports;
using Truceline.DevHost.Processes;
using Truceline.DevHost.Traces;
using Truceline.DevHost.Webhooks;

namespace Truceline.DevHost;

/// <summary>Truceline on this machine: every process, and what DevHost serves beside them.</summary>
internal sealed class LocalSystem : IAsyncDisposable
{
    private const int TokenBytes = 24;
    private static readonly TimeSpan StopGrace = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan InterruptLimit = TimeSpan.FromMilliseconds(500);

    private readonly LocalSystemOptions _options;
    private readonly ProcessGroup _processes;
    private readonly ReceiverHost _receiver;
    private readonly TemporaryFolder? _temporary;
    private readonly string _folder;
    private readonly TimeProvider _time;
    private LocalStores? _stores;

    private LocalSystem(LocalSystemOptions options, TemporaryFolder? temporary, TimeProvider time)
    {
        _options = options;
        _temporary = temporary;
        _folder = temporary?.FullName ?? Directory.CreateDirectory(options.DataFolder!).FullName;
        _time = time;
        _processes = new ProcessGroup(time, options.Supervision);
        _receiver = new ReceiverHost(new SpanStore(), new WebhookInbox(WebhookSignature.NewSecret()), time);
        Certificate = CertificateFiles.Create(_folder, time);
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

    /// <summary>The processes: servers of our own, the sidecar, the services, the gateway.</summary>
    internal IReadOnlyList<ManagedProcess> Processes => _processes.Processes;

    /// <summary>Every start and end of a process so far, by time.</summary>
    internal IReadOnlyList<ProcessRecord> History => _processes.History;

    /// <summary>Where the stand-in sidecar answers probes, its status and faults.</summary>
    internal Uri SidecarAdmin => new($"http://127.0.0.1:{_options.Ports.SidecarAdmin}");

    /// <summary>The stores that the services use.</summary>
    internal StorePlan StorePlan => _stores?.Plan ?? StorePlan.Embedded;

    /// <summary>Which stores are used, in words.</summary>
    internal string Stores { get; private set; } = "";

    /// <summary>Which sidecar is used, in words.</summary>
    internal string Sidecar { get; private set; } = "";

    /// <summary>Starts everything and waits until all is ready.</summary>
    /// <exception cref="DevHostException">A port is taken, something is not built, ended early or was not ready in time.</exception>
    internal static async Task<LocalSystem> StartAsync(
        LocalSystemOptions options, Action<string> progress, TimeProvider time, CancellationToken cancellationToken)
    {
        PortProbe.RequireFree(options.Ports, options.Block);
        TemporaryFolder.RemoveAbandoned(Path.GetTempPath(), time.GetUtcNow());
        var system = new LocalSystem(options, options.DataFolder is null ? TemporaryFolder.Create() : null, time);
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

    /// <summary>Kills a process; it stays down until it is started again.</summary>
    /// <param name="name">E.g. <c>entity</c>, <c>entity-2</c>, <c>gateway</c>, <c>devsidecar</c>, <c>postgresql</c>, <c>redis</c>.</param>
    /// <exception cref="ArgumentException">There is no such process.</exception>
    internal Task KillAsync(string name) => _processes.Find(name).KillAsync();

    /// <summary>Starts a process again that has ended, with the same settings, and waits until it is ready.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="extra">More variables for this one start; null for none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ArgumentException">There is no such process.</exception>
    /// <exception cref="DevHostException">It ended or was not ready in time.</exception>
    internal Task StartAgainAsync(string name, IReadOnlyDictionary<string, string>? extra, CancellationToken cancellationToken) =>
        _processes.Find(name).StartAgainAsync(extra, cancellationToken);

    /// <summary>Does some work for as long as every process runs that was not killed through <see cref="KillAsync"/>.</summary>
    /// <exception cref="DevHostException">A process ended before the work did and was not, or not once more, started again.</exception>
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
        throw await ending;
    }

    /// <summary>The gateway's certificate without its key.</summary>
    internal X509Certificate2 LoadCertificate() => Certificate.Load();

    public async ValueTask DisposeAsync()
    {
        await _processes.StopAsync(StopGrace);
        await _processes.DisposeAsync();
        await (_stores?.DisposeAsync() ?? ValueTask.CompletedTask);
        await _receiver.DisposeAsync();
        _temporary?.Dispose();
    }

    private async Task StartProcessesAsync(Action<string> progress, CancellationToken cancellationToken)
    {
        var logs = Directory.CreateDirectory(Path.Combine(_folder, "logs")).FullName;
        _stores = await LocalStores.StartAsync(_options, _folder, logs, progress, _time, cancellationToken);
        foreach (var server in _stores.Processes)
        {
            _processes.Adopt(server);
        }

        Stores = _stores.Plan.Description;
        var settings = new SystemSettings(_options.Ports, _folder, Certificate, NewToken(), NewToken()) { Stores = _stores.Plan };
        var plan = new SystemPlan(settings, Binaries.Find(AppContext.BaseDirectory));
        await _receiver.StartAsync(_options.Ports.Receiver, cancellationToken);
        var sidecars = await SidecarsAsync(settings, plan, cancellationToken);
        progress($"Starting {string.Join(", ", SystemPlan.Replicas(_options.Ports).Select(r => r.Name))}, the gateway and {Sidecar}; {Stores}");
        IEnumerable<ChildSpec> specs = [.. sidecars, .. plan.ServiceSpecs(), plan.GatewaySpec()];
        await _processes.StartAsync(
            specs.Select(spec => spec with { Environment = _options.Environment(spec.Name, spec.Environment) }),
            logs, name => progress($"{name} is ready"), cancellationToken);
    }

    private async Task<IReadOnlyList<ChildSpec>> SidecarsAsync(
        SystemSettings settings, SystemPlan plan, CancellationToken cancellationToken)
    {
        var daprd = DaprLookup.FindCommand("daprd", Environment.GetEnvironmentVariable("PATH"));
        var broker = settings.Stores.Redis.Length > 0 ? settings.Stores.Redis : _options.DaprRedis;
        if (daprd is not null && await DaprLookup.AnswersAsync(broker, _time, cancellationToken))
        {
            var dapr = new DaprPlan(settings, daprd, broker);
            dapr.WriteResources();
            Sidecar = $"daprd with Redis at {broker}";
            return [.. dapr.Specs()];
        }

        Sidecar = daprd is null
            ? "the stand-in sidecar (no daprd on the PATH)"
            : $"the stand-in sidecar (daprd needs Redis, and none answers at {broker})";
        return [plan.SidecarSpec()];
    }

    private static string NewToken() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));
}
