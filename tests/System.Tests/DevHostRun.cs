using System.Diagnostics;
using System.Text;
using Truceline.DevHost.Processes;

namespace Truceline.SystemTests;

/// <summary>A run of the command as a process of its own. What it starts is known by a variable that its processes inherit.</summary>
internal sealed class DevHostRun : IDisposable
{
    private const string Marker = "TRUCELINE_SYSTEM_TEST";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly string _mark = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString();
    private readonly Process _process;
    private readonly StringBuilder _output = new();

    internal DevHostRun(params string[] arguments)
    {
        var assembly = Binaries.Find(AppContext.BaseDirectory).Assembly("DevHost");
        var start = new ProcessStartInfo(Binaries.Dotnet(), ["exec", assembly, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[Marker] = _mark;
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Add(line.Data);
        _process.BeginOutputReadLine();
        Error = _process.StandardError.ReadToEndAsync();
    }

    internal string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    internal Task<string> Error { get; }

    /// <summary>Waits for the end.</summary>
    /// <returns>The exit code.</returns>
    internal async Task<int> EndAsync(TimeSpan limit)
    {
        using var timeout = new CancellationTokenSource(limit, TimeProvider.System);
        await _process.WaitForExitAsync(timeout.Token);
        return _process.ExitCode;
    }

    /// <summary>Waits until standard output has some text.</summary>
    internal Task SaysAsync(string text, TimeSpan limit) =>
        UntilAsync($"\"{text}\" on standard output", limit, () => Output.Contains(text, StringComparison.Ordinal));

    /// <summary>Waits until nothing that it started is left.</summary>
    internal Task LeavesNothingAsync(TimeSpan limit) => UntilAsync("the end of every process", limit, () => Left().Count == 0);

    /// <summary>Ends DevHost alone, without a chance to clean up.</summary>
    internal void Kill() => _process.Kill(entireProcessTree: false);

    /// <summary>Process ids of what it started and itself, as far as they are there.</summary>
    internal IReadOnlyList<int> Left() =>
    [
        .. from folder in Directory.EnumerateDirectories("/proc")
           where int.TryParse(Path.GetFileName(folder), out _) && IsOurs(folder)
           select int.Parse(Path.GetFileName(folder), System.Globalization.CultureInfo.InvariantCulture),
    ];

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private static async Task UntilAsync(string what, TimeSpan limit, Func<bool> isSo)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!isSo())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < limit, $"{what} within {limit.TotalSeconds:0} s");
            await Task.Delay(Pause, TimeProvider.System);
        }
    }

    private bool IsOurs(string folder)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, "environ")).Contains($"{Marker}={_mark}", StringComparison.Ordinal);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private void Add(string? line)
    {
        lock (_output)
        {
            _output.AppendLine(line);
        }
    }
}
