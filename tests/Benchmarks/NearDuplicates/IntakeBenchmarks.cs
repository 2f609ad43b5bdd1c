using BenchmarkDotNet.Attributes;
using Truceline.Ingest.Stories.Signatures;
using Truceline.Ingest.V1;

namespace Truceline.Benchmarks.NearDuplicates;

/// <summary>What a report of 4 kB costs from its text to its place in the index: signature, look-up, adding. Single thread.</summary>
public class IntakeBenchmarks
{
    private const int Reports = 1024;
    private readonly Report[] _reports = [.. Enumerable.Range(0, Reports).Select(i => Samples.Distinct(600, i))];

    /// <summary>From text to index.</summary>
    [Benchmark(OperationsPerInvoke = Reports)]
    public int SignFindAndAdd()
    {
        var index = new NearDuplicateIndex();
        foreach (var report in _reports)
        {
            var signature = StorySignature.Of(report);
            index.Add(index.Find(signature)?.StoryId ?? report.Id, report.Id, signature);
        }

        return index.Count;
    }
}
