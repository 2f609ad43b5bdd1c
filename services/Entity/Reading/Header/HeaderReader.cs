using System.Globalization;
using System.Text.RegularExpressions;
using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.Reading.Header;

/// <summary>Reads what a report says of itself. Stateless, safe to share between threads.</summary>
internal static partial class HeaderReader
{
    private const int LeadSentences = 2;
    private const int LinesWithDate = 6;
    private const int LongestDateLine = 90;
    private const int LongestLead = 2_000;

    /// <summary>Reads dateline, agency, outlet, language, the body without boilerplate, and the reference date. Takes any text.</summary>
    public static ReportHeader Read(string text, ReadingContext context) => Read(SegmentedText.Of(text), context);

    /// <summary>The same of a text that is cut into tokens already.</summary>
    public static ReportHeader Read(SegmentedText segmented, ReadingContext context)
    {
        ArgumentNullException.ThrowIfNull(segmented);
        ArgumentNullException.ThrowIfNull(context);
        var text = segmented.Text;
        var language = context.Language ?? LanguageGuess.Of(segmented);
        var received = DateOnly.FromDateTime(context.Received.UtcDateTime);
        var boilerplate = Boilerplate.SetApart(text);
        var dateline = Dateline.Find(text, boilerplate.Body);
        var date = DateOf(segmented, dateline, context.Published, received, boilerplate.Body);
        return new ReportHeader(
            dateline?.Place,
            date,
            dateline?.Agency ?? boilerplate.Agency,
            context.Outlet ?? boilerplate.Outlet,
            language,
            boilerplate.Body,
            date ?? context.Published ?? received)
        {
            LanguageSupported = LanguageGuess.IsSupported(language, segmented),
        };
    }

    private static DateOnly? DateOf(SegmentedText text, Dateline? dateline, DateOnly? published, DateOnly received, TextSpan body)
    {
        if (dateline is null || dateline.Month == 0)
            return DateInOwnLine(text.Text);
        if (dateline.Year is { } year)
        {
            return year >= 1 && dateline.Day >= 1 && dateline.Day <= DateTime.DaysInMonth(year, dateline.Month)
                ? new DateOnly(year, dateline.Month, dateline.Day) : null;
        }
        return YearInference.OfDateline(dateline.Month, dateline.Day, WeekdayOfLead(text, dateline, body), published, received);
    }

    /// <summary>The first weekday that the lead names, from the dateline on.</summary>
    private static DayOfWeek? WeekdayOfLead(SegmentedText text, Dateline dateline, TextSpan body)
    {
        var first = text.FirstTokenAfter(dateline.Span.Start);
        if (first >= text.Tokens.Count)
            return null;
        var last = Math.Min(text.SentenceOf(first) + LeadSentences, text.Sentences.Count) - 1;
        var end = Math.Min(body.End, dateline.Span.Start + LongestLead);
        for (var i = first; i < text.Sentences[last].EndToken && text.Tokens[i].Span.End <= end; i++)
        {
            var (span, kind) = text.Tokens[i];
            if (kind == TokenKind.Word && span.Length is >= 6 and <= 9 && Enum.TryParse<DayOfWeek>(text.Text.AsSpan(span.Start, span.Length), ignoreCase: false, out var day))
                return day;
        }
        return null;
    }

    /// <summary>A line of its own near the top that is a date with its year, such as a page shows it over the text.</summary>
    private static DateOnly? DateInOwnLine(string text)
    {
        var lines = 0;
        foreach (var raw in text.AsSpan(0, Math.Min(text.Length, 2_000)).EnumerateLines())
        {
            var line = raw.Trim();
            if (line.IsEmpty)
                continue;
            if (++lines > LinesWithDate)
                break;
            if (line.Length > LongestDateLine || !char.IsAsciiDigit(line[^1]) && !line.ContainsAnyInRange('0', '9'))
                continue;
            var match = FullDate().Match(line.ToString());
            if (!match.Success)
                continue;
            var month = Dateline.MonthOf(match.Groups["month"].Value);
            var (day, year) = (Number(match, "day"), Number(match, "year"));
            if (day >= 1 && year >= 1 && day <= DateTime.DaysInMonth(year, month))
                return new DateOnly(year, month, day);
        }
        return null;
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        """
        ^(?:(?:published|updated|last[ ]updated|posted|date)(?:[ ]on)?:?[ ]+)?(?:\p{L}+day,?[ ])?
        (?:(?<month>(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\.?[ ](?<day>[0-3]?[0-9])(?:st|nd|rd|th)?,?|(?<day>[0-3]?[0-9])(?:st|nd|rd|th)?[ ](?<month>(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\.?,?)
        [ ](?<year>[12][0-9]{3})\b(?:[ ,|–-]*(?:at[ ])?[0-9]{1,2}[:.][0-9]{2}.{0,20})?$
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex FullDate();
}
