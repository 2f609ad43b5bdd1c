using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Truceline.Entity.Reading.Header;

/// <summary>
/// The dateline of a wire report: "GENEVA, Switzerland, Feb 3 (Agency) -", "Geneva (Switzerland), Feb 3 (Agency)", "GENEVA —". It begins with a place, and
/// a mark parts it from the report; "By Dec. 31 all must leave" is none.
/// </summary>
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

    /// <summary>Words that begin sentences, headings and dates, and no place: a wire may still write them in capitals before one ("NEAR MOSUL, Iraq (Reuters)").</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NoPlaces = (
        "about above across after against ahead all along already also although amid among an and another any around as at away because before behind below beneath beside besides between beyond both but by "
        + "despite during each earlier either even every few following for former from given had has have he her here hers his how however i if in including inside into it its last later "
        + "less like many meanwhile more most my near nearby neither next no none nor not nothing now of off on once one only onto or other our out outside over past per prior regarding same several she "
        + "since so some soon starting still such than that the their then there these they this those though through throughout thus till to toward towards under unless unlike until up upon versus via was we "
        + "were what when where whereas whether which while who whom whose why will with within without yet you your "
        + "two three four five six seven eight nine ten first second third "
        + "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat sun "
        + "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec "
        + "today yesterday tomorrow tonight overnight spring summer autumn winter "
        + "advisory alert analysis breaking briefing bulletin communique correction corrected date dated exclusive factbox flash incident latest live news note notice opinion photo photos press published report "
        + "reported reports situation statement subject summary timeline update updated updates urgent video watch week weekly daily")
        .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

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
        if (!(IsPlaceName(place.ValueSpan) || (isShouted && agency.Success && place.Value.Contains(' ', StringComparison.Ordinal))))
            return null;
        if (date && !(agency.Success || dash.Success || HasMark(text, start, end, match, isShouted)))
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

    /// <summary>Whether a name may be that of a place by its first word: no preposition, no weekday, no word of headings.</summary>
    private static bool IsPlaceName(ReadOnlySpan<char> place)
    {
        var blank = place.IndexOfAny(' ', '/');
        var first = (blank < 0 ? place : place[..blank]).TrimEnd('.');
        return !NoPlaces.Contains(first) || (blank > 0 && place[(blank + 1)..].Equals("Hague", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>
    /// What marks a dated dateline that has neither dash nor agency: it is a line of its own, a place in capitals with a comma, or it ends its full date
    /// like a sentence. Without a mark the same words begin a sentence ("Syria, Sept 14 people said").
    /// </summary>
    private static bool HasMark(string text, int start, int end, Match match, bool isShouted)
    {
        if (text.AsSpan((start + match.Length)..end).Trim(". ").IsWhiteSpace())
            return true;
        var afterPlace = start + match.Groups["place"].Index + match.Groups["place"].Length;
        if (text[afterPlace] is not (',' or ' ') || (text[afterPlace] == ' ' && !match.Groups["country"].Success))
            return false;
        return isShouted || (match.Groups["year"].Success && text[start + match.Length] is '.' or ':');
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
