namespace Truceline.Evaluation.NearDuplicates;

/// <summary>A copy in the making.</summary>
internal sealed class Draft(IEnumerable<string> paragraphs, Random random)
{
    /// <summary>Its paragraphs; never empty.</summary>
    internal List<string> Paragraphs { get; } = [.. paragraphs];

    /// <summary>Chance.</summary>
    internal Random Random { get; } = random;

    /// <summary>Number of words.</summary>
    internal int Words => Paragraphs.Sum(Prose.Words);

    /// <summary>One of several.</summary>
    internal T Any<T>(IReadOnlyList<T> choices) => choices[Random.Next(choices.Count)];

    /// <summary>True with a probability.</summary>
    internal bool Chance(double probability) => Random.NextDouble() < probability;

    /// <summary>Changes every paragraph.</summary>
    internal void Each(Func<string, string> change)
    {
        for (var i = 0; i < Paragraphs.Count; i++)
        {
            Paragraphs[i] = change(Paragraphs[i]);
        }
    }

    /// <summary>Changes some sentences.</summary>
    internal void EachSentence(double share, Func<string, string> change) =>
        Each(p => string.Join(' ', Prose.Sentences(p).Select(s => Chance(share) ? change(s) : s).Where(s => s.Length > 0)));
}
