using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Truceline.Ingest.Sources.Fetching;

namespace Truceline.Ingest.UnitTests.Sources;

public class BodyReaderTests
{
    private const int Largest = 256 * 1024;
    private static readonly byte[] Feed = Encoding.UTF8.GetBytes("<rss>" + Convert.ToHexString(SHA512.HashData("feed"u8)) + "</rss>");

    [Theory]
    [InlineData("gzip")]
    [InlineData("x-gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData("raw deflate")]
    [InlineData("identity")]
    [InlineData("gzip, br")]
    public async Task Read_ACompressedBody_GivesItPlain(string encodings)
    {
        var (body, wire) = await Reader().ReadAsync(Content(Encode(Feed, encodings), encodings), CancellationToken.None);

        Assert.Equal(Feed, body);
        Assert.Equal(Encode(Feed, encodings).Length, wire);
    }

    [Fact]
    public async Task Read_ALargeBody_IsRefusedAfterItsBound() => Assert.Equal(FetchReasons.BodyTooLarge, await RefusalAsync(new byte[Largest + 1], ""));

    [Fact]
    public async Task Read_ALengthThatLies_IsRefusedWithoutReading()
    {
        var content = new StreamContent(new Unreadable());
        content.Headers.ContentLength = 1024L * 1024 * 1024;

        var refused = await Assert.ThrowsAsync<BodyRefusedException>(() => Reader().ReadAsync(content, CancellationToken.None));

        Assert.Equal(FetchReasons.BodyTooLarge, refused.Reason);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task Read_ABomb_IsRefusedBeforeItGrows(string encoding) =>
        Assert.Equal(FetchReasons.BodyExpands, await RefusalAsync(Encode(new byte[Largest - 1], encoding), encoding));

    [Fact]
    public async Task Read_ABombInABomb_IsRefused() =>
        Assert.Equal(FetchReasons.BodyTooLarge, await RefusalAsync(Encode(Encode(new byte[400_000_000], "gzip"), "gzip"), "gzip, gzip"));

    [Theory]
    [InlineData("compress")]
    [InlineData("gzip, gzip, gzip")]
    [InlineData("zstd")]
    public async Task Read_AnEncodingThatWasNotAskedFor_IsRefused(string encodings) =>
        Assert.Equal(FetchReasons.EncodingUnsupported, await RefusalAsync(Feed, encodings));

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Read_WhatIsNotCompressedThoughItSaysSo_IsRefused(string encoding) =>
        Assert.Equal(FetchReasons.BodyMalformed, await RefusalAsync(Feed, encoding));

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task Read_ACompressedBodyThatIsCutOff_IsRefused(string encoding)
    {
        var whole = Encode(Feed, encoding);

        Assert.Equal(FetchReasons.BodyMalformed, await RefusalAsync(whole[..(whole.Length / 2)], encoding));
    }

    private static BodyReader Reader() => new(Largest, 100);

    private static async Task<string> RefusalAsync(byte[] body, string encodings) =>
        (await Assert.ThrowsAsync<BodyRefusedException>(() => Reader().ReadAsync(Content(body, encodings), CancellationToken.None))).Reason;

    private static StreamContent Content(byte[] body, string encodings)
    {
        var content = new StreamContent(new MemoryStream(body));
        content.Headers.ContentLength = null;
        foreach (var encoding in encodings.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            content.Headers.ContentEncoding.Add(encoding == "raw deflate" ? "deflate" : encoding);
        }

        return content;
    }

    private static byte[] Encode(byte[] plain, string encodings)
    {
        foreach (var encoding in encodings.Split(',', StringSplitOptions.TrimEntries))
        {
            using var encoded = new MemoryStream();
            using (Stream encoder = encoding switch
            {
                "gzip" or "x-gzip" => new GZipStream(encoded, CompressionLevel.Fastest),
                "br" => new BrotliStream(encoded, CompressionLevel.Fastest),
                "deflate" => new ZLibStream(encoded, CompressionLevel.Fastest),
                "raw deflate" => new DeflateStream(encoded, CompressionLevel.Fastest),
                _ => new BufferedStream(encoded),
            })
            {
                encoder.Write(plain);
            }

            plain = encoded.ToArray();
        }

        return plain;
    }

    private sealed class Unreadable : MemoryStream
    {
        public override int Read(byte[] buffer, int offset, int count) => throw new InvalidOperationException("It is read.");

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new InvalidOperationException("It is read.");
    }
}
