namespace Truceline.DevHost.Processes;

/// <summary>A start or an end of a process.</summary>
/// <param name="At">When DevHost did or saw it.</param>
/// <param name="Name">Name of the process.</param>
/// <param name="ProcessId">Its id.</param>
/// <param name="ExitCode">Null for a start; for an end its exit code, 128 and the signal's number when a signal ended it (137 is SIGKILL).</param>
/// <param name="Asked">Whether DevHost, or a test through it, asked for the end; true for a start by hand, false for one by the supervisor.</param>
internal sealed record ProcessRecord(DateTimeOffset At, string Name, int ProcessId, int? ExitCode, bool Asked);
