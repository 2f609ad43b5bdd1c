using BenchmarkDotNet.Attributes;
using Truceline.Ingest.Stories.Signatures;
using Truceline.Ingest.V1;

namespace Truceline.Benchmarks.NearDuplicates;

/// <summary>What a report of 600 words is compared by: ours against SimHash as it is first written down. Single thread.</summary>
public class SignatureBenchmarks
{
    private const int Texts = 64;
    private readonly Report[] _reports = [.. Enumerable.Range(0, Texts).Select(i => Samples.Prose(600, i))];

    /// <summary>The naive peer.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Texts)]
    public ulong NaiveSimHashOfText()
    {
        var sum = 0UL;
        foreach (var report in _reports)
        {
            sum += NaiveSimHash.Of(report.Text);
        }

        return sum;
    }

    /// <summary>Sketches, keys, all.</summary>
    [Benchmark(OperationsPerInvoke = Texts)]
    public ulong SignatureOfReport()
    {
        var sum = 0UL;
        foreach (var report in _reports)
        {
            sum += StorySignature.Of(report).Exact;
        }

        return sum;
    }
}
