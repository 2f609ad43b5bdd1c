using Truceline.Entity.Reading.Tagging;
using Truceline.Entity.Training.Tagging.Corpora;

namespace Truceline.Entity.Training.Tagging;

/// <summary>
/// The training of a model in its two stages: names in general, then reports and stories. The first stage is run once and shared by all models of
/// one instance, such as folds.
/// </summary>
internal sealed class TaggerTraining(CorpusFolder corpora, WordEncoder encoder, TrainerOptions options, Action<string>? report = null)
{
    private readonly TaggerTrainer _trainer = new(encoder, options);
    private TrainedTagger? _general;

    public WordEncoder Encoder => encoder;

    /// <summary>Trains a model that has not seen some of the documents of re3d and GeoVirus.</summary>
    public NetworkWeights Train(IReadOnlySet<CorpusDocument> without)
    {
        _general ??= _trainer.Train(Label(corpora.General), report);
        return _trainer.Refine(_general, Label(corpora.Refining(without)), report).Weights;
    }

    private List<LabelledDocument> Label(IEnumerable<CorpusDocument> documents) => [.. documents.Select(d => Labelling.Label(d, encoder))];
}
