using Truceline.Entity.Reading;
using Truceline.Entity.UnitTests.Places;

namespace Truceline.Entity.UnitTests.Stories;

internal static class SharedReader
{
    public static readonly StoryReader Instance = new(SharedGazetteer.Instance);

    public static StoryReading Read(GoldStory story) => Read(story.Text, story.Published);

    public static StoryReading Read(string text, DateOnly published) =>
        Instance.Read(text, new ReadingContext(published, new DateTimeOffset(published, new TimeOnly(18, 0), TimeSpan.Zero).AddDays(1)));
}
