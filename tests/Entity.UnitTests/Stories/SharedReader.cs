using Truceline.Entity.Reading;
using Truceline.Entity.UnitTests.Places;

namespace Truceline.Entity.UnitTests.Stories;

internal static class SharedReader
{
    public static readonly StoryReader Instance = new(SharedGazetteer.Instance);

    public static StoryReading Read(GoldStory story) =>
        Instance.Read(story.Text, new ReadingContext(story.Published, new DateTimeOffset(story.Published, new TimeOnly(18, 0), TimeSpan.Zero).AddDays(1)));
}
