using Truceline.Entity.Reading.Tagging;
using Truceline.Entity.Training.Tagging.Corpora;

namespace Truceline.Entity.Training.Tagging;

/// <summary>
/// The training of a model in its two stages: names in general, then reports and stories. The first stage is run once and shared by all models of
/// one instance, such as folds.
/// </summary>
internal sealed class TaggerTraining(CorpusFolder corpora, WordEncoder encoder, TrainerOptions options, bool withDevelopment, Action<string>? report = null)
{
    private readonly TaggerTrainer[] _trainers =
        [.. Enumerable.Range(0, options.Members).Select(m => new TaggerTrainer(encoder, options with { Seed = options.Seed + ((ulong)m * 1000) }))];

    private readonly TrainedTagger?[] _general = new TrainedTagger?[options.Members];

    public WordEncoder Encoder => encoder;

    /// <summary>Trains a model that has not seen some of the documents of re3d and GeoVirus.</summary>
    public NetworkWeights Train(IReadOnlySet<CorpusDocument> without)
    {
        var refining = Label(corpora.Refining(without, withDevelopment));
        var members = new List<NetworkWeights>();
        for (var m = 0; m < _trainers.Length; m++)
        {
            var general = _general[m] ??= _trainers[m].Train(Label(corpora.General(withDevelopment)), report);
            members.Add(_trainers[m].Refine(general, refining, report).Weights);
        }
        return NetworkEnsemble.Join(members);
    }

    private List<LabelledDocument> Label(IEnumerable<CorpusDocument> documents) => [.. documents.SelectMany(d => Labelling.ForTraining(d, encoder))];
}
