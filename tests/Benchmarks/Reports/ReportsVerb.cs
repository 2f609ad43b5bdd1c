using System.Globalization;

namespace Truceline.Benchmarks.Reports;

/// <summary>
/// The whole path of a report, from its text to its published claims, and how it grows with the length of the text:
/// <c>reports [--reports N] [--lengths 500,1000,…] [--same-day]</c>. All figures are processor time, which other work on the machine leaves alone.
/// </summary>
internal static class ReportsVerb
{
    private const int Seed = 20180917;

    private static readonly int[] Lengths = [1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 64_000];

    public static async Task<int> RunAsync(string[] args)
    {
        var lengths = Value(args, "--lengths")?.Split(',').Select(l => int.Parse(l, CultureInfo.InvariantCulture)).ToArray() ?? Lengths;
        var most = Value(args, "--reports") is { } given ? int.Parse(given, CultureInfo.InvariantCulture) : 100;
        var samples = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Reading"), "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText).ToList();
        var texts = new ReportTexts(samples, Seed);
        await using var path = new ReportPath(args.Contains("--same-day"));
        var costs = new List<ReportCosts>();
        Console.WriteLine("| characters | claims | reports/s a core | ms a report | tokenise | tag | resolve | claims | map | store | publish | one raw row |\n| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");

        // Short ones first come more often, so that every length reads about as much and the code is as warm.
        await path.MeasureAsync(texts.Make(most, lengths[0]), texts.Make(most, lengths[0]));
        foreach (var length in lengths)
        {
            var count = Math.Max(10, most * 4_000 / Math.Max(length, 4_000));
            costs.Add(await path.MeasureAsync(texts.Make(Math.Max(5, count / 4), length), texts.Make(count, length)));
            Print(costs[^1]);
        }
        Growth(costs);
        return 0;
    }

    private static void Print(ReportCosts c) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"| {c.Characters:F0} | {c.Claims:F1} | {1000 / c.Whole:F0} | {c.Whole:F2} | {string.Join(" | ", c.Steps.Select(s => s.Milliseconds.ToString("F2", CultureInfo.InvariantCulture)))} | {c.Raw:F2} |"));

    // 1 is linear, 2 quadratic: the slope of cost over length, both as logarithms.
    private static void Growth(List<ReportCosts> costs)
    {
        var (first, last) = (costs[^Math.Min(costs.Count, 3)], costs[^1]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nExponent of growth from {first.Characters:F0} to {last.Characters:F0} characters (1: linear):"));
        foreach (var ((step, from), (_, to)) in first.Steps.Append(("whole", first.Whole)).Zip(last.Steps.Append(("whole", last.Whole))))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {step}: {Math.Log(Math.Max(to, 1e-6) / Math.Max(from, 1e-6)) / Math.Log(last.Characters / first.Characters):F2}"));
    }

    private static string? Value(string[] args, string option) =>
        Array.IndexOf(args, option) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;
}
