using Google.Protobuf;
using Truceline.Ingest.Documents;

namespace Truceline.Ingest.Storage;

/// <summary>Writes the way back to a document as variable-length numbers: for each run the gap in the text, its length, the step in the original, its length there.</summary>
internal static class TextMapCodec
{
    /// <summary>The bytes; null for a text that is the whole beginning of its document.</summary>
    /// <param name="map">The map.</param>
    /// <param name="textLength">Length of the text, UTF-16 units.</param>
    internal static byte[]? Write(TextMap map, int textLength)
    {
        if (map.Runs is [var only] && only == new MapRun(0, textLength, 0, textLength))
        {
            return null;
        }

        using var bytes = new MemoryStream();
        using (var output = new CodedOutputStream(bytes, leaveOpen: true))
        {
            var (text, original) = (0, 0);
            foreach (var run in map.Runs)
            {
                output.WriteUInt32((uint)(run.TextStart - text));
                output.WriteUInt32((uint)run.TextLength);
                output.WriteSInt32(run.OriginalStart - original);
                output.WriteUInt32((uint)run.OriginalLength);
                text = run.TextStart + run.TextLength;
                original = run.OriginalStart + run.OriginalLength;
            }
        }

        return bytes.ToArray();
    }

    /// <summary>The map that was written; null stands for the identity.</summary>
    internal static TextMap Read(byte[]? bytes, int textLength)
    {
        if (bytes is null)
        {
            return TextMap.Identity(textLength);
        }

        var runs = new List<MapRun>();
        var input = new CodedInputStream(bytes);
        var (text, original) = (0, 0);
        while (!input.IsAtEnd)
        {
            var run = new MapRun(text + (int)input.ReadUInt32(), (int)input.ReadUInt32(), original + input.ReadSInt32(), (int)input.ReadUInt32());
            runs.Add(run);
            text = run.TextStart + run.TextLength;
            original = run.OriginalStart + run.OriginalLength;
        }

        return new TextMap(runs);
    }
}
