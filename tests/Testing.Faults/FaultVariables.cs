namespace Truceline.Testing.Faults;

/// <summary>Variables by which a test disturbs the services that it starts.</summary>
public static class FaultVariables
{
    /// <summary>
    /// Folder in which a file <c>{service}.kill</c> names the stage at which a process of that service kills itself with SIGKILL; see
    /// <see cref="KillSwitch"/>. The service is the one that OTEL_SERVICE_NAME names.
    /// </summary>
    public const string Folder = "TRUCELINE_TEST_FAULTS";

    /// <summary>Part that is taken out of the services: <c>outbox</c>, <c>inbox</c> or <c>lease</c>.</summary>
    public const string Without = "TRUCELINE_TEST_WITHOUT";

    /// <summary>Path of this assembly, for DOTNET_STARTUP_HOOKS.</summary>
    public static string HookPath => typeof(FaultVariables).Assembly.Location;
}
