using System.Globalization;
using Truceline.Entity.Reading;
using Truceline.Entity.Training.Claims.Cutting;
using Truceline.Entity.UnitTests.Challenge;

namespace Truceline.Entity.Training.Claims.Speakers;

/// <summary>How often the right speaker and source are chosen of claims that nothing was learned from, given that the claim was found.</summary>
internal static class SpeakerScores
{
    /// <summary>A line each for speakers and sources: of those that have one, whether it is among the candidates and is the likeliest; of those that have none, whether nobody is.</summary>
    public static IEnumerable<string> Of(StoryReader reader, IReadOnlyList<ChallengeItem> items)
    {
        var maker = new SpeakerExamples(reader);
        var examples = items.Select(i => maker.Of(i, complete: true)).ToList();
        var counts = new int[2, 4];
        for (var fold = 0; fold < CutFolds.Count; fold++)
        {
            var weights = SpeakerTrainer.Learn([.. examples.Where((_, i) => i % CutFolds.Count != fold).SelectMany(e => e)], maker.Names);
            foreach (var example in examples.Where((_, i) => i % CutFolds.Count == fold).SelectMany(e => e))
            {
                for (var column = 0; column < 2; column++)
                {
                    if ((column == 0 ? example.Speakers : example.Sources) is not { } right)
                        continue;
                    var scores = Array.ConvertAll(example.Features, own => own.Sum(f => weights.TryGetValue(maker.Names[f], out var row) ? row[column] : 0));
                    var hit = right[Array.IndexOf(scores, scores.Max())];
                    counts[column, right[0] ? 2 : 0]++;
                    counts[column, right[0] ? 3 : 1] += hit ? 1 : 0;
                }
            }
        }
        var all = examples.SelectMany(e => e).ToList();
        for (var column = 0; column < 2; column++)
        {
            var unknown = all.Count(e => (column == 0 ? e.Speakers : e.Sources) is null);
            yield return string.Create(CultureInfo.InvariantCulture,
                $"{(column == 0 ? "speakers" : "sources")}: {counts[column, 1]} of {counts[column, 0]} chosen, nobody in {counts[column, 3]} of {counts[column, 2]}, {unknown} of {all.Count} among no candidates");
        }
    }
}
