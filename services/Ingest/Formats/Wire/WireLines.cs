using System.Text.RegularExpressions;

namespace Truceline.Ingest.Formats.Wire;

/// <summary>What a line of a wire is.</summary>
internal enum WireLine
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>Begin of a message: ZCZC.</summary>
    Begin,

    /// <summary>End of a message: NNNN.</summary>
    End,

    /// <summary>Number, priority, category, words: "XYZ0123 4 POL 0150 TALKS", "a0123 ----", "r i bc-talks".</summary>
    Service,

    /// <summary>Slug: "BC-TALKS-ZONE, 1st Ld", "TALKS-ZONE/ (UPDATE 1)".</summary>
    Slug,

    /// <summary>Name and value: "SLUG: talks".</summary>
    Field,

    /// <summary>Closing mark of a story: -30-, ###, ENDS, (END).</summary>
    Closing,

    /// <summary>The story goes on in another take: (MORE).</summary>
    More,

    /// <summary>When it was sent: "AP-NY-09-17-18 0456EDT".</summary>
    Stamp,
}

/// <summary>Tells lines of a wire apart. Pure.</summary>
internal static partial class WireLines
{
    private const int LongestMark = 24;
    private const int LongestHeader = 160;

    private static readonly HashSet<string> Closings = new(StringComparer.OrdinalIgnoreCase)
    {
        "-30-", "- 30 -", "—30—", "–30–", "###", "# # #", "####", "ENDS", "-ENDS-", "- ENDS -", "--ENDS--", "/ENDS", "/ends/", "ENDS/", "(ends)", "(END)", "-END-", "- END -", "--END--", "<END>", "[END]", "END ITEM", "ENDITEM", "ENDIT", "-0-", "- 0 -", "MF-END",
        "*END*", "***END***", "(FIN)", "-FIN-", "- FIN -", "КОНЕЦ", "(КОНЕЦ)", "(انتهى)", "انتهى", "- انتهى -",
    };

    private static readonly HashSet<string> Mores = new(StringComparer.OrdinalIgnoreCase) { "(MORE)", "-MORE-", "- MORE -", "--MORE--", "MORE", "(MORE TO FOLLOW)", "MORE TO FOLLOW", "(MTF)", "MTF", "(MORE TO COME)" };

    /// <summary>What a line is.</summary>
    /// <param name="line">The line without white space around it.</param>
    internal static WireLine KindOf(ReadOnlySpan<char> line)
    {
        line = line.Trim("\u0001\u0002\u0003\u0004 \t\r\f");
        if (line.Length == 0 || line.Length > LongestHeader)
        {
            return WireLine.Text;
        }

        if (line.StartsWith("ZCZC", StringComparison.Ordinal))
        {
            return WireLine.Begin;
        }

        if (line.Length <= LongestMark)
        {
            var mark = line.ToString();
            if (line.SequenceEqual("NNNN") || line.SequenceEqual("NNN"))
            {
                return WireLine.End;
            }

            if (Closings.Contains(mark))
            {
                // A heading "Ends" is a word, "ENDS" alone a mark.
                return char.IsLetter(mark[0]) && mark.Any(char.IsLower) ? WireLine.Text : WireLine.Closing;
            }

            if (Mores.Contains(mark))
            {
                return char.IsLetter(mark[0]) && mark.Any(char.IsLower) ? WireLine.Text : WireLine.More;
            }
        }

        return Service().IsMatch(line) ? WireLine.Service
            : Stamp().IsMatch(line) ? WireLine.Stamp
            : Slug().IsMatch(line) ? WireLine.Slug
            : Field().IsMatch(line) ? WireLine.Field
            : WireLine.Text;
    }

    [GeneratedRegex("^(?:[A-Z]{2,5} ?[0-9]{3,4} [0-9] [A-Z]{1,4}(?: [0-9]{1,5})?(?:\\s.*)?|[a-z][0-9]{4}(?:[ -].*)?|[fburdasw] [a-z] ?(?:\\^?(?:bc|am|pm)-.*|[A-Z][\\w-]+ [0-9].*))$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Service();

    [GeneratedRegex("^[A-Z]{2,6}(?:-[A-Z]{2,4})?-[0-9]{2}-[0-9]{2}-[0-9]{2,4}(?:T?\\s*[0-9]{4}\\s?[A-Z]{2,4})?$|^[0-9]{6}Z [A-Z]{3} [0-9]{2}(?:[0-9]{2})?$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Stamp();

    [GeneratedRegex("^\\^?(?:BC|AM|PM|bc|am|pm)-{1,2}[\\p{L}0-9&'./:-]+(?:[ ,].*)?$|^[A-Z][A-Z0-9]+(?:-[A-Z0-9]+)*/[A-Z0-9-]*(?: ?\\((?:[A-Z]+[ ,0-9]*)+\\))?$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Slug();

    [GeneratedRegex("^(?i:headline|title|slug|slugline|date|byline|keywords?|category|priority|urgency|source|dateline|embargo|words?|wordcount|desk|service|version|story id|id|location|credit|copyright) ?: ?\\S.*$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Field();
}
