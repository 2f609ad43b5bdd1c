using Truceline.Entity.Reading.Tagging;

namespace Truceline.Entity.Training.Evaluations;

/// <summary>GeoVirus: spans of toponyms by the tagger alone, five folds over documents, pooled.</summary>
internal sealed class ToponymEvaluation : IEvaluation
{
    public string Name => "toponym-spans";

    public IEnumerable<Score> Run(EvaluationContext context)
    {
        if (context.Folds is not { } folds)
            yield break;
        foreach (var profile in new[] { TaggingProfile.Toponyms, TaggingProfile.News })
        {
            var counts = new SpanCounts();
            for (var fold = 0; fold < FoldedTaggers.Count; fold++)
                TaggedSets.AddToponyms(folds.Get(fold, profile), FoldedTaggers.HeldOut(context.Corpora.GeoVirus, fold), counts);
            yield return new Score("GeoVirus", $"toponym spans, tagger alone as {profile}, F1", counts.F1, null, $"{counts}; five folds over documents");
        }
    }
}
