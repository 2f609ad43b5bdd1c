using Truceline.Entity.Reading;
using Truceline.Entity.Reading.Claims.Learned;
using Truceline.Entity.Training.Claims;

namespace Truceline.Entity.Training.Evaluations.Claims;

/// <summary>Reads each text with a reader of which nothing, cuts, speakers or what clauses assert, was learned from it.</summary>
/// <param name="reader">What is the same in all folds.</param>
/// <param name="training">Trains the models of clauses.</param>
internal sealed class FoldedJudges(StoryReader reader, ClauseTraining training)
{
    private readonly ClauseModel?[] _models = new ClauseModel?[FoldedTaggers.Count];

    /// <summary>The model of clauses of a fold.</summary>
    public ClauseModel ModelOf(int fold, ClauseBounds bounds) => (_models[fold] ??= training.Without(fold, bounds)) with { Bounds = bounds };

    /// <summary>The readings of all texts, in order.</summary>
    /// <param name="bounds">From which belief on the model of clauses is heard; null: not at all.</param>
    public List<StoryReading> ReadAll(ClauseBounds? bounds)
    {
        var readers = training.Folds.Models.Select((models, fold) => reader.With(models with { Judge = bounds is null ? null : new ClauseJudge(ModelOf(fold, bounds)) })).ToList();
        return [.. training.Items.Select((item, i) => readers[FoldedTaggers.FoldOf(i)].Read(item.Text, FoldedReaders.ContextOf(item)))];
    }
}
