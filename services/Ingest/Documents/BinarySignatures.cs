using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Truceline.Ingest.Documents;

/// <summary>Something that is no text, told by the bytes it begins with.</summary>
/// <param name="Name">What it is, e.g. <c>zip</c>.</param>
/// <param name="Reason"><c>ARCHIVE</c> for anything that holds other files or is compressed, <c>BINARY</c> for the rest.</param>
internal sealed record BinarySignature(string Name, string Reason);

/// <summary>
/// Recognises archives, compressed files and other binaries by their magic numbers (Garfinkel's and the <c>file</c> project's published lists, PKWARE
/// APPNOTE, RFC 1952, POSIX ustar). Office documents, KMZ and EPUB are zip archives.
/// </summary>
internal static class BinarySignatures
{
    private static readonly (byte[] Magic, int At, string Name, string Reason)[] All =
    [
        .. Archives(("zip", "PK\u0003\u0004"), ("zip", "PK\u0005\u0006"), ("zip", "PK\u0007\u0008"), ("rar", "Rar!\u001a\u0007"), ("gzip", "\u001f\u008b"),
            ("compress", "\u001f\u009d"), ("compress", "\u001f\u00a0"), ("xz", "\u00fd7zXZ\0"), ("7z", "7z\u00bc\u00af\u0027\u001c"), ("zstd", "\u0028\u00b5\u002f\u00fd"),
            ("lz4", "\u0004\"M\u0018"), ("lzip", "LZIP\u0001"), ("cab", "MSCF\0\0\0\0"), ("ar", "!<arch>\n"), ("rpm", "\u00ed\u00ab\u00ee\u00db"), ("xar", "xar!\0"),
            ("arj", "\u0060\u00ea"), ("wim", "MSWIM\0\0\0"), ("warc", "WARC/1.")),
        (Bytes("ustar"), 257, "tar", "ARCHIVE"),
        .. Binaries(("pdf", "%PDF-"), ("postscript", "%!PS"), ("rtf", "{\\rtf"), ("ole", "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1"), ("png", "\u0089PNG\r\n\u001a\n"),
            ("jpeg", "\u00ff\u00d8\u00ff"), ("gif", "GIF87a"), ("gif", "GIF89a"), ("tiff", "II*\0"), ("tiff", "MM\0*"), ("photoshop", "8BPS\0\u0001"), ("icon", "\0\0\u0001\0"),
            ("jpeg2000", "\0\0\0\u000cjP  "), ("ogg", "OggS\0"), ("flac", "fLaC\0"), ("mp3", "ID3\u0003"), ("mp3", "ID3\u0004"), ("matroska", "\u001aE\u00df\u00a3"), ("elf", "\u007fELF"),
            ("java class", "\u00ca\u00fe\u00ba\u00be"), ("mach-o", "\u00cf\u00fa\u00ed\u00fe"), ("mach-o", "\u00ce\u00fa\u00ed\u00fe"), ("webassembly", "\0asm"), ("sqlite", "SQLite format 3\0"),
            ("avro", "Obj\u0001"), ("hdf5", "\u0089HDF\r\n\u001a\n"), ("shapefile", "\0\0\u0027\n"), ("woff", "wOFF"), ("woff", "wOF2"), ("pcap", "\u00d4\u00c3\u00b2\u00a1")),
    ];

    private static readonly SearchValues<byte> HexDigits = SearchValues.Create("0123456789abcdefABCDEF"u8);

    /// <summary>What the bytes are; null when they are none of these. Text may still be binary in another way (<see cref="TextDecoding.IsBinary"/>).</summary>
    internal static BinarySignature? Of(ReadOnlySpan<byte> head)
    {
        foreach (var (magic, at, name, reason) in All)
        {
            if (head.Length >= at + magic.Length && head.Slice(at, magic.Length).SequenceEqual(magic))
            {
                return new BinarySignature(name, reason);
            }
        }

        // Letters such as "BZh9", "MZ" or "BM" can begin a text; what follows them in a file of that kind can't.
        return head switch
        {
            [(byte)'B', (byte)'Z', (byte)'h', >= (byte)'1' and <= (byte)'9', 0x31, 0x41, 0x59, 0x26, ..] => new BinarySignature("bzip2", "ARCHIVE"),
            [(byte)'M', (byte)'Z', ..] when head[..Math.Min(64, head.Length)].Contains((byte)0) => new BinarySignature("executable", "BINARY"),
            [0, 0, 0, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => new BinarySignature("mp4 or heif", "BINARY"),
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, < 32, ..] => new BinarySignature("riff (webp, wav, avi)", "BINARY"),
            [_, _, (byte)'-', (byte)'l', (byte)'h', _, (byte)'-', ..] => new BinarySignature("lzh", "ARCHIVE"),
            [(byte)'0', (byte)'7', (byte)'0', (byte)'7', (byte)'0', (byte)'1', ..] when IsHex(head) => new BinarySignature("cpio", "ARCHIVE"),
            [(byte)'B', (byte)'M', _, _, _, _, 0, 0, 0, 0, ..] => new BinarySignature("bitmap", "BINARY"),
            _ => IsOldTar(head) ? new BinarySignature("tar", "ARCHIVE") : null,
        };
    }

    // A cpio header is 104 hexadecimal digits behind its magic number; a text may begin with the same six.
    private static bool IsHex(ReadOnlySpan<byte> head) => head.Length >= 110 && head[..110].IndexOfAnyExcept(HexDigits) < 0;

    // Before POSIX a tar header had no magic number, but always this checksum over its 512 bytes.
    private static bool IsOldTar(ReadOnlySpan<byte> head)
    {
        if (head.Length < 512 || head[0] == 0 || BinaryPrimitives.ReadUInt32LittleEndian(head[508..]) != 0)
        {
            return false;
        }

        var field = Encoding.ASCII.GetString(head.Slice(148, 8)).Trim(' ', '\0');
        var sum = 8 * ' ';
        for (var i = 0; i < 512; i++)
        {
            sum += i is >= 148 and < 156 ? 0 : head[i];
        }

        return field.Length > 0 && field.All(c => c is >= '0' and <= '7') && Convert.ToInt32(field, 8) == sum;
    }

    private static IEnumerable<(byte[], int, string, string)> Archives(params (string Name, string Magic)[] all) =>
        all.Select(a => (Bytes(a.Magic), 0, a.Name, "ARCHIVE"));

    private static IEnumerable<(byte[], int, string, string)> Binaries(params (string Name, string Magic)[] all) =>
        all.Select(b => (Bytes(b.Magic), 0, b.Name, "BINARY"));

    private static byte[] Bytes(string magic) => Encoding.Latin1.GetBytes(magic);
}
