using Truceline.Entity.Reading.Tagging;

namespace Truceline.Entity.Training.Tagging;

/// <summary>
/// Makes one network of several that were trained from different starts: their hidden units stand side by side, and its label scores are the mean of
/// theirs. It does better than any of them, and is read like a single one.
/// </summary>
internal static class NetworkEnsemble
{
    public static NetworkWeights Join(IReadOnlyList<NetworkWeights> members)
    {
        var one = members[0].Shape;
        var joined = new NetworkWeights(one with { BagLength = one.BagLength * members.Count, Hidden = one.Hidden * members.Count });
        for (var m = 0; m < members.Count; m++)
        {
            Interleave(members[m].Bag, joined.Bag, one.BagLength, m, members.Count);
            Interleave(members[m].Padding, joined.Padding, one.Hidden, m, members.Count);
            Interleave(members[m].Phrases, joined.Phrases, one.Hidden, m, members.Count);
            Interleave(members[m].Document, joined.Document, one.Hidden, m, members.Count);
            Interleave(members[m].Profile, joined.Profile, one.Hidden, m, members.Count);
            CopyInputs(members[m], joined, m);
            CopyOutputs(members[m], joined, m, 1f / members.Count);
        }
        return joined;
    }

    /// <summary>Copies rows into the part of longer rows that belongs to a member.</summary>
    private static void Interleave(float[] rows, float[] joined, int length, int member, int members)
    {
        for (var row = 0; row * length < rows.Length; row++)
            rows.AsSpan(row * length, length).CopyTo(joined.AsSpan(((row * members) + member) * length, length));
    }

    /// <summary>A member's units see the vectors and signs of a word, and its own vectors of hashed features.</summary>
    private static void CopyInputs(NetworkWeights member, NetworkWeights joined, int index)
    {
        var (own, all) = (member.Shape, joined.Shape);
        for (var position = 0; position < NetworkShape.Window; position++)
        {
            for (var input = 0; input < own.Inputs; input++)
            {
                var target = input < own.BagOffset ? input
                    : input < own.ShapeOffset ? input + (index * own.BagLength)
                    : input - own.ShapeOffset + all.ShapeOffset;
                member.InputRow(position, input).CopyTo(joined.InputRow(position, target).Slice(index * own.Hidden, own.Hidden));
            }
        }
    }

    private static void CopyOutputs(NetworkWeights member, NetworkWeights joined, int index, float share)
    {
        var hidden = member.Shape.Hidden;
        foreach (var profile in Enum.GetValues<TaggingProfile>())
        {
            var source = member.OutputOf(profile);
            var target = joined.OutputOf(profile);
            var rows = hidden * TagLabel.RowLength;
            VectorMath.AddScaled(target.Slice(index * rows, rows), source[..rows], share);
            VectorMath.AddScaled(target[^TagLabel.RowLength..], source[rows..], share);
            VectorMath.AddScaled(joined.TransitionOf(profile), member.TransitionOf(profile), share);
        }
    }
}
