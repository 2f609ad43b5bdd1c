namespace Truceline.DevHost;

/// <summary>Exit codes of the command.</summary>
internal static class ExitCodes
{
    /// <summary>All that was asked for was done.</summary>
    internal const int Done = 0;

    /// <summary>Something failed or did not arrive in time; the reason is on standard error.</summary>
    internal const int Failed = 1;

    /// <summary>A port that is needed is taken.</summary>
    internal const int PortTaken = 3;

    /// <summary>Interrupted by a signal.</summary>
    internal const int Interrupted = 130;
}

/// <summary>A reason to end, told in a sentence to the person at the terminal.</summary>
internal sealed class DevHostException(string message, int exitCode = ExitCodes.Failed, IReadOnlyList<string>? details = null)
    : Exception(message)
{
    /// <summary>The command's exit code.</summary>
    internal int ExitCode { get; } = exitCode;

    /// <summary>Lines that explain more, e.g. the end of a process's log; may be empty.</summary>
    internal IReadOnlyList<string> Details { get; } = details ?? [];
}
