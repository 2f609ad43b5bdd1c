using Truceline.Entity.Reading.Tagging;
using Truceline.Entity.Training.Tagging;
using Truceline.Entity.Training.Tagging.Corpora;

namespace Truceline.Entity.Training.Evaluations;

/// <summary>
/// Five taggers, each trained without a fifth of the documents of re3d, of GeoVirus and of the project's own, so that those can be scored on it. Documents go to folds by
/// their order in the corpus, whole.
/// </summary>
internal sealed class FoldedTaggers(CorpusFolder corpora, Func<TaggerTraining> training)
{
    /// <summary>Number of folds.</summary>
    public const int Count = 5;

    private readonly TaggerModel?[] _models = new TaggerModel?[Count];
    private TaggerTraining? _training;

    /// <summary>Fold of the document at a place in its corpus.</summary>
    public static int FoldOf(int index) => index % Count;

    /// <summary>The documents of a corpus that a fold holds out.</summary>
    public static IEnumerable<CorpusDocument> HeldOut(IReadOnlyList<CorpusDocument> documents, int fold) =>
        documents.Where((_, index) => FoldOf(index) == fold);

    /// <summary>The tagger of a fold, by the guidelines of a profile.</summary>
    public Tagger Get(int fold, TaggingProfile profile) => new(Model(fold), profile);

    /// <summary>The model of a fold.</summary>
    public TaggerModel Model(int fold) => _models[fold] ??= Train(fold);

    private TaggerModel Train(int fold)
    {
        _training ??= training();
        var held = new[] { corpora.Re3d, corpora.GeoVirus, corpora.Own }.SelectMany(c => HeldOut(c, fold)).ToHashSet();
        return ModelBuilder.Build(_training.Encoder, _training.Train(held), $"fold-{fold}");
    }
}
