using Truceline.Entity.Reading;
using Truceline.Entity.Reading.Claims.Learned;
using Truceline.Entity.Reading.Places;
using Truceline.Entity.Reading.Tagging;
using Truceline.Entity.Training.Claims;

namespace Truceline.Entity.Training.Evaluations.Claims;

/// <summary>Reads each text with a reader whose model of clauses has learned nothing from it: five folds over the texts by their order.</summary>
/// <param name="training">Trains the models.</param>
/// <param name="gazetteer">Places.</param>
/// <param name="tagger">Sees names.</param>
internal sealed class FoldedReaders(ClauseTraining training, Gazetteer gazetteer, Tagger tagger)
{
    private readonly ClauseModel?[] _models = new ClauseModel?[FoldedTaggers.Count];

    /// <summary>The model of a fold.</summary>
    public ClauseModel ModelOf(int fold, ClauseBounds bounds) => (_models[fold] ??= training.Without(fold, bounds)) with { Bounds = bounds };

    /// <summary>The readings of all texts, in order.</summary>
    /// <param name="bounds">From which belief on the model is heard; null: not at all.</param>
    public List<StoryReading> ReadAll(ClauseBounds? bounds)
    {
        var readers = Enumerable.Range(0, FoldedTaggers.Count)
            .Select(f => new StoryReader(gazetteer, tagger, bounds is null ? null : new ClauseJudge(ModelOf(f, bounds)))).ToList();
        return [.. training.Items.Select((item, i) => readers[FoldedTaggers.FoldOf(i)].Read(item.Text, ClauseExamples.ContextOf(item)))];
    }
}
