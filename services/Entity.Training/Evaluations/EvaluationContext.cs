using Truceline.Entity.Reading.Tagging;
using Truceline.Entity.Training.Tagging;
using Truceline.Entity.Training.Tagging.Corpora;

namespace Truceline.Entity.Training.Evaluations;

/// <summary>What evaluations are given: the data, the shipped tagger, and what folds are trained with.</summary>
/// <param name="Data">The data folder.</param>
/// <param name="Training">Files to train folds with; null when they were not given, and folds are not run.</param>
internal sealed record EvaluationContext(DirectoryInfo Data, TrainingInputs? Training)
{
    /// <summary>Whether what was read wrongly is to be printed, by evaluations that can.</summary>
    public bool Misses { get; init; }

    private Tagger? _tagger;
    private FoldedTaggers? _folds;

    /// <summary>The sets by which claims are judged.</summary>
    public JudgingSets Sets { get; init; } = new(null, false, false);

    /// <summary>The corpora in the data folder.</summary>
    public CorpusFolder Corpora { get; } = new(Data);

    /// <summary>The tagger that the service ships.</summary>
    public Tagger Tagger => _tagger ??= Tagger.Load();

    /// <summary>
    /// Taggers trained without a fifth of the documents of re3d and of GeoVirus each; null when they can't be trained. They are trained when first asked for.
    /// </summary>
    public FoldedTaggers? Folds => Training is null ? null : _folds ??= new FoldedTaggers(Corpora, NewTraining);

    private TaggerTraining NewTraining() => new(Corpora, Training!.Encoder(new TrainerOptions()), new TrainerOptions(), withDevelopment: true);

    /// <summary>What the model's card recorded of a set when it was trained, for when folds are not trained again.</summary>
    public IEnumerable<Score> Recorded(string set) =>
        Tagger.Card.Scores.Where(s => s.Set == set).Select(s => new Score(s.Set, s.Measure, s.Value, FoldScores.BarOf(s.Set, s.Measure), "recorded when the model was trained: five folds over documents, pooled"));
}
