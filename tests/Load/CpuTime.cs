using System.Globalization;

namespace Truceline.Load;

/// <summary>Processor time of a process, user and system, as <c>/proc/{pid}/stat</c> has it (proc(5), fields 14 and 15, in ticks of 10 ms).</summary>
internal static class CpuTime
{
    private const int TicksPerSecond = 100;

    internal static TimeSpan Of(int processId)
    {
        // The name of the program may hold blanks; it ends with the last bracket.
        var stat = File.ReadAllText($"/proc/{processId}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        var ticks = long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture);
        return TimeSpan.FromSeconds((double)ticks / TicksPerSecond);
    }
}
