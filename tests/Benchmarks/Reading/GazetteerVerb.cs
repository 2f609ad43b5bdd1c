using System.Diagnostics;
using System.Globalization;
using Truceline.Entity.Reading.Places;

namespace Truceline.Benchmarks.Reading;

/// <summary>
/// Look-ups of place names on one thread: <c>gazetteer [--names N]</c>. Names that are in the cache, names met for the first time, names that no place bears
/// (turned away without reading a row), spellings that only fold alike, and consonants alone.
/// </summary>
internal static class GazetteerVerb
{
    private const int DefaultNames = 20_000;
    private const int Rounds = 5;

    private static readonly string[] Known =
    [
        "Aleppo", "Idlib", "Latakia", "Hama", "Damascus", "Sochi", "Hodeidah", "Taiz", "Sanaa", "Marib", "Donetsk", "Luhansk", "Mariupol", "Avdiivka", "Tripoli", "Benghazi", "Sirte",
        "Misrata", "Juba", "Malakal", "Bentiu", "Abyei", "Stepanakert", "Shusha", "Panmunjom", "Kaesong", "Nicosia", "Famagusta", "Goma", "Bunia", "Kidal", "Gao", "Khan Shaykhun", "Saraqib",
    ];

    public static int Run(string[] args)
    {
        var count = Array.IndexOf(args, "--names") is var at and >= 0 && at + 1 < args.Length ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : DefaultNames;
        var known = Enumerable.Range(0, count).Select(i => Known[i % Known.Length]).ToList();
        // Spellings differ in what folding leaves out; no two in a round are alike, so that no cache answers.
        var folded = Enumerable.Range(0, count).Select(i => Known[i % Known.Length].ToUpperInvariant() + new string('\'', (i / Known.Length % 40) + 1)).ToList();
        var nowhere = Enumerable.Range(0, count).Select(i => "Qx" + i.ToString(CultureInfo.InvariantCulture).Select(c => (char)('a' + c - '0')).Aggregate("", (s, c) => s + c)).ToList();
        var watch = Stopwatch.StartNew();
        var gazetteer = Gazetteer.Load();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"opened in {watch.Elapsed.TotalMilliseconds:F0} ms\n| look-up | ns each | a second | places found |\n| --- | ---: | ---: | ---: |"));
        Measure("a name met for the first time, code and pages cold", known.Distinct().ToList(), n => gazetteer.Find(n).Count, 1);
        Measure("a name in the cache", known, n => gazetteer.Find(n).Count, Rounds);
        Measure("another spelling of it", folded, n => gazetteer.Find(n).Count, Rounds);
        Measure("a name that no place bears", nowhere, n => gazetteer.Has(NameHash.Of(n)) ? 1 : 0, Rounds);
        Measure("by consonants alone", [.. known.Take(2_000)], n => gazetteer.FindBySkeleton(n).Count, Rounds);
        return 0;
    }

    /// <summary>The fastest round: the others were disturbed.</summary>
    private static void Measure(string what, List<string> names, Func<string, int> find, int rounds)
    {
        var (best, found) = (double.PositiveInfinity, 0L);
        for (var round = 0; round < rounds; round++)
        {
            found = 0;
            var watch = Stopwatch.StartNew();
            foreach (var name in names)
                found += find(name);
            best = Math.Min(best, watch.Elapsed.TotalNanoseconds / names.Count);
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {best:F0} | {1e9 / best:N0} | {found} |"));
    }
}
