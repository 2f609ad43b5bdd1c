using Truceline.Entity.Reading.Syntax;
using Truceline.Entity.Reading.Tagging;
using Truceline.Entity.Training.Tagging;

namespace Truceline.Entity.Training.Syntax;

/// <summary>Gathers frequent words that are used alike: spherical k-means over their vectors. The same vectors make the same clusters.</summary>
internal static class ClusterBuilder
{
    private const int Rounds = 12;

    /// <summary>Builds clusters.</summary>
    /// <param name="file">The vectors, most frequent word first.</param>
    /// <param name="words">How many words.</param>
    /// <param name="fine">How many fine clusters.</param>
    /// <param name="coarse">How many coarse ones.</param>
    public static WordClusters Build(string file, int words, int fine, int coarse)
    {
        var vectors = VectorFile.Read(file, words);
        var rows = new float[vectors.Count][];
        for (var i = 0; i < rows.Length; i++)
        {
            // Sums are taken eight at a time.
            rows[i] = new float[(vectors.Length + 7) / 8 * 8];
            vectors.Copy(i, rows[i].AsSpan(0, vectors.Length));
            Normalise(rows[i]);
        }
        var (centres, of) = Gather(rows, fine);
        var (_, coarseOf) = Gather(centres, coarse);
        var hashes = VectorWords.Read(file, words);
        var table = WordTable.Of([.. hashes.Select((hash, i) => KeyValuePair.Create(hash, of[i] + 1))]);
        return new WordClusters(table, [0, .. coarseOf.Select(c => (ushort)(c + 1))]);
    }

    private static (float[][] Centres, int[] Of) Gather(float[][] rows, int count)
    {
        // The most frequent words are the first centres: no chance in it.
        var centres = Enumerable.Range(0, count).Select(i => (float[])rows[i].Clone()).ToArray();
        var of = new int[rows.Length];
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < rows.Length; i++)
                of[i] = Nearest(rows[i], centres);
            var sums = centres.Select(c => new float[c.Length]).ToArray();
            for (var i = 0; i < rows.Length; i++)
                VectorMath.Add(sums[of[i]], rows[i]);
            for (var c = 0; c < count; c++)
            {
                if (!sums[c].Any(v => v != 0))
                    continue;
                Normalise(sums[c]);
                centres[c] = sums[c];
            }
        }
        return (centres, of);
    }

    private static int Nearest(float[] row, float[][] centres)
    {
        var (best, most) = (0, float.MinValue);
        for (var c = 0; c < centres.Length; c++)
        {
            var similarity = VectorMath.Dot(row, centres[c]);
            if (similarity > most)
                (best, most) = (c, similarity);
        }
        return best;
    }

    private static void Normalise(float[] row)
    {
        var length = MathF.Sqrt(VectorMath.Dot(row, row));
        if (length <= 0)
            return;
        for (var i = 0; i < row.Length; i++)
            row[i] /= length;
    }
}
