using System.Runtime.InteropServices;

namespace Truceline.Entity.Reading.Tagging;

/// <summary>Vectors of frequent words, a byte a number. Rows are ordered by frequency. Immutable, thread-safe.</summary>
internal sealed class WordVectors(WordTable rows, sbyte[] values, float[] scales)
{
    /// <summary>Numbers of a vector.</summary>
    public int Length => scales.Length;

    /// <summary>Number of words.</summary>
    public int Count => values.Length / scales.Length;

    /// <summary>Row of a word by the hash of its lower case; -1 when it has none.</summary>
    public int Find(ulong lower) => rows.Find(lower, -1);

    /// <summary>Writes the numbers of a row.</summary>
    public void Copy(int row, Span<float> into)
    {
        var bytes = values.AsSpan(row * scales.Length, scales.Length);
        for (var i = 0; i < bytes.Length; i++)
            into[i] = bytes[i] * scales[i];
    }

    public void Write(BinaryWriter writer)
    {
        rows.Write(writer);
        writer.Write(scales.Length);
        foreach (var scale in scales)
            writer.Write(scale);
        writer.Write(values.Length);
        writer.Write(MemoryMarshal.AsBytes<sbyte>(values));
    }

    public static WordVectors Read(BinaryReader reader)
    {
        var rows = WordTable.Read(reader);
        var scales = new float[reader.ReadInt32()];
        for (var i = 0; i < scales.Length; i++)
            scales[i] = reader.ReadSingle();
        var values = new sbyte[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return new WordVectors(rows, values, scales);
    }
}
