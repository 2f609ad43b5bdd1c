namespace Truceline.Entity.Training.Evaluations;

/// <summary>GeoVirus: spans of toponyms by the tagger alone, five folds over documents, pooled.</summary>
internal sealed class ToponymEvaluation : IEvaluation
{
    public string Name => "toponym-spans";

    public IEnumerable<Score> Run(EvaluationContext context) =>
        context.Folds is { } folds ? FoldScores.OfToponyms(folds, context.Corpora) : context.Recorded(FoldScores.Toponyms);
}
