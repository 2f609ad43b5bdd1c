using Truceline.Ingest.V1;

namespace Truceline.Ingest.Stories.Signatures;

/// <summary>The parts of a report's text that are the story.</summary>
internal static class TextParts
{
    /// <summary>Adds the words of the text without its boilerplate. When all of it is marked as boilerplate, the mark is not believed.</summary>
    /// <returns>Number of words.</returns>
    internal static int Append(Report report, SignatureScratch scratch)
    {
        if (report.Boilerplate.Count == 0)
        {
            WordScan.Append(report.Text, scratch);
            return scratch.Count;
        }

        // Spans count code points and may overlap.
        var text = report.Text.AsSpan();
        var at = 0;
        var points = 0;
        foreach (var span in report.Boilerplate.Select(b => b.Span).Where(s => s is not null).OrderBy(s => s.Start))
        {
            var start = Skip(text, at, span.Start - points);
            WordScan.Append(text[at..start], scratch);
            var from = Math.Max(points, span.Start);
            at = Skip(text, start, span.End - from);
            points = Math.Max(from, span.End);
        }

        WordScan.Append(text[at..], scratch);
        if (scratch.Count == 0)
        {
            WordScan.Append(text, scratch);
        }

        return scratch.Count;
    }

    private static int Skip(ReadOnlySpan<char> text, int at, int points)
    {
        for (; points > 0 && at < text.Length; points--)
        {
            at += char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;
        }

        return at;
    }
}
