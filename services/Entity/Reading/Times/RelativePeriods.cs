using System.Text.RegularExpressions;
using static Truceline.Entity.Reading.Times.Words;

namespace Truceline.Entity.Reading.Times;

/// <summary>Days and periods told from the day of the report: "yesterday", "past month", "last week", "end of the year", "three days ago", "within 14 days".</summary>
internal static partial class RelativePeriods
{
    public static IEnumerable<Found> Find(Scene scene) =>
        Near(scene).Concat(Rolling(scene)).Concat(Calendar(scene)).Concat(Ends(scene)).Concat(Ago(scene)).Concat(Terms(scene));

    private static IEnumerable<Found> Near(Scene scene)
    {
        var today = scene.Reference;
        for (var match = NearDay().Match(scene.Text); match.Success; match = match.NextMatch())
        {
            var span = Scene.SpanOf(match);
            yield return match.Value.ToLowerInvariant() switch
            {
                "overnight" => Found.Interval(span, today.PlusDays(-1), today),
                "yesterday" or "last night" => Found.Day(span, today.PlusDays(-1)),
                "tomorrow" => Found.Day(span, today.PlusDays(1)),
                var word when word.EndsWith("yesterday", StringComparison.Ordinal) => Found.Day(span, today.PlusDays(-2)),
                var word when word.EndsWith("tomorrow", StringComparison.Ordinal) => Found.Day(span, today.PlusDays(2)),
                _ => Found.Day(span, today),
            };
        }
    }

    /// <summary>"the past month", "next three days": periods that begin or end with the report's day.</summary>
    private static IEnumerable<Found> Rolling(Scene scene)
    {
        for (var match = RollingPeriod().Match(scene.Text); match.Success; match = match.NextMatch())
        {
            var number = Scene.Number(match, "n");
            var unit = match.Groups["u"].Value.ToLowerInvariant();
            var word = match.Groups["mod"].Value.ToLowerInvariant();
            var isPast = word is "past" or "last" or "previous";
            // "last week" is a week of the calendar, "the last week" runs up to the day; bare plurals are vague.
            if (match.Groups["s"].Success != (number is > 1) || (number is null && word != "past" && !match.Groups["the"].Success)
                || (number is null && unit is "hour" or "day" or "quarter"))
                continue;
            var other = Shift(scene.Reference, unit, (isPast ? -1 : 1) * (number ?? 1));
            yield return Found.Interval(Scene.SpanOf(match, "mod"), other, scene.Reference);
        }
    }

    /// <summary>"last week", "early next year", "later this month", "over the weekend": periods of the calendar.</summary>
    private static IEnumerable<Found> Calendar(Scene scene)
    {
        for (var match = CalendarPeriod().Match(scene.Text); match.Success; match = match.NextMatch())
        {
            var span = Scene.SpanOf(match);
            var (unit, part) = (match.Groups["u"].Value.ToLowerInvariant(), match.Groups["part"].Value.ToLowerInvariant());
            var found = Period(scene, span, unit, match.Groups["mod"].Value.ToLowerInvariant());
            if (part is "earlier" or "later")
            {
                found = part == "earlier" && found.Start <= scene.Reference ? Found.Interval(span, found.Start, scene.Reference)
                    : part == "later" && found.End >= scene.Reference ? Found.Interval(span, scene.Reference, found.End)
                    : found;
            }
            else if (part.Length > 0)
            {
                found = Parts.Of(span, part, found.Start, found.End);
            }
            yield return found;
        }
        for (var match = Weekend().Match(scene.Text); match.Success; match = match.NextMatch())
        {
            var saturday = scene.Reference.WeekdayOnOrBefore(DayOfWeek.Saturday);
            if (scene.TenseAt(Scene.SpanOf(match)) == Tense.Future)
                saturday = scene.Reference.WeekdayOnOrAfter(DayOfWeek.Sunday).PlusDays(-1);
            yield return Found.Interval(Scene.SpanOf(match, "w"), saturday, saturday.PlusDays(1));
        }
    }

    /// <summary>"end of the year", "year's end", "first half of 2019", "last week of July".</summary>
    private static IEnumerable<Found> Ends(Scene scene)
    {
        for (var match = EndOf().Match(scene.Text); match.Success; match = match.NextMatch())
        {
            var span = Scene.SpanOf(match, "part");
            var period = Period(scene, span, match.Groups["u"].Value.ToLowerInvariant(), match.Groups["mod"].Value.ToLowerInvariant());
            yield return match.Groups["part"].Value.StartsWith('r') || match.Groups["part"].Value.StartsWith('R')
                ? Found.Interval(span, scene.Reference, period.End)
                : Parts.Of(span, match.Groups["part"].Value, period.Start, period.End);
        }
        for (var match = YearEnd().Match(scene.Text); match.Success; match = match.NextMatch())
            yield return Found.Day(Scene.SpanOf(match), match.Groups["month"].Success ? scene.Reference.EndOfMonth() : scene.Reference.EndOfYear());
        for (var match = PartOfYear().Match(scene.Text); match.Success; match = match.NextMatch())
        {
            var year = match.Groups["y"].Success ? new DateOnly(Scene.Digits(match, "y"), 1, 1)
                : Period(scene, default, "year", match.Groups["mod"].Value.ToLowerInvariant()).Start;
            var months = match.Groups["u"].Value.StartsWith("h", StringComparison.OrdinalIgnoreCase) ? 6 : 3;
            var index = match.Groups["ord"].Value.ToLowerInvariant() switch { "first" => 0, "second" => 1, "third" => 2, "fourth" => 3, _ => 12 / months - 1 };
            if (index * months < 12)
                yield return Found.Interval(Scene.SpanOf(match), year.PlusMonths(index * months), year.PlusMonths((index + 1) * months - 1).EndOfMonth());
        }
    }

    private static IEnumerable<Found> Ago(Scene scene)
    {
        for (var match = AgoPattern().Match(scene.Text); match.Success; match = match.NextMatch())
        {
            if (Scene.Number(match, "n") is not { } number || match.Groups["vague"].Success)
                continue;
            var (span, unit) = (Scene.SpanOf(match, "n"), match.Groups["u"].Value.ToLowerInvariant());
            var then = Shift(scene.Reference, unit, -number);
            yield return unit switch
            {
                "month" or "quarter" => Found.Month(span, then),
                "year" or "decade" => Found.Year(span, then),
                _ => Found.Day(span, then),
            };
        }
    }

    /// <summary>"within 14 days", "in two weeks", "three days from now"; a term that runs from another event is not resolved.</summary>
    private static IEnumerable<Found> Terms(Scene scene)
    {
        for (var match = Term().Match(scene.Text); match.Success; match = match.NextMatch())
        {
            var span = Scene.SpanOf(match, "n");
            var isWithin = match.Groups["within"].Success;
            var tense = scene.TenseAt(span);
            var isAhead = match.Groups["now"].Success || (isWithin ? tense != Tense.Past || match.Groups["next"].Success : tense == Tense.Future);
            if (isAhead && Scene.Number(match, "n") is { } number)
                yield return Found.Day(span, Shift(scene.Reference, match.Groups["u"].Value.ToLowerInvariant(), number)) with { IsLimit = isWithin };
        }
    }

    /// <summary>The week, month, year or day that a word points at; "the" and "this" are the reference's own.</summary>
    private static Found Period(Scene scene, TextSpan span, string unit, string modifier)
    {
        var step = modifier switch { "last" or "previous" => -1, "next" or "coming" => 1, _ => 0 };
        var inside = Shift(scene.Reference, unit, step);
        var monday = inside.StartOfWeek();
        return unit switch
        {
            "week" => Found.Interval(span, monday, monday.PlusDays(6)),
            "weekend" => Found.Interval(span, Saturday(scene, span, modifier), Saturday(scene, span, modifier).PlusDays(1)),
            "month" => Found.Month(span, inside),
            "year" => Found.Year(span, inside),
            _ => Found.Day(span, inside),
        };
    }

    private static DateOnly Saturday(Scene scene, TextSpan span, string modifier) => modifier switch
    {
        "last" or "previous" => scene.Reference.PlusDays(-1).WeekdayOnOrBefore(DayOfWeek.Sunday).PlusDays(-1),
        "next" or "coming" => scene.Reference.StartOfWeek().PlusDays(scene.Reference.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 12 : modifier == "next" ? 12 : 5),
        _ => scene.TenseAt(span) == Tense.Past
            ? scene.Reference.WeekdayOnOrBefore(DayOfWeek.Saturday)
            : scene.Reference.StartOfWeek().PlusDays(5),
    };

    public static DateOnly Shift(DateOnly date, string unit, double number) => unit switch
    {
        "hour" => date.PlusDays(Math.Sign(number) * Math.Floor(Math.Abs(number) / 24)),
        "week" => date.PlusDays(7 * number),
        "fortnight" => date.PlusDays(14 * number),
        "month" => date.PlusMonths(number),
        "quarter" => date.PlusMonths(3 * number),
        "year" => date.PlusMonths(12 * number),
        "decade" => date.PlusMonths(120 * number),
        "weekend" => date,
        _ => date.PlusDays(number),
    };

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(
        @"(?<![\w-])(?:day" + S + "before" + S + "yesterday|day" + S + "after" + S + "tomorrow|today|yesterday|tomorrow|tonight|last" + S + "night|"
        + "(?<=this" + S + ")(?:morning|afternoon|evening)|overnight(?!" + S + "(?:on" + S + ")?" + WeekdayName + @"))(?![\w-])", Options)]
    private static partial Regex NearDay();

    [GeneratedRegex(
        @"(?<![\w-])(?:(?<the>the|this|these)" + S + ")?(?<mod>past|last|previous|next|coming)" + S + "(?:(?<n>" + SmallNumber + ")" + S + ")?(?<u>" + Unit + @")(?<s>s)?(?![\w-])(?!"
        + S + "(?:of|in" + S + "(?:the" + S + ")?" + MonthName + "))", Options)]
    private static partial Regex RollingPeriod();

    [GeneratedRegex(
        @"(?<![\w-])(?<!\b(?:the|end of|beginning of|start of|middle of) )(?:(?<part>earlier|later|early|mid|late)(?:-|" + S + "(?:in" + S + ")?))?(?<mod>this|last|next|previous)" + S
        + @"(?<u>weekend|week|month|year)(?![\w-])|(?<![\w-])(?<part>earlier|later|early|late)" + S + "in" + S + "(?<mod>the)" + S + @"(?<u>week|month|year)(?![\w-])", Options)]
    private static partial Regex CalendarPeriod();

    [GeneratedRegex(@"\b(?:over|at|during|on|for|after|by|before|until)" + S + "the" + S + @"(?<w>weekend)(?![\w-])", Options)]
    private static partial Regex Weekend();

    [GeneratedRegex(
        @"(?<![\w-])(?:(?<part>(?:end|beginning|start|middle)" + S + "of" + S + ")(?:(?<mod>the|this|last|next|previous|coming)" + S + @")?(?<u>week|month|year)"
        + @"|(?<part>rest" + S + "of" + S + ")(?<mod>the|this)" + S + @"(?<u>week|month|year)"
        + @"|(?<=\b(?:by|before|until) (?:the )?)(?<part>end" + S + "of" + S + @")(?<mod>the)" + S + @"(?<u>day))(?![\w-])", Options)]
    private static partial Regex EndOf();

    [GeneratedRegex(@"(?<![\w-])(?:year['’]s[ -]end|year-end|(?<month>month['’]s[ -]end|month-end))(?![\w-])", Options)]
    private static partial Regex YearEnd();

    [GeneratedRegex(
        @"(?<![\w-])(?<ord>first|second|third|fourth|last)" + S + "(?<u>half|quarter)" + S + "of" + S + "(?:(?<y>" + YearNumber + ")" + NumberEnds + "|(?<mod>the|this|last|next)" + S + @"year(?![\w-]))", Options)]
    private static partial Regex PartOfYear();

    [GeneratedRegex(
        @"(?<![\w.,-])(?<vague>(?:more than|over|less than|nearly|almost)" + S + ")?(?<n>" + SmallNumber + ")" + S + "(?<u>" + Unit + ")s?" + S + @"ago(?![\w-])", Options)]
    private static partial Regex AgoPattern();

    [GeneratedRegex(
        @"(?<![\w-])(?:(?:(?<within>within)|in)" + S + "(?:the" + S + "(?<next>next|coming)" + S + ")?(?<n>" + SmallNumber + ")(?:" + S + "|-)(?<u>" + Unit + @")s?(?:['’](?:s" + S + ")?|['’]s)?(?<now>" + S
        + "time|" + S + @"from" + S + @"(?:now|today))?(?![\w-])(?!" + S + "(?:of|after|from|following|since|before|later|earlier))"
        + "|(?<n>" + SmallNumber + ")" + S + "(?<u>" + Unit + ")s?(?<now>" + S + "from" + S + @"(?:now|today))(?![\w-]))", Options)]
    private static partial Regex Term();
}
