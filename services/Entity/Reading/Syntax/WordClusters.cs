using Truceline.Entity.Reading.Tagging;

namespace Truceline.Entity.Reading.Syntax;

/// <summary>Words that are used alike, by the hash of their lower case: a fine cluster and the coarse one that holds it. Immutable, thread-safe.</summary>
/// <param name="fine">Fine cluster of a word, from 1.</param>
/// <param name="coarse">Coarse cluster of each fine one; the first stands for none.</param>
internal sealed class WordClusters(WordTable fine, ushort[] coarse)
{
    /// <summary>The clusters of a word; (0, 0) when it has none.</summary>
    public (ushort Fine, ushort Coarse) Of(ulong lower)
    {
        var cluster = fine.Find(lower, 0);
        return cluster > 0 && cluster < coarse.Length ? ((ushort)cluster, coarse[cluster]) : default;
    }

    public void Write(BinaryWriter writer)
    {
        fine.Write(writer);
        writer.Write(coarse.Length);
        foreach (var cluster in coarse)
            writer.Write(cluster);
    }

    /// <exception cref="InvalidDataException">The bytes are no clusters.</exception>
    public static WordClusters Read(BinaryReader reader)
    {
        var table = WordTable.Read(reader);
        var count = reader.ReadInt32();
        if (count is < 1 or > ushort.MaxValue)
            throw new InvalidDataException("The clusters of the model have an impossible size.");
        var coarse = new ushort[count];
        for (var i = 0; i < coarse.Length; i++)
            coarse[i] = reader.ReadUInt16();
        return new WordClusters(table, coarse);
    }
}
