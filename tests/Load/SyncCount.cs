using System.Diagnostics;
using System.Globalization;

namespace Truceline.Load;

/// <summary>Counts what a process asks of the disk, with <c>strace</c>.</summary>
internal sealed class SyncCount
{
    private readonly Process _strace;
    private readonly Task<string> _output;

    private SyncCount(Process strace)
    {
        _strace = strace;
        _output = strace.StandardError.ReadToEndAsync();
    }

    internal static SyncCount Start(int processId) => new(Process.Start(new ProcessStartInfo(
        "strace", ["-c", "-f", "-e", "trace=fsync,fdatasync", "-p", processId.ToString(CultureInfo.InvariantCulture)])
    {
        RedirectStandardError = true,
    })!);

    /// <summary>What it counted, one call after the other.</summary>
    internal async Task<string> StopAsync()
    {
        using (var kill = Process.Start("kill", ["-INT", _strace.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync();
        }

        var lines = (await _output).Split('\n').Where(l => l.EndsWith("sync", StringComparison.Ordinal))
            .Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(f => $"{f[^1]} {f[3]}");
        _strace.Dispose();
        return string.Join(", ", lines);
    }
}
