using System.Text;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.Documents;

/// <summary>A document that is being read. Its bytes can be read from the beginning as often as a format needs. Not thread-safe.</summary>
/// <param name="open">Opens the bytes at their beginning; a stream that reads asynchronously and may be long.</param>
/// <param name="head">Its beginning.</param>
/// <param name="limits">How much is read at most.</param>
internal sealed class DocumentContent(Func<Stream> open, DocumentHead head, DocumentLimits limits)
{
    private ReadOnlyMemory<byte>? _sample;

    /// <summary>Its beginning.</summary>
    internal DocumentHead Head { get; } = head;

    /// <summary>What was said of it.</summary>
    internal DocumentHints Hints => Head.Hints;

    /// <summary>How much is read at most.</summary>
    internal DocumentLimits Limits { get; } = limits;

    /// <summary>A document in memory.</summary>
    internal static DocumentContent Of(ReadOnlyMemory<byte> bytes, DocumentHints? hints = null, DocumentLimits? limits = null)
    {
        hints ??= new DocumentHints();
        var head = DocumentHeads.Of(bytes[..Math.Min(bytes.Length, DocumentHeads.Length)], bytes.Length <= DocumentHeads.Length, hints);
        return new DocumentContent(() => new MemoryStream(bytes.ToArray(), writable: false), head, limits ?? new DocumentLimits());
    }

    /// <summary>The bytes from the beginning, for a format that reads row by row. The caller closes it. It refuses to give more than
    /// <see cref="DocumentLimits.StreamedDocumentBytes"/>.</summary>
    internal Stream OpenRead() => new LimitedStream(open(), Limits.StreamedDocumentBytes);

    /// <summary>All bytes.</summary>
    /// <exception cref="DocumentRefusedException">TOO_LARGE: there are more than <see cref="DocumentLimits.WholeDocumentBytes"/>.</exception>
    internal async Task<byte[]> ReadBytesAsync(CancellationToken cancellationToken)
    {
        await using var stream = new LimitedStream(open(), Limits.WholeDocumentBytes);
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, cancellationToken);
        return bytes.ToArray();
    }

    /// <summary>All characters, in the encoding that the document declares or that is found in it (<see cref="TextDecoding"/>), without byte order mark.</summary>
    /// <exception cref="DocumentRefusedException">TOO_LARGE.</exception>
    internal async Task<DecodedText> ReadTextAsync(CancellationToken cancellationToken) =>
        TextDecoding.Decode(await ReadBytesAsync(cancellationToken), Hints.MediaType);

    /// <summary>
    /// The characters from the beginning, for a format that reads row by row; without byte order mark. The caller closes it. The encoding is told by the
    /// first bytes that are not ASCII, wherever they stand, so that it is the same that <see cref="ReadTextAsync"/> finds.
    /// </summary>
    internal async Task<TextReader> OpenTextAsync(CancellationToken cancellationToken) =>
        new StreamReader(OpenRead(), await ChosenAsync(cancellationToken), detectEncodingFromByteOrderMarks: false, 64 * 1024);

    /// <summary>The IANA name of the encoding, lower case; empty for a binary document.</summary>
    internal async Task<string> EncodingAsync(CancellationToken cancellationToken) =>
        Head.Text.Length == 0 ? "" : TextDecoding.NameOf(await ChosenAsync(cancellationToken));

    private async Task<Encoding> ChosenAsync(CancellationToken cancellationToken)
    {
        _sample ??= await SampleAsync(cancellationToken);
        return TextDecoding.EncodingOf(Head.Bytes.Span, _sample.Value.Span, Hints.MediaType);
    }

    // Behind the bytes that a document may have that is read as a whole nobody looks for a first letter outside ASCII: it costs a second reading of all.
    private async Task<ReadOnlyMemory<byte>> SampleAsync(CancellationToken cancellationToken)
    {
        if (Head.IsWhole)
        {
            return Head.Bytes[TextDecoding.FirstOutsideAscii(Head.Bytes.Span)..];
        }

        await using var stream = open();
        var buffer = new byte[TextDecoding.Sample];
        var (length, total) = (0, 0L);
        while (total < Limits.WholeDocumentBytes && await stream.ReadAsync(buffer.AsMemory(length), cancellationToken) is var read and > 0)
        {
            length += read;
            total += read;
            if (length == read)
            {
                var first = TextDecoding.FirstOutsideAscii(buffer.AsSpan(0, length));
                buffer.AsSpan(first, length - first).CopyTo(buffer);
                length -= first;
            }
        }

        return buffer.AsMemory(0, length);
    }

    private sealed class LimitedStream(Stream inner, long limit) : Stream
    {
        private long _read;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => _read; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Count(inner.Read(buffer, offset, count));

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Count(await inner.ReadAsync(buffer, cancellationToken));

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            inner.Dispose();
            base.Dispose(disposing);
        }

        private int Count(int read)
        {
            _read += read;
            return _read <= limit
                ? read
                : throw new DocumentRefusedException("document", $"It must be at most {limit} bytes.", "TOO_LARGE");
        }
    }
}

/// <summary>Takes the beginning of a document.</summary>
internal static class DocumentHeads
{
    /// <summary>How many bytes of a document decide on its format.</summary>
    internal const int Length = 64 * 1024;

    /// <summary>The beginning, decoded.</summary>
    internal static DocumentHead Of(ReadOnlyMemory<byte> bytes, bool isWhole, DocumentHints hints) =>
        new(bytes, TextDecoding.IsBinary(bytes.Span) ? "" : TextDecoding.Decode(bytes.Span, hints.MediaType).Text, isWhole, hints);
}

/// <summary>A document's characters.</summary>
/// <param name="Text">The characters, without byte order mark.</param>
/// <param name="Encoding">The IANA name of the encoding, lower case.</param>
internal sealed record DecodedText(string Text, string Encoding)
{
    /// <summary>Whether some bytes were invalid in that encoding and were decoded one by one as windows-1252.</summary>
    internal bool IsMixed { get; init; }
}
