namespace Truceline.Entity.Reading.Times;

/// <summary>Days and periods told from the day of the report: "yesterday", "past month", "last week", "three days ago", "within 14 days".</summary>
internal sealed partial class Grammar
{
    private Found? NearLed(int i)
    {
        if (At(i).Value == Overnight)
            return At(i + 1).Kind == Lex.Weekday || Is(i + 1, W.On) ? null : Found.Interval(i, i + 1, Today.PlusDays(-1), Today);
        return Found.Day(i, i + 1, Today.PlusDays(At(i).Value));
    }

    /// <summary>Expressions that begin with "last", "past", "next", "this" and their like.</summary>
    private Found? StepLed(int i)
    {
        var step = (Step)At(i).Value;
        var at = step == Step.This && At(i + 1).Kind == Lex.Step ? i + 1 : i;
        if (at > i)
            step = (Step)At(at).Value;
        var next = At(at + 1);
        if (step == Step.That || step == Step.Last && IsVerb(i))
            return null;
        if (step == Step.Current && Is(at + 1, W.Date))
            return Found.Day(i, at + 2, Today);
        if (Is(at + 1, W.Night) && step == Step.Last)
            return Found.Day(i, at + 2, Today.PlusDays(-1));
        if (IsPartOfDay(at + 1) && step == Step.This)
            return Found.Day(at + 1, at + 2, Today);
        if (IsNarrative(i, at, step) && (IsPartOfDay(at + 1) || Is(at + 1, W.Night)) && (Told ?? (step == Step.Following ? Today : null)) is { } before)
            return Found.Day(i, at + 2, before.PlusDays(Sign(step)));
        if (next.Kind == Lex.Weekday)
            return Weekday(i, at + 1, step);
        if (next.Kind == Lex.Season)
            return Season(i, at + 1, step);
        if (next.Kind == Lex.Month && IsMonthWord(at + 1, Sign(step) != 0))
            return StepMonth(i, at + 1, step);
        if (next.Kind is Lex.Digits or Lex.Ordinal && Longer(Numeric(at + 1), DayLed(at + 1)) is { Precision: DatePrecision.Day } date)
            return StepDate(i, date, step);
        return Rolling(i, at, step) ?? StepUnit(i, at, step);
    }

    /// <summary>"will last six weeks", "expected to last three days".</summary>
    private bool IsVerb(int i) =>
        !At(i - 1).Capital && LeadsVerb.Contains(Letters(i - 1).ToString()) || Spells(i - 1, "to") && Count(i + 1, out _, out var next) && At(next).Kind == Lex.Unit;

    private static readonly HashSet<string> LeadsVerb = new(StringComparer.OrdinalIgnoreCase)
        { "will", "would", "shall", "should", "can", "could", "may", "might", "must", "cannot", "not", "did", "does", "only" };

    /// <summary>"the next day", "the previous evening": counted on from what the text told last.</summary>
    private bool IsNarrative(int first, int i, Step step) => first == i && Is(first - 1, W.The) && step is Step.Next or Step.Following or Step.Previous;

    private bool IsPartOfDay(int i) => Spells(i, "morning") || Spells(i, "afternoon") || Spells(i, "evening");

    private Found StepMonth(int first, int i, Step step)
    {
        // "this May 6" is a day.
        if (MonthLed(i) is { Precision: DatePrecision.Day or DatePrecision.Interval } dated)
            return dated with { First = first };
        if (MonthLed(i) is { Precision: DatePrecision.Month, Inferred: Inferred.Nothing } given)
            return given with { First = first };
        var (month, reference) = (At(i).Value, Today.StartOfMonth());
        var inMonth = Sign(step) switch
        {
            < 0 => Years.NearestMonth(reference.PlusMonths(-1), month, Tense.Past),
            > 0 => Years.NearestMonth(reference.PlusMonths(1), month, Tense.Future),
            _ => new DateOnly(reference.Year, month, 1),
        };
        return Found.Month(first, AfterMonth(i), inMonth);
    }

    private Found StepDate(int first, Found date, Step step)
    {
        var (month, day) = (date.Start.Month, date.Start.Day);
        if (date.Inferred != Inferred.Year)
            return date with { First = first };
        var given = Sign(step) switch
        {
            < 0 => Years.Nearest(Today.PlusDays(-1), month, day, Tense.Past),
            > 0 => Years.Nearest(Today.PlusDays(1), month, day, Tense.Future),
            _ => CalendarMath.Day(Today.Year, month, day),
        };
        return given is { } found ? Found.Day(first, date.Next, found) : date with { First = first };
    }

    /// <summary>"the past month", "next three days", "last two quarters": periods that begin or end with the report's day.</summary>
    private Found? Rolling(int first, int i, Step step)
    {
        var at = i + 1;
        var hasCount = Count(at, out var count, out var next);
        at = hasCount ? next : at;
        var isBusiness = Is(at, W.Business);
        at = isBusiness ? at + 1 : at;
        if (At(at).Kind != Lex.Unit || Sign(step) == 0 || count > MostCounted)
            return null;
        var unit = (TimeUnit)At(at).Value;
        if (hasCount)
            return (IsPlural(at) || Touches(at)) == count > 1 && unit is not (TimeUnit.Half or TimeUnit.Weekend) ? Rolled(first, at + 1, unit, Sign(step) * count, isBusiness) : null;
        // "last week" is a week of the calendar, "the last week" runs up to the day; bare plurals are vague.
        var isDefinite = Is(first - 1, W.The) || Spells(first - 1, "these") || first < i;
        if (IsPlural(at) || (step != Step.Past && !isDefinite) || unit is TimeUnit.Hour or TimeUnit.Day or TimeUnit.Quarter or TimeUnit.Weekend or TimeUnit.Half or TimeUnit.Decade or TimeUnit.Century || Is(at + 1, W.Of))
            return null;
        return step is Step.Following or Step.Upcoming ? null : Rolled(first, at + 1, unit, Sign(step), isBusiness);
    }

    private const int MostCounted = 999;

    private bool IsPlural(int i) => Letters(i)[^1] is 's' or 'S';

    private Found Rolled(int first, int next, TimeUnit unit, int count, bool isBusiness)
    {
        if (unit == TimeUnit.Quarter)
        {
            var quarter = new DateOnly(Today.Year, (Today.Month - 1) / 3 * 3 + 1, 1);
            return count < 0 ? Found.Interval(first, next, quarter.PlusMonths(3 * count), quarter.PlusDays(-1))
                : Found.Interval(first, next, quarter.PlusMonths(3), quarter.PlusMonths(3 * (count + 1)).PlusDays(-1));
        }
        if (isBusiness && unit == TimeUnit.Day)
            return Found.Interval(first, next, WorkingDays(count), WorkingDays(Math.Sign(count)));
        return Found.Interval(first, next, Shift(Today, unit, count), Today);
    }

    private DateOnly WorkingDays(int count)
    {
        var day = Today;
        for (var left = Math.Abs(count); left > 0;)
        {
            day = day.PlusDays(Math.Sign(count));
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                left--;
            if (day == DateOnly.MinValue || day == DateOnly.MaxValue)
                break;
        }
        return day;
    }

    /// <summary>"last week", "next fiscal year", "this weekend", "next week Monday", "next year's first quarter".</summary>
    private Found? StepUnit(int first, int i, Step step)
    {
        var at = i + 1;
        if (Is(at, W.Fiscal))
            at++;
        at = Is(at, W.Business) || Is(at, W.Calendar) ? at + 1 : at;
        if (At(at).Kind != Lex.Unit || IsPlural(at))
            return null;
        var unit = (TimeUnit)At(at).Value;
        if (unit == TimeUnit.Day && at == i + 1 && IsNarrative(first, i, step) && Told is { } told && TenseAt(first, at + 1) != Tense.Future)
            return Found.Day(first, at + 1, told.PlusDays(Sign(step)));
        if (unit is TimeUnit.Hour or TimeUnit.Half || (unit == TimeUnit.Day && Sign(step) == 0 && step != Step.Same))
            return null;
        if (unit == TimeUnit.Week && WeekdayAfter(at + 1) is var weekday and > 0)
            return Found.Day(first, weekday + 1, Today.StartOfWeek().PlusDays(7 * Sign(step)).WeekdayOnOrAfter((DayOfWeek)At(weekday).Value));
        // "next week from Wednesday to Friday"
        if (unit == TimeUnit.Week && Is(at + 1, W.From) && At(at + 2).Kind == Lex.Weekday && (Is(at + 3, W.To) || Is(at + 3, W.Until) || Is(at + 3, W.Through)) && At(at + 4).Kind == Lex.Weekday)
        {
            var monday = Today.StartOfWeek().PlusDays(7 * Sign(step));
            var (from, to) = (monday.WeekdayOnOrAfter((DayOfWeek)At(at + 2).Value), monday.WeekdayOnOrAfter((DayOfWeek)At(at + 4).Value));
            if (from <= to)
                return Found.Interval(first, at + 5, from, to) with { LastBegins = to };
        }
        if (unit == TimeUnit.Year && OtherYear(i, out var year, out var next) && At(next - 1) is { Kind: Lex.Word } && next > at + 1)
        {
            if (Ordinal(next, out var ordinal, out var end) && At(end = IsDash(end) ? end + 1 : end).Kind == Lex.Unit && (TimeUnit)At(end).Value is TimeUnit.Quarter or TimeUnit.Half)
                return OfYear(first, end + 1, year, IsUnit(end, TimeUnit.Half) ? 6 : 3, Math.Min(ordinal, IsUnit(end, TimeUnit.Half) ? 2 : 4) - 1);
        }
        var isWorkWeek = unit == TimeUnit.Week && (At(at).Length > 5 || Is(at - 1, W.Business));
        return Period(first, at + 1, unit, Sign(step), step, isWorkWeek);
    }

    private int WeekdayAfter(int i)
    {
        var at = IsMark(i, ',') || IsDash(i) ? i + 1 : i;
        at = Skip(at, W.On);
        return At(at).Kind == Lex.Weekday ? at : 0;
    }

    /// <summary>The week, month, year or day that a word points at.</summary>
    private Found Period(int first, int next, TimeUnit unit, int step, Step word = Step.This, bool isWorkWeek = false)
    {
        var inside = Shift(Today, unit, step);
        var monday = inside.StartOfWeek();
        switch (unit)
        {
            case TimeUnit.Week:
                return Found.Interval(first, next, monday, monday.PlusDays(isWorkWeek ? 4 : 6));
            case TimeUnit.Fortnight:
                monday = Today.StartOfWeek().PlusDays(14 * step);
                return Found.Interval(first, next, monday, monday.PlusDays(13));
            case TimeUnit.Weekend:
                var saturday = Saturday(first, next, word);
                return Found.Interval(first, next, saturday, saturday.PlusDays(1));
            case TimeUnit.Month:
                return Found.Month(first, next, inside);
            case TimeUnit.Quarter:
                var quarter = new DateOnly(inside.Year, (inside.Month - 1) / 3 * 3 + 1, 1);
                return Found.Interval(first, next, quarter, quarter.PlusMonths(2).EndOfMonth());
            case TimeUnit.Year:
                return Found.Year(first, next, inside);
            case TimeUnit.Decade:
                return Decade(first, next, Math.Clamp(inside.Year / 10 * 10, 1, 9990));
            case TimeUnit.Century:
                var century = Math.Clamp((Today.Year / 100 + step) * 100, 1, 9900);
                return Found.Interval(first, next, new DateOnly(century, 1, 1), new DateOnly(century + 99, 12, 31));
            default:
                return Found.Day(first, next, inside);
        }
    }

    private DateOnly Saturday(int first, int next, Step word) => word switch
    {
        Step.Last or Step.Previous or Step.Past => Today.PlusDays(-1).WeekdayOnOrBefore(DayOfWeek.Sunday).PlusDays(-1),
        Step.Next or Step.Following => Today.StartOfWeek().PlusDays(12),
        Step.Coming or Step.Upcoming => Today.StartOfWeek().PlusDays(Today.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 12 : 5),
        _ => TenseAt(first, next) == Tense.Past ? Today.WeekdayOnOrBefore(DayOfWeek.Saturday) : Today.StartOfWeek().PlusDays(5),
    };

    /// <summary>The day that lies so many units away; of hours whole days count.</summary>
    internal static DateOnly Shift(DateOnly date, TimeUnit unit, double number) => unit switch
    {
        TimeUnit.Hour => date.PlusDays(Math.Sign(number) * Math.Floor(Math.Abs(number) / 24)),
        TimeUnit.Week => date.PlusDays(7 * number),
        TimeUnit.Fortnight => date.PlusDays(14 * number),
        TimeUnit.Month => date.PlusMonths(number),
        TimeUnit.Quarter => date.PlusMonths(3 * number),
        TimeUnit.Half => date.PlusMonths(6 * number),
        TimeUnit.Year => date.PlusMonths(12 * number),
        TimeUnit.Decade => date.PlusMonths(120 * number),
        TimeUnit.Century => date.PlusMonths(1200 * number),
        TimeUnit.Weekend => date,
        _ => date.PlusDays(number),
    };
}
