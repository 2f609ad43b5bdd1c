using Truceline.Entity.Reading;
using Truceline.Entity.UnitTests.Challenge;

namespace Truceline.Entity.Training.Evaluations.Claims;

/// <summary>Reads each text with a reader that has learned nothing from it: five folds over the texts by their order. What is not learned is the same in all.</summary>
/// <param name="items">The texts.</param>
internal sealed class FoldedReaders(IReadOnlyList<ChallengeItem> items)
{
    private readonly StoryReader _reader = new();

    /// <summary>The reading of the text at an index.</summary>
    public StoryReading Read(int index)
    {
        var item = items[index];
        return _reader.Read(item.Text, new ReadingContext(item.Published, new DateTimeOffset(item.Published, new TimeOnly(18, 0), TimeSpan.Zero)));
    }
}
