namespace Truceline.Ingest.Documents;

/// <summary>Joins two ways back: from a text to a middle text, and from there to the original.</summary>
internal static class MapComposition
{
    /// <summary>The way from the text of the first map to the original of the second.</summary>
    /// <param name="first">From the text to the middle text, e.g. from a paragraph to the HTML that it stands in.</param>
    /// <param name="second">From the middle text to the original, e.g. from that HTML to the JSON string that carries it.</param>
    internal static TextMap Through(this TextMap first, TextMap second)
    {
        var runs = new List<MapRun>(first.Runs.Count);
        var next = 0;
        foreach (var run in first.Runs.OrderBy(r => r.OriginalStart))
        {
            while (next < second.Runs.Count && second.Runs[next].TextStart + second.Runs[next].TextLength <= run.OriginalStart)
            {
                next++;
            }

            Add(runs, run, second, next);
        }

        runs.Sort((a, b) => a.TextStart.CompareTo(b.TextStart));
        return new TextMap(runs);
    }

    private static void Add(List<MapRun> runs, MapRun run, TextMap second, int from)
    {
        var end = run.OriginalStart + run.OriginalLength;
        if (run.TextLength != run.OriginalLength)
        {
            // A whole stands for a whole: so it does for all that the middle text was made of.
            if (Whole(second, from, run.OriginalStart, end) is { } whole)
            {
                runs.Add(new MapRun(run.TextStart, run.TextLength, whole.Start, whole.End - whole.Start));
            }

            return;
        }

        for (var i = from; i < second.Runs.Count && second.Runs[i].TextStart < end; i++)
        {
            var part = second.Runs[i];
            var begin = Math.Max(part.TextStart, run.OriginalStart);
            var length = Math.Min(part.TextStart + part.TextLength, end) - begin;
            var text = run.TextStart + (begin - run.OriginalStart);
            runs.Add(part.TextLength == part.OriginalLength
                ? new MapRun(text, length, part.OriginalStart + (begin - part.TextStart), length)
                : new MapRun(text, length, part.OriginalStart, part.OriginalLength));
        }
    }

    private static (int Start, int End)? Whole(TextMap second, int from, int start, int end)
    {
        (int Start, int End)? whole = null;
        for (var i = from; i < second.Runs.Count && second.Runs[i].TextStart < end; i++)
        {
            var piece = new TextMap([second.Runs[i]]).Locate(start, end);
            if (piece is { } found)
            {
                whole = whole is { } known ? (Math.Min(known.Start, found.Start), Math.Max(known.End, found.End)) : found;
            }
        }

        return whole;
    }
}
