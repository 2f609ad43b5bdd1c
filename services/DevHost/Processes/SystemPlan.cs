using System.Globalization;
using Truceline.DevHost.Ports;

namespace Truceline.DevHost.Processes;

/// <summary>What a plan of the processes depends on.</summary>
/// <param name="Ports">All ports.</param>
/// <param name="DataFolder">Where databases and the sidecar's streams go.</param>
/// <param name="Certificate">The gateway's certificate.</param>
/// <param name="ApiToken">What the services show to the sidecar.</param>
/// <param name="AppToken">What the sidecar shows to the services.</param>
internal sealed record SystemSettings(PortPlan Ports, string DataFolder, CertificateFiles Certificate, string ApiToken, string AppToken)
{
    /// <summary>The stores. Default: none that needs a server.</summary>
    internal StorePlan Stores { get; init; } = StorePlan.Embedded;
}

/// <summary>One process of a service.</summary>
/// <param name="Name">The app id for the first replica, then <c>ingest-2</c>, <c>ingest-3</c> …</param>
/// <param name="AppId">Its service's Dapr app id.</param>
/// <param name="Project">Its service's project.</param>
/// <param name="Ports">Its ports.</param>
internal sealed record Replica(string Name, string AppId, string Project, ServicePorts Ports);

/// <summary>The processes of Truceline on one machine, with their configuration. Pure but for the look at what has been built.</summary>
internal sealed class SystemPlan(SystemSettings settings, Binaries binaries)
{
    private const string Loopback = "127.0.0.1";

    private static readonly (string AppId, string Project)[] Services =
        [("ingest", "Ingest"), ("entity", "Entity"), ("geozone", "GeoZone"), ("notification", "Notification")];

    /// <summary>App ids of the services.</summary>
    internal static IReadOnlyList<string> AppIds { get; } = [.. Services.Select(s => s.AppId)];

    /// <summary>Every replica of every service.</summary>
    internal static IEnumerable<Replica> Replicas(PortPlan ports) =>
        from service in Services
        from replica in ports.Services[service.AppId].Index()
        select new Replica(
            replica.Index == 0 ? service.AppId : $"{service.AppId}-{Text(replica.Index + 1)}", service.AppId, service.Project, replica.Item);

    /// <summary>The services. Replicas of one share its store.</summary>
    internal IEnumerable<ChildSpec> ServiceSpecs() => Replicas(settings.Ports).Select(replica =>
    {
        var ports = replica.Ports;
        var environment = Common(replica.AppId);
        environment["OTEL_RESOURCE_ATTRIBUTES"] = "service.instance.id=" + replica.Name;
        environment["Ports__Address"] = Loopback;
        environment["Ports__Grpc"] = Text(ports.Grpc);
        environment["Ports__Http"] = Text(ports.Http);
        AddStores(environment, replica.AppId);
        environment["DAPR_GRPC_PORT"] = Text(ports.DaprGrpc);
        environment["DAPR_API_TOKEN"] = settings.ApiToken;
        environment["APP_API_TOKEN"] = settings.AppToken;
        // The webhook receiver of one machine is on its loopback address.
        environment["Notification__AllowPrivateAddresses"] = "true";
        AddServiceAddresses(environment, "Services__");
        return Spec(replica.Name, replica.Project, environment, ports.Http);
    });

    /// <summary>The gateway.</summary>
    internal ChildSpec GatewaySpec()
    {
        var ports = settings.Ports.Gateway;
        var environment = Common("gateway");
        environment["Gateway__Address"] = "loopback";
        environment["Gateway__PublicPort"] = Text(ports.Public);
        environment["Gateway__LocalPort"] = Text(ports.Local);
        environment["Gateway__HealthPort"] = Text(ports.Health);
        environment["Gateway__CertificatePath"] = settings.Certificate.CertificatePath;
        environment["Gateway__CertificateKeyPath"] = settings.Certificate.KeyPath;
        environment["Gateway__ExposeOperations"] = "true";
        AddServiceAddresses(environment, "Gateway__Services__");
        return Spec("gateway", "Gateway", environment, ports.Health);
    }

    /// <summary>The stand-in for <c>daprd</c>: one process for all apps.</summary>
    internal ChildSpec SidecarSpec()
    {
        var environment = Common("devsidecar");
        foreach (var (index, replica) in Replicas(settings.Ports).Index())
        {
            var prefix = string.Create(CultureInfo.InvariantCulture, $"Sidecar__Apps__{index}__");
            environment[prefix + "AppId"] = replica.AppId;
            environment[prefix + "DaprGrpcPort"] = Text(replica.Ports.DaprGrpc);
            environment[prefix + "AppPort"] = Text(replica.Ports.Grpc);
        }

        environment["Sidecar__AdminPort"] = Text(settings.Ports.SidecarAdmin);
        environment["Sidecar__DataPath"] = Path.Combine(settings.DataFolder, "sidecar");
        environment["Sidecar__ApiToken"] = settings.ApiToken;
        environment["Sidecar__AppToken"] = settings.AppToken;
        // Long enough to bridge a service that is killed and started again.
        environment["Sidecar__ProcessingTimeout"] = "00:01:00";
        environment["Sidecar__Retries__Count"] = "30";
        environment["Sidecar__Retries__Growth"] = "Exponential";
        environment["Sidecar__Retries__Delay"] = "00:00:00.5";
        environment["Sidecar__Retries__MaxDelay"] = "00:00:02";
        return Spec("devsidecar", "DevSidecar", environment, settings.Ports.SidecarAdmin);
    }

    private void AddServiceAddresses(Dictionary<string, string> environment, string prefix)
    {
        foreach (var (appId, project) in Services)
        {
            environment[prefix + project] = string.Join(',', settings.Ports.Services[appId].Select(ports => $"http://{Loopback}:{Text(ports.Grpc)}"));
        }
    }

    private void AddStores(Dictionary<string, string> environment, string appId)
    {
        if (settings.Stores.ConnectionStrings.TryGetValue(appId, out var connectionString))
        {
            environment["Storage__ConnectionString"] = connectionString;
        }
        else
        {
            environment["Storage__Path"] = Path.Combine(settings.DataFolder, appId + ".db");
        }

        if (settings.Stores.Redis.Length > 0)
        {
            environment["Cache__Redis"] = settings.Stores.Redis;
        }
    }

    private Dictionary<string, string> Common(string name) => new()
    {
        ["OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"] = $"http://{Loopback}:{Text(settings.Ports.Receiver)}/v1/traces",
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        ["OTEL_EXPORTER_OTLP_TRACES_PROTOCOL"] = "http/protobuf",
        ["OTEL_SERVICE_NAME"] = name,
        // The tree of a trace is shown as soon as its last span is here.
        ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
        ["OTEL_TRACES_SAMPLER"] = "always_on",
        ["Logging__Console__FormatterName"] = "simple",
        ["Logging__Console__FormatterOptions__SingleLine"] = "true",
        ["Logging__Console__FormatterOptions__TimestampFormat"] = "HH:mm:ss.fff ",
        ["Logging__Console__FormatterOptions__UseUtcTimestamp"] = "true",
        // Many processes start at once on few cores: no instrumentation for later optimisation, no collector thread each, and methods are
        // compiled again for speed only 10 s (hexadecimal milliseconds) after the last new one, which halves what a start costs.
        ["DOTNET_TieredPGO"] = "0",
        ["DOTNET_TC_CallCountingDelayMs"] = "2710",
        ["DOTNET_gcServer"] = "0",
        ["DOTNET_gcConcurrent"] = "0",
        ["DOTNET_STARTUP_HOOKS"] = typeof(SystemPlan).Assembly.Location,
    };

    private ChildSpec Spec(string name, string project, Dictionary<string, string> environment, int probePort)
    {
        var assembly = binaries.Assembly(project);
        environment["ASPNETCORE_CONTENTROOT"] = Path.GetDirectoryName(assembly)!;
        return new ChildSpec(
            name, Binaries.Dotnet(), ["exec", assembly], environment, new Uri($"http://{Loopback}:{Text(probePort)}/health/ready"));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
