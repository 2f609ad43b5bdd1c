using Truceline.Entity.Reading.Tagging;

namespace Truceline.Entity.Training.Tagging;

/// <summary>What is computed for one sentence under training; reused from sentence to sentence.</summary>
internal sealed class SentenceBuffers
{
    private int _hidden;

    public float[] Dense { get; private set; } = [];

    public ulong[] Signs { get; private set; } = [];

    public int[] Features { get; private set; } = [];

    public int[] FeatureCounts { get; private set; } = [];

    public float[] Hidden { get; private set; } = [];

    public float[] HiddenGradient { get; private set; } = [];

    public float[] BagGradient { get; private set; } = [];

    public float[] Scores { get; private set; } = [];

    public float[] ScoreGradient { get; private set; } = [];

    public float[] ChainGradient { get; } = new float[TagLabel.Count * TagLabel.RowLength];

    public void Reset(int count, NetworkShape shape)
    {
        if (Signs.Length < count)
        {
            var size = count * 2;
            Dense = new float[size * shape.ShapeOffset];
            Signs = new ulong[size];
            Features = new int[size * WordFeatures.MostHashed];
            FeatureCounts = new int[size];
            Hidden = new float[size * shape.Hidden];
            HiddenGradient = new float[size * shape.Hidden];
            BagGradient = new float[size * shape.BagLength];
            Scores = new float[size * TagLabel.RowLength];
            ScoreGradient = new float[size * TagLabel.RowLength];
        }
        _hidden = shape.Hidden;
        Array.Clear(BagGradient, 0, count * shape.BagLength);
    }

    public Span<float> HiddenOf(int token) => Hidden.AsSpan(token * _hidden, _hidden);
}
