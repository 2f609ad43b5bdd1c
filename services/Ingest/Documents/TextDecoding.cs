using System.Text;
using UtfUnknown;

namespace Truceline.Ingest.Documents;

/// <summary>
/// Finds out the encoding of a document. In this order: byte order mark; UTF-16 or UTF-32 without one, by its zero bytes; valid UTF-8; what is declared
/// (<see cref="DeclaredEncodings"/>) unless the bytes contradict it; mostly UTF-8 with pieces in between; the statistics of UTF.Unknown; windows-1252.
/// Nothing here throws: bytes that are invalid in the encoding found are decoded piecewise (<see cref="PiecewiseFallback"/>).
/// </summary>
internal static class TextDecoding
{
    /// <summary>How many bytes are looked at: those from the first that is not ASCII.</summary>
    internal const int Sample = 64 * 1024;

    /// <summary>Whether the bytes are no text in any encoding.</summary>
    internal static bool IsBinary(ReadOnlySpan<byte> bytes)
    {
        if (WideEncodings.Of(bytes) is not null)
        {
            return false;
        }

        var control = 0;
        foreach (var value in bytes)
        {
            control += value is < 0x09 or (> 0x0D and < 0x20 and not (0x0E or 0x0F or 0x1A or 0x1B)) ? 1 : 0;
        }

        return bytes.Count((byte)0) > bytes.Length / 100 || (control > bytes.Length / 20 && !Utf8Survey.Of(bytes).IsValid);
    }

    /// <summary>Decodes all bytes.</summary>
    /// <param name="bytes">The document.</param>
    /// <param name="mediaType">Media type as declared, with its charset parameter if it has one.</param>
    internal static DecodedText Decode(ReadOnlySpan<byte> bytes, string mediaType)
    {
        var (encoding, mixed) = Choose(bytes, Relevant(bytes), mediaType);
        var fallback = new PiecewiseFallback();
        var text = With(encoding, fallback).GetString(bytes);
        return new DecodedText(text.Length > 0 && text[0] == '\uFEFF' ? text[1..] : text, NameOf(encoding)) { IsMixed = mixed || fallback.Runs > 0 };
    }

    /// <summary>The encoding by the beginning and a sample of a document, for reading piece by piece; it decodes piecewise what is invalid.</summary>
    /// <param name="head">The document's beginning.</param>
    /// <param name="sample">What follows the first byte that is not ASCII; the head's when that has one.</param>
    /// <param name="mediaType">Media type as declared.</param>
    internal static Encoding EncodingOf(ReadOnlySpan<byte> head, ReadOnlySpan<byte> sample, string mediaType) =>
        With(Choose(head, sample, mediaType).Encoding, new PiecewiseFallback());

    /// <summary>The IANA name, lower case.</summary>
    internal static string NameOf(Encoding encoding) => encoding.CodePage == 1200 ? "utf-16le" : encoding.WebName.ToLowerInvariant();

    /// <summary>Where the part that decides begins: at the first byte that is not ASCII; at the end when all are.</summary>
    internal static int FirstOutsideAscii(ReadOnlySpan<byte> bytes) =>
        bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F) is var first and >= 0 ? first : bytes.Length;

    private static ReadOnlySpan<byte> Relevant(ReadOnlySpan<byte> bytes)
    {
        var rest = bytes[FirstOutsideAscii(bytes)..];
        return rest[..Math.Min(Sample, rest.Length)];
    }

    private static (Encoding Encoding, bool Mixed) Choose(ReadOnlySpan<byte> head, ReadOnlySpan<byte> sample, string mediaType)
    {
        if (WideEncodings.Of(head) is { } wide)
        {
            return (wide, false);
        }

        var declared = DeclaredEncodings.Of(head, mediaType).ToArray();
        if (IsShifted(head))
        {
            return (Array.Find(declared, e => e.CodePage is 50220 or 50221 or 50222 or 50225) ?? EncodingNames.Of(50220), false);
        }

        var survey = Utf8Survey.Of(sample);
        Encoding? fitting = null;
        foreach (var encoding in declared)
        {
            fitting ??= encoding.CodePage != Encoding.UTF8.CodePage && Fits(encoding, sample) ? encoding : null;
        }

        if (survey.IsValid)
        {
            // Two bytes of a Chinese, Japanese or Korean text can be a letter of UTF-8 by chance; three can hardly.
            var chance = survey is { Long: 0, Sequences: > 0 } && fitting is { IsSingleByte: false };
            return (chance ? fitting! : Encoding.UTF8, false);
        }

        // Western text makes no UTF-8 by chance; two bytes of another alphabet, or of Chinese, do now and then.
        var other = fitting ?? Guess(sample);
        var mixed = survey.Sequences > 0
            && (other.CodePage == 1252 ? survey.Sequences * 10 >= survey.Invalid : survey.Sequences >= survey.Invalid * 2);
        return mixed ? (Encoding.UTF8, true) : (other, false);
    }

    // ISO 2022 hides everything behind escape sequences of ASCII characters: ESC $ and ESC ( shift between sets.
    private static bool IsShifted(ReadOnlySpan<byte> bytes) =>
        bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F) < 0
        && (bytes.IndexOf("\e$B"u8) >= 0 || bytes.IndexOf("\e$@"u8) >= 0 || bytes.IndexOf("\e$)C"u8) >= 0);

    /// <summary>Whether bytes can have been written in an encoding that is declared.</summary>
    private static bool Fits(Encoding encoding, ReadOnlySpan<byte> sample)
    {
        string text;
        try
        {
            // The sample may end within a character.
            var strict = Encoding.GetEncoding(encoding.CodePage, EncoderFallback.ReplacementFallback, DecoderFallback.ExceptionFallback);
            var characters = new char[strict.GetMaxCharCount(sample.Length)];
            var count = strict.GetDecoder().GetChars(sample, characters, flush: false);
            text = new string(characters, 0, count);
        }
        catch (DecoderFallbackException)
        {
            return false;
        }

        if (text.Any(c => c is >= '\u0080' and < '\u00A0'))
        {
            return false;
        }

        // No language that is written in Latin letters has accents on every second one: that is another alphabet under a wrong name.
        var letters = text.Where(char.IsLetter).Take(4000).ToArray();
        var accented = letters.Count(c => c is >= '\u00C0' and <= '\u024F');
        return encoding.CodePage is not (1252 or 28591 or 28605) || letters.Length < 20 || accented * 2 < letters.Length;
    }

    private static Encoding Guess(ReadOnlySpan<byte> sample)
    {
        var best = CharsetDetector.DetectFromBytes(sample.ToArray()).Detected;
        var found = best is { Encoding: not null, Confidence: > 0.5f } ? EncodingNames.Find(best.EncodingName) : null;
        return found is not null && found.CodePage is not (65000 or 65001) && Fits(found, sample) ? found : EncodingNames.Of(1252);
    }

    private static Encoding With(Encoding encoding, DecoderFallback fallback) =>
        Encoding.GetEncoding(encoding.CodePage, EncoderFallback.ReplacementFallback, fallback);
}
