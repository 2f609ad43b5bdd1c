using BenchmarkDotNet.Attributes;
using Truceline.Ingest.Stories.Signatures;

namespace Truceline.Benchmarks.NearDuplicates;

/// <summary>The index with a million stories: look-ups with verification of what they find. Single thread.</summary>
public class LookupBenchmarks
{
    private const int Stories = 1_000_000;
    private const int Words = 400;
    private const int Queries = 20_000;

    private readonly NearDuplicateIndex _index = new();
    private StorySignature[] _unknown = [];
    private StorySignature[] _copies = [];

    /// <summary>Fills the index and says what it takes.</summary>
    [GlobalSetup]
    public void Fill()
    {
        for (var i = 0; i < Stories; i++)
        {
            var report = Samples.Distinct(Words, i);
            _index.Add(report.Id, report.Id, StorySignature.Of(report));
        }

        _unknown = [.. Enumerable.Range(Stories, Queries).Select(i => StorySignature.Of(Samples.Distinct(Words, i)))];
        _copies = [.. Enumerable.Range(0, Queries).Select(i => StorySignature.Of(Samples.CopyOf(Samples.Distinct(Words, (int)(i * 7919L % Stories)))))];
        var found = _copies.Where((c, i) => _index.Find(c)?.ReportId == $"sha256:{(int)(i * 7919L % Stories):x64}").Count();
        var wrong = _unknown.Count(u => _index.Find(u) is not null);
        Console.WriteLine($"// {_index.Count} stories, index {_index.MemoryBytes >> 20} MiB, a serialised signature {_copies.Average(c => c.Bytes.Length):F0} bytes; "
            + $"{found} of {Queries} copies found, {wrong} of {Queries} others taken for copies");
    }

    /// <summary>Texts that are new: nothing is found.</summary>
    [Benchmark(OperationsPerInvoke = Queries)]
    public int FindNewText() => Found(_unknown);

    /// <summary>Texts that are copies: the story is found and verified.</summary>
    [Benchmark(OperationsPerInvoke = Queries)]
    public int FindCopy() => Found(_copies);

    private int Found(StorySignature[] signatures)
    {
        var found = 0;
        foreach (var signature in signatures)
        {
            found += _index.Find(signature) is null ? 0 : 1;
        }

        return found;
    }
}
