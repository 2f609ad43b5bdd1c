using Truceline.Ingest.Documents;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.Ingest.Formats.Tables;

/// <summary>A row of a table, read by the names of its columns; collects what is wrong with it. Not thread-safe.</summary>
/// <param name="header">The columns.</param>
/// <param name="row">The record.</param>
internal sealed class TableRow(TableHeader header, CsvRow row)
{
    private readonly HashSet<int> _read = [];

    /// <summary>The record.</summary>
    internal CsvRow Row => row;

    /// <summary>What is wrong, by name of the column as the file writes it.</summary>
    internal FieldViolations Violations { get; } = new();

    /// <summary>Whether the table has a column of that name.</summary>
    internal bool Has(string name) => header.Find(name).Count > 0;

    /// <summary>The value of the first of these columns that has one; empty when none has.</summary>
    internal string this[params ReadOnlySpan<string> names] => Text(names).Text;

    /// <summary>The same with the way back to the document's characters.</summary>
    internal MappedText Text(params ReadOnlySpan<string> names)
    {
        MappedText? found = null;
        foreach (var name in names)
        {
            foreach (var column in header.Find(name))
            {
                _read.Add(column);
                if (found is null && row.Value(column) is { Length: > 0 } value && !IsNothing(value))
                {
                    found = row.Text(column);
                }
            }
        }

        return found ?? new MappedText("", new TextMap([]));
    }

    /// <summary>Notes what is wrong with a column.</summary>
    internal void Refuse(string name, string description, string reason)
    {
        var column = header.Find(name);
        Violations.Add(column.Count > 0 ? header.Names[column[0]] : name, description, reason);
    }

    /// <summary>The cells that nobody read, under the names of their columns.</summary>
    internal IEnumerable<(string Name, string Value)> Rest()
    {
        for (var i = 0; i < row.Fields.Count; i++)
        {
            var name = i < header.Names.Count && header.Names[i].Length > 0 ? header.Names[i] : $"column {i + 1}";
            if (!_read.Contains(i) && row.Value(i) is { Length: > 0 } value && !IsNothing(value))
            {
                yield return (name, value);
            }
        }
    }

    // What statistics programs and spreadsheets write into an empty cell.
    private static bool IsNothing(string value) => value is "NA" or "N/A" or "n/a" or "NULL" or "null" or "NaN" or "nan" or "None" or "#N/A" or "-" or "–";
}
