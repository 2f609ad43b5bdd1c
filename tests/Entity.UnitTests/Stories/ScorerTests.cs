using Truceline.Entity.Reading;

namespace Truceline.Entity.UnitTests.Stories;

public sealed class ScorerTests
{
    private static readonly GoldStory Story = GoldStory.Load("jeddah");

    [Fact]
    public void Of_ReadingThatIsTheGold_ScoresEverything()
    {
        var reading = GoldReading.Of(Story);

        var score = Scorer.Of(Story, reading);

        Assert.Equal(new Share(Story.Entities.Count, Story.Entities.Count), score.Entities);
        Assert.Equal(new Share(Story.Dates.Count, Story.Dates.Count), score.Dates);
        Assert.Equal(new Share(Story.Quantities.Count, Story.Quantities.Count), score.Quantities);
    }

    [Fact]
    public void Of_EmptyReading_ScoresNothing()
    {
        var reading = GoldReading.Of(Story) with { Entities = [], Dates = [], Quantities = [], Claims = [] };

        var score = Scorer.Of(Story, reading);

        Assert.Equal([0, 0, 0, 0, 0, 0], new[] { score.Entities, score.Dates, score.Quantities, score.Claims, score.Right, score.Commitments }.Select(s => s.Found));
        Assert.Equal(0, score.Wrong);
    }

    [Fact]
    public void Of_ClaimToldTwice_CountsTheSecondAsWrong()
    {
        var gold = Story.Claims[0];
        var claim = new ClaimDraft(gold.Kind, ClaimClasses.CeaseFire, gold.Span, AssertionMode.Promised, 1, "test");

        var score = Scorer.Of(Story, GoldReading.Of(Story) with { Claims = [claim, claim] });

        Assert.Equal(1, score.Claims.Found);
        Assert.Equal(1, score.Wrong);
    }

    [Fact]
    public void Of_ClaimOfAnotherKind_IsNotFound()
    {
        var claims = Story.Claims.Where(c => c.Kind == ClaimKind.Commitment)
            .Select(c => new ClaimDraft(ClaimKind.Event, ClaimClasses.Meeting, c.Span, AssertionMode.Asserted, 1, "test")).ToList();

        var score = Scorer.Of(Story, GoldReading.Of(Story) with { Claims = claims });

        Assert.Equal(0, score.Claims.Found);
    }

    [Fact]
    public void Of_PlaceFarFromTheGold_IsNotFound()
    {
        var reading = GoldReading.Of(Story);
        var moved = reading.Entities.Select(e => e.Id == "jeddah" ? e with { Places = [e.Places[0] with { Latitude = 0 }] } : e).ToList();

        var score = Scorer.Of(Story, reading with { Entities = moved });

        Assert.Equal(Story.Entities.Count - 1, score.Entities.Found);
    }

    [Theory]
    [InlineData(3, 5, true)]
    [InlineData(2, 4, false)]
    [InlineData(6, 10, true)]
    public void Reaches_AgainstThreeOfFive_ComparesShares(int found, int of, bool expected) =>
        Assert.Equal(expected, new Share(found, of).Reaches(3, 5));
}
