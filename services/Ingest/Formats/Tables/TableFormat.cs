using System.Runtime.CompilerServices;
using Google.Rpc;
using Truceline.Ingest.Documents;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.Formats.Tables;

/// <summary>
/// A format of reports that are rows of a CSV table with known columns. Fields are separated by commas, semicolons, tabs or bars; the columns come in any
/// order; rows above the header and repeated headers and rows of hashtags are passed over; a row that can't be read is a fault, and the rest goes on.
/// </summary>
internal abstract class TableFormat : IDocumentFormat
{
    private const int LongestOriginal = 64 * 1024;

    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <summary>The columns that hold dates, for telling day from month.</summary>
    protected abstract IReadOnlyList<string> DateColumns { get; }

    /// <inheritdoc/>
    public FormatMatch Match(DocumentHead head) => TableHeader.Find(head, IsHeader) is { } header ? Sureness(header) : FormatMatch.None;

    /// <inheritdoc/>
    public bool IsDeclaredBy(DocumentHints hints) =>
        hints.MediaType.Contains("csv", StringComparison.OrdinalIgnoreCase) || hints.FileName.EndsWith(".csv", StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public async IAsyncEnumerable<DocumentItem> ReadAsync(DocumentContent document, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var header = TableHeader.Find(document.Head, IsHeader)
            ?? throw new DocumentRefusedException("row 1", $"It holds no header of {Name}.", "NO_HEADER");
        var dates = DayOrder.Of(Samples(document.Head, header));
        using var rows = new CsvReader(await document.OpenTextAsync(cancellationToken), header, document.Limits.ItemCharacters);
        while (await rows.ReadAsync(cancellationToken) is { } row)
        {
            if (!row.IsBlank && !row.IsHashtags && !header.IsRepeatedBy(row))
            {
                yield return Item(header, row, dates);
            }
        }
    }

    /// <summary>Whether names of columns are those of the table.</summary>
    protected abstract bool IsHeader(TableHeader header);

    /// <summary>How surely a table with this header is of the format.</summary>
    protected abstract FormatMatch Sureness(TableHeader header);

    /// <summary>The report in a row. What is wrong is noted in the row's violations; then the result does not count.</summary>
    protected abstract ReportContent Content(TableRow row, DayOrder dates);

    private DocumentItem Item(TableHeader header, CsvRow row, DayOrder dates)
    {
        if (row.IsTorn)
        {
            return Fault(row, "A quotation mark is not closed, or the row is too long; the row was read up to the end of its first line.", "UNCLOSED_QUOTE");
        }

        if (row.Fields.Skip(header.Names.Count).Select((_, i) => row.Value(header.Names.Count + i)).Any(v => v.Length > 0))
        {
            return Fault(row, $"It must have at most {header.Names.Count} fields, as the header has; it has {row.Fields.Count}.", "TOO_MANY_FIELDS");
        }

        var table = new TableRow(header, row);
        var content = Content(table, dates);
        return table.Violations.Count > 0
            ? new FaultItem(row.Path, table.Violations.All, Original(row))
            : new ReportItem(row.Path, content);
    }

    private static FaultItem Fault(CsvRow row, string description, string reason) =>
        new(row.Path, [new BadRequest.Types.FieldViolation { Field = row.Path, Description = description, Reason = reason }], Original(row));

    private static string Original(CsvRow row) => row.Raw.Length <= LongestOriginal ? row.Raw : row.Raw[..LongestOriginal];

    private IEnumerable<string> Samples(DocumentHead head, TableHeader header)
    {
        var columns = DateColumns.SelectMany(header.Find).ToArray();
        var at = (int)header.Row.Offset;
        var fields = new List<CsvField>();
        while (at < head.Text.Length && CsvLine.Read(head.Text.AsSpan(at), header.Delimiter, head.IsWhole, fields) is { } record)
        {
            var row = new CsvRow(0, 0, head.Text.Substring(at, record.Length), [.. fields], false);
            foreach (var column in columns)
            {
                yield return row.Value(column);
            }

            at += record.Consumed;
        }
    }
}
