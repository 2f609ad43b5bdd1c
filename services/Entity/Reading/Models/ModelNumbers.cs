using System.Runtime.InteropServices;

namespace Truceline.Entity.Reading.Models;

/// <summary>Weights as files hold them: rounded, so that reading and writing again changes nothing.</summary>
internal static class ModelNumbers
{
    private const int LeastExponent = -20;
    private const int MostExponent = 60;

    /// <summary>Writes numbers as bytes with one exponent for all, a power of two.</summary>
    public static void WriteBytes(BinaryWriter writer, float[] values)
    {
        var largest = values.Max(Math.Abs);
        var exponent = LeastExponent;
        while (MathF.ScaleB(sbyte.MaxValue, exponent) < largest)
            exponent++;
        writer.Write(exponent);
        foreach (var value in values)
            writer.Write((sbyte)MathF.Round(MathF.ScaleB(value, -exponent)));
    }

    /// <summary>Reads what <see cref="WriteBytes"/> wrote.</summary>
    /// <exception cref="EndOfStreamException">The file holds less.</exception>
    public static void ReadBytes(BinaryReader reader, float[] into)
    {
        var scale = MathF.ScaleB(1, Math.Clamp(reader.ReadInt32(), LeastExponent, MostExponent));
        var bytes = new sbyte[into.Length];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(bytes.AsSpan()));
        for (var i = 0; i < bytes.Length; i++)
            into[i] = bytes[i] * scale;
    }

    /// <summary>Writes numbers as 16-bit floats.</summary>
    public static void WriteHalves(BinaryWriter writer, float[] values) =>
        writer.Write(MemoryMarshal.AsBytes<Half>(Array.ConvertAll(values, value => (Half)value)));

    /// <summary>Reads what <see cref="WriteHalves"/> wrote.</summary>
    /// <exception cref="EndOfStreamException">The file holds less.</exception>
    public static void ReadHalves(BinaryReader reader, float[] into)
    {
        var halves = new Half[into.Length];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(halves.AsSpan()));
        for (var i = 0; i < halves.Length; i++)
            into[i] = (float)halves[i];
    }
}
