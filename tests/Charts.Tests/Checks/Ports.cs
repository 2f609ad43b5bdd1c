using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Truceline.Testing.Charts;

namespace Truceline.Charts.Tests.Checks;

/// <summary>
/// Every port that is named or numbered is one of a container, and every address inside the release leads to a Service that has the port.
/// </summary>
internal static partial class Ports
{
    public static IEnumerable<string> Errors(Scenario scenario) =>
        scenario.Chart.Workloads.SelectMany(OfProbes)
            .Concat(OfSelected(scenario.Chart, "Service", "selector", s => RenderedChart.Items(s["ports"]).Select(p => p["targetPort"])))
            .Concat(OfSelected(scenario.Chart, "NetworkPolicy", "podSelector", OfRules))
            .Concat(scenario.Chart.Workloads.SelectMany(w => OfAddresses(scenario.Chart, w)));

    private static IEnumerable<string> OfProbes(JsonObject workload) =>
        from container in RenderedChart.Containers(workload)
        from probe in new[] { "livenessProbe", "readinessProbe", "startupProbe" }
        let port = container[probe]?["httpGet"]?["port"]
        where port is not null && !PortsOf([container]).Contains(Text(port))
        select $"{RenderedChart.Label(workload)}: {probe} asks the port {port}, which the container has not";

    private static IEnumerable<string> OfSelected(
        RenderedChart chart, string kind, string selector, Func<JsonObject, IEnumerable<JsonNode?>> portsOf) =>
        from item in chart.OfKind(kind)
        from port in portsOf(item["spec"]!.AsObject())
        let pods = chart.Workloads.Where(w => Selectors.Matches(item["spec"]![selector], w)).SelectMany(RenderedChart.Containers)
        where !PortsOf(pods).Contains(Text(port))
        select $"{RenderedChart.Label(item)} leads to the port {port}, which its pods have not";

    // 9090 is the sidecar's, which is not in the rendering.
    private static IEnumerable<JsonNode?> OfRules(JsonObject policy) =>
        RenderedChart.Items(policy["ingress"]).SelectMany(r => RenderedChart.Items(r["ports"])).Select(p => p["port"]).Where(p => Text(p) != "9090");

    private static IEnumerable<string> OfAddresses(RenderedChart chart, JsonObject workload)
    {
        var values = RenderedChart.Containers(workload).SelectMany(c => RenderedChart.Items(c["env"])).Select(e => Text(e["value"]));
        foreach (var match in values.SelectMany(v => Address().Matches(v)))
        {
            var (host, port) = (match.Groups[1].Value, int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture));
            if (chart.Find("Service", host) is not { } service)
            {
                yield return $"{RenderedChart.Label(workload)} has the address {match.Value}, for which there is no Service";
            }
            else if (!RenderedChart.Items(service["spec"]!["ports"]).Any(p => (int)p["port"]! == port))
            {
                yield return $"{RenderedChart.Label(workload)} has the address {match.Value}, a port that the Service has not";
            }
        }

        var annotations = RenderedChart.Template(workload)["metadata"]!["annotations"];
        if (annotations?["dapr.io/app-port"] is { } app && !PortsOf(RenderedChart.Containers(workload)).Contains(Text(app)))
        {
            yield return $"{RenderedChart.Label(workload)}: the sidecar calls the port {app}, which the container has not";
        }
    }

    private static HashSet<string> PortsOf(IEnumerable<JsonObject> containers) =>
        containers.SelectMany(c => RenderedChart.Items(c["ports"])).SelectMany(p => new[] { Text(p["name"]), Text(p["containerPort"]) }).ToHashSet();

    private static string Text(JsonNode? node) => node?.ToString() ?? "";

    // Host names of the release: in a URL, in a connection string, in a list of Redis hosts.
    [GeneratedRegex($@"\b({HelmChart.Release}-[a-z]+)(?:;Port=|:)([0-9]+)")]
    private static partial Regex Address();
}
