using System.Diagnostics.CodeAnalysis;
using Truceline.Testing.Faults;

/// <summary>
/// Comes into a service's process before its own code (DOTNET_STARTUP_HOOKS, hence the name without a namespace) and arms what the variables of
/// <see cref="FaultVariables"/> ask for. The service's own assemblies are those that are shipped, unchanged.
/// </summary>
[SuppressMessage("Design", "CA1050", Justification = "The runtime looks for this type outside of every namespace.")]
public static class StartupHook
{
    /// <summary>Called by the runtime.</summary>
    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(FaultVariables.Folder) is { Length: > 0 } folder
            && Environment.GetEnvironmentVariable("OTEL_SERVICE_NAME") is { Length: > 0 } service)
        {
            new KillSwitch(folder, service).Watch();
        }

        if (Environment.GetEnvironmentVariable(FaultVariables.Without) is { Length: > 0 } part)
        {
            Saboteur.Arm(part);
        }
    }
}
