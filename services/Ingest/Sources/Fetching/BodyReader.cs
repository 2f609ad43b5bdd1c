using System.IO.Compression;

namespace Truceline.Ingest.Sources.Fetching;

/// <summary>
/// Reads bodies that may be compressed (RFC 9110, section 8.4), large, lying about their length, or made to grow. Stateless. That compressed data which is cut off
/// counts as broken, not as ended, is a switch of the runtime (<c>System.IO.Compression.UseStrictValidation</c>, in the project file).
/// </summary>
/// <param name="largest">Largest body, as it comes and after each decompression, in bytes.</param>
/// <param name="largestRatio">How many times its compressed size a body over 64 KiB may have.</param>
internal sealed class BodyReader(int largest, int largestRatio)
{
    private const int AlwaysAllowed = 64 * 1024;
    private const int MostLayers = 2;

    /// <summary>Reads a body to its end.</summary>
    /// <param name="content">What was answered.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="BodyRefusedException">It can't be taken.</exception>
    internal async Task<(byte[] Body, long WireBytes)> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > largest)
        {
            throw new BodyRefusedException(FetchReasons.BodyTooLarge);
        }

        try
        {
            await using var wire = new BoundedStream(await content.ReadAsStreamAsync(cancellationToken), largest);
            await using var decoded = await DecodedAsync(wire, [.. content.Headers.ContentEncoding], cancellationToken);
            return (await ReadAsync(decoded, wire, cancellationToken), wire.Read);
        }
        catch (Exception exception) when (exception is InvalidDataException or InvalidOperationException)
        {
            // Brotli's decoder throws the latter.
            throw new BodyRefusedException(FetchReasons.BodyMalformed);
        }
        catch (IOException)
        {
            throw new BodyRefusedException(FetchReasons.BodyTruncated);
        }
    }

    private async Task<byte[]> ReadAsync(Stream decoded, BoundedStream wire, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await decoded.ReadAsync(buffer, cancellationToken)) > 0)
        {
            body.Write(buffer, 0, read);
            if (body.Length > largest)
            {
                throw new BodyRefusedException(FetchReasons.BodyTooLarge);
            }

            if (!ReferenceEquals(decoded, wire) && body.Length > AlwaysAllowed && body.Length > wire.Read * largestRatio)
            {
                throw new BodyRefusedException(FetchReasons.BodyExpands);
            }
        }

        return body.ToArray();
    }

    // What was applied last is undone first.
    private async Task<Stream> DecodedAsync(Stream stream, IReadOnlyList<string> encodings, CancellationToken cancellationToken)
    {
        var layers = encodings.Select(e => e.ToLowerInvariant()).Where(e => e is not ("identity" or "")).Reverse().ToArray();
        if (layers.Length > MostLayers)
        {
            throw new BodyRefusedException(FetchReasons.EncodingUnsupported);
        }

        foreach (var layer in layers)
        {
            Stream plain = layer switch
            {
                "gzip" or "x-gzip" => new GZipStream(stream, CompressionMode.Decompress),
                "br" => new BrotliStream(stream, CompressionMode.Decompress),
                "deflate" => await DeflatedAsync(stream, cancellationToken),
                _ => throw new BodyRefusedException(FetchReasons.EncodingUnsupported),
            };
            stream = new BoundedStream(plain, largest);
        }

        return stream;
    }

    // "deflate" means zlib, but some servers send it without zlib's header.
    private static async Task<Stream> DeflatedAsync(Stream stream, CancellationToken cancellationToken)
    {
        var head = new byte[2];
        var read = await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        var isZlib = read == 2 && (head[0] & 0x0F) == 8 && ((head[0] << 8) | head[1]) % 31 == 0;
        var whole = new PrefixedStream(head.AsMemory(0, read), stream);
        return isZlib ? new ZLibStream(whole, CompressionMode.Decompress) : new DeflateStream(whole, CompressionMode.Decompress);
    }
}

/// <summary>A body can't be taken.</summary>
/// <param name="reason">One of <see cref="FetchReasons"/>.</param>
internal sealed class BodyRefusedException(string reason) : Exception("The body can't be taken.")
{
    internal string Reason { get; } = reason;
}
