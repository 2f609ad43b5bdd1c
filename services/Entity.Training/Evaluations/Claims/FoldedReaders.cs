using Truceline.Entity.Reading;
using Truceline.Entity.Reading.Claims;
using Truceline.Entity.Training.Claims.Cutting;
using Truceline.Entity.Training.Claims.Speakers;
using Truceline.Entity.UnitTests.Challenge;

namespace Truceline.Entity.Training.Evaluations.Claims;

/// <summary>Reads each text with a reader whose cuts and speakers were learned without it: five folds over the texts by their order. What is not learned is the same in all.</summary>
internal sealed class FoldedReaders
{
    private readonly IReadOnlyList<StoryReader> _readers;

    /// <summary>Learns without each fold in turn.</summary>
    /// <param name="reader">What is the same in all.</param>
    /// <param name="items">The texts.</param>
    public FoldedReaders(StoryReader reader, IReadOnlyList<ChallengeItem> items)
    {
        Items = items;
        Models = [.. CutFolds.Of(reader, items).Zip(SpeakerFolds.Of(reader, items), (cutter, speakers) => ClaimModels.Default with { Cutter = cutter, Speakers = speakers })];
        _readers = [.. Models.Select(reader.With)];
    }

    /// <summary>The texts.</summary>
    public IReadOnlyList<ChallengeItem> Items { get; }

    /// <summary>What each fold reads with; what clauses assert is judged by the shipped model, which knows all texts.</summary>
    public IReadOnlyList<ClaimModels> Models { get; }

    /// <summary>The reading of the text at an index.</summary>
    public StoryReading Read(int index) => _readers[FoldedTaggers.FoldOf(index)].Read(Items[index].Text, ContextOf(Items[index]));

    /// <summary>What is known of a text before it is read: the day on which it was published.</summary>
    public static ReadingContext ContextOf(ChallengeItem item) => new(item.Published, new DateTimeOffset(item.Published, new TimeOnly(18, 0), TimeSpan.Zero));
}
