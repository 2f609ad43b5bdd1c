namespace Truceline.Charts.Tests.Checks;

/// <summary>What is asked of every rendering; each check returns what is wrong.</summary>
internal static class ChartChecks
{
    /// <summary>The checks, by name.</summary>
    public static IReadOnlyDictionary<string, Func<Scenario, IEnumerable<string>>> All { get; } =
        new Dictionary<string, Func<Scenario, IEnumerable<string>>>
        {
            ["strict"] = StrictParse.Errors,
            ["schemas"] = ObjectSchemas.Errors,
            ["pods"] = Pods.Errors,
            ["selectors"] = Selectors.Errors,
            ["references"] = References.Errors,
            ["ports"] = Ports.Errors,
            ["services"] = ServiceShapes.Errors,
            ["sidecars"] = Sidecars.Errors,
            ["retries"] = Retries.Errors,
            ["stores"] = Stores.Errors,
            ["environment"] = Environments.Errors,
            ["network"] = NetworkPolicies.Errors,
            ["golden"] = Golden.Errors,
        };

    /// <summary>Ids of the services with a database and a sidecar.</summary>
    public static readonly string[] Backends = ["ingest", "entity", "geozone", "notification"];
}
