namespace Truceline.Entity.Training.Evaluations;

/// <summary>
/// GeoVirus by the reader's own recogniser and resolver without a tagger, five folds over documents, pooled: what can be measured in seconds.
/// With the taggers of the folds <see cref="ToponymEvaluation"/> measures it.
/// </summary>
internal sealed class PlacesEvaluation : IEvaluation
{
    public string Name => "places";

    public IEnumerable<Score> Run(EvaluationContext context)
    {
        var counts = PlaceScores.Of(context.Corpora, null);
        const string Note = "five folds over documents";
        yield return new Score("GeoVirus", "toponyms given, placed within 161 km", counts.PlacedOfGiven, null, "the resolver alone; " + Note);
        yield return new Score("GeoVirus", "toponym spans without a tagger, F1", counts.F1, null, $"{counts}; {Note}");
        yield return new Score("GeoVirus", "the same, found and placed within 161 km", counts.PlacedOfAll, null, "of all that are marked; " + Note);
    }
}
