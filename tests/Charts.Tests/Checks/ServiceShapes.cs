using Truceline.Testing.Charts;

namespace Truceline.Charts.Tests.Checks;

/// <summary>Four headless Services, so that callers see every pod, and one for the public.</summary>
internal static class ServiceShapes
{
    public static IEnumerable<string> Errors(Scenario scenario)
    {
        foreach (var id in ChartChecks.Backends.Append("gateway"))
        {
            var spec = scenario.Chart.Find("Service", $"{HelmChart.Release}-{id}")?["spec"];
            if (spec is null || scenario.Chart.Find("Deployment", $"{HelmChart.Release}-{id}") is null)
            {
                yield return $"{id} has no Service or no Deployment";
            }
            else if (((string?)spec["clusterIP"] == "None") == (id == "gateway"))
            {
                yield return id == "gateway" ? "the gateway's Service is headless" : $"the Service of {id} is not headless";
            }
        }
    }
}
