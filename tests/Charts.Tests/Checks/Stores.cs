using System.Text.RegularExpressions;
using Truceline.Testing.Charts;

namespace Truceline.Charts.Tests.Checks;

/// <summary>A bundled store is rendered whole when the services use it, and not at all when they use one outside.</summary>
internal static partial class Stores
{
    public static IEnumerable<string> Errors(Scenario scenario)
    {
        var chart = scenario.Chart;
        var ingest = RenderedChart.Items(RenderedChart.Containers(chart.Find("Deployment", $"{HelmChart.Release}-ingest")!).First()["env"]).ToArray();
        foreach (var (store, variable, host) in new[]
        {
            ("postgresql", "Storage__ConnectionString", SqlHost()),
            ("redis", "Cache__Redis", RedisHost()),
        })
        {
            var name = $"{HelmChart.Release}-{store}";
            var value = (string?)ingest.FirstOrDefault(e => (string?)e["name"] == variable)?["value"] ?? "";
            var isUsed = host.Match(value).Groups[1].Value == name;
            var rendered = chart.Objects.Where(o => RenderedChart.NameOf(o) == name).Select(o => (string)o["kind"]!).ToHashSet();
            if (isUsed && !rendered.IsSupersetOf(["StatefulSet", "Service", "Secret", "NetworkPolicy"]))
            {
                yield return $"the services use {name}, of which there is only [{string.Join(", ", rendered)}]";
            }
            else if (!isUsed && rendered.Count > 0)
            {
                yield return $"[{string.Join(", ", rendered)}] {name} is there, but the services do not use it";
            }
        }
    }

    [GeneratedRegex("^Host=([^;]+);")]
    private static partial Regex SqlHost();

    [GeneratedRegex("^([^:]+):")]
    private static partial Regex RedisHost();
}
