namespace Truceline.Ingest.Uploads;

/// <summary>Reads an upload from its beginning, one piece in memory at a time. Not thread-safe.</summary>
internal sealed class PieceStream(IUploadStore store, string uploadId, long size) : Stream
{
    private byte[] _piece = [];
    private int _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => size;

    /// <summary>How many bytes were read.</summary>
    public override long Position { get; set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_read == _piece.Length)
        {
            _piece = Position >= size || buffer.IsEmpty
                ? []
                : await store.ReadPieceAsync(uploadId, Position, cancellationToken) ?? throw new EndOfStreamException("A piece of the upload is not there.");
            _read = 0;
        }

        var count = Math.Min(buffer.Length, _piece.Length - _read);
        _piece.AsSpan(_read, count).CopyTo(buffer.Span);
        _read += count;
        Position += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    // Some parsers read synchronously; the pieces are few and large.
    public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
