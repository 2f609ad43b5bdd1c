using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Truceline.Benchmarks.Reading;

/// <summary>
/// A replica of Entity from cold, as a process of its own on a new store: <c>start-up [--entity FOLDER] [--runs N]</c>. Elapsed from the start of the process until it
/// answers that it lives and that it is ready; the processor time until it lives, and its memory then. FOLDER is that of a published service, started by its
/// own host where it has one; what stands beside the benchmarks, which is compiled while it runs, without it.
/// </summary>
internal static class StartUpVerb
{
    private const int DefaultRuns = 5;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan BetweenQuestions = TimeSpan.FromMilliseconds(5);

    public static async Task<int> RunAsync(string[] args)
    {
        // Beside the benchmarks a host is never meant: what is measured there is the assembly that they were built with.
        var folder = Value(args, "--entity");
        var host = folder is null ? null : Path.Combine(folder, "Truceline.Entity");
        var service = File.Exists(host) ? host : Path.Combine(folder ?? AppContext.BaseDirectory, "Truceline.Entity.dll");
        var runs = int.Parse(Value(args, "--runs") ?? DefaultRuns.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        Console.WriteLine("| run | lives, ms | ready, ms | processor time, ms | resident MB |\n| --- | ---: | ---: | ---: | ---: |");
        List<double> lives = [], readies = [];
        for (var run = 1; run <= runs; run++)
        {
            if (await StartAsync(service) is not { } start)
            {
                Console.Error.WriteLine($"{service} did not answer within {Patience.TotalSeconds:F0} s.");
                return 1;
            }
            lives.Add(start.LivesMs);
            if (start.ReadyMs is { } readyMs)
                readies.Add(readyMs);
            var ready = start.ReadyMs is { } ms ? ms.ToString("F0", CultureInfo.InvariantCulture) : "needs its sidecar";
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {run} | {start.LivesMs:F0} | {ready} | {start.CpuMs:F0} | {start.ResidentMb:F0} |"));
        }
        PrintMiddle("lives", lives);
        if (readies.Count > 0)
            PrintMiddle("is ready", readies);
        return 0;
    }

    private static void PrintMiddle(string what, List<double> times) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  median until it {what}: {times.Order().ElementAt(times.Count / 2):F0} ms; fastest {times.Min():F0} ms"));

    private static async Task<Start?> StartAsync(string service)
    {
        var folder = Directory.CreateTempSubdirectory("truceline-start-");
        var (http, grpc) = (FreePort(), FreePort());
        var info = service.EndsWith(".dll", StringComparison.Ordinal) ? new ProcessStartInfo("dotnet", ["exec", service]) : new ProcessStartInfo(Path.GetFullPath(service));
        info.WorkingDirectory = folder.FullName;
        info.RedirectStandardOutput = info.RedirectStandardError = true;
        info.Environment["Ports__Address"] = "127.0.0.1";
        info.Environment["Ports__Http"] = http.ToString(CultureInfo.InvariantCulture);
        info.Environment["Ports__Grpc"] = grpc.ToString(CultureInfo.InvariantCulture);
        info.Environment["Storage__Path"] = Path.Combine(folder.FullName, "entity.db");
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(info)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{http}"), Timeout = Patience };
            if (await AnswersAsync(client, "/health/live", process, watch, Patience) is not { } lives)
                return null;
            process.Refresh();
            var (cpu, resident) = (process.TotalProcessorTime.TotalMilliseconds, process.WorkingSet64 / 1e6);
            // Without a sidecar a replica may never be ready: a moment is enough to tell.
            var ready = await AnswersAsync(client, "/health/ready", process, watch, watch.Elapsed + TimeSpan.FromSeconds(3));
            return new Start(lives, ready, cpu, resident);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Milliseconds since the start when a probe first said yes; null when it did not in time.</summary>
    private static async Task<double?> AnswersAsync(HttpClient client, string probe, Process process, Stopwatch watch, TimeSpan until)
    {
        while (watch.Elapsed < until && !process.HasExited)
        {
            try
            {
                using var response = await client.GetAsync(new Uri(probe, UriKind.Relative));
                if (response.StatusCode == HttpStatusCode.OK)
                    return watch.Elapsed.TotalMilliseconds;
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }
            await Task.Delay(BetweenQuestions, TimeProvider.System);
        }
        return null;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string? Value(string[] args, string option) =>
        Array.IndexOf(args, option) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;

    private sealed record Start(double LivesMs, double? ReadyMs, double CpuMs, double ResidentMb);
}
