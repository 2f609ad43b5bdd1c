using Truceline.Entity.Reading.Tagging;

namespace Truceline.Entity.Training.Evaluations;

/// <summary>re3d: five folds over documents, pooled.</summary>
internal sealed class DefenceEvaluation : IEvaluation
{
    public string Name => "re3d";

    public IEnumerable<Score> Run(EvaluationContext context)
    {
        if (context.Folds is not { } folds)
            yield break;
        var counts = TaggedSets.Re3dCounts();
        for (var fold = 0; fold < FoldedTaggers.Count; fold++)
            TaggedSets.AddRe3d(folds.Get(fold, TaggingProfile.Defence), FoldedTaggers.HeldOut(context.Corpora.Re3d, fold), counts);
        foreach (var score in TaggedSets.Re3dScores(counts, "five folds over documents, pooled; guidelines of the corpus"))
            yield return score;
    }
}
