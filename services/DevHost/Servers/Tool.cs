using Truceline.DevHost.Processes;

namespace Truceline.DevHost.Servers;

/// <summary>Runs programs that end by themselves.</summary>
internal static class Tool
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    /// <summary>Runs one to its end.</summary>
    /// <param name="name">Short name, also of its log file.</param>
    /// <param name="logFolder">Where its log goes.</param>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Kills it.</param>
    /// <exception cref="DevHostException">It cannot be started, failed, or did not end within a minute.</exception>
    internal static async Task RunAsync(
        string name, string logFolder, IReadOnlyList<string> command, TimeProvider time, CancellationToken cancellationToken)
    {
        var spec = new ChildSpec(
            name, WatchedCommand.Shell, WatchedCommand.Arguments("TERM", command), new Dictionary<string, string>(), new Uri("about:blank"));
        await using var child = ChildProcess.Start(spec, logFolder);
        try
        {
            var exitCode = await child.Exited.WaitAsync(Limit, time, cancellationToken);
            if (exitCode != 0)
            {
                throw Readiness.Ended(child, exitCode);
            }
        }
        catch (TimeoutException)
        {
            throw new DevHostException($"{name} did not end within {Limit.TotalSeconds:0} s. Its last lines:", details: child.Tail());
        }
    }
}
