namespace Truceline.Ingest.Documents;

/// <summary>
/// A run of a text and the run of the original that it was made of. All counts are UTF-16 units. When the lengths are equal, unit stands for unit;
/// otherwise the whole run stands for the whole (an entity such as <c>&amp;eacute;</c>, white space that was collapsed).
/// </summary>
/// <param name="TextStart">Where the run begins in the text.</param>
/// <param name="TextLength">Its length there; greater than 0.</param>
/// <param name="OriginalStart">Where the run begins in the original.</param>
/// <param name="OriginalLength">Its length there; greater than 0.</param>
internal readonly record struct MapRun(int TextStart, int TextLength, int OriginalStart, int OriginalLength);

/// <summary>
/// The way back from a text to the characters of the original that it was taken from: of the decoded document, or, for a part of an e-mail, of the
/// decoded part. What was put in between (a line break between two paragraphs) belongs to no run. Immutable.
/// </summary>
/// <param name="Runs">In the order of the text, without overlap there.</param>
internal sealed record TextMap(IReadOnlyList<MapRun> Runs)
{
    /// <summary>The map of a text that is the original, or a piece of it.</summary>
    /// <param name="length">Length of the text.</param>
    /// <param name="originalStart">Where it begins in the original.</param>
    internal static TextMap Identity(int length, int originalStart = 0) => new(length == 0 ? [] : [new MapRun(0, length, originalStart, length)]);

    /// <summary>The smallest range of the original that holds everything from which [start, end) of the text was made; null when nothing of it was.</summary>
    /// <param name="start">Begin in the text, UTF-16 units.</param>
    /// <param name="end">End in the text, exclusive.</param>
    internal (int Start, int End)? Locate(int start, int end)
    {
        int? first = null;
        var last = 0;
        foreach (var run in Runs)
        {
            var from = Math.Max(start, run.TextStart);
            var to = Math.Min(end, run.TextStart + run.TextLength);
            if (from >= to)
            {
                continue;
            }

            var same = run.TextLength == run.OriginalLength;
            var begin = same ? run.OriginalStart + (from - run.TextStart) : run.OriginalStart;
            var finish = same ? run.OriginalStart + (to - run.TextStart) : run.OriginalStart + run.OriginalLength;
            first = Math.Min(first ?? begin, begin);
            last = Math.Max(last, finish);
        }

        return first is { } found ? (found, last) : null;
    }
}

/// <summary>A text with the way back to its original.</summary>
/// <param name="Text">The text.</param>
/// <param name="Map">Where its characters come from.</param>
internal sealed record MappedText(string Text, TextMap Map);
