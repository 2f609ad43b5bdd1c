using Npgsql;
using Truceline.DevHost;
using Truceline.DevHost.Commands;
using Truceline.DevHost.Ports;
using Truceline.DevHost.Processes;
using Truceline.DevHost.Stories;
using Truceline.Notification.V1;
using Truceline.Testing.Charts;

namespace Truceline.SystemTests;

/// <summary>The services start with the environment that the chart renders, only addresses and secrets substituted, and the sample story goes through.</summary>
[Trait("Needs", "npm")]
[Trait("Needs", "postgresql")]
[Trait("Needs", "redis")]
public class ChartEnvironmentTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);

    // What a pod has that is no part of the chart: the working directory of its image, what Dapr's injector adds, and the addresses on which it
    // listens, of which a machine has one set only. DevHost's watch for its own end goes along.
    private static readonly string[] OfThePlace =
        ["ASPNETCORE_CONTENTROOT", "DOTNET_STARTUP_HOOKS", "DAPR_GRPC_PORT", "DAPR_API_TOKEN", "Ports__Address", "Gateway__Address", "Gateway__LocalPort"];

    [Fact]
    public async Task SampleStory_InTheEnvironmentOfTheChart_GoesThrough()
    {
        // Webhooks go to this machine, and its receiver of traces is asked for all of them.
        var chart = HelmChart.Truceline.Render(
            HelmChart.Scenario("trial"),
            "telemetry.otlp.endpoint=http://collector:4318", "telemetry.otlp.protocol=http/protobuf", "telemetry.sampleRatio=1",
            "services.notification.env.Notification__AllowPrivateAddresses=true");
        var unknown = new HashSet<string>();
        var ports = PortPlan.Free(0, SystemPlan.AppIds, PortProbe.FindFree);
        var options = new LocalSystemOptions(ports, false, null)
        {
            PostgreSql = ServerChoice.Own,
            Redis = ServerChoice.Own,
            DaprRedis = "127.0.0.1:1",
            Environment = (name, planned) => name == "devsidecar" ? planned : Substitute(ChartEnvironment.Of(chart, name), planned, unknown),
        };
        using var limit = new CancellationTokenSource(Limit, TimeProvider.System);
        await using var system = await LocalSystem.StartAsync(options, _ => { }, TimeProvider.System, limit.Token);
        using var gateway = new GatewayClient(system);
        var outcome = await new StoryRun(system, gateway, _ => { }, TimeProvider.System, limit.Token).RunAsync(
            await File.ReadAllTextAsync(StoryCommand.SampleAgreement, limit.Token),
            await StoryReader.ReadAsync(StoryCommand.SampleStory, "", limit.Token));

        Assert.Empty(unknown);
        Assert.NotEmpty(outcome.Incidents);
        Assert.NotEmpty(outcome.Alerts);
        Assert.All(outcome.Alerts, a => Assert.Equal((DeliveryState.Delivered, true, true), (a.Delivery!.State, a.OnGrpc, a.OnEvents)));
    }

    private static IReadOnlyDictionary<string, string> Substitute(
        ChartEnvironment chart, IReadOnlyDictionary<string, string> planned, HashSet<string> unknown)
    {
        var environment = new Dictionary<string, string>(chart.Expand(variable => variable.Name switch
        {
            "POD_NAME" => "pod",
            "OTEL_EXPORTER_OTLP_ENDPOINT" => new Uri(planned["OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"]).GetLeftPart(UriPartial.Authority),
            _ => null,
        }));
        foreach (var name in environment.Keys.Where(IsAddressOrSecret).ToList())
        {
            if (!planned.TryGetValue(name, out var here))
            {
                unknown.Add(name);
                continue;
            }

            environment[name] = name == "Storage__ConnectionString" ? OnThisMachine(environment[name], here) : here;
        }

        foreach (var name in OfThePlace.Where(planned.ContainsKey))
        {
            environment[name] = planned[name];
        }

        return environment;
    }

    private static bool IsAddressOrSecret(string name) =>
        name is "Storage__ConnectionString" or "Cache__Redis" or "APP_API_TOKEN"
        || name.StartsWith("Ports__", StringComparison.Ordinal)
        || name.StartsWith("Services__", StringComparison.Ordinal)
        || name.StartsWith("Gateway__Services__", StringComparison.Ordinal)
        || (name.StartsWith("Gateway__", StringComparison.Ordinal)
            && (name.EndsWith("Port", StringComparison.Ordinal) || name.StartsWith("Gateway__Certificate", StringComparison.Ordinal)));

    // The database and everything else stay the chart's.
    private static string OnThisMachine(string ofTheChart, string here)
    {
        var (chart, local) = (new NpgsqlConnectionStringBuilder(ofTheChart), new NpgsqlConnectionStringBuilder(here));
        (chart.Host, chart.Port, chart.Username, chart.Password) = (local.Host, local.Port, local.Username, local.Password);
        return chart.ConnectionString;
    }
}
