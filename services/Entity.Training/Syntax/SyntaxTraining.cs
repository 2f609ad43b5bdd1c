using Truceline.Entity.Reading.Syntax;
using Truceline.Entity.UnitTests.Syntax;

namespace Truceline.Entity.Training.Syntax;

/// <summary>Trains tags and moves.</summary>
/// <param name="clusters">Words that are used alike.</param>
/// <param name="options">How.</param>
/// <param name="log">Told of progress.</param>
internal sealed class SyntaxTraining(WordClusters clusters, SyntaxOptions options, Action<string> log)
{
    /// <summary>Parts that are tagged by a tagger that has not seen them.</summary>
    private const int Folds = 5;

    /// <summary>Weight that becomes the largest byte; larger ones are rare and cut off.</summary>
    private const double Largest = 12;

    /// <summary>Least byte that is kept of a weight of tags and of moves: below it says too little for the room that it takes.</summary>
    private const int LeastTag = 3;

    /// <inheritdoc cref="LeastTag"/>
    private const int LeastMove = 8;

    /// <summary>Trains on sentences, each as often as it is listed; what crosses or falls apart is passed over.</summary>
    public (FeatureTable Tags, FeatureTable Moves) Train(IReadOnlyList<TreeExample> examples)
    {
        EncodedTree[] sentences = [.. examples.Where(e => e.IsProjective()).Select(e => new EncodedTree(e, clusters))];
        log($"{sentences.Length} of {examples.Count} sentences, {sentences.Sum(s => s.Count)} tokens");
        Guess(sentences);
        log("tags are guessed");
        var tags = TagTrainer.Train(sentences, options.TagPasses, new Random(options.Seed)).ToTable(Largest, LeastTag, 2);
        var moves = MoveTrainer.Train(sentences, options.MovePasses, new Random(options.Seed), log).ToTable(Largest, LeastMove, 3);
        log($"{tags.Count} weights of tags, {moves.Count} of moves");
        return (tags, moves);
    }

    /// <summary>Gives each sentence the tags of a tagger that has not seen it: the parser must know their mistakes.</summary>
    private void Guess(EncodedTree[] sentences)
    {
        for (var fold = 0; fold < Folds; fold++)
        {
            var others = sentences.Where((_, i) => i % Folds != fold).ToArray();
            var table = TagTrainer.Train(others, options.TagPasses / 2, new Random(options.Seed)).ToTable(Largest, LeastTag, 2);
            for (var i = fold; i < sentences.Length; i += Folds)
                TagTrainer.Apply(table, sentences[i]);
        }
    }
}
