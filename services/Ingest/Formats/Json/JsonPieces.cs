using Truceline.Ingest.Documents;

namespace Truceline.Ingest.Formats.Json;

/// <summary>A JSON value as it stands in the document.</summary>
/// <param name="Raw">Its characters.</param>
/// <param name="Offset">Where it begins in the document's characters.</param>
internal readonly record struct JsonPiece(string Raw, long Offset);

/// <summary>
/// Reads a JSON document piece by piece, in memory of one piece. Throws <see cref="DocumentRefusedException"/>: TRUNCATED, TOO_LARGE (one piece), TOO_DEEP,
/// MALFORMED, with line and column. Not thread-safe.
/// </summary>
/// <param name="text">The document's characters.</param>
/// <param name="limits">How long a piece, and how deep.</param>
internal sealed class JsonPieces(TextReader text, DocumentLimits limits) : IDisposable
{
    private char[] _buffer = new char[64 * 1024];
    private int _start;
    private int _end;
    private long _offset;
    private long _line = 1;
    private long _lineStart;
    private bool _isAll;

    /// <summary>Where it is, e.g. <c>line 3, column 7</c>.</summary>
    internal string Place => $"line {_line}, column {_offset + _start - _lineStart + 1}";

    /// <summary>The next character that is no white space; null at the end.</summary>
    internal async ValueTask<char?> PeekAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            for (; _start < _end; Take(1))
            {
                if (!char.IsWhiteSpace(_buffer[_start]) && _buffer[_start] is not ('\uFEFF' or '\0'))
                {
                    return _buffer[_start];
                }
            }

            if (!await FillAsync(cancellationToken))
            {
                return null;
            }
        }
    }

    /// <summary>Whether the next character is this one; passes over it then.</summary>
    internal async ValueTask<bool> SkipAsync(char expected, CancellationToken cancellationToken)
    {
        if (await PeekAsync(cancellationToken) != expected)
        {
            return false;
        }

        Take(1);
        return true;
    }

    /// <summary>Passes over a character that must be there.</summary>
    internal async ValueTask ExpectAsync(char expected, CancellationToken cancellationToken)
    {
        if (!await SkipAsync(expected, cancellationToken))
        {
            throw _start == _end ? Truncated() : new DocumentRefusedException(Place, $"There must be \"{expected}\" here.", "MALFORMED");
        }
    }

    /// <summary>The next value, whatever it is; it may still be wrong inside.</summary>
    internal async ValueTask<JsonPiece> ReadValueAsync(CancellationToken cancellationToken)
    {
        if (await PeekAsync(cancellationToken) is not { } first)
        {
            throw Truncated();
        }

        if (first is ',' or ':' or ']' or '}')
        {
            throw new DocumentRefusedException(Place, "There must be a value here.", "MALFORMED");
        }

        var scan = new JsonScan(limits.Depth);
        var length = 0;
        while (true)
        {
            var end = scan.Advance(_buffer.AsSpan(_start + length, _end - _start - length));
            if (scan.IsTooDeep)
            {
                throw new DocumentRefusedException(Place, $"It must be nested at most {limits.Depth} deep.", "TOO_DEEP");
            }

            if (end is { } found || IsScalarAtEnd(first, length, out found))
            {
                var piece = new JsonPiece(new string(_buffer, _start, length + found), _offset + _start);
                Take(length + found);
                return piece;
            }

            length = _end - _start;
            if (length > limits.ItemCharacters)
            {
                throw new DocumentRefusedException(Place, $"A single item must be at most {limits.ItemCharacters} characters.", "TOO_LARGE");
            }

            if (!await FillAsync(cancellationToken) && first is '{' or '[' or '"')
            {
                throw Truncated();
            }
        }
    }

    /// <summary>The rest of the line, or of the record of a text sequence up to its separator U+001E; empty when nothing stands there.</summary>
    internal async ValueTask<JsonPiece> ReadUntilAsync(char separator, CancellationToken cancellationToken)
    {
        await PeekAsync(cancellationToken);
        var length = 0;
        while (true)
        {
            var at = _buffer.AsSpan(_start + length, _end - _start - length).IndexOf(separator);
            length = at < 0 ? _end - _start : length + at;
            if (at >= 0 || (length <= limits.ItemCharacters && !await FillAsync(cancellationToken)))
            {
                var piece = new JsonPiece(new string(_buffer, _start, length).TrimEnd(), _offset + _start);
                Take(Math.Min(length + 1, _end - _start));
                return piece;
            }

            if (length > limits.ItemCharacters)
            {
                throw new DocumentRefusedException(Place, $"A single item must be at most {limits.ItemCharacters} characters.", "TOO_LARGE");
            }
        }
    }

    public void Dispose() => text.Dispose();

    private bool IsScalarAtEnd(char first, int length, out int found)
    {
        found = _end - _start - length;
        return _isAll && first is not ('{' or '[' or '"') && length + found > 0;
    }

    private DocumentRefusedException Truncated() => new(Place, "It ends before its last value is complete.", "TRUNCATED");

    private void Take(int count)
    {
        var taken = _buffer.AsSpan(_start, count);
        if (taken.LastIndexOf('\n') is var last and >= 0)
        {
            _line += taken.Count('\n');
            _lineStart = _offset + _start + last + 1;
        }

        _start += count;
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _offset += _start;
            (_start, _end) = (0, _end - _start);
        }

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
