using Truceline.Entity.Reading.Claims.Learned;
using Truceline.Entity.Training.Claims;

namespace Truceline.Entity.Training.UnitTests.Claims;

public sealed class ClauseTrainerTests
{
    private const int VectorLength = 2;

    private static readonly ClauseTrainerOptions Options = new() { Epochs = 30, Averaged = 10, SignDropout = 0.1f, HiddenDropout = 0.1f };

    [Fact]
    public void Train_SameExamples_MakeTheSameWeights()
    {
        var (first, second) = (ClauseTrainer.Train(Examples(), VectorLength, Options), ClauseTrainer.Train(Examples(), VectorLength, Options));

        Assert.Equal(first.Signs, second.Signs);
        Assert.Equal(first.Lower, second.Lower);
        Assert.Equal(first.Upper, second.Upper);
        Assert.NotEqual(first.Lower, ClauseTrainer.Train(Examples(), VectorLength, Options with { Seed = 7 }).Lower);
    }

    [Fact]
    public void Train_VectorsAndSignsTellApart_AreTold()
    {
        var network = ClauseTrainer.Train(Examples(), VectorLength, Options);

        foreach (var example in Examples())
        {
            var verdict = ClauseJudge.VerdictOf(network.OutputsOf(example.Signs, [.. network.HiddenOf(example.Inputs).Select(h => Math.Max(0, h))]));
            Assert.Equal(example.Outcome, verdict.Top);
            Assert.Equal(example.Class ?? 0, example.Class is null ? 0 : Array.IndexOf(verdict.Classes, verdict.Classes.Max()));
            Assert.True(example.Outcome == ClauseOutcome.None || example.Background == verdict.Background > 0.5f);
            Assert.Equal(1, verdict.Outcomes.Sum(), 4);
        }
    }

    /// <summary>A vector tells a claim from none and its class, a sign tells an event from a threat.</summary>
    private static List<ClauseExample> Examples() => [.. Enumerable.Range(0, 40).Select(i =>
    {
        var (isClaim, isEvent) = (i % 4 > 0, i % 2 == 0);
        var inputs = new float[ClauseSlots.Count * (VectorLength + 1)];
        (inputs[0], inputs[1], inputs[2]) = (isClaim ? 1 : -1, (i % 3) - 1, 1);
        return new ClauseExample(
            i, inputs, [isEvent ? 3 : 4], [], isClaim ? isEvent ? ClauseOutcome.Event : ClauseOutcome.Threat : ClauseOutcome.None,
            isClaim ? isEvent ? ClauseClasses.IndexOf("assault_armed") : ClauseClasses.IndexOf("threaten") : null, isEvent, false);
    })];
}
