using System.Text.Json.Nodes;
using Truceline.Testing.Charts;

namespace Truceline.Charts.Tests.Checks;

/// <summary>Every pod is confined, every container has probes and resources.</summary>
internal static class Pods
{
    public static IEnumerable<string> Errors(Scenario scenario)
    {
        foreach (var workload in scenario.Chart.Workloads)
        {
            var label = RenderedChart.Label(workload);
            var pod = RenderedChart.Template(workload)["spec"]!.AsObject();
            foreach (var error in OfPod(pod).Concat(RenderedChart.Containers(workload).SelectMany(OfContainer)))
            {
                yield return $"{label}: {error}";
            }
        }
    }

    private static IEnumerable<string> OfPod(JsonObject pod) => Missing(
        (Is(pod["automountServiceAccountToken"], false), "the token of the Kubernetes API is mounted"),
        (Is(pod["securityContext"]?["runAsNonRoot"], true), "may run as root"),
        ((int?)pod["securityContext"]?["runAsUser"] > 0, "has no numeric user"),
        ((string?)pod["securityContext"]?["seccompProfile"]?["type"] == "RuntimeDefault", "has no seccomp profile"),
        (pod["hostNetwork"] is null && pod["hostPID"] is null && pod["hostIPC"] is null, "shares a namespace with the node"));

    private static IEnumerable<string> OfContainer(JsonObject container)
    {
        var security = container["securityContext"];
        return Missing(
            (Is(security?["allowPrivilegeEscalation"], false), "privileges may escalate"),
            (Is(security?["readOnlyRootFilesystem"], true), "the root file system is writable"),
            (security?["capabilities"]?["drop"] is JsonArray { Count: 1 } drop && (string?)drop[0] == "ALL", "capabilities are kept"),
            (container["livenessProbe"] is not null, "no liveness probe"),
            (container["readinessProbe"] is not null, "no readiness probe"),
            (container["startupProbe"] is not null, "no startup probe"),
            (container["resources"]?["requests"]?["cpu"] is not null, "no request of CPU"),
            (container["resources"]?["requests"]?["memory"] is not null, "no request of memory"),
            (container["resources"]?["limits"]?["memory"] is not null, "no limit of memory"));
    }

    private static bool Is(JsonNode? node, bool expected) => node is JsonValue value && value.TryGetValue(out bool actual) && actual == expected;

    private static IEnumerable<string> Missing(params (bool Holds, string Error)[] rules) => rules.Where(r => !r.Holds).Select(r => r.Error);
}
