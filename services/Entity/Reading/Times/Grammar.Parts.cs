namespace Truceline.Entity.Reading.Times;

/// <summary>Parts of periods: "early", "mid", "late" are thirds, the "end" is the last day; "first week of May", "last quarter of 2018", "rest of the year".</summary>
internal sealed partial class Grammar
{
    /// <summary>"mid-August", "early in 2019", "the end of March", "beginning of next year".</summary>
    private Found? PartLed(int i)
    {
        var part = (Part)At(i).Value;
        var at = IsDash(i + 1) && Touches(i + 1) ? i + 2 : Skip(i + 1, W.In);
        var isOf = part is Part.Start or Part.Middle or Part.End;
        if (isOf)
        {
            // "by end-October" is written as one word.
            if (!Is(i + 1, W.Of) && !(part == Part.End && IsDash(i + 1) && Touches(i + 1) && Touches(i + 2)))
                return null;
            at = i + 2;
        }
        var isDefinite = Is(at, W.The);
        at = Skip(at, W.The);
        if (isOf && IsUnit(at, TimeUnit.Month) && Is(at + 1, W.Of) && At(at + 2).Kind == Lex.Month)
            at += 2;
        if (isOf && IsUnit(at, TimeUnit.Year) && YearNumber(at + 1, out _, out _))
            at++;
        if (isOf && At(at).Kind == Lex.Unit && !IsPlural(at) && (TimeUnit)At(at).Value is TimeUnit.Week or TimeUnit.Month or TimeUnit.Year or TimeUnit.Decade or TimeUnit.Century or TimeUnit.Quarter)
            return Of(part, i, Period(i, at + 1, (TimeUnit)At(at).Value, 0));
        if (isOf && isDefinite && IsUnit(at, TimeUnit.Day) && scene.IsLimited(SpanOf(i, at)))
            return Found.Day(i, at + 1, Today);
        var period = At(at).Kind switch
        {
            Lex.Month => Of(at, part, isOf),
            Lex.Digits or Lex.Cardinal => YearLed(at) is { Precision: DatePrecision.Year or DatePrecision.Interval } year ? year : null,
            Lex.Step => StepLed(at) is { Precision: not DatePrecision.Day } step ? step : null,
            Lex.Season => Season(at, at, null),
            Lex.Decade => DecadeLed(at),
            Lex.Ordinal => OrdinalLed(at),
            _ => CodeLed(at),
        };
        return period is null || period.First != at ? null : Of(part, i, period);
    }

    private Found? Of(int month, Part part, bool isOf)
    {
        if (!IsMonthWord(month, true) || (!isOf && part is not (Part.Early or Part.Mid or Part.Late)) || At(AfterMonth(month)) is { Kind: Lex.Digits, Length: <= 2 })
            return null;
        return YearTail(AfterMonth(month), out var year, out var next) ? Found.Month(month, next, new DateOnly(year, At(month).Value, 1))
            : Found.Month(month, month + 1, Years.NearestMonth(Today, At(month).Value, TenseAt(month, month + 1)), Inferred.Year);
    }

    /// <summary>A part of a period that was found.</summary>
    private static Found Of(Part part, int first, Found period)
    {
        var found = Cut(part, first, period);
        return found with { Part = part, Whole = (period.Start, period.End), Inferred = period.Inferred };
    }

    private static Found Cut(Part part, int first, Found period)
    {
        var (start, last) = (period.Start, period.End);
        if (part == Part.End)
            return Found.Day(first, period.Next, last);
        var months = (last.Year - start.Year) * 12 + last.Month - start.Month + 1;
        var days = last.DayNumber - start.DayNumber + 1;
        var (second, third) = months >= 3 ? (start.PlusMonths(months / 3), start.PlusMonths(months * 2 / 3)) : (start.PlusDays(days / 3), start.PlusDays(days * 2 / 3));
        return part switch
        {
            Part.Mid or Part.Middle => Found.Interval(first, period.Next, second, third.PlusDays(-1)),
            Part.Late => Found.Interval(first, period.Next, third, last),
            _ => Found.Interval(first, period.Next, start, second.PlusDays(-1)),
        };
    }

    /// <summary>"first week of Jan 2015", "last four months of 2021", "1st quarter", "9th month of next year", "15th day of next month", "21st this month".</summary>
    private Found? OrdinalLed(int i)
    {
        if (Century(i) is { } century)
            return century;
        int ordinal, next;
        if (At(i).Kind == Lex.Step && (Step)At(i).Value is Step.Last)
            (ordinal, next) = (-1, i + 1);
        else if (!Ordinal(i, out ordinal, out next))
            return null;
        if (At(next).Kind == Lex.Weekday && (Is(next + 1, W.Of) || Is(next + 1, W.In)) && Whole(next + 2) is { } span && WeekdayOf(i, span, (DayOfWeek)At(next).Value, ordinal) is { } nth)
            return nth;
        var count = Count(next, out var given, out var after) && !Is(next, W.A) ? given : 0;
        var at = count > 0 ? after : IsDash(next) && At(next + 1).Kind == Lex.Unit ? next + 1 : next;
        if (At(at).Kind == Lex.Unit && (count > 0) == IsPlural(at) && (TimeUnit)At(at).Value is not (TimeUnit.Hour or TimeUnit.Fortnight or TimeUnit.Weekend))
        {
            if (count == 0 && OrdinalOfTruce(i, ordinal, at) is { } ofTruce)
                return ofTruce;
            var unit = (TimeUnit)At(at).Value;
            var whole = Is(at + 1, W.Of) || Is(at + 1, W.In) ? Whole(at + 2) : At(at + 1).Kind == Lex.Step ? Whole(at + 1) : null;
            if (whole is not null && Numbered(i, whole, unit, ordinal, Math.Max(1, count)) is { } numbered)
                return OnWeekday(numbered);
            if (whole is null && count == 0 && ordinal > 0 && unit is TimeUnit.Quarter or TimeUnit.Half && ordinal <= (unit == TimeUnit.Half ? 2 : 4) && EndsPhrase(at + 1) && !Is(at + 1, W.Of))
                return OfYear(i, at + 1, Today.Year, unit == TimeUnit.Half ? 6 : 3, ordinal - 1);
        }
        return ordinal > 0 ? DayOfMonth(i, ordinal, next) : null;
    }

    /// <summary>"the third Tuesday of May", "the last Friday in June 2023": null for a fifth that a month does not have.</summary>
    private static Found? WeekdayOf(int first, Found whole, DayOfWeek weekday, int ordinal)
    {
        if (whole.Precision != DatePrecision.Month || ordinal is 0 or > 5)
            return null;
        var day = ordinal > 0 ? whole.Start.WeekdayOnOrAfter(weekday).PlusDays(7 * (ordinal - 1)) : whole.End.WeekdayOnOrBefore(weekday);
        return day > whole.End ? null : Found.Day(first, whole.Next, day, whole.Inferred);
    }

    /// <summary>The month, year or named period that something is counted in.</summary>
    private Found? Whole(int i)
    {
        var at = Skip(i, W.The);
        if (At(at).Kind == Lex.Unit && at > i && (TimeUnit)At(at).Value is TimeUnit.Month or TimeUnit.Year or TimeUnit.Week or TimeUnit.Quarter or TimeUnit.Decade && !IsPlural(at))
            return Period(at, at + 1, (TimeUnit)At(at).Value, 0);
        if (IsUnit(at, TimeUnit.Year) && YearNumber(at + 1, out var named, out var end))
            return Found.Year(at, end, new DateOnly(named, 1, 1));
        return At(at).Kind switch
        {
            Lex.Month => Of(at, Part.Start, true),
            Lex.Digits or Lex.Cardinal => YearNumber(at, out var year, out var next) ? Found.Year(at, next, new DateOnly(year, 1, 1)) : null,
            Lex.Step => StepLed(at) is { Precision: DatePrecision.Month or DatePrecision.Year } step ? step : null,
            _ => null,
        };
    }

    /// <summary>So many units within a period, from the given one on; -1 counts from its end. Weeks are those of ISO 8601: a week belongs where its Thursday is.</summary>
    private static Found? Numbered(int first, Found whole, TimeUnit unit, int ordinal, int count)
    {
        var months = unit switch { TimeUnit.Month => 1, TimeUnit.Quarter => 3, TimeUnit.Half => 6, TimeUnit.Year => 12, TimeUnit.Decade => 120, _ => 0 };
        DateOnly start, end;
        if (months > 0)
        {
            start = ordinal < 0 ? whole.End.PlusDays(1).PlusMonths(-months * count) : whole.Start.PlusMonths(months * (ordinal - 1));
            end = start.PlusMonths(months * count).PlusDays(-1);
        }
        else if (unit == TimeUnit.Week)
        {
            var week = ordinal < 0 ? whole.End.PlusDays(-3).StartOfWeek().PlusDays(-7 * (count - 1)) : whole.Start.PlusDays(3).StartOfWeek().PlusDays(7 * (ordinal - 1));
            if (ordinal < 0 && whole.End.DayOfWeek is DayOfWeek.Monday or DayOfWeek.Tuesday or DayOfWeek.Wednesday == false)
                week = whole.End.StartOfWeek().PlusDays(-7 * (count - 1));
            (start, end) = (week, week.PlusDays(7 * count - 1));
        }
        else if (unit == TimeUnit.Day)
        {
            start = ordinal < 0 ? whole.End.PlusDays(1 - count) : whole.Start.PlusDays(ordinal - 1);
            end = start.PlusDays(count - 1);
        }
        else
        {
            return null;
        }
        if (end < whole.Start || start > whole.End)
            return null;
        return unit == TimeUnit.Day && count == 1 ? Found.Day(first, whole.Next, start, whole.Inferred)
            : unit == TimeUnit.Month && count == 1 ? Found.Month(first, whole.Next, start, whole.Inferred)
            : Found.Interval(first, whole.Next, start, end, whole.Inferred);
    }

    /// <summary>"1st week of October on Friday".</summary>
    private Found OnWeekday(Found found)
    {
        var at = Is(found.Next, W.On) ? found.Next + 1 : IsMark(found.Next, '.') && Is(found.Next + 1, W.On) ? found.Next + 2 : found.Next;
        return at > found.Next && At(at).Kind == Lex.Weekday && found.Precision == DatePrecision.Interval
            ? Found.Day(found.First, at + 1, found.Start.WeekdayOnOrAfter((DayOfWeek)At(at).Value), found.Inferred) : found;
    }

    /// <summary>"15th of next month", "21st this month", "the 4th".</summary>
    private Found? DayOfMonth(int i, int day, int next)
    {
        var at = Skip(IsUnit(next, TimeUnit.Day) ? next + 1 : next, W.Of);
        var isThe = at > next && Is(at, W.The) && IsUnit(at + 1, TimeUnit.Month);
        if (isThe || (At(at).Kind == Lex.Step && IsUnit(at + 1, TimeUnit.Month)))
        {
            var month = Today.StartOfMonth().PlusMonths(isThe ? 0 : Sign((Step)At(at).Value));
            return CalendarMath.Day(month.Year, month.Month, day) is { } found ? Found.Day(i, at + 2, found) : null;
        }
        return Is(i - 1, W.The) && (Is(i - 2, W.On) || Is(i - 2, W.By) || Is(i - 2, W.Until) || Is(i - 2, W.Since) || Is(i - 2, W.Around) || IsUnit(i - 2, TimeUnit.Week) || (Is(i - 2, W.Of) && (IsUnit(i - 3, TimeUnit.Week) || IsPartOfDay(i - 3) || Is(i - 3, W.Night))))
            && At(i).Kind == Lex.Digits && EndsPhrase(next) && NearestMonthDay(i, day, next) is { } near ? Found.Day(i, next, near, Inferred.Month) : null;
    }

    private DateOnly? NearestMonthDay(int first, int day, int next)
    {
        var tense = TenseAt(first, next);
        DateOnly? best = null;
        for (var step = -2; step <= 2; step++)
        {
            var month = Today.StartOfMonth().PlusMonths(step);
            if (CalendarMath.Day(month.Year, month.Month, day) is { } date && (tense == Tense.Past ? date <= Today : date >= Today)
                && (best is null || Math.Abs(date.DayNumber - Today.DayNumber) < Math.Abs(best.Value.DayNumber - Today.DayNumber)))
                best = date;
        }
        return best;
    }
}
