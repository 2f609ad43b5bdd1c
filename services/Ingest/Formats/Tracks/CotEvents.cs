using System.Buffers;
using Truceline.Ingest.Documents;

namespace Truceline.Ingest.Formats.Tracks;

/// <summary>
/// Cuts a stream of Cursor-on-Target into its events, whatever stands between them, in memory of one event: so a broken one costs itself alone. Not thread-safe.
/// </summary>
/// <param name="text">The document's characters.</param>
/// <param name="longest">Longest event, in characters.</param>
internal sealed class CotEvents(TextReader text, int longest) : IDisposable
{
    private const string Opening = "<event";
    private const string Closing = "</event>";
    private static readonly SearchValues<char> Breaks = SearchValues.Create(" \t\r\n/>");
    private char[] _buffer = new char[64 * 1024];
    private int _start;
    private int _end;
    private bool _isAll;

    /// <summary>The next event from its opening to its closing tag; null at the end. One that the end cuts off comes as it is.</summary>
    /// <exception cref="DocumentRefusedException">TOO_LARGE: an event has no end within the limit.</exception>
    internal async ValueTask<string?> NextAsync(CancellationToken cancellationToken)
    {
        while (!Find())
        {
            if (!await FillAsync(cancellationToken))
            {
                return null;
            }
        }

        while (true)
        {
            var length = Length(_buffer.AsSpan(_start, _end - _start));
            if (length == 0 && _end - _start <= longest && await FillAsync(cancellationToken))
            {
                continue;
            }

            if (length == 0 && _end - _start > longest)
            {
                throw new DocumentRefusedException("document", $"A single event must be at most {longest} characters.", "TOO_LARGE");
            }

            length = length == 0 ? _end - _start : length;
            var found = new string(_buffer, _start, length);
            _start += length;
            return found;
        }
    }

    public void Dispose() => text.Dispose();

    // Passes over everything before the next event.
    private bool Find()
    {
        while (true)
        {
            var span = _buffer.AsSpan(_start, _end - _start);
            var at = span.IndexOf(Opening, StringComparison.Ordinal);
            if (at < 0)
            {
                _start = _isAll ? _end : Math.Max(_start, _end - Opening.Length);
                return false;
            }

            _start += at;
            if (at + Opening.Length >= span.Length)
            {
                return false;
            }

            if (Breaks.Contains(span[at + Opening.Length]))
            {
                return true;
            }

            _start += Opening.Length;
        }
    }

    // An event without elements in it closes itself; one that another begins in was never closed.
    private static int Length(ReadOnlySpan<char> span)
    {
        var tag = span.IndexOf('>');
        if (tag > 0 && span[tag - 1] == '/')
        {
            return tag + 1;
        }

        var close = span.IndexOf(Closing, StringComparison.Ordinal);
        var next = span[1..].IndexOf("<event ", StringComparison.Ordinal) + 1;
        return next > 0 && (close < 0 || next < close) ? next : close < 0 ? 0 : close + Closing.Length;
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = await text.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
        _isAll = read == 0;
        _end += read;
        return read > 0;
    }
}
