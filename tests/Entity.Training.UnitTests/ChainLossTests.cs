using Truceline.Entity.Reading.Tagging;
using Truceline.Entity.Training.Tagging;

namespace Truceline.Entity.Training.UnitTests;

public sealed class ChainLossTests
{
    private const int Row = TagLabel.RowLength;
    private const ulong Outside = 1UL << TagLabel.Outside;

    private static readonly ulong[] Allowed =
    [
        Outside,
        1UL << TagLabel.Begin(TagType.Person),
        1UL << TagLabel.Last(TagType.Person),
        Outside | TagLabel.SetOf(TagType.Weapon),
    ];

    [Fact]
    public void Compute_Scores_GradientIsTheSlopeOfTheLoss()
    {
        var (scores, transition) = Numbers();
        var (gradient, chain) = (new float[scores.Length], new float[transition.Length]);
        Loss(scores, transition, gradient, chain);

        foreach (var index in new[] { 0, Row + TagLabel.Begin(TagType.Person), Row + TagLabel.Unit(TagType.Location), (3 * Row) + TagLabel.Unit(TagType.Weapon) })
        {
            var slope = Slope(scores, index, () => Loss(scores, transition));
            Assert.Equal(slope, gradient[index], 0.01);
        }
    }

    [Fact]
    public void Compute_Transitions_GradientIsTheSlopeOfTheLoss()
    {
        var (scores, transition) = Numbers();
        var (gradient, chain) = (new float[scores.Length], new float[transition.Length]);
        Loss(scores, transition, gradient, chain);

        foreach (var index in new[] { 0, TagLabel.Begin(TagType.Person), (TagLabel.Begin(TagType.Person) * Row) + TagLabel.Last(TagType.Person) })
        {
            var slope = Slope(transition, index, () => Loss(scores, transition));
            Assert.Equal(slope, chain[index], 0.01);
        }
    }

    [Fact]
    public void Compute_EverythingAllowed_LosesNothing()
    {
        var (scores, transition) = Numbers();
        var (gradient, chain) = (new float[scores.Length], new float[transition.Length]);

        var loss = Loss(scores, transition, gradient, chain, [TagLabel.All, TagLabel.All, TagLabel.All, TagLabel.All]);

        Assert.Equal(0, loss, 1e-4);
        Assert.All(gradient, g => Assert.Equal(0, g, 1e-4));
    }

    [Fact]
    public void Compute_NoValidSequence_TeachesNothing()
    {
        var (scores, transition) = Numbers();
        var (gradient, chain) = (new float[scores.Length], new float[transition.Length]);

        var loss = Loss(scores, transition, gradient, chain, [Outside, Outside, Outside, 1UL << TagLabel.Begin(TagType.Person)]);

        Assert.Equal(0, loss);
        Assert.All(gradient.Concat(chain), g => Assert.Equal(0, g));
    }

    private static double Loss(float[] scores, float[] transition) => Loss(scores, transition, new float[scores.Length], new float[transition.Length]);

    private static double Loss(float[] scores, float[] transition, float[] gradient, float[] chain, ulong[]? allowed = null)
    {
        var loss = new ChainLoss();
        loss.Use(transition, TagLabel.All);
        return loss.Compute(scores, allowed ?? Allowed, gradient, chain);
    }

    private static double Slope(float[] values, int index, Func<double> loss)
    {
        const float Step = 0.05f;
        var before = values[index];
        values[index] = before + Step;
        var above = loss();
        values[index] = before - Step;
        var below = loss();
        values[index] = before;
        return (above - below) / (2 * Step);
    }

    private static (float[] Scores, float[] Transition) Numbers()
    {
        var random = new RandomSource(3);
        var (scores, transition) = (new float[4 * Row], new float[TagLabel.Count * Row]);
        random.Fill(scores, 2);
        random.Fill(transition, 1);
        return (scores, transition);
    }
}
