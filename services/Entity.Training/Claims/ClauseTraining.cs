using Truceline.Entity.Reading;
using Truceline.Entity.Reading.Claims.Learned;
using Truceline.Entity.Reading.Tagging;
using Truceline.Entity.Training.Evaluations;
using Truceline.Entity.Training.Evaluations.Claims;
using Truceline.Entity.UnitTests.Challenge;

namespace Truceline.Entity.Training.Claims;

/// <summary>Trains models of clauses from the project's texts, of all of them or without a fold.</summary>
internal sealed class ClauseTraining
{
    private readonly List<ClauseExample> _own;
    private readonly List<ClauseExample> _challenge;
    private readonly WordVectors _vectors;
    private readonly ClauseTrainerOptions _options;

    /// <summary>Reads all texts once.</summary>
    /// <param name="reader">Reads them.</param>
    /// <param name="vectors">Vectors of words.</param>
    /// <param name="challenge">Folder of the challenge set; null to do without.</param>
    /// <param name="options">How it is trained.</param>
    public ClauseTraining(StoryReader reader, WordVectors vectors, string? challenge, ClauseTrainerOptions options)
    {
        (_vectors, _options) = (vectors, options);
        var examples = new ClauseExamples(reader, vectors);
        Folds = new FoldedReaders(reader, ClaimCorpus.ReadAll());
        _own = examples.OfComplete(Folds);
        _challenge = challenge is null ? [] : examples.OfPartial([.. ChallengeItem.Load(challenge, ChallengePart.Open), .. ChallengeItem.Load(challenge, ChallengePart.Development)]);
    }

    /// <summary>The texts that bear all their claims.</summary>
    public IReadOnlyList<ChallengeItem> Items => Folds.Items;

    /// <summary>What reads each of them without having learned from it.</summary>
    public FoldedReaders Folds { get; }

    /// <summary>How many examples there are, of either sort.</summary>
    public (int Own, int Challenge) Count => (_own.Count, _challenge.Count);

    /// <summary>Files of the challenge set that are learned from.</summary>
    public static IEnumerable<string> LearnedFrom(string challenge) =>
        Directory.EnumerateFiles(challenge, "*.jsonl", SearchOption.AllDirectories)
            .Where(f => !f.EndsWith(".unseen.jsonl", StringComparison.Ordinal) && !Path.GetFileName(f).StartsWith("validation-", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    /// <summary>A model of all texts.</summary>
    public ClauseModel Train(TaggerCard card, ClauseBounds bounds) => new(card, _vectors, ClauseTrainer.Train([.. _own, .. _challenge], _vectors.Length, _options), bounds);

    /// <summary>The examples of the texts of a fold.</summary>
    public IEnumerable<ClauseExample> Of(int fold) => _own.Where(e => FoldedTaggers.FoldOf(e.Text) == fold);

    /// <summary>A model that has seen nothing of the texts of a fold.</summary>
    public ClauseModel Without(int fold, ClauseBounds bounds)
    {
        var card = new TaggerCard { Version = $"fold-{fold}", TrainerHash = string.Empty, Licence = string.Empty, Sources = [], Scores = [], Options = new Dictionary<string, string>() };
        return new(card, _vectors, ClauseTrainer.Train([.. _own.Where(e => FoldedTaggers.FoldOf(e.Text) != fold), .. _challenge], _vectors.Length, _options), bounds);
    }
}
