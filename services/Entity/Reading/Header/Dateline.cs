using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Truceline.Entity.Reading.Header;

/// <summary>The dateline of a wire report: "GENEVA, Switzerland, Feb 3 (Agency) -", "Geneva (Switzerland), Feb 3 (Agency)", "GENEVA —".</summary>
/// <param name="Span">The whole dateline, its dash included.</param>
/// <param name="Place">Its first place.</param>
/// <param name="Month">Month, 1 to 12; 0 when no date is given.</param>
/// <param name="Day">Day of the month; 0 when no date is given.</param>
/// <param name="Year">Year; null when not given.</param>
/// <param name="Agency">Agency in parentheses; null when none.</param>
internal sealed partial record Dateline(TextSpan Span, TextSpan Place, int Month, int Day, int? Year, string? Agency)
{
    private const int LongestDateline = 160;
    private const int LinesSearched = 8;

    private static readonly SearchValues<char> DatelineMarks = SearchValues.Create("0123456789(/-–—:");

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>The first dateline at the start of one of the text's first lines; null when there is none.</summary>
    public static Dateline? Find(string text, TextSpan body)
    {
        var start = body.Start;
        for (var line = 0; line < LinesSearched && start < body.End; line++)
        {
            var end = text.IndexOf('\n', start, body.End - start);
            end = end < 0 ? body.End : end;
            if (At(text, start, end) is { } dateline)
                return dateline;
            start = end + 1;
        }
        return null;
    }

    /// <summary>Month of a name or abbreviation in English, 1 to 12; 0 when it is none.</summary>
    public static int MonthOf(string name) =>
        name.Length < 3 ? 0 : Array.IndexOf(Months, name[..3].ToLowerInvariant()) + 1;

    private static Dateline? At(string text, int start, int end)
    {
        while (start < end && (char.IsWhiteSpace(text[start]) || text[start] is '*' or '"'))
            start++;
        // A day, an agency or a dash makes a dateline of a place.
        if (start >= end || !char.IsUpper(text[start]) || !text.AsSpan(start, Math.Min(end - start, LongestDateline)).ContainsAny(DatelineMarks))
            return null;
        var match = Pattern().Match(text.Substring(start, Math.Min(end - start, LongestDateline)));
        if (!match.Success)
            return null;
        var place = match.Groups["place"];
        var (date, agency, dash) = (match.Groups["month"].Success, match.Groups["agency"], match.Groups["dash"]);
        var isShouted = !place.Value.Any(char.IsLower);
        if (!date && !agency.Success && !(dash.Success && dash.Value != ":" && (isShouted || dash.Value is "—" or "--")) && !(isShouted && dash.Success))
            return null;
        if (!date && !isShouted && place.Value.Count(c => c == ' ') > 2)
            return null;
        if (agency.Success && !LooksLikeAgency(agency.Value))
            return null;
        int? year = match.Groups["year"].Success ? int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture) : null;
        var slash = place.Value.IndexOf('/', StringComparison.Ordinal);
        return new Dateline(
            new TextSpan(start, start + match.Length),
            new TextSpan(start + place.Index, start + place.Index + (slash > 0 ? slash : place.Length)),
            date ? MonthOf(match.Groups["month"].Value) : 0,
            date ? int.Parse(match.Groups["day"].Value, CultureInfo.InvariantCulture) : 0,
            year,
            agency.Success ? agency.Value.Trim() : null);
    }

    /// <summary>Initials, or capitalised words: not a state ("Russia") nor a remark.</summary>
    private static bool LooksLikeAgency(string name) => name.Split(' ', '/').All(w => w.Length > 0 && (char.IsUpper(w[0]) || w is "of" or "the" or "dpa" or "epa"));

    [GeneratedRegex(
        """
        ^(?<place>\p{Lu}[\p{L}\p{M}'’ʼ.\-/]*(?:[ ](?!(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?[ ]\d)(?:\p{Lu}|al-|el-|de[ ]|la[ ])[\p{L}\p{M}'’ʼ.\-/]*){0,3})
        (?:[ ]\((?<country>[\p{Lu}][\p{L}. ]+)\)(?=[ ]?,|[ ]\())?
        (?:,[ ]?(?!(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?[ ]\d)\p{Lu}[\p{L}.' \-]{1,30}?(?=,|[ ]?\(|[ ][-–—]))?
        (?:,?[ ](?:on[ ])?(?:(?:Mon|Tues?|Wednes|Thurs?|Fri|Satur|Sun)(?:day)?,?[ ])?(?:(?<month>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*)\.?[ ](?<day>[0-3]?[0-9])(?:st|nd|rd|th)?|(?<day>[0-3]?[0-9])(?:st|nd|rd|th)?[ ](?<month>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*)\.?)(?![0-9])(?:,?[ ](?<year>[12][0-9]{3}))?(?=[,.:]*(?:[ ]|$|[-–—])))?
        (?:,?[ ]?\((?<agency>[\p{L}][\p{L}. /&]{1,30})\)|[.,]?[ ]/(?<agency>\p{Lu}[\p{L}]{1,15})/\.?)?
        ,?(?:[ ]*(?<dash>--|—|–|:|-)(?=[ ]|["“']|\p{Lu}|$)[ ]*)?
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
