using Truceline.Entity.Reading.Models;
using Truceline.Entity.Reading.Tagging;

namespace Truceline.Entity.Reading.Claims.Learned;

/// <summary>A trained model of what stretches of text assert. Immutable, safe to share between threads.</summary>
/// <param name="Card">What it says of itself.</param>
/// <param name="Vectors">Vectors of its words.</param>
/// <param name="Network">Its weights.</param>
/// <param name="Bounds">From which belief on it is heard against the rules.</param>
internal sealed record ClauseModel(TaggerCard Card, WordVectors Vectors, ClauseNetwork Network, ClauseBounds Bounds)
{
    /// <summary>What the network is given of words: the mean of each place's vectors, and whether it is taken.</summary>
    public static float[] Inputs(WordVectors vectors, ClauseInput input)
    {
        var length = vectors.Length;
        var inputs = new float[ClauseSlots.Count * (length + 1)];
        Span<float> vector = stackalloc float[length];
        Span<int> counts = stackalloc int[ClauseSlots.Count];
        foreach (var (slot, word) in input.Words)
        {
            var row = vectors.Find(word);
            if (row < 0)
                continue;
            vectors.Copy(row, vector);
            counts[(int)slot]++;
            var place = inputs.AsSpan((int)slot * (length + 1), length);
            for (var i = 0; i < length; i++)
                place[i] += vector[i];
        }
        for (var slot = 0; slot < ClauseSlots.Count; slot++)
        {
            if (counts[slot] == 0)
                continue;
            var place = inputs.AsSpan(slot * (length + 1), length);
            for (var i = 0; i < length; i++)
                place[i] /= counts[slot];
            inputs[(slot * (length + 1)) + length] = 1;
        }
        return inputs;
    }
}

/// <summary>The file of the model: its frame, vectors, weights of signs as bytes and all others as 16-bit floats.</summary>
internal static class ClauseModelFile
{
    /// <summary>Version of the format that is written and read.</summary>
    public const int Format = 1;

    private static readonly ModelFrame Frame = new("TRUCECLA", Format, "clause model");

    /// <summary>The bytes of a model.</summary>
    public static byte[] Write(ClauseModel model) => Frame.Write(model.Card, writer =>
    {
        model.Vectors.Write(writer);
        ModelNumbers.WriteBytes(writer, model.Network.Signs);
        ModelNumbers.WriteHalves(writer, model.Network.Lower);
        ModelNumbers.WriteHalves(writer, model.Network.Upper);
        foreach (var bound in new[] { model.Bounds.Drop, model.Bounds.Change, model.Bounds.Make, model.Bounds.Classify })
            writer.Write(bound);
    });

    /// <summary>The model of some bytes.</summary>
    /// <exception cref="InvalidDataException">The bytes are no model of this format, or were changed.</exception>
    public static ClauseModel Read(byte[] bytes) => Frame.Read(bytes, (card, reader) =>
    {
        var vectors = WordVectors.Read(reader);
        var network = new ClauseNetwork(vectors.Length);
        ModelNumbers.ReadBytes(reader, network.Signs);
        ModelNumbers.ReadHalves(reader, network.Lower);
        ModelNumbers.ReadHalves(reader, network.Upper);
        return new ClauseModel(card, vectors, network, new ClauseBounds(reader.ReadSingle(), reader.ReadSingle(), reader.ReadSingle(), reader.ReadSingle()));
    });
}
