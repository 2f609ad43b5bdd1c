using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Truceline.Entity.Reading.Tagging;

namespace Truceline.Entity.Reading.Syntax;

/// <summary>
/// The file of a model: a mark, the version of the format, the card as JSON, clusters, weights of tags and of moves, and the SHA-256 of all that. Little-endian. The same model always
/// makes the same bytes.
/// </summary>
internal static class SyntaxModelFile
{
    /// <summary>Version of the format that is written and read.</summary>
    public const int Format = 1;

    private const int HashLength = 32;

    private static ReadOnlySpan<byte> Mark => "TRUCESYN"u8;

    public static byte[] Write(SyntaxModel model)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(Mark);
        writer.Write(Format);
        var card = JsonSerializer.SerializeToUtf8Bytes(model.Card, TaggerCardJson.Default.TaggerCard);
        writer.Write(card.Length);
        writer.Write(card);
        model.Clusters.Write(writer);
        model.Tags.Write(writer);
        model.Moves.Write(writer);
        writer.Flush();
        writer.Write(SHA256.HashData(stream.GetBuffer().AsSpan(0, (int)stream.Length)));
        writer.Flush();
        return stream.ToArray();
    }

    /// <exception cref="InvalidDataException">The bytes are no model of this format, or were changed.</exception>
    public static SyntaxModel Read(byte[] bytes)
    {
        if (bytes.Length < Mark.Length + HashLength + 8 || !bytes.AsSpan().StartsWith(Mark))
            throw new InvalidDataException("The file is no syntax model.");
        var body = bytes.AsSpan(0, bytes.Length - HashLength);
        if (!SHA256.HashData(body).AsSpan().SequenceEqual(bytes.AsSpan(body.Length)))
            throw new InvalidDataException("The syntax model is damaged: its hash does not fit.");
        using var reader = new BinaryReader(new MemoryStream(bytes, Mark.Length, body.Length - Mark.Length), Encoding.UTF8);
        var format = reader.ReadInt32();
        if (format != Format)
            throw new InvalidDataException($"The syntax model has format {format}; format {Format} is read.");
        var card = JsonSerializer.Deserialize(reader.ReadBytes(reader.ReadInt32()), TaggerCardJson.Default.TaggerCard)
            ?? throw new InvalidDataException("The syntax model has no card.");
        return new SyntaxModel(card, WordClusters.Read(reader), FeatureTable.Read(reader), FeatureTable.Read(reader));
    }
}
