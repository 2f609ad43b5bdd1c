using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Truceline.Ingest.Stories.Signatures;

namespace Truceline.Evaluation.NearDuplicates;

/// <summary>Which texts are taken for copies, on sets that are made of free texts.</summary>
internal static class NearDuplicatesVerb
{
    private const double Precision = 0.99;
    private const double Recall = 0.97;
    private const int Seeds = 3;

    internal static Command Create() => Verb.Create(
        "near-duplicates",
        $"Copies of stories among stories that look alike; precision at least {Precision}, recall at least {Recall}, over pairs and over stories.",
        (data, _) => Task.FromResult(Run(data, Console.Out)));

    private static bool Run(DirectoryInfo data, TextWriter output)
    {
        var texts = BaseTexts.Load(data);
        var own = OwnTexts.Read("copies.txt").Concat(OwnTexts.Read("same-event.txt")).ToArray();
        output.WriteLine($"{texts.Count} free texts; the weights of the decision were fitted on copies of the half called 'fitted'");
        output.WriteLine($"{"half",-10} {"seed",5} {"texts",6} {"pairs",6}   {"pairs: precision",16} {"recall",8}   {"stories: precision",18} {"recall",8}");
        var reached = true;
        foreach (var (half, chosen) in new[] { ("fitted", 0), ("held out", 1) })
        {
            var bases = texts.Where(t => Half(t) == chosen).ToArray();
            var all = Enumerable.Range(1, Seeds).Select(seed => (Seed: seed, Set: NearDuplicateSet.Make(bases, own, (100 * chosen) + seed)))
                .Select(s => (s.Seed, s.Set, Result: new Measurement(s.Set))).ToArray();
            foreach (var (seed, set, result) in all)
            {
                Print(output, half, $"{seed}", set.Count, result.Pairs, result.Stories);
            }

            var pairs = all.Aggregate(default(Counts), (sum, s) => sum + s.Result.Pairs);
            var stories = all.Aggregate(default(Counts), (sum, s) => sum + s.Result.Stories);
            Print(output, half, "all", all.Sum(s => s.Set.Count), pairs, stories);
            foreach (var (seed, _, result) in all.Where(_ => chosen == 1))
            {
                List(output, $"seed {seed}: false merge", result.False);
                List(output, $"seed {seed}: miss", result.Missed);
            }

            reached &= chosen == 0 || (Enough(pairs) && Enough(stories));
        }

        output.WriteLine($"{(reached ? "reached" : "BELOW")} the bar on the half held out");
        return reached;
    }

    private static bool Enough(Counts counts) => counts.Precision >= Precision && counts.Recall >= Recall;

    private static int Half(BaseText text) => SHA256.HashData(Encoding.UTF8.GetBytes(text.Name))[0] & 1;

    private static void Print(TextWriter output, string half, string seed, int texts, Counts pairs, Counts stories) => output.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{half,-10} {seed,5} {texts,6} {pairs.Expected,6}   {pairs.Precision,16:F4} {pairs.Recall,8:F4}   {stories.Precision,18:F4} {stories.Recall,8:F4}"));

    private static void List(TextWriter output, string what, IEnumerable<(LabelledText First, LabelledText Second)> pairs)
    {
        foreach (var (first, second) in pairs.OrderBy(p => p.First.Id, StringComparer.Ordinal).ThenBy(p => p.Second.Id, StringComparer.Ordinal))
        {
            var evidence = CopyDecision.Measure(first.Signature.Record, second.Signature.Record);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{what}: {first.Id} ({first.How}; {first.Signature.Words} words) ~ {second.Id} ({second.How}; {second.Signature.Words} words): log odds {evidence.LogOdds():F1}, of first {evidence.Whole.OfFirst:F2}, of second {evidence.Whole.OfSecond:F2}"));
        }
    }
}
