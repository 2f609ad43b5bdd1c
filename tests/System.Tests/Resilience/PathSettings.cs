namespace Truceline.SystemTests.Resilience;

/// <summary>How a system of these tests is started.</summary>
/// <param name="Store">Its stores.</param>
/// <param name="Replicas">Processes of each service.</param>
/// <param name="Without">Part that is taken out of the services; empty for none.</param>
internal sealed record PathSettings(StoreKind Store, int Replicas = 1, string Without = "")
{
    /// <summary>More variables for all services and the gateway.</summary>
    internal IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>More variables for the sidecar.</summary>
    internal IReadOnlyDictionary<string, string> SidecarVariables { get; init; } = new Dictionary<string, string>();
}
