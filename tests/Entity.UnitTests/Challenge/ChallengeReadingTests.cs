using Truceline.Entity.UnitTests.Stories;
using Xunit.Abstractions;

namespace Truceline.Entity.UnitTests.Challenge;

/// <summary>What is read from the open part of the challenge set does not fall below what was once reached, phenomenon by phenomenon.</summary>
public sealed class ChallengeReadingTests(ITestOutputHelper output)
{
    private static readonly Dictionary<string, double> Floors = new()
    {
        ["mode_asserted"] = 0.94,
        ["mode_negated"] = 0.94,
        ["mode_hypothetical"] = 0.94,
        ["mode_conditional"] = 0.94,
        ["mode_planned"] = 0.94,
        ["mode_threatened"] = 0.94,
        ["mode_promised"] = 0.94,
        ["mode_historical"] = 0.94,
        ["attribution_direct"] = 0.87,
        ["attribution_reported"] = 0.87,
        ["attribution_according_to"] = 0.85,
        ["attribution_chain"] = 0.87,
        ["attribution_unnamed"] = 0.85,
        ["attribution_denial"] = 0.85,
        ["background_total"] = 0.87,
        ["background_repeated"] = 0.87,
        ["background_displacement"] = 1.00,
        ["background_trend"] = 0.85,
        ["background_event_figure"] = 1.00,
        ["promise_denial_deed"] = 0.86,
    };

    public static TheoryData<string> Phenomena => [.. ChallengeItem.Phenomena.Keys];

    [Theory]
    [MemberData(nameof(Phenomena))]
    public void Read_OpenTexts_ReachTheFloorOfTheirPhenomenon(string phenomenon)
    {
        var verdicts = ChallengeItem.Load(ChallengePart.Open).Where(i => i.Phenomenon == phenomenon)
            .Select(i => ChallengeScorer.Of(i, SharedReader.Read(i.Text, i.Published))).ToList();
        foreach (var verdict in verdicts.Where(v => !v.Right))
            output.WriteLine($"{verdict.Item.Id}: {string.Join("; ", verdict.Faults)}");

        Assert.True(verdicts.Count(v => v.Right) >= Floors[phenomenon] * verdicts.Count, $"{verdicts.Count(v => v.Right)} of {verdicts.Count}");
    }
}
