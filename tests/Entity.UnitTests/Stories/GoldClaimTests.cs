namespace Truceline.Entity.UnitTests.Stories;

/// <summary>The claim rules alone, given what the gold says of names, dates and figures.</summary>
public sealed class GoldClaimTests
{
    public static TheoryData<string> Stories => [.. GoldStory.Names];

    [Theory]
    [MemberData(nameof(Stories))]
    public void Read_WithTheGoldsNames_FindsMostClaimsAndInventsNone(string name)
    {
        var story = GoldStory.Load(name);

        var score = Scorer.Of(story, GoldReading.Of(story));

        Assert.True(score.Claims.Reaches(2, 3), score.ToString());
        Assert.True(score.Commitments.Reaches(4, 5), score.ToString());
        Assert.True(score.Wrong <= 1, score.ToString());
    }
}
