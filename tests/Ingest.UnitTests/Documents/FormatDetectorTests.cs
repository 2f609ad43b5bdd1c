using System.IO.Compression;
using System.Text;
using Truceline.Ingest.Documents;
using Truceline.Ingest.Formats.Wire;

namespace Truceline.Ingest.UnitTests.Documents;

public class FormatDetectorTests
{
    private readonly FormatDetector _detector = new([new PlainTextFormat()]);

    public static TheoryData<byte[]> Archives => new()
    {
        Zip(), Gzip(), Tar(posix: true), Tar(posix: false),
        new byte[] { 0x42, 0x5A, 0x68, 0x39, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59 },
        new byte[] { 0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00 },
        new byte[] { 0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C },
        new byte[] { 0x28, 0xB5, 0x2F, 0xFD, 0x04 },
        Encoding.Latin1.GetBytes("Rar!\u001a\u0007\u0001\0"),
        Encoding.Latin1.GetBytes("MSCF\0\0\0\0"),
    };

    public static TheoryData<byte[]> Binaries => new()
    {
        "%PDF-1.7\nwith letters"u8.ToArray(),
        Encoding.Latin1.GetBytes("\u0089PNG\r\n\u001a\n"),
        new byte[] { 0xFF, 0xD8, 0xFF, 0xE0 },
        Encoding.Latin1.GetBytes("\u007fELF\u0002"),
        Encoding.Latin1.GetBytes("MZ\u0090\0\u0003"),
        Encoding.Latin1.GetBytes("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1"),
        Encoding.Latin1.GetBytes("abc\0\0\0\0\0\0def"),
    };

    [Theory]
    [MemberData(nameof(Archives))]
    public void Detect_AnArchive_IsRefused(byte[] bytes) => Assert.Equal("ARCHIVE", Refusal(bytes).Reason);

    [Theory]
    [MemberData(nameof(Binaries))]
    public void Detect_ABinary_IsRefused(byte[] bytes) => Assert.Equal("BINARY", Refusal(bytes).Reason);

    [Theory]
    [InlineData("MZ, the ministry's newspaper, reports.")]
    [InlineData("BM: observers counted 12 shells.")]
    [InlineData("ab-lhasa road closed")]
    [InlineData("070701 patrol left")]
    public void Detect_ATextThatBeginsLikeABinary_IsText(string text) =>
        Assert.Equal("text", _detector.Detect(DocumentContent.Of(Encoding.UTF8.GetBytes(text)).Head).Name);

    [Fact]
    public void Detect_Utf16WithoutAMark_IsText() =>
        Assert.Equal("text", _detector.Detect(DocumentContent.Of(Encoding.Unicode.GetBytes("A truce began on Monday.")).Head).Name);

    [Fact]
    public void Detect_Nothing_IsEmpty() => Assert.Equal("EMPTY", Refusal([]).Reason);

    [Fact]
    public void Detect_OnlyDigits_IsUnknown() => Assert.Equal("UNKNOWN_FORMAT", Refusal("123"u8.ToArray()).Reason);

    private static byte[] Zip()
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            archive.CreateEntry("report.txt");
        }

        return bytes.ToArray();
    }

    private static byte[] Gzip()
    {
        using var bytes = new MemoryStream();
        using (var stream = new GZipStream(bytes, CompressionLevel.Fastest))
        {
            stream.Write("A truce began."u8);
        }

        return bytes.ToArray();
    }

    private static byte[] Tar(bool posix)
    {
        var header = new byte[1024];
        Encoding.ASCII.GetBytes("report.txt").CopyTo(header, 0);
        Encoding.ASCII.GetBytes("0000644\0").CopyTo(header, 100);
        if (posix)
        {
            Encoding.ASCII.GetBytes("ustar\0").CopyTo(header, 257);
        }

        Encoding.ASCII.GetBytes("        ").CopyTo(header, 148);
        var sum = header.Take(512).Sum(b => b);
        Encoding.ASCII.GetBytes(Convert.ToString(sum, 8).PadLeft(6, '0') + "\0 ").CopyTo(header, 148);
        return header;
    }

    private DocumentRefusedException Refusal(byte[] bytes) =>
        Assert.Throws<DocumentRefusedException>(() => _detector.Detect(DocumentContent.Of(bytes).Head));
}
