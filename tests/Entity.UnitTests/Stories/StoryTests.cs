
namespace Truceline.Entity.UnitTests.Stories;

/// <summary>The whole reading, scored story by story. The stories were composed for this bench on the facts of their times; no agency wrote them.</summary>
public sealed class StoryTests
{
    /// <summary>Stories that no rule was written on; what they score is what a new story may score.</summary>
    private static readonly string[] HeldOut = ["korea", "sirte"];

    public static TheoryData<string> Known => [.. GoldStory.Names.Except(HeldOut)];

    public static TheoryData<string> Unknown => [.. HeldOut];

    [Theory]
    [MemberData(nameof(Known))]
    public void Read_KnownStory_FindsNearlyAll(string name)
    {
        var story = GoldStory.Load(name);

        var score = Scorer.Of(story, SharedReader.Read(story));

        AssertFloor(score);
        Assert.True(score.Claims.Reaches(4, 5), score.ToString());
        Assert.True(score.Commitments.Reaches(4, 5), score.ToString());
        Assert.True(score.Wrong == 0, score.ToString());
    }

    [Theory]
    [MemberData(nameof(Unknown))]
    public void Read_HeldOutStory_ReachesTheFloor(string name)
    {
        var story = GoldStory.Load(name);

        var score = Scorer.Of(story, SharedReader.Read(story));

        AssertFloor(score);
        Assert.True(score.Claims.Reaches(10, 19), score.ToString());
        Assert.True(score.Commitments.Reaches(3, 5), score.ToString());
        Assert.True(score.Wrong <= 2, score.ToString());
    }

    [Theory]
    [MemberData(nameof(Known))]
    public void Read_KnownStory_TellsPlaceDateAndAgency(string name)
    {
        var story = GoldStory.Load(name);

        var header = SharedReader.Read(story).Header;

        Assert.Equal(story.Published, header.DatelineDate);
        Assert.Equal(story.DatelinePlace, header.DatelinePlace?.Of(story.Text));
        Assert.NotNull(header.Agency);
    }

    [Theory]
    [MemberData(nameof(Known))]
    public void Read_KnownStory_ClaimsPointAtEntitiesAndTextOfTheirReading(string name)
    {
        var story = GoldStory.Load(name);
        var reading = SharedReader.Read(story);
        var ids = reading.Entities.Select(e => e.Id).ToHashSet();

        Assert.All(reading.Claims, claim =>
        {
            Assert.InRange(claim.Evidence.Start, reading.Header.Body.Start, claim.Evidence.End - 1);
            Assert.InRange(claim.Evidence.End, 1, reading.Header.Body.End);
            Assert.InRange(claim.Confidence, 0.01, 1);
            var named = claim.Actors.Concat(claim.Targets).Concat(claim.ObjectEntities).Append(claim.Place).Append(claim.Speaker).Append(claim.Source);
            Assert.All(named.OfType<string>(), id => Assert.Contains(id, ids));
        });
    }

    private static void AssertFloor(Score score)
    {
        Assert.True(score.Entities.Reaches(20, 31), score.ToString());
        Assert.True(score.Dates.Reaches(7, 9), score.ToString());
        Assert.True(score.Quantities.Reaches(4, 5), score.ToString());
    }
}
