using System.Buffers;
using System.Text;

namespace Truceline.Ingest.Documents;

/// <summary>How far bytes are UTF-8.</summary>
/// <param name="Sequences">Valid sequences of more than one byte.</param>
/// <param name="Long">Of them, those of three or four bytes, which legacy text hardly ever makes by chance.</param>
/// <param name="Invalid">Runs of bytes that are invalid; a sequence that is cut off by the end does not count.</param>
internal readonly record struct Utf8Survey(int Sequences, int Long, int Invalid)
{
    /// <summary>Whether all of it is valid.</summary>
    internal bool IsValid => Invalid == 0;

    /// <summary>Looks through all bytes.</summary>
    internal static Utf8Survey Of(ReadOnlySpan<byte> bytes)
    {
        var (sequences, longOnes, invalid) = (0, 0, 0);
        while (true)
        {
            var next = bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (next < 0)
            {
                return new Utf8Survey(sequences, longOnes, invalid);
            }

            bytes = bytes[next..];
            var status = Rune.DecodeFromUtf8(bytes, out _, out var length);
            if (status == OperationStatus.Done)
            {
                sequences++;
                longOnes += length > 2 ? 1 : 0;
            }
            else if (status == OperationStatus.InvalidData)
            {
                invalid++;
            }

            bytes = bytes[length..];
        }
    }
}
