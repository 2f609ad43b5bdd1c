using Truceline.Entity.Reading;
using Truceline.Entity.Reading.Claims.Cutting;
using Truceline.Entity.Reading.Claims.Speakers;
using Truceline.Entity.Training.Claims.Cutting;
using Truceline.Entity.Training.Evaluations;
using Truceline.Entity.UnitTests.Challenge;

namespace Truceline.Entity.Training.Claims.Speakers;

/// <summary>Weights of the choice of speakers, learned from the project's own texts and from those of the open challenge, which rules were written on.</summary>
internal static class SpeakerFolds
{
    /// <summary>The weights learned from all texts.</summary>
    public static SortedDictionary<string, float[]> Learn(StoryReader reader, IReadOnlyList<ChallengeItem> items)
    {
        var (maker, open) = Open(reader);
        return SpeakerTrainer.Learn([.. items.SelectMany(i => maker.Of(i, complete: true)), .. open], maker.Names);
    }

    /// <summary>Choosers that have each learned nothing from a fifth of the texts: the one at an index nothing from every fifth text, counted from that index.</summary>
    public static IReadOnlyList<SpeakerChooser> Of(StoryReader reader, IReadOnlyList<ChallengeItem> items)
    {
        var (maker, open) = Open(reader);
        var examples = items.Select(i => maker.Of(i, complete: true)).ToList();
        return [.. Enumerable.Range(0, CutFolds.Count).Select(fold =>
            new SpeakerChooser(new FeatureWeights(SpeakerTrainer.Learn([.. examples.Where((_, i) => i % CutFolds.Count != fold).SelectMany(e => e), .. open], maker.Names))))];
    }

    private static (SpeakerExamples Maker, List<SpeakerExample> Open) Open(StoryReader reader)
    {
        var maker = new SpeakerExamples(reader);
        return (maker, [.. ChallengeItem.Load(new JudgingSets(null, false, false).PathOf("Challenge"), ChallengePart.Open).SelectMany(i => maker.Of(i, complete: false))]);
    }
}
