using System.Text.RegularExpressions;
using static Truceline.Entity.Reading.Times.Words;

namespace Truceline.Entity.Reading.Times;

/// <summary>Months, years, decades and parts of them: "September 2018", "in October", "early 2019", "end of March", "2011-2013", "the 1990s".</summary>
internal static partial class MonthsAndYears
{
    public static IEnumerable<Found> Find(Scene scene) => Months(scene).Concat(YearSpans(scene)).Concat(BareYears(scene));

    private static IEnumerable<Found> Months(Scene scene)
    {
        for (var match = Month().Match(scene.Text); match.Success; match = match.NextMatch())
        {
            var (name, hasYear, part) = (match.Groups["m"], match.Groups["y"].Success, match.Groups["part"].Value);
            var modifier = match.Groups["mod"].Value.ToLowerInvariant();
            if (!CalendarDates.IsMonth(match, isBare: true)
                || (!hasYear && part.Length == 0 && modifier.Length == 0 && !StandsAlone(scene.Text, name)))
                continue;
            var month = CalendarMath.MonthOf(name.Value);
            var span = Scene.SpanOf(match);
            var first = hasYear ? CalendarMath.Day(Scene.Digits(match, "y"), month, 1)!.Value : Resolve(scene, span, month, modifier);
            var inferred = hasYear || modifier.Length > 0 ? Inferred.Nothing : Inferred.Year;
            yield return part.Length > 0 ? Parts.Of(span, part, first, first.EndOfMonth(), inferred) : Found.Month(span, first, inferred);
        }
    }

    private static DateOnly Resolve(Scene scene, TextSpan span, int month, string modifier)
    {
        var reference = scene.Reference.StartOfMonth();
        return modifier switch
        {
            "last" or "past" or "previous" => Years.NearestMonth(reference.PlusMonths(-1), month, Tense.Past),
            "next" or "coming" => Years.NearestMonth(reference.PlusMonths(1), month, Tense.Future),
            "this" => CalendarMath.Day(reference.Year, month, 1)!.Value,
            _ => Years.NearestMonth(reference, month, scene.TenseAt(span)),
        };
    }

    /// <summary>Names that are also words, names of people or abbreviations count as months only after a preposition of time.</summary>
    private static bool StandsAlone(string text, Group name) =>
        name.Value.TrimEnd('.').ToLowerInvariant() is "january" or "february" or "july" or "august" or "september" or "october" or "november" or "december"
        || AfterPreposition().IsMatch(text[Math.Max(0, name.Index - 20)..name.Index])
        || MonthAfter().IsMatch(text[(name.Index + name.Length)..Math.Min(text.Length, name.Index + name.Length + 20)]);

    private static IEnumerable<Found> YearSpans(Scene scene)
    {
        for (var match = YearRange().Match(scene.Text); match.Success; match = match.NextMatch())
        {
            var (first, last) = (Scene.Digits(match, "y1"), Scene.Digits(match, "y2"));
            var isShort = last < 100;
            if (isShort)
                last += first / 100 * 100;
            var span = Scene.SpanOf(match);
            if (last > first)
                yield return Found.Interval(span, new DateOnly(first, 1, 1), new DateOnly(last, 12, 31));
            else if (isShort && last % 100 is >= 1 and <= 12 && match.Groups["y2"].Length == 2)
                yield return Found.Month(span, new DateOnly(first, last % 100, 1));
        }
        for (var match = MonthOfYear().Match(scene.Text); match.Success; match = match.NextMatch())
            yield return Found.Month(Scene.SpanOf(match), new DateOnly(Scene.Digits(match, "y"), Scene.Digits(match, "m"), 1));
        for (var match = Decade().Match(scene.Text); match.Success; match = match.NextMatch())
        {
            var first = Scene.Digits(match, "y");
            yield return Found.Interval(Scene.SpanOf(match), new DateOnly(first, 1, 1), new DateOnly(first + 9, 12, 31));
        }
    }

    private static IEnumerable<Found> BareYears(Scene scene)
    {
        for (var match = Year().Match(scene.Text); match.Success; match = match.NextMatch())
        {
            var (year, part, at) = (Scene.Digits(match, "y"), match.Groups["part"].Value, match.Groups["y"].Index);
            var isTold = part.Length > 0 || YearPreposition().IsMatch(scene.Text[Math.Max(0, at - 30)..at]);
            if ((year < 1900 && !isTold) || (part.Length == 0 && IsCode(scene.Text, at)) || (!isTold && IsCount(scene.Text, at + 4)))
                continue;
            var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            yield return part.Length > 0 ? Parts.Of(Scene.SpanOf(match), part, first, last) : Found.Year(Scene.SpanOf(match), first);
        }
    }

    private static bool IsCode(string text, int at) => CodeBefore().IsMatch(text[Math.Max(0, at - 80)..at]);

    private static bool IsCount(string text, int end) => CountAfter().IsMatch(text[end..Math.Min(text.Length, end + 60)]);

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(
        @"(?<![\w./]|(?<!\p{L})-|(?<![\w.,])[0-9]{1,2}(?:st|nd|rd|th)?(?:\sof)?\s)(?:(?<part>" + Parts.Pattern + ")|(?<mod>last|past|previous|next|coming|this)" + S + ")?(?<m>" + MonthName + ")(?:(?:" + S + "(?:of|in)" + S + "|,?" + S + "|[/-])(?<y>" + YearNumber + ")"
        + NumberEnds + ")?(?!" + S + "?[0-9]{1,2}(?![0-9]))", Options)]
    private static partial Regex Month();

    [GeneratedRegex(
        @"\b(?:in|since|by|until|till|from|during|before|after|of|between|through|to|and|throughout|for|late|early|mid)(?:\s+|-)(?:the\s+)?$", Options)]
    private static partial Regex AfterPreposition();

    [GeneratedRegex("^" + Dash + MonthName, Options)]
    private static partial Regex MonthAfter();

    [GeneratedRegex(@"(?<![\w.,/-])(?<m>0?[1-9]|1[0-2])/(?<y>" + YearNumber + @")(?![\w/-]|[.,:][0-9])", Options)]
    private static partial Regex MonthOfYear();

    [GeneratedRegex(@"(?<![\w.,/-])(?<y1>" + YearNumber + ")" + Dash + "(?<y2>" + YearNumber + @"|[0-9]{2})(?![\w/-]|[.,:][0-9])", Options)]
    private static partial Regex YearRange();

    [GeneratedRegex(@"(?<![\w.,/])(?:(?:early|mid|late)[- ])?(?<y>(?:1[89]|20)[0-9]0)['’]?s(?![\w])", Options)]
    private static partial Regex Decade();

    [GeneratedRegex(
        @"(?<![\w.,/$€£#+-]|[$€£]\s)(?:(?<part>" + Parts.Pattern + ")(?:the" + S + "year" + S + ")?)?(?<y>" + YearNumber + @")(?![\w/%°+–—-]|[.,:][0-9]|\s?(?:%|per\s?cent)|[ \u00A0\u202F][0-9]{3}\b)", Options)]
    private static partial Regex Year();

    [GeneratedRegex(@"\b(?:in|since|until|till|during|throughout|circa|late|early|mid|year|back to|between|from)(?:\s+|-)(?:the\s+)?(?:year\s+)?$", Options)]
    private static partial Regex YearPreposition();

    [GeneratedRegex(
        @"(?:\b(?:resolutions?|articles?|decrees?|laws?|nos?\.?|numbers?|units?|brigade|division|battalion|regiment|route|road|highway|flight|room|page|hill|point|"
        + @"operation|model|serial|UNSCRs?|SCRs?|case|order|directive|act|bill)\s+(?:no\.?\s+)?(?:[0-9]{1,4}(?:\s\([0-9]{4}\))?(?:,\s|\sand\s|,\sand\s|\sor\s))*"
        + @"|\b(?:more than|fewer than|less than|over|about|around|some|nearly|almost|roughly|approximately|at least|at most|up to|estimated|another|additional|"
        + @"killed|killing|wounded|wounding|injured|with|than|of about|total of|to about)\s+)$", Options)]
    private static partial Regex CodeBefore();

    [GeneratedRegex(
        @"^\s+(?:[\w'’-]+\s+)?(?:people|persons|troops|soldiers|civilians|fighters|rebels|militants|men|women|children|families|refugees|personnel|police|policemen|officers|"
        + @"prisoners|detainees|hostages|members|residents|others|dead|killed|wounded|injured|vehicles|tanks|shells|rockets|rounds|mines|houses|homes|tents|tons|tonnes|"
        + @"pieces|units|items|bodies|weapons|missiles|drones|bombs|kilomet(?:re|er)s?|km|met(?:re|er)s?|miles?|feet|hectares|acres|square|hours?|GMT|UTC|dollars|euros)\b", Options)]
    private static partial Regex CountAfter();
}
