using Truceline.Entity.Reading.Tagging;

namespace Truceline.Entity.Training.Tagging;

/// <summary>The mean of weights at several times of a training: it does better than any one of them.</summary>
internal sealed class WeightAverage(NetworkShape shape)
{
    private readonly NetworkWeights _sum = new(shape);

    /// <summary>Number of weights added.</summary>
    public int Count { get; private set; }

    public void Add(NetworkWeights weights)
    {
        foreach (var (source, target) in weights.Parts.Zip(_sum.Parts))
            VectorMath.Add(target, source);
        Count++;
    }

    public NetworkWeights Weights()
    {
        var mean = new NetworkWeights(shape);
        foreach (var (source, target) in _sum.Parts.Zip(mean.Parts))
            VectorMath.AddScaled(target, source, 1f / Count);
        return mean;
    }
}
