using System.Text.Json.Nodes;
using Truceline.Testing.Charts;

namespace Truceline.Charts.Tests.Checks;

/// <summary>Every pod is closed in both directions, and open to no more than it needs.</summary>
internal static class NetworkPolicies
{
    public static IEnumerable<string> Errors(Scenario scenario)
    {
        var chart = scenario.Chart;
        foreach (var workload in chart.Workloads)
        {
            var name = RenderedChart.NameOf(workload);
            if (chart.Find("NetworkPolicy", name)?["spec"] is not { } policy
                || !policy["policyTypes"]!.AsArray().Select(t => (string)t!).Order().SequenceEqual(["Egress", "Ingress"]))
            {
                yield return $"{name} is not closed in both directions";
                continue;
            }

            var from = Reached(chart, RenderedChart.Items(policy["ingress"]), "from");
            var to = Reached(chart, RenderedChart.Items(policy["egress"]), "to");
            var (mayEnter, mayReach) = Allowed(name[(HelmChart.Release.Length + 1)..]);
            foreach (var error in from.Except(mayEnter).Select(w => $"{w} may enter {name}")
                .Concat(to.Except(mayReach).Select(w => $"{name} may reach {w}")))
            {
                yield return error;
            }

            if (!name.EndsWith("-gateway", StringComparison.Ordinal) && RenderedChart.Items(policy["ingress"]).Any(r => r["from"] is null))
            {
                yield return $"everybody may enter {name}";
            }
        }
    }

    private static (string[] From, string[] To) Allowed(string id) => id switch
    {
        "gateway" => ([], ChartChecks.Backends),
        "postgresql" or "redis" => (ChartChecks.Backends, []),
        _ => ([.. ChartChecks.Backends, "gateway"], [.. ChartChecks.Backends, "postgresql", "redis"]),
    };

    private static IEnumerable<string> Reached(RenderedChart chart, IEnumerable<JsonObject> rules, string side) =>
        rules.SelectMany(r => RenderedChart.Items(r[side])).Where(p => p["podSelector"] is not null)
            .SelectMany(p => chart.Workloads.Where(w => Selectors.Matches(p["podSelector"], w)))
            .Select(w => RenderedChart.NameOf(w)[(HelmChart.Release.Length + 1)..])
            .Distinct();
}
