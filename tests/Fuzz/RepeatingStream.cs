namespace Truceline.Fuzz;

/// <summary>A beginning, then one piece again and again up to a length. Nothing of it is kept.</summary>
internal sealed class RepeatingStream(byte[] beginning, byte[] piece, long length) : Stream
{
    private long _next;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => _next; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var wanted = (int)Math.Min(buffer.Length, length - _next);
        for (var done = 0; done < wanted;)
        {
            var source = _next < beginning.Length ? beginning.AsSpan((int)_next) : piece.AsSpan((int)((_next - beginning.Length) % piece.Length));
            var run = Math.Min(source.Length, wanted - done);
            source[..run].CopyTo(buffer[done..]);
            done += run;
            _next += run;
        }

        return wanted;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
