namespace Truceline.DevHost.Processes;

/// <summary>
/// Starts a command that cannot watch its standard input: a second shell waits for the end of it and then sends the command the signal on which
/// it ends in good order. The command's process id is the first shell's, as <c>exec</c> keeps it.
/// </summary>
internal static class WatchedCommand
{
    /// <summary>The shell that both begin in.</summary>
    internal const string Shell = "sh";

    /// <summary>The arguments of <see cref="Shell"/>.</summary>
    /// <param name="signal">TERM, INT …</param>
    /// <param name="command">The command and its arguments.</param>
    internal static IReadOnlyList<string> Arguments(string signal, params IEnumerable<string> command) =>
        ["-c", $"exec 3<&0; {{ cat <&3; kill -{signal} $$; }} >/dev/null 2>&1 & exec \"$@\" </dev/null 3<&-", Shell, .. command];
}
