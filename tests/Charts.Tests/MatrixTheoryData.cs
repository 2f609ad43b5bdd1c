namespace Truceline.Charts.Tests;

/// <summary>Every pair of two lists.</summary>
public sealed class MatrixTheoryData<TFirst, TSecond> : TheoryData<TFirst, TSecond>
{
    public MatrixTheoryData(IEnumerable<TFirst> first, IEnumerable<TSecond> second)
    {
        foreach (var (one, other) in first.SelectMany(_ => second, (one, other) => (one, other)))
        {
            Add(one, other);
        }
    }
}
