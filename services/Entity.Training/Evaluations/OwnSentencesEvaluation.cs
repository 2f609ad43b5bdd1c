namespace Truceline.Entity.Training.Evaluations;

/// <summary>The project's own sentences from conflicts other than re3d's: five folds over documents, pooled.</summary>
internal sealed class OwnSentencesEvaluation : IEvaluation
{
    public string Name => "own-sentences";

    public IEnumerable<Score> Run(EvaluationContext context) =>
        context.Folds is { } folds ? FoldScores.OfOwn(folds, context.Corpora) : context.Recorded(FoldScores.Own);
}
