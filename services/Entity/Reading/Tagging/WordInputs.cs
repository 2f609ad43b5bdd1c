using System.Numerics;

namespace Truceline.Entity.Reading.Tagging;

/// <summary>Lays out what is known of a word as the network's inputs.</summary>
internal static class WordInputs
{
    /// <summary>Writes all inputs of a word.</summary>
    public static void Write(in WordEntry word, NetworkWeights weights, WordVectors vectors, Span<float> into)
    {
        into.Clear();
        if (word.Vector >= 0)
            vectors.Copy(word.Vector, into[..weights.Shape.VectorLength]);
        var bag = into.Slice(weights.Shape.BagOffset, weights.Shape.BagLength);
        for (var i = 0; i < word.HashedCount; i++)
        {
            var row = weights.BagRow(word.Hashed[i]);
            for (var j = 0; j < row.Length; j++)
                bag[j] += row[j];
        }
        WriteSigns(in word, word.Vector, weights.Shape, into);
    }

    /// <summary>Writes shape, rank and lexicon.</summary>
    public static void WriteSigns(in WordEntry word, int rank, NetworkShape shape, Span<float> into)
    {
        for (var bits = (uint)word.Shape; bits != 0; bits &= bits - 1)
            into[shape.ShapeOffset + BitOperations.TrailingZeroCount(bits)] = 1;
        into[shape.RankOffset + NetworkShape.RankInput(rank)] = 1;
        for (var bits = (uint)(word.Lexicon & ~LexiconFlags.Prefix); bits != 0; bits &= bits - 1)
            into[shape.LexiconOffset + BitOperations.TrailingZeroCount(bits)] = 1;
    }
}
