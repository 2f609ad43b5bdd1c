using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

/// <summary>
/// Runs in every .NET process that DevHost starts, before its own code (DOTNET_STARTUP_HOOKS, hence the name without a namespace): when standard
/// input ends, DevHost asks it to stop or is gone, and the process gets the signal on which a host shuts down in good order.
/// </summary>
[SuppressMessage("Design", "CA1050", Justification = "The runtime looks for this type outside of every namespace.")]
internal static class StartupHook
{
    private const int TerminationSignal = 15;

    /// <summary>Called by the runtime.</summary>
    public static void Initialize() => new Thread(Watch) { IsBackground = true, Name = "parent watch" }.Start();

    private static void Watch()
    {
        using var input = Console.OpenStandardInput();
        var buffer = new byte[16];
        while (input.Read(buffer) > 0)
        {
        }

        if (OperatingSystem.IsWindows())
        {
            Environment.Exit(0);
        }

        _ = Kill(Environment.ProcessId, TerminationSignal);
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int processId, int signal);
}
