using System.Text.Json.Nodes;
using Truceline.Testing.Charts;

namespace Truceline.Charts.Tests.Checks;

/// <summary>The four services have a sidecar that fits them, the gateway and the stores have none.</summary>
internal static class Sidecars
{
    public static IEnumerable<string> Errors(Scenario scenario)
    {
        var chart = scenario.Chart;
        foreach (var workload in chart.Workloads)
        {
            var id = RenderedChart.NameOf(workload)[(HelmChart.Release.Length + 1)..];
            var annotations = RenderedChart.Template(workload)["metadata"]!["annotations"]?.AsObject() ?? [];
            var errors = ChartChecks.Backends.Contains(id)
                ? OfService(workload, id, annotations)
                : annotations.Where(a => a.Key.StartsWith("dapr.io/", StringComparison.Ordinal)).Select(a => $"has {a.Key}, but no sidecar");
            foreach (var error in errors)
            {
                yield return $"{id}: {error}";
            }
        }

        foreach (var item in chart.OfKind("Component").Concat(chart.OfKind("Resiliency")))
        {
            if (!ChartChecks.Backends.Order().SequenceEqual((item["scopes"]?.AsArray() ?? []).Select(s => (string)s!).Order()))
            {
                yield return $"{RenderedChart.Label(item)} is not scoped to the four services";
            }
        }

        if (chart.Find("Component", "pubsub") is null)
        {
            yield return "there is no component pubsub, to which the services publish";
        }
    }

    private static IEnumerable<string> OfService(JsonObject workload, string id, JsonObject annotations)
    {
        var environment = RenderedChart.Items(RenderedChart.Containers(workload).First()["env"]);
        var token = environment.FirstOrDefault(e => (string?)e["name"] == "APP_API_TOKEN")?["valueFrom"]?["secretKeyRef"]?["name"];
        var blocked = Retries.Seconds((string?)annotations["dapr.io/block-shutdown-duration"] ?? "0s");
        var grace = int.Parse((string?)annotations["dapr.io/graceful-shutdown-seconds"] ?? "5", null);
        var pod = RenderedChart.Template(workload)["spec"]!;
        var pause = (int?)RenderedChart.Containers(workload).First()["lifecycle"]?["preStop"]?["sleep"]?["seconds"] ?? 0;
        (bool Holds, string Error)[] rules =
        [
            ((string?)annotations["dapr.io/enabled"] == "true", "has no sidecar"),
            ((string?)annotations["dapr.io/app-id"] == id, "has another app id"),
            ((string?)annotations["dapr.io/app-protocol"] == "grpc", "is not called by gRPC"),
            ((string?)annotations["dapr.io/app-token-secret"] == (string?)token, "expects another token than the sidecar shows"),
            ((string?)annotations["dapr.io/enable-app-health-check"] == "true", "is not watched by the sidecar"),
            ((string?)annotations["dapr.io/disable-builtin-k8s-secret-store"] == "true", "the sidecar asks for a token that is not mounted"),
            (blocked >= pause + 20, "the sidecar goes before the service has finished"),
            ((int?)pod["terminationGracePeriodSeconds"] >= blocked + grace, "is killed before the sidecar has finished"),
        ];
        return rules.Where(r => !r.Holds).Select(r => r.Error);
    }
}
