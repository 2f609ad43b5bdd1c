using Truceline.Ingest.Documents;

namespace Truceline.Ingest.Formats.Feeds.Markup;

/// <summary>Joins two ways back into one.</summary>
internal static class TextMaps
{
    /// <summary>
    /// The way from a text, through the one that it was made of, to the document. Where both map unit for unit, so does the result; a run that stands for a
    /// whole on either way leads to all characters that had a part in it. Linear in the number of runs.
    /// </summary>
    /// <param name="outer">From the text to the middle one.</param>
    /// <param name="inner">From the middle one to the document; its runs follow each other in both.</param>
    internal static TextMap Through(TextMap outer, TextMap inner)
    {
        var runs = new List<MapRun>(outer.Runs.Count);
        foreach (var run in outer.Runs)
        {
            Add(runs, run, inner.Runs);
        }

        return new TextMap(runs);
    }

    private static void Add(List<MapRun> runs, MapRun run, IReadOnlyList<MapRun> inner)
    {
        var (start, end) = (run.OriginalStart, run.OriginalStart + run.OriginalLength);
        var isExact = run.TextLength == run.OriginalLength;
        var whole = (Start: int.MaxValue, End: 0);
        for (var i = First(inner, start); i < inner.Count && inner[i].TextStart < end; i++)
        {
            var piece = inner[i];
            var from = Math.Max(start, piece.TextStart);
            var to = Math.Min(end, piece.TextStart + piece.TextLength);
            var same = piece.TextLength == piece.OriginalLength;
            var original = same ? piece.OriginalStart + (from - piece.TextStart) : piece.OriginalStart;
            var length = same ? to - from : piece.OriginalLength;
            if (isExact)
            {
                runs.Add(new MapRun(run.TextStart + (from - start), to - from, original, length));
            }

            whole = (Math.Min(whole.Start, original), Math.Max(whole.End, original + length));
        }

        if (!isExact && whole.End > whole.Start)
        {
            runs.Add(new MapRun(run.TextStart, run.TextLength, whole.Start, whole.End - whole.Start));
        }
    }

    // The first run that ends after a place.
    private static int First(IReadOnlyList<MapRun> runs, int place)
    {
        var (low, high) = (0, runs.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (runs[middle].TextStart + runs[middle].TextLength <= place)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
