namespace Truceline.Entity.Training.Evaluations;

/// <summary>GeoVirus: toponyms by the tagger alone and by the recogniser and resolver that read on from it, five folds over documents, pooled.</summary>
internal sealed class ToponymEvaluation : IEvaluation
{
    public string Name => "toponym-spans";

    public IEnumerable<Score> Run(EvaluationContext context) =>
        context.Folds is { } folds ? FoldScores.OfToponyms(folds, context.Corpora).Concat(FoldScores.OfPlaces(folds, context.Corpora)) : context.Recorded(FoldScores.Toponyms);
}
