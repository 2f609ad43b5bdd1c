using Truceline.Entity.Reading.Tagging;
using Truceline.Entity.Training.Tagging.Corpora;

namespace Truceline.Entity.Training.Evaluations;

/// <summary>Scores of the folded taggers on what each has not seen, pooled.</summary>
internal static class FoldScores
{
    public const string Defence = "re3d";
    public const string Toponyms = "GeoVirus";

    /// <summary>Proper names and arms of re3d by the guidelines of the corpus.</summary>
    public static IEnumerable<Score> OfDefence(FoldedTaggers folds, CorpusFolder corpora)
    {
        var counts = TaggedSets.Re3dCounts();
        for (var fold = 0; fold < FoldedTaggers.Count; fold++)
            TaggedSets.AddRe3d(folds.Get(fold, TaggingProfile.Defence), FoldedTaggers.HeldOut(corpora.Re3d, fold), counts);
        return TaggedSets.Re3dScores(counts, "five folds over documents, pooled; guidelines of the corpus");
    }

    /// <summary>Toponyms of GeoVirus by the tagger alone, by the guidelines of the corpus and of the news.</summary>
    public static IEnumerable<Score> OfToponyms(FoldedTaggers folds, CorpusFolder corpora)
    {
        foreach (var profile in new[] { TaggingProfile.Toponyms, TaggingProfile.News })
        {
            var counts = new SpanCounts();
            for (var fold = 0; fold < FoldedTaggers.Count; fold++)
                TaggedSets.AddToponyms(folds.Get(fold, profile), FoldedTaggers.HeldOut(corpora.GeoVirus, fold), counts);
            yield return new Score(Toponyms, $"toponym spans, tagger alone as {profile}, F1", counts.F1, null, $"{counts}; five folds over documents");
        }
    }

    /// <summary>What a measure has to reach; null when no bar is set.</summary>
    public static double? BarOf(string set, string measure) => (set, measure) switch
    {
        (Defence, "proper names, F1") => 0.75,
        (Defence, "arms, F1") => 0.65,
        _ => null,
    };
}
