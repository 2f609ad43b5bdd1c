using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Truceline.Entity.Reading.Tagging;

namespace Truceline.Entity.Reading.Models;

/// <summary>
/// What files of models have in common: a mark, the version of the format, the card as JSON, what the model itself writes, and the SHA-256 of all that. Little-endian. The same model always makes
/// the same bytes.
/// </summary>
/// <param name="mark">Eight characters of ASCII by which files of this sort begin.</param>
/// <param name="format">Version of the format that is written and read.</param>
/// <param name="name">What the model is called in messages, e.g. "clause model".</param>
internal sealed class ModelFrame(string mark, int format, string name)
{
    private const int HashLength = 32;

    private readonly byte[] _mark = Encoding.ASCII.GetBytes(mark);

    /// <summary>The file's bytes.</summary>
    /// <param name="card">What the model says of itself.</param>
    /// <param name="body">Writes the rest.</param>
    public byte[] Write(TaggerCard card, Action<BinaryWriter> body)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(_mark);
        writer.Write(format);
        var json = JsonSerializer.SerializeToUtf8Bytes(card, TaggerCardJson.Default.TaggerCard);
        writer.Write(json.Length);
        writer.Write(json);
        body(writer);
        writer.Flush();
        writer.Write(SHA256.HashData(stream.GetBuffer().AsSpan(0, (int)stream.Length)));
        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>Reads a file.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="body">Reads what the model itself wrote; given the card and a reader that stands behind it.</param>
    /// <exception cref="InvalidDataException">The bytes are no model of this format, or were changed.</exception>
    public T Read<T>(byte[] bytes, Func<TaggerCard, BinaryReader, T> body)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        if (bytes.Length < _mark.Length + HashLength + 8 || !bytes.AsSpan().StartsWith(_mark))
            throw new InvalidDataException($"The file is no {name}.");
        var content = bytes.AsSpan(0, bytes.Length - HashLength);
        if (!SHA256.HashData(content).AsSpan().SequenceEqual(bytes.AsSpan(content.Length)))
            throw new InvalidDataException($"The {name} is damaged: its hash does not fit.");
        using var reader = new BinaryReader(new MemoryStream(bytes, _mark.Length, content.Length - _mark.Length), Encoding.UTF8);
        var found = reader.ReadInt32();
        if (found != format)
            throw new InvalidDataException($"The {name} has format {found}; format {format} is read.");
        var card = JsonSerializer.Deserialize(reader.ReadBytes(reader.ReadInt32()), TaggerCardJson.Default.TaggerCard)
            ?? throw new InvalidDataException($"The {name} has no card.");
        return body(card, reader);
    }
}
