using Truceline.Entity.Reading;
using Truceline.Entity.Reading.Claims.Cutting;
using Truceline.Entity.UnitTests.Challenge;

namespace Truceline.Entity.Training.Claims.Cutting;

/// <summary>Cutters that have each learned nothing from a fifth of the texts: the one at an index nothing from every fifth text, counted from that index.</summary>
internal static class CutFolds
{
    /// <summary>Number of folds.</summary>
    public const int Count = 5;

    /// <summary>The cutters.</summary>
    public static IReadOnlyList<SentenceCutter> Of(StoryReader reader, IReadOnlyList<ChallengeItem> items)
    {
        var maker = new CutExamples();
        var examples = items.Select(i => maker.Of(reader, i)).ToList();
        return [.. Enumerable.Range(0, Count).Select(fold => new SentenceCutter(new FeatureWeights(CutTrainer.Learn([.. examples.Where((_, i) => i % Count != fold).SelectMany(e => e)], maker.Names))))];
    }
}
