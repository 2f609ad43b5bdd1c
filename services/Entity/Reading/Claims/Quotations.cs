using Truceline.Entity.Reading.Claims.Grammar;

namespace Truceline.Entity.Reading.Claims;

/// <summary>Finds what stands in quotation marks.</summary>
internal static class Quotations
{
    /// <summary>The spans between quotation marks that open among the tokens [first, end), marks and final comma or stop excluded.</summary>
    public static List<TextSpan> In(Words words, int first, int end)
    {
        var spans = new List<TextSpan>();
        var open = -1;
        for (var i = first; i < end; i++)
        {
            if (words[i] is not ("\"" or "“" or "”" or "«" or "»"))
                continue;
            if (open < 0)
            {
                open = words[i] is "”" or "»" ? -1 : i;
                continue;
            }
            if (Inner(words, open + 1, i) is { } inner)
                spans.Add(inner);
            open = -1;
        }
        // A quotation that runs on in the next paragraph is not closed.
        if (open >= 0 && Inner(words, open + 1, end) is { } rest)
            spans.Add(rest);
        return spans;
    }

    private static TextSpan? Inner(Words words, int first, int end)
    {
        while (end > first && words[end - 1] is "," or "." or "!" or "?" or "…" or "...")
            end--;
        return end > first ? words.Source.SpanOf(first, end - 1) : null;
    }
}
