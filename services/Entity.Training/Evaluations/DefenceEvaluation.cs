namespace Truceline.Entity.Training.Evaluations;

/// <summary>re3d: five folds over documents, pooled.</summary>
internal sealed class DefenceEvaluation : IEvaluation
{
    public string Name => "re3d";

    public IEnumerable<Score> Run(EvaluationContext context) =>
        context.Folds is { } folds ? FoldScores.OfDefence(folds, context.Corpora) : context.Recorded(FoldScores.Defence);
}
