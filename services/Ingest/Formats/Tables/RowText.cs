using System.Text;
using Truceline.Ingest.Documents;

namespace Truceline.Ingest.Formats.Tables;

/// <summary>Puts cells together to a text that says what a row says, each cell leading back to where it stands. Not thread-safe.</summary>
internal sealed class RowText
{
    private readonly StringBuilder _text = new();
    private readonly List<MapRun> _runs = [];

    /// <summary>Adds a sentence of cells and the words between them, when at least one cell of it has a value.</summary>
    /// <param name="label">What stands before them, e.g. <c>Deaths</c>; may be empty.</param>
    /// <param name="between">What stands between two cells.</param>
    /// <param name="cells">The cells; empty ones are left out.</param>
    internal RowText Sentence(string label, string between, params ReadOnlySpan<MappedText> cells)
    {
        var isFirst = true;
        foreach (var cell in cells)
        {
            if (cell.Text.Length == 0)
            {
                continue;
            }

            _text.Append(isFirst ? _text.Length > 0 ? "\n" : "" : between).Append(isFirst && label.Length > 0 ? label + ": " : "");
            Append(cell);
            isFirst = false;
        }

        if (!isFirst && _text[^1] is not ('.' or '!' or '?'))
        {
            _text.Append('.');
        }

        return this;
    }

    /// <summary>The text.</summary>
    internal MappedText ToText() => new(_text.ToString(), new TextMap([.. _runs]));

    private void Append(MappedText cell)
    {
        foreach (var run in cell.Map.Runs)
        {
            _runs.Add(run with { TextStart = run.TextStart + _text.Length });
        }

        _text.Append(cell.Text);
    }
}
