using Truceline.Entity.Reading;
using Truceline.Entity.UnitTests.Stories;

namespace Truceline.Entity.UnitTests.Tagging;

/// <summary>Towns of the field in a plain sentence: with the shipped tagger each is read as a place.</summary>
public sealed class TownsOfStoriesTests
{
    [Theory]
    [InlineData("Khan Shaykhun", 3)]
    [InlineData("Saraqib", 4)]
    [InlineData("Ariha", 5)]
    [InlineData("Jisr al-Shughur", 6)]
    [InlineData("Maarat al-Numan", 7)]
    [InlineData("Khan Shaykhun", 8)]
    [InlineData("Saraqib", 9)]
    [InlineData("Ariha", 10)]
    public void Read_StrikeOnATown_HasItsPlace(string town, int dead)
    {
        var text = $"BEIRUT, Nov 3 - Air strikes by Syrian government warplanes killed {dead} civilians in {town} on Saturday, the Syrian Observatory for Human Rights said.";

        var reading = SharedReader.Instance.Read(text, new ReadingContext(null, new DateTimeOffset(2018, 11, 4, 0, 0, 0, TimeSpan.Zero)));

        Assert.Contains(reading.Entities, e => e.Type == EntityType.Location && e.Places.Count > 0 && e.Mentions.Any(m => m.Span.Of(text) == town));
    }
}
