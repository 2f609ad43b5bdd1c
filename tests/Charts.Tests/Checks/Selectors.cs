using System.Text.Json.Nodes;
using Truceline.Testing.Charts;

namespace Truceline.Charts.Tests.Checks;

/// <summary>Every selector selects the pods of exactly the workload of its own name.</summary>
internal static class Selectors
{
    public static IEnumerable<string> Errors(Scenario scenario)
    {
        var chart = scenario.Chart;
        foreach (var workload in chart.Workloads)
        {
            if (!Matches(workload["spec"]!["selector"], workload))
            {
                yield return $"{RenderedChart.Label(workload)} does not select its own pods";
            }

            foreach (var spread in RenderedChart.Items(RenderedChart.Template(workload)["spec"]!["topologySpreadConstraints"]))
            {
                if (!Matches(spread["labelSelector"], workload))
                {
                    yield return $"{RenderedChart.Label(workload)} is spread by the pods of another";
                }
            }
        }

        foreach (var (item, selector) in SelectorsOf(chart))
        {
            var selected = chart.Workloads.Where(w => Matches(selector, w)).Select(RenderedChart.NameOf).ToArray();
            if (selected is not [var only] || only != RenderedChart.NameOf(item))
            {
                yield return $"{RenderedChart.Label(item)} selects the pods of [{string.Join(", ", selected)}]";
            }
        }

        foreach (var scaler in chart.OfKind("HorizontalPodAutoscaler"))
        {
            var target = (string)scaler["spec"]!["scaleTargetRef"]!["name"]!;
            if (chart.Find("Deployment", target) is not { } deployment || target != RenderedChart.NameOf(scaler))
            {
                yield return $"{RenderedChart.Label(scaler)} scales {target}";
            }
            else if (deployment["spec"]!["replicas"] is not null)
            {
                yield return $"{target} has a number of replicas that works against its autoscaler";
            }
        }
    }

    /// <summary>Whether a label selector (or the map of a Service) selects the pods of a workload.</summary>
    public static bool Matches(JsonNode? selector, JsonObject workload)
    {
        var labels = RenderedChart.Template(workload)["metadata"]!["labels"]!.AsObject();
        var map = (selector?["matchLabels"] ?? selector)?.AsObject();
        var wanted = map?.Where(m => m.Key != "matchExpressions").ToArray() ?? [];
        return wanted.Length > 0
            && wanted.All(m => (string?)labels[m.Key] == (string?)m.Value)
            && RenderedChart.Items(selector?["matchExpressions"]).All(e =>
                (string?)e["operator"] == "In" && e["values"]!.AsArray().Any(v => (string?)v == (string?)labels[(string)e["key"]!]));
    }

    private static IEnumerable<(JsonObject Item, JsonNode? Selector)> SelectorsOf(RenderedChart chart) =>
        chart.OfKind("Service").Concat(chart.OfKind("PodDisruptionBudget")).Select(i => (i, i["spec"]!["selector"]))
            .Concat(chart.OfKind("NetworkPolicy").Select(i => (i, i["spec"]!["podSelector"])));
}
