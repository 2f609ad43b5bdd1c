using System.Diagnostics;

namespace Truceline.Load;

/// <summary>Runs a load and prints what came of it.</summary>
internal static class Measurement
{
    internal static async Task RunAsync(SystemUnderLoad system, ILoad load, LoadOptions options, CancellationToken cancellationToken)
    {
        var times = new LatencyCounts();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = load.RunAsync(times.Add, stop.Token);
        await PauseAsync(options.WarmUp, running, cancellationToken);
        while (times.Snapshot().Count < options.WarmUpReports)
        {
            await PauseAsync(1, running, cancellationToken);
        }

        var syncs = options.CountsSyncs ? SyncCount.Start(system.Measured.First(m => m.Name == "Ingest").Id) : null;
        times.Reset();
        var publishedBefore = system.Published;
        var cpuBefore = system.Measured.Select(m => CpuTime.Of(m.Id)).ToArray();
        var began = TimeProvider.System.GetTimestamp();
        await PauseAsync(options.Seconds, running, cancellationToken);
        var seconds = TimeProvider.System.GetElapsedTime(began).TotalSeconds;
        var cpu = system.Measured.Select((m, i) => CpuTime.Of(m.Id) - cpuBefore[i]).ToArray();
        var counts = times.Snapshot();
        var published = system.Published - publishedBefore;
        var synced = syncs is null ? null : await syncs.StopAsync();
        await stop.CancelAsync();
        await ((Task)running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        Print($"{counts.Count / seconds:F0} accepted a second over {seconds:F1} s, each on disk before it was answered; {options.Callers} at a time");
        Print($"time to the answer: p50 {counts.Quantile(0.5):F1} ms, p99 {counts.Quantile(0.99):F1} ms");
        Print($"{published / seconds:F0} events published a second");
        foreach (var (process, used) in system.Measured.Zip(cpu))
        {
            Print($"  {process.Name,-16} {used.TotalSeconds / seconds,5:F2} cores {used.TotalMicroseconds / Math.Max(1, counts.Count),7:F0} µs of CPU a report, "
                + $"{Process.GetProcessById(process.Id).WorkingSet64 / 1048576} MiB");
        }

        var total = cpu.Aggregate((a, b) => a + b);
        Print($"  {"together",-16} {total.TotalSeconds / seconds,5:F2} cores {total.TotalMicroseconds / Math.Max(1, counts.Count),7:F0} µs of CPU a report");
        if (synced is not null)
        {
            Print($"calls of fsync and fdatasync by Ingest: {synced}");
        }
    }

    private static async Task PauseAsync(int seconds, Task running, CancellationToken cancellationToken)
    {
        var pause = Task.Delay(TimeSpan.FromSeconds(seconds), TimeProvider.System, cancellationToken);
        if (await Task.WhenAny(pause, running) == running)
        {
            // It runs until it is told to stop: it failed.
            await running;
        }
    }

    private static void Print(string line) => Console.WriteLine(line);
}
