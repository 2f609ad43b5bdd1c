using Truceline.Entity.Reading.Syntax;
using Truceline.Entity.UnitTests.Syntax;

namespace Truceline.Entity.Training.Syntax;

/// <summary>Trains a whole model.</summary>
/// <param name="clusters">Words that are used alike.</param>
/// <param name="log">Told of progress.</param>
internal sealed class SyntaxTraining(WordClusters clusters, Action<string> log)
{
    private const int Folds = 5;
    private const int TagPasses = 6;
    private const int Seed = 20;

    /// <summary>Trains on sentences, each as often as it is listed.</summary>
    public (FeatureTable Tags, FeatureTable Moves) Train(IReadOnlyList<TreeExample> examples, int passes)
    {
        EncodedTree[] sentences = [.. examples.Where(e => e.IsProjective()).Select(e => new EncodedTree(e, clusters))];
        log($"{sentences.Length} of {examples.Count} sentences, {sentences.Sum(s => s.Count)} tokens");
        Guess(sentences);
        log("tags are guessed");
        var tags = TagTrainer.Train(sentences, TagPasses, new Random(Seed)).ToTable(TagTable, Least);
        var moves = MoveTrainer.Train(sentences, passes, new Random(Seed), log).ToTable(MoveTable, Least);
        log($"{tags.Count} + {moves.Count} weights");
        return (tags, moves);
    }

    /// <summary>Bytes below say too little for the room that they take.</summary>
    private const int Least = 8;

    /// <summary>Weight that is cut off above: larger ones are rare.</summary>
    private const double TagTable = 12;

    /// <inheritdoc cref="TagTable"/>
    private const double MoveTable = 12;

    /// <summary>Gives each sentence the tags of a tagger that has not seen it: the parser must know their mistakes.</summary>
    private static void Guess(EncodedTree[] sentences)
    {
        for (var fold = 0; fold < Folds; fold++)
        {
            var table = TagTrainer.Train([.. sentences.Where((_, i) => i % Folds != fold)], TagPasses / 2, new Random(Seed)).ToTable(TagTable, Least);
            for (var i = fold; i < sentences.Length; i += Folds)
                TagTrainer.Apply(table, sentences[i]);
        }
    }
}
