using System.ComponentModel;
using System.Diagnostics;

namespace Truceline.DevHost.Processes;

/// <summary>
/// A process that does not outlive DevHost. Its standard input is a pipe held by DevHost: when the pipe ends, whether DevHost stopped it or was
/// killed, the process ends itself (<c>StartupHook</c> in .NET processes, a shell's watch in others). What it writes goes to a log file.
/// </summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private const int TailLines = 25;
    private static readonly TimeSpan KillLimit = TimeSpan.FromSeconds(5);

    private readonly Process _process;
    private readonly StreamWriter _log;
    private readonly Queue<string> _tail = new();
    private readonly Task _pumps;

    private ChildProcess(ChildSpec spec, Process process, StreamWriter log)
    {
        Spec = spec;
        _process = process;
        _log = log;
        _pumps = Task.WhenAll(PumpAsync(process.StandardOutput), PumpAsync(process.StandardError));
        Id = process.Id;
        Exited = WaitForExitAsync();
    }

    /// <summary>What was started.</summary>
    internal ChildSpec Spec { get; }

    /// <summary>Process id.</summary>
    internal int Id { get; }

    /// <summary>Whether DevHost asked it to end or killed it.</summary>
    internal bool EndAsked { get; private set; }

    /// <summary>Ends with the exit code when the process has ended and everything that it wrote is in its log.</summary>
    internal Task<int> Exited { get; }

    /// <summary>Starts a process.</summary>
    /// <param name="spec">What to start.</param>
    /// <param name="logFolder">Where its log goes.</param>
    /// <param name="append">Whether the log goes on where it ended, rather than anew.</param>
    /// <exception cref="DevHostException">It cannot be started.</exception>
    internal static ChildProcess Start(ChildSpec spec, string logFolder, bool append = false)
    {
        var start = new ProcessStartInfo(spec.FileName, spec.Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var inherited in start.Environment.Keys.Where(IsOurs).ToList())
        {
            start.Environment.Remove(inherited);
        }

        foreach (var (name, value) in spec.Environment)
        {
            start.Environment[name] = value;
        }

        var log = new StreamWriter(Path.Combine(logFolder, spec.Name + ".log"), append) { AutoFlush = true };
        try
        {
            return new ChildProcess(spec, Process.Start(start)!, log);
        }
        catch (Win32Exception exception)
        {
            log.Dispose();
            throw new DevHostException($"{spec.Name} could not be started ({spec.FileName}): {exception.Message}.");
        }
    }

    /// <summary>The last lines that it wrote.</summary>
    internal IReadOnlyList<string> Tail()
    {
        lock (_tail)
        {
            return [.. _tail];
        }
    }

    /// <summary>Asks the process to end and, when it has not ended within <paramref name="grace"/>, kills it.</summary>
    internal async Task StopAsync(TimeSpan grace, TimeProvider time)
    {
        EndAsked = true;
        try
        {
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended already.
        }

        if (await EndsWithinAsync(grace, time))
        {
            return;
        }

        await KillAsync();
    }

    /// <summary>Ends the process and all that it started with SIGKILL, and waits for the end. Nothing happens when it has ended already.</summary>
    /// <exception cref="TimeoutException">It did not end.</exception>
    internal async Task KillAsync()
    {
        EndAsked = true;
        if (!Exited.IsCompleted)
        {
            _process.Kill(entireProcessTree: true);
            await Exited.WaitAsync(KillLimit, TimeProvider.System);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!Exited.IsCompleted)
        {
            EndAsked = true;
            _process.Kill(entireProcessTree: true);
            await EndsWithinAsync(KillLimit, TimeProvider.System);
        }

        _process.Dispose();
        await _log.DisposeAsync();
    }

    // The address of a web server or a start-up hook in DevHost's own environment is not meant for its children.
    private static bool IsOurs(string variable) =>
        variable.StartsWith("ASPNETCORE_", StringComparison.OrdinalIgnoreCase)
        || variable.StartsWith("OTEL_", StringComparison.OrdinalIgnoreCase)
        || variable.StartsWith("DAPR_", StringComparison.OrdinalIgnoreCase)
        || variable is "DOTNET_STARTUP_HOOKS" or "DOTNET_URLS" or "APP_API_TOKEN";

    private async Task<bool> EndsWithinAsync(TimeSpan limit, TimeProvider time)
    {
        try
        {
            await Exited.WaitAsync(limit, time);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private async Task<int> WaitForExitAsync()
    {
        await _process.WaitForExitAsync();
        await _pumps;
        return _process.ExitCode;
    }

    private async Task PumpAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            lock (_tail)
            {
                _log.WriteLine(line);
                _tail.Enqueue(line);
                if (_tail.Count > TailLines)
                {
                    _tail.Dequeue();
                }
            }
        }
    }
}
