namespace Truceline.Ingest.Formats.Tables;

/// <summary>
/// Reads CSV record by record, in memory of one record. It never fails: a quotation mark that is never closed, or closed where another field begins, costs its
/// own line and not the rest of the file. Not thread-safe. Why not a library: decision 18.
/// </summary>
/// <param name="text">The document's characters.</param>
/// <param name="header">The header as it was found in the document's beginning; what stands above it is passed over.</param>
/// <param name="longestRow">Longest record, in characters; a longer one is torn after its first line.</param>
internal sealed class CsvReader(TextReader text, TableHeader header, int longestRow) : IDisposable
{
    private readonly List<CsvField> _fields = [];
    private char[] _buffer = new char[64 * 1024];
    private int _start;
    private int _end;
    private long _offset;
    private long _number = header.Row.Number - 1;
    private long _toSkip = header.Row.Offset;
    private bool _isAll;

    /// <summary>The next record, the header first; null at the end.</summary>
    internal async ValueTask<CsvRow?> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (_start == _end && _isAll)
            {
                return null;
            }

            if (_start < _end && Next() is { } row)
            {
                return row;
            }

            await FillAsync(cancellationToken);
        }
    }

    public void Dispose() => text.Dispose();

    private CsvRow? Next()
    {
        var span = _buffer.AsSpan(_start, _end - _start);
        var isTooLong = span.Length >= longestRow;
        if (CsvLine.Read(span, header.Delimiter, _isAll || isTooLong, _fields) is not { } record)
        {
            return null;
        }

        var reachesEnd = record.Length == span.Length && isTooLong && !_isAll;
        var isTorn = record.IsUnclosed || reachesEnd || record.Length > longestRow || (record.FirstLine < record.Length && (record.IsSloppy || _fields.Count > header.Names.Count));
        var length = isTorn ? record.FirstLine : record.Length;
        var consumed = isTorn ? Math.Max(1, AfterBreak(span, length)) : record.Consumed;
        var row = new CsvRow(++_number, _offset + _start, new string(span[..length]), isTorn ? [new CsvField(0, length, false)] : [.. _fields], isTorn);
        _start += consumed;
        return row;
    }

    private static int AfterBreak(ReadOnlySpan<char> span, int end) =>
        end >= span.Length ? span.Length : end + (span[end] == '\r' && end + 1 < span.Length && span[end + 1] == '\n' ? 2 : 1);

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _offset += _start;
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, (int)Math.Min((long)_buffer.Length * 2, Math.Max(longestRow, _buffer.Length + 1)));
        }

        var read = await text.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
        _isAll = read == 0;
        _end += read;
        var skipped = (int)Math.Min(_toSkip, _end - _start);
        _start += skipped;
        _toSkip -= skipped;
    }
}
