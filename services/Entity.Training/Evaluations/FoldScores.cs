using Truceline.Entity.Reading.Tagging;
using Truceline.Entity.Training.Tagging.Corpora;

namespace Truceline.Entity.Training.Evaluations;

/// <summary>Scores of the folded taggers on what each has not seen, pooled.</summary>
internal static class FoldScores
{
    public const string Defence = "re3d";
    public const string Toponyms = "GeoVirus";
    public const string Own = "own sentences";

    /// <summary>Proper names and arms of re3d by the guidelines of the corpus.</summary>
    public static IEnumerable<Score> OfDefence(FoldedTaggers folds, CorpusFolder corpora)
    {
        var (counts, names, arms) = (TaggedSets.ReportCounts(), new OverlapCounts(), new OverlapCounts());
        for (var fold = 0; fold < FoldedTaggers.Count; fold++)
        {
            var (tagger, held) = (folds.Get(fold, TaggingProfile.Defence), FoldedTaggers.HeldOut(corpora.Re3d, fold).ToList());
            TaggedSets.AddReports(tagger, held, counts);
            TaggedSets.AddOverlaps(tagger, held, names, arms);
        }
        foreach (var score in TaggedSets.ReportScores(Defence, counts, "five folds over documents, pooled; guidelines of the corpus"))
            yield return score;
        const string Note = "the same, where a span counts that meets a marked one of its type";
        yield return new Score(Defence, "proper names that meet, F1", names.F1, null, $"{names}; {Note}");
        yield return new Score(Defence, "arms that meet, F1", arms.F1, null, $"{arms}; {Note}");
    }

    /// <summary>Proper names and arms of the project's own sentences by the guidelines of the news, which the service reads by.</summary>
    public static IEnumerable<Score> OfOwn(FoldedTaggers folds, CorpusFolder corpora)
    {
        var counts = TaggedSets.ReportCounts();
        for (var fold = 0; fold < FoldedTaggers.Count; fold++)
            TaggedSets.AddReports(folds.Get(fold, TaggingProfile.News), FoldedTaggers.HeldOut(corpora.Own, fold), counts);
        return TaggedSets.ReportScores(Own, counts, "five folds over documents, pooled; guidelines of the news; one pair of writers, so other texts will do worse");
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

    /// <summary>
    /// Toponyms of GeoVirus by the reader's recogniser and resolver, with the folds' taggers, by the guidelines of the corpus and of the news, which the
    /// service reads by.
    /// </summary>
    public static IEnumerable<Score> OfPlaces(FoldedTaggers folds, CorpusFolder corpora)
    {
        foreach (var (profile, suffix) in new[] { (TaggingProfile.Toponyms, string.Empty), (TaggingProfile.News, " as News") })
        {
            var counts = PlaceScores.Of(corpora, fold => folds.Get(fold, profile));
            var (spans, placed) = ($"toponym spans{suffix}, F1", $"toponyms found and placed within 161 km{suffix}");
            yield return new Score(Toponyms, spans, counts.F1, BarOf(Toponyms, spans), $"{counts}; recogniser over the folds' taggers; five folds over documents");
            yield return new Score(Toponyms, placed, counts.PlacedOfAll, BarOf(Toponyms, placed), "of all that are marked; five folds over documents");
        }
    }

    /// <summary>What a measure has to reach; null when no bar is set.</summary>
    public static double? BarOf(string set, string measure) => (set, measure) switch
    {
        (Defence, "proper names, F1") => 0.75,
        (Defence, "arms, F1") => 0.65,
        (Toponyms, "toponym spans, F1" or "toponym spans as News, F1") => 0.93,
        (Toponyms, "toponyms found and placed within 161 km" or "toponyms found and placed within 161 km as News") => 0.72,
        _ => null,
    };
}
