using System.Text;
using Truceline.Ingest.Documents;

namespace Truceline.Ingest.Formats.Tables;

/// <summary>A record of a CSV file. Immutable.</summary>
/// <param name="Number">Its number as a spreadsheet shows it: the file's first record is 1, empty ones count.</param>
/// <param name="Offset">Where it begins in the document's characters.</param>
/// <param name="Raw">Its characters as written, without the line break at its end.</param>
/// <param name="Fields">Its fields.</param>
/// <param name="IsTorn">Whether a quotation mark that stands alone pulled lines together that do not belong together; only the first of them is here.</param>
internal sealed record CsvRow(long Number, long Offset, string Raw, IReadOnlyList<CsvField> Fields, bool IsTorn)
{
    /// <summary>Where it stands, e.g. <c>row 17</c>.</summary>
    internal string Path => $"row {Number}";

    /// <summary>Whether nothing but white space stands in it.</summary>
    internal bool IsBlank => Raw.AsSpan().IsWhiteSpace() || Fields.All(f => Raw.AsSpan(f.Start, f.Length).IsWhiteSpace());

    /// <summary>Whether it is a row of hashtags that say what the columns mean (Humanitarian Exchange Language, https://hxlstandard.org), as data portals add below the header.</summary>
    internal bool IsHashtags => Raw.Contains('#', StringComparison.Ordinal)
        && Enumerable.Range(0, Fields.Count).Select(Value).Where(v => v.Length > 0).All(v => v.Length > 1 && v[0] == '#' && char.IsAsciiLetter(v[1]));

    /// <summary>A field's value, without white space around it; empty when the row ends before it.</summary>
    internal string Value(int field) => field >= Fields.Count ? "" : Text(field).Text;

    /// <summary>The same with the way back to the document's characters.</summary>
    internal MappedText Text(int field)
    {
        if (field >= Fields.Count)
        {
            return new MappedText("", new TextMap([]));
        }

        var (start, length, isQuoted) = Fields[field];
        var span = Raw.AsSpan(start, length);
        var lead = length - span.TrimStart().Length;
        var (from, to) = (start + lead, start + lead + span.Trim().Length);
        return isQuoted && span.Contains("\"\"", StringComparison.Ordinal) ? Unescape(from, to) : new MappedText(Raw[from..to], MapOf(to - from, from));
    }

    // Two quotation marks stand for one.
    private MappedText Unescape(int from, int to)
    {
        var text = new StringBuilder(to - from);
        var runs = new List<MapRun>();
        while (from < to)
        {
            var next = Raw.IndexOf("\"\"", from, to - from, StringComparison.Ordinal);
            var end = next < 0 ? to : next + 1;
            if (Offset + end <= int.MaxValue)
            {
                runs.Add(new MapRun(text.Length, end - from, (int)Offset + from, end - from));
            }

            text.Append(Raw, from, end - from);
            from = next < 0 ? to : next + 2;
        }

        return new MappedText(text.ToString(), new TextMap(runs));
    }

    // Places beyond two thousand million characters are not counted.
    private TextMap MapOf(int length, int start) =>
        Offset + start + length <= int.MaxValue ? TextMap.Identity(length, (int)Offset + start) : new TextMap([]);
}

/// <summary>Where a field stands in its record's characters.</summary>
/// <param name="Start">First character, behind the quotation mark if there is one.</param>
/// <param name="Length">Length in characters, without quotation marks around it.</param>
/// <param name="IsQuoted">Whether it stands in quotation marks: two of them within it mean one.</param>
internal readonly record struct CsvField(int Start, int Length, bool IsQuoted);
