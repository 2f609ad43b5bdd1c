using System.Globalization;

namespace Truceline.DevHost.Processes;

/// <summary>
/// A real <c>daprd</c> beside each service, with Redis Streams as the broker. Written from the flags and resource schemas that Dapr documents
/// (self-hosted mode); it has not been run against a <c>daprd</c>.
/// </summary>
internal sealed class DaprPlan(SystemSettings settings, string daprd, string redis)
{
    private const string Loopback = "127.0.0.1";

    /// <summary>One sidecar a replica of an app; those of one app share its id, and with it its consumer group.</summary>
    internal IEnumerable<ChildSpec> Specs() => SystemPlan.Replicas(settings.Ports).Select(replica =>
    {
        var ports = replica.Ports;
        string[] command =
        [
            daprd, "--app-id", replica.AppId, "--app-port", Text(ports.Grpc), "--app-protocol", "grpc", "--app-channel-address", Loopback,
            "--dapr-grpc-port", Text(ports.DaprGrpc), "--dapr-http-port", Text(ports.DaprHttp), "--dapr-listen-addresses", Loopback,
            "--resources-path", Folder, "--config", ConfigurationPath, "--enable-metrics=false", "--log-level", "info",
        ];
        return new ChildSpec(
            "daprd-" + replica.Name,
            WatchedCommand.Shell,
            WatchedCommand.Arguments("TERM", command),
            new Dictionary<string, string> { ["DAPR_API_TOKEN"] = settings.ApiToken, ["APP_API_TOKEN"] = settings.AppToken },
            new Uri($"http://{Loopback}:{Text(ports.DaprHttp)}/v1.0/healthz/outbound"));
    });

    /// <summary>Writes the component, the resiliency policy and the configuration that the sidecars read.</summary>
    internal void WriteResources()
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, "pubsub.yaml"), Component());
        File.WriteAllText(Path.Combine(Folder, "resiliency.yaml"), Resiliency);
        File.WriteAllText(ConfigurationPath, Configuration());
    }

    private string Folder => Path.Combine(settings.DataFolder, "dapr");

    private string ConfigurationPath => Path.Combine(settings.DataFolder, "dapr-configuration.yaml");

    private string Component() =>
        $"""
        apiVersion: dapr.io/v1alpha1
        kind: Component
        metadata:
          name: pubsub
        spec:
          type: pubsub.redis
          version: v1
          metadata:
            - name: redisHost
              value: "{redis}"
            - name: processingTimeout
              value: 60s
            - name: redeliverInterval
              value: 60s

        """;

    private string Configuration() =>
        $"""
        apiVersion: dapr.io/v1alpha1
        kind: Configuration
        metadata:
          name: truceline
        spec:
          tracing:
            samplingRate: "1"
            otel:
              endpointAddress: "{Loopback}:{Text(settings.Ports.Receiver)}"
              isSecure: false
              protocol: http

        """;

    private const string Resiliency =
        """
        apiVersion: dapr.io/v1alpha1
        kind: Resiliency
        metadata:
          name: truceline
        spec:
          policies:
            retries:
              inbound:
                policy: exponential
                maxInterval: 2s
                maxRetries: 30
          targets:
            components:
              pubsub:
                inbound:
                  retry: inbound

        """;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
