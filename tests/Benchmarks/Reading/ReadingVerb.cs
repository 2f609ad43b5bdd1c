using System.Diagnostics;
using Truceline.Entity.Reading;
using Truceline.Entity.Reading.Coordinates;
using Truceline.Entity.Reading.Header;
using Truceline.Entity.Reading.Quantities;
using Truceline.Entity.Reading.Text;
using Truceline.Entity.Reading.Times;

namespace Truceline.Benchmarks.Reading;

/// <summary>
/// The whole reading without claims (tokens, tags, gazetteer, names, dates, quantities, positions) on one thread, beside npm's wink-nlp and compromise on the
/// same documents in the same run: <c>reading [--megabytes N] [--text PATH]</c>.
/// </summary>
internal static class ReadingVerb
{
    private const int DefaultMegabytes = 1;

    // All readers alike read the documents so often before they are measured: hot code is compiled by then.
    private const int WarmUps = 8;

    private static readonly ReadingContext Context = new(new DateOnly(2018, 9, 18), new DateTimeOffset(2018, 9, 18, 12, 0, 0, TimeSpan.Zero));
    private static readonly ReadingOptions WithoutClaims = new() { Claims = false };

    public static int Run(string[] args)
    {
        var documents = Value(args, "--text") is { } path
            ? NewsText.Read(path)
            : NewsText.Make([.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Reading"), "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText)],
                (Value(args, "--megabytes") is { } given ? int.Parse(given, System.Globalization.CultureInfo.InvariantCulture) : DefaultMegabytes) * 1_000_000);
        var own = Own(documents);
        Console.WriteLine("| reader | MB/s | tokens/s | MB/s of processor time | start ms | resident MB |\n| --- | ---: | ---: | ---: | ---: | ---: |");
        Print("Truceline, whole reading without claims", own);
        var file = Path.Combine(Path.GetTempPath(), $"truceline-reading-{Environment.ProcessId}.txt");
        var cache = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "truceline", "benchmarks");
        File.WriteAllText(file, string.Join('\f', documents));
        foreach (var name in PeerReaders.Install(cache) ? new[] { "wink-nlp", "compromise" } : [])
        {
            if (PeerReaders.Measure(cache, name, file, WarmUps) is not { } peer)
                continue;
            Print(name, peer);
            Console.WriteLine($"  times {name}: {peer.WallMs / own.WallMs:F2} elapsed, {peer.CpuMs / own.CpuMs:F2} of processor time");
        }
        File.Delete(file);
        Steps(documents, own);
        return 0;
    }

    private static Run Own(List<string> documents)
    {
        var watch = Stopwatch.StartNew();
        var reader = new StoryReader();
        reader.Read(documents[0], Context, WithoutClaims);
        var start = watch.Elapsed.TotalMilliseconds;
        for (var pass = 0; pass < WarmUps; pass++)
        {
            foreach (var text in documents)
                reader.Read(text, Context, WithoutClaims);
        }
        long tokens = documents.Sum(d => (long)SegmentedText.Of(d).Tokens.Count);
        var cpu = Environment.CpuUsage.TotalTime;
        watch.Restart();
        long characters = 0;
        foreach (var text in documents)
        {
            reader.Read(text, Context, WithoutClaims);
            characters += text.Length;
        }
        var elapsed = watch.Elapsed.TotalMilliseconds;
        using var process = Process.GetCurrentProcess();
        return new Run(tokens, characters, start, elapsed, (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds, process.WorkingSet64 / 1e6);
    }

    /// <summary>Where the time goes: the steps that can be run by themselves, in milliseconds of processor time a megabyte.</summary>
    private static void Steps(List<string> documents, Run own)
    {
        var megabytes = documents.Sum(d => (double)d.Length) / 1e6;
        List<SegmentedText> texts = [];
        List<ReportHeader> headers = [];
        List<IReadOnlyList<DateMention>> dates = [];
        var (total, found) = (0.0, 0);
        var (dateReader, quantityReader) = (new DateReader(), new QuantityReader());
        Step("tokens and sentences", () => texts = [.. documents.Select(SegmentedText.Of)]);
        Step("header and language", () => headers = [.. texts.Select(t => HeaderReader.Read(t, Context))]);
        Step("dates", () => dates = [.. texts.Select((t, i) => dateReader.Read(t, headers[i]))]);
        Step("quantities", () => found = texts.Select((t, i) => quantityReader.Read(t, headers[i], dates[i]).Count).Sum());
        Step("positions", () => found += texts.Sum(t => CoordinateReader.Read(t).Count));
        Step("units, posts, callsigns", () => found += texts.Sum(t => DesignationReader.Read(t).Count));

        Console.WriteLine($"  names with tags, gazetteer and knowledge, the rest: {(own.CpuMs - total) / megabytes:F0} ms/MB; {found} figures and positions");

        void Step(string name, Action run)
        {
            run();
            var cpu = Environment.CpuUsage.TotalTime;
            run();
            var taken = (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds;
            total += taken;
            Console.WriteLine($"  {name}: {taken / megabytes:F0} ms/MB");
        }
    }

    private static void Print(string name, Run run) => Console.WriteLine(
        $"| {name} | {run.Characters / run.WallMs / 1000:F2} | {run.Tokens / run.WallMs * 1000:N0} | {run.Characters / run.CpuMs / 1000:F2} | {run.StartMs:F0} | {run.ResidentMb:F0} |");

    private static string? Value(string[] args, string option) =>
        Array.IndexOf(args, option) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;
}
