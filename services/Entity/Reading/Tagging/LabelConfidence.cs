namespace Truceline.Entity.Reading.Tagging;

/// <summary>How sure the scores are of the labels of a span.</summary>
internal static class LabelConfidence
{
    /// <summary>The least share, over the tokens [first, last], of a token's label among all labels; in (0, 1].</summary>
    public static float Of(ReadOnlySpan<float> scores, ReadOnlySpan<byte> labels, int first, int last)
    {
        var least = 1f;
        for (var i = first; i <= last; i++)
        {
            var row = scores.Slice(i * TagLabel.RowLength, TagLabel.Count);
            var own = row[labels[i]];
            var others = 0f;
            foreach (var score in row)
                others += MathF.Exp(Math.Min(score - own, 20));
            least = Math.Min(least, 1 / Math.Max(others, 1));
        }
        return least;
    }
}
