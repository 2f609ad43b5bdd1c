using System.Text;
using Truceline.Ingest.Documents;

namespace Truceline.Ingest.Formats.Tables;

/// <summary>The columns of a table, in any order, with the names that its files use for them. Names are compared without case, spaces and punctuation. Not thread-safe.</summary>
internal sealed class TableHeader
{
    // Exports put a title, a licence or "sep=;" above the header.
    private const int MostRowsAbove = 20;
    private static readonly char[] Delimiters = [',', ';', '\t', '|'];
    private readonly Dictionary<string, List<int>> _columns = [];
    private readonly Dictionary<string, IReadOnlyList<int>> _asked = [];

    private TableHeader(CsvRow row, char delimiter)
    {
        Row = row;
        Delimiter = delimiter;
        Names = [.. row.Fields.Select((_, i) => row.Value(i))];
        for (var i = 0; i < Names.Count; i++)
        {
            var name = Normal(Names[i]);
            if (name.Length > 0)
            {
                (_columns.TryGetValue(name, out var same) ? same : _columns[name] = []).Add(i);
            }
        }
    }

    /// <summary>The record that holds the names.</summary>
    internal CsvRow Row { get; }

    /// <summary>Between fields.</summary>
    internal char Delimiter { get; }

    /// <summary>The names as written.</summary>
    internal IReadOnlyList<string> Names { get; }

    /// <summary>Whether there is a column of that name.</summary>
    internal bool Has(string name) => _columns.ContainsKey(Normal(name));

    /// <summary>How many of the names there are.</summary>
    internal int Count(params ReadOnlySpan<string> names)
    {
        var count = 0;
        foreach (var name in names)
        {
            count += Has(name) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Numbers of the columns of that name; more than one when a name is there twice.</summary>
    internal IReadOnlyList<int> Find(string name)
    {
        // Every row asks for the same names.
        if (!_asked.TryGetValue(name, out var columns))
        {
            _asked[name] = columns = _columns.TryGetValue(Normal(name), out var found) ? found : [];
        }

        return columns;
    }

    /// <summary>Whether a record is the header once more, as files that were joined have it.</summary>
    internal bool IsRepeatedBy(CsvRow row) =>
        row.Fields.Count >= 2 && row.Fields.Count <= Names.Count && Enumerable.Range(0, row.Fields.Count).All(i => Normal(row.Value(i)) == Normal(Names[i]));

    /// <summary>The header in a document's beginning; null when no record is one.</summary>
    /// <param name="head">The beginning.</param>
    /// <param name="isHeader">Whether names are those of the table.</param>
    internal static TableHeader? Find(DocumentHead head, Func<TableHeader, bool> isHeader)
    {
        var text = head.Text.AsSpan();
        if (text.TrimStart() is ['<' or '{', ..])
        {
            return null;
        }

        var fields = new List<CsvField>();
        var (at, number) = (0, 0);
        while (at < text.Length && number < MostRowsAbove)
        {
            number++;
            var rest = text[at..];
            foreach (var delimiter in Delimiters)
            {
                // A header is one line; what stands above it may hold quotation marks of any kind.
                var line = CsvLine.First(rest);
                if (CsvLine.Read(rest[..line], delimiter, isAll: true, fields) is { IsUnclosed: false } && fields.Count >= 3
                    && new TableHeader(new CsvRow(number, at, new string(rest[..line]), [.. fields], false), delimiter) is var header && isHeader(header))
                {
                    return header;
                }
            }

            var end = CsvLine.First(rest);
            at += Math.Min(rest.Length, end + (end + 1 < rest.Length && rest[end] == '\r' && rest[end + 1] == '\n' ? 2 : 1));
        }

        return null;
    }

    private static string Normal(string name)
    {
        var normal = new StringBuilder(name.Length);
        foreach (var letter in name)
        {
            if (char.IsLetterOrDigit(letter))
            {
                normal.Append(char.ToLowerInvariant(letter));
            }
        }

        return normal.ToString();
    }
}
