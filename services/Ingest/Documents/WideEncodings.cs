using System.Text;

namespace Truceline.Ingest.Documents;

/// <summary>Encodings that a document's first bytes or its zero bytes show: any with a byte order mark, UTF-16 and UTF-32 without.</summary>
internal static class WideEncodings
{
    private const int Sight = 4096;

    /// <summary>The encoding; null when neither shows one.</summary>
    internal static Encoding? Of(ReadOnlySpan<byte> bytes)
    {
        return bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8,
            [0xFF, 0xFE, 0, 0, ..] => Encoding.UTF32,
            [0, 0, 0xFE, 0xFF, ..] => EncodingNames.Of(12001),
            [0xFF, 0xFE, ..] => Encoding.Unicode,
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
            _ => ByZeros(bytes[..Math.Min(bytes.Length, Sight)]),
        };
    }

    // Spaces, line breaks, digits and markup are ASCII in any script: there one byte of two, or three of four, are zero, always on the same side.
    private static Encoding? ByZeros(ReadOnlySpan<byte> bytes)
    {
        Span<int> zeros = stackalloc int[4];
        for (var i = 0; i < bytes.Length; i++)
        {
            zeros[i % 4] += bytes[i] == 0 ? 1 : 0;
        }

        var quads = bytes.Length / 4;
        if (quads < 2 || zeros[0] + zeros[1] + zeros[2] + zeros[3] == 0)
        {
            return null;
        }

        if (quads == zeros[3] && zeros[2] >= quads * 9 / 10 && zeros[0] == 0)
        {
            return Encoding.UTF32;
        }

        if (quads == zeros[0] && zeros[1] >= quads * 9 / 10 && zeros[3] == 0)
        {
            return EncodingNames.Of(12001);
        }

        var (even, odd) = (zeros[0] + zeros[2], zeros[1] + zeros[3]);
        var candidate = even == 0 && odd * 10 >= quads ? Encoding.Unicode
            : odd == 0 && even * 10 >= quads ? Encoding.BigEndianUnicode
            : null;
        return candidate is not null && LooksWritten(candidate.GetString(bytes[..(bytes.Length & ~1)])) ? candidate : null;
    }

    // A table of small numbers has zero bytes on one side, too.
    private static bool LooksWritten(string text) =>
        text.Count(c => char.IsLetterOrDigit(c) || char.IsPunctuation(c) || char.IsSymbol(c) || char.IsWhiteSpace(c)) * 10 >= text.Length * 9;
}
