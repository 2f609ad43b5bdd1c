using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Truceline.Entity.Reading.Tagging;

/// <summary>
/// The file of a model: a mark, the version of the format, the card as JSON, the network's sizes, vectors, lexicon, weights as 16-bit floats (those of hashed features as bytes),
/// and the SHA-256 of all that. Little-endian. The same model always makes the same bytes.
/// </summary>
internal static class TaggerModelFile
{
    /// <summary>Version of the format that is written and read.</summary>
    public const int Format = 1;

    private const int HashLength = 32;

    private static ReadOnlySpan<byte> Mark => "TRUCETAG"u8;

    public static byte[] Write(TaggerModel model)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(Mark);
        writer.Write(Format);
        var card = JsonSerializer.SerializeToUtf8Bytes(model.Card, TaggerCardJson.Default.TaggerCard);
        writer.Write(card.Length);
        writer.Write(card);
        var shape = model.Weights.Shape;
        foreach (var size in new[] { shape.VectorLength, shape.BagLength, shape.BagBits, shape.Hidden })
            writer.Write(size);
        model.Encoder.Vectors.Write(writer);
        model.Encoder.Lexicon.Write(writer);
        WriteBytes(writer, model.Weights.Bag);
        foreach (var part in model.Weights.Parts.Skip(1))
            writer.Write(MemoryMarshal.AsBytes<Half>(Array.ConvertAll(part, value => (Half)value)));
        writer.Flush();
        writer.Write(SHA256.HashData(stream.GetBuffer().AsSpan(0, (int)stream.Length)));
        writer.Flush();
        return stream.ToArray();
    }

    /// <exception cref="InvalidDataException">The bytes are no model of this format, or were changed.</exception>
    public static TaggerModel Read(byte[] bytes)
    {
        if (bytes.Length < Mark.Length + HashLength + 8 || !bytes.AsSpan().StartsWith(Mark))
            throw new InvalidDataException("The file is no tagger model.");
        var body = bytes.AsSpan(0, bytes.Length - HashLength);
        if (!SHA256.HashData(body).AsSpan().SequenceEqual(bytes.AsSpan(body.Length)))
            throw new InvalidDataException("The tagger model is damaged: its hash does not fit.");
        using var reader = new BinaryReader(new MemoryStream(bytes, Mark.Length, body.Length - Mark.Length), Encoding.UTF8);
        var format = reader.ReadInt32();
        if (format != Format)
            throw new InvalidDataException($"The tagger model has format {format}; format {Format} is read.");
        var card = JsonSerializer.Deserialize(reader.ReadBytes(reader.ReadInt32()), TaggerCardJson.Default.TaggerCard)
            ?? throw new InvalidDataException("The tagger model has no card.");
        var shape = new NetworkShape(reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
        var encoder = new WordEncoder(WordVectors.Read(reader), WordTable.Read(reader), shape.BagBits);
        var weights = new NetworkWeights(shape);
        ReadBytes(reader, weights.Bag);
        foreach (var part in weights.Parts.Skip(1))
            ReadHalves(reader, part);
        return new TaggerModel(card, encoder, weights);
    }

    /// <summary>Writes numbers as bytes with one exponent for all: a power of two, so that reading and writing again changes nothing.</summary>
    private static void WriteBytes(BinaryWriter writer, float[] values)
    {
        var largest = values.Max(Math.Abs);
        var exponent = -20;
        while (MathF.ScaleB(sbyte.MaxValue, exponent) < largest)
            exponent++;
        writer.Write(exponent);
        foreach (var value in values)
            writer.Write((sbyte)MathF.Round(MathF.ScaleB(value, -exponent)));
    }

    private static void ReadBytes(BinaryReader reader, float[] into)
    {
        var scale = MathF.ScaleB(1, Math.Clamp(reader.ReadInt32(), -60, 60));
        var bytes = new sbyte[into.Length];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(bytes.AsSpan()));
        for (var i = 0; i < bytes.Length; i++)
            into[i] = bytes[i] * scale;
    }

    private static void ReadHalves(BinaryReader reader, float[] into)
    {
        var halves = new Half[into.Length];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(halves.AsSpan()));
        for (var i = 0; i < halves.Length; i++)
            into[i] = (float)halves[i];
    }
}
