using Truceline.Ingest.Documents;

namespace Truceline.Ingest.Formats;

/// <summary>Counts characters and lines that a parser has taken, and stops one that takes too many for a single token. Not thread-safe.</summary>
/// <param name="inner">The characters.</param>
/// <param name="longestToken">Most characters between two calls of <see cref="Mark"/>.</param>
internal sealed class MeteredReader(TextReader inner, int longestToken) : TextReader
{
    private long _sinceMark;

    /// <summary>Number of the last line that was taken, from 1.</summary>
    internal long Line { get; private set; } = 1;

    /// <summary>Whether all was taken and more was asked for.</summary>
    internal bool IsAtEnd { get; private set; }

    /// <summary>A token is complete.</summary>
    internal void Mark() => _sinceMark = 0;

    public override int Read()
    {
        Span<char> one = stackalloc char[1];
        return Read(one) == 0 ? -1 : one[0];
    }

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer) => Count(buffer, inner.Read(buffer));

    public override Task<int> ReadAsync(char[] buffer, int index, int count) => ReadAsync(buffer.AsMemory(index, count)).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<char> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken);
        return Count(buffer.Span, read);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Count(ReadOnlySpan<char> buffer, int read)
    {
        IsAtEnd |= read == 0 && buffer.Length > 0;
        Line += buffer[..read].Count('\n');
        _sinceMark += read;
        return _sinceMark <= longestToken
            ? read
            : throw new DocumentRefusedException($"line {Line}", $"A single item must be at most {longestToken} characters.", "TOO_LARGE");
    }
}
