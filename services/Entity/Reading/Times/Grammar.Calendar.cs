namespace Truceline.Entity.Reading.Times;

/// <summary>Days of the calendar with the month in letters: "17 September 2018", "Sept. 17", "Monday, May 6", "15-20 October".</summary>
internal sealed partial class Grammar
{
    /// <summary>A date or a run of dates that begins with the day of the month.</summary>
    private Found? DayLed(int i)
    {
        if (!DayNumber(i, out var day, out var next) || IsDecimal(i) || At(i - 1) is { Kind: Lex.Mark, Value: '$' or '€' or '£' })
            return null;
        if (DayRun(i, day, next) is { } run)
            return run;
        return MonthAfterDay(next, out var month, out var after) && IsMonthWord(month, IsOrdinalAt(i) || YearTail(after, out _, out _))
            ? Dated(i, At(month).Value, day, after, weekday: null, out _)
            : Touches(next) && IsDash(next) && YearNumber(next + 1, out var year, out var end) && IsDash(end) && At(end + 1).Kind == Lex.Month
                && CalendarMath.Day(year, At(end + 1).Value, day) is { } given ? Found.Day(i, end + 2, given) : null;
    }

    private bool IsOrdinalAt(int i) => Ordinal(i, out _, out _);

    /// <summary>Over "day of", a hyphen or a slash to a month.</summary>
    private bool MonthAfterDay(int i, out int month, out int next)
    {
        month = i;
        if (Touches(i) && (IsDash(i) || IsMark(i, '/') || IsMark(i, '.')))
            month++;
        else
        {
            month = IsUnit(month, TimeUnit.Day) ? month + 1 : month;
            month = Skip(Skip(month, W.Of), W.The);
        }
        next = AfterMonth(month);
        return At(month).Kind == Lex.Month;
    }

    /// <summary>The index after a month and the stop of its abbreviation.</summary>
    private int AfterMonth(int month) =>
        IsMark(month + 1, '.') && Touches(month + 1) && At(month).Length <= 4 && At(month + 2).Start > 0 ? month + 2 : month + 1;

    /// <summary>"7-12 September", "18 and 19 June": neighbouring days and spans of days are one interval, other pairs two days.</summary>
    private Found? DayRun(int i, int first, int next)
    {
        var isOrdinal = IsOrdinalAt(i);
        if (At(i).Kind == Lex.Cardinal && !isOrdinal)
            return null;
        var isAnd = Is(next, W.And) || Is(next, W.Or) || IsMark(next, ',');
        if (!(isAnd || Is(next, W.To) || Is(next, W.Until) || Is(next, W.Through) || IsDash(next) || (IsMark(next, '/') && Touches(next))))
            return null;
        var second = Skip(next + 1, W.The);
        if (!DayNumber(second, out var last, out var after) || (At(second).Kind == Lex.Cardinal && !isOrdinal))
            return null;
        int month;
        if (!MonthAfterDay(after, out var named, out var end) || !IsMonthWord(named, true))
        {
            // "from 4 to 23 in next month"
            var step = Is(after, W.In) || Is(after, W.Of) ? after + 1 : after;
            if (At(step).Kind != Lex.Step || !IsUnit(step + 1, TimeUnit.Month) || (isAnd && !Is(i - 1, W.Between)))
                return null;
            var inside = Today.StartOfMonth().PlusMonths(Sign((Step)At(step).Value));
            return CalendarMath.Day(inside.Year, inside.Month, first) is { } one && CalendarMath.Day(inside.Year, inside.Month, last) is { } other && one <= other
                ? Found.Interval(i, step + 2, one, other) with { LastBegins = other } : null;
        }
        month = At(named).Value;
        if (Dated(i, month, first, end, null, out var begin) is not { } beginning || Dated(second, month, last, end, null, out var finish) is not { } ending)
            return null;
        if (isAnd && last != first + 1 && !(Is(i - 1, W.Between) || (Is(i - 1, W.The) && Is(i - 2, W.Between))))
        {
            Also(ending);
            return beginning with { Next = next };
        }
        // "from the 27th to the 3rd of April": the first day is of the month before.
        var start = begin <= finish ? begin : begin.PlusMonths(-1);
        return Found.Interval(i, ending.Next, start, finish, beginning.Inferred) with { LastBegins = finish };
    }

    /// <summary>A date, a run of dates or a period that begins with the name of a month.</summary>
    private Found? MonthLed(int i)
    {
        var at = AfterMonth(i);
        var month = At(i).Value;
        if (Touches(at) && (IsDash(at) || IsMark(at, '/')) && Touches(at + 1) && At(at + 1).Kind == Lex.Digits)
            at++;
        var dayAt = Skip(at, W.The);
        // "In August 14 people died": after "in" stands a month alone, and what follows counts.
        if (Is(i - 1, W.In) && At(dayAt).Kind == Lex.Digits && scene.IsCount(At(dayAt).End))
            return Found.Month(i, i + 1, Years.NearestMonth(Today, month, TenseAt(i, i + 1)), Inferred.Year);
        if (DayNumber(dayAt, out var day, out var next) && IsMonthWord(i, true) && !IsClock(next) && !(At(dayAt).Kind == Lex.Cardinal && !At(i).Capital && month is 3 or 5)
            && !(At(dayAt).Kind == Lex.Cardinal && YearNumber(dayAt, out _, out var inWords) && inWords > next)
            && Dated(i, month, day, next, null, out _) is { } found)
            return MonthRun(i, month, day, next, found) ?? found;
        return MonthOfYear(i);
    }

    private bool IsClock(int i) => Touches(i) && (IsMark(i, ':') || IsMark(i, '%')) && Touches(i + 1);

    /// <summary>"June 11-13", "April 27 to the 3rd", "May 7 and 8".</summary>
    private Found? MonthRun(int i, int month, int day, int next, Found first)
    {
        var isAnd = Is(next, W.And) || Is(next, W.Or);
        var isJoined = isAnd || Is(next, W.To) || Is(next, W.Until) || Is(next, W.Through);
        if (!isJoined && !IsDash(next))
            return null;
        var second = Skip(next + 1, W.The);
        // After a word a bare number may begin a count ("on September 7 and 12 soldiers ..."): what follows must not be a noun.
        if (!DayNumber(second, out var last, out var after) || (At(second).Kind == Lex.Cardinal && !IsOrdinalAt(second)) || IsClock(after)
            || (isJoined && !IsOrdinalAt(second) && !YearTail(after, out _, out _) && !EndsPhrase(after))
            || (Touches(after) && IsDash(after)) || MonthAfterDay(after, out _, out _)
            || Dated(second, month, last, after, null, out var finish) is not { } ending)
            return null;
        if (isAnd && last != day + 1)
        {
            Also(ending);
            return first;
        }
        var begin = YearTail(after, out var year, out _) && CalendarMath.Day(year, month, day) is { } given ? given : first.Start;
        finish = CalendarMath.Day(begin.Year, month, last) ?? finish;
        if (finish < begin)
            finish = finish.PlusMonths(1);
        return Found.Interval(i, ending.Next, begin, finish, first.Inferred) with { LastBegins = finish };
    }

    /// <summary>A mark, the end, or a word that does not begin a noun phrase.</summary>
    private bool EndsPhrase(int i) => At(i) is { Start: 0, End: 0 } or { Kind: Lex.Mark } or { Kind: Lex.Word } || Followers.Contains(Letters(i).ToString());

    private static readonly HashSet<string> Followers = ["with", "when", "near", "was", "were", "will", "is", "are", "but", "as", "that", "which", "while"];

    /// <summary>"April 2016", "Dec/2018", "March": a month with or without its year.</summary>
    private Found? MonthOfYear(int i)
    {
        var (month, after) = (At(i).Value, AfterMonth(i));
        if (YearTail(after, out var year, out var next) && !(Touches(next) && IsMark(next, '/')))
            return Found.Month(i, next, new DateOnly(year, month, 1));
        if (!IsMonthWord(i, IsSureOfMonth(i - 1)) || !StandsAlone(i))
            return null;
        var end = IsMark(i + 1, '.') && At(i + 1).End > 0 ? i + 1 : after;
        return Found.Month(i, end, Years.NearestMonth(Today, month, TenseAt(i, end)), Inferred.Year);
    }

    /// <summary>Names that are also words, names of people or abbreviations count as months only after a preposition of time.</summary>
    private bool StandsAlone(int i)
    {
        // "31 February", "Feb 30": no such day, and no month either.
        if (At(i + 1) is { Kind: Lex.Digits, Spaced: true, Length: <= 2 } || At(i - 1) is { Kind: Lex.Digits, Length: <= 2 } || (IsEnding(i - 1) && At(i - 2).Kind == Lex.Digits))
            return false;
        var name = Letters(i);
        return (name.Length > 5 && At(i).Value is not 4) || name.Equals("July", StringComparison.OrdinalIgnoreCase) || IsTimePreposition(i - 1)
            || (IsDash(i + 1) && At(i + 2).Kind == Lex.Month) || (IsDash(i - 1) && At(i - 2).Kind == Lex.Month)
            || (Is(i + 1, W.To) && At(i + 2).Kind == Lex.Month);
    }

    private bool IsTimePreposition(int i)
    {
        i = Is(i, W.The) ? i - 1 : i;
        if (At(i).Kind is Lex.Part or Lex.Step || Spells(i, "how") || Spells(i, "plan"))
            return true;
        return At(i).Kind == Lex.Word && (W)At(i).Value is W.In or W.Since or W.By or W.Until or W.From or W.During or W.Before or W.After or W.Of or W.Between or W.Through or W.To or W.And
            or W.Throughout or W.For;
    }

    /// <summary>Whether "may" or "march" after it is the month, whatever its case.</summary>
    private bool IsSureOfMonth(int i)
    {
        i = Is(i, W.The) ? i - 1 : i;
        return At(i) is { Kind: Lex.Part } || (At(i) is { Kind: Lex.Step } step && Sign((Step)step.Value) != 0)
            || (At(i).Kind == Lex.Word && (W)At(i).Value is W.In or W.Since or W.Until or W.During or W.From or W.Between);
    }

    /// <summary>"may" and "march" are months with a capital or where the words beside them leave no doubt; "DEC" is often no month.</summary>
    private bool IsMonthWord(int i, bool isSure) =>
        At(i).Capital ? At(i).Length != 3 || At(i).Value is not (12 or 5 or 3) || isSure || !IsShouted(i) : isSure || !(At(i).Value is 3 or 5 || Spells(i, "dec"));

    private bool IsShouted(int i) => char.IsUpper(Letters(i)[^1]);

    /// <summary>A day and month with the year after them, or inferred.</summary>
    private Found? Dated(int first, int month, int day, int next, DayOfWeek? weekday, out DateOnly value)
    {
        value = default;
        if (YearTail(next, out var year, out var end))
        {
            if (CalendarMath.Day(year, month, day) is not { } given)
                return null;
            value = given;
            return Found.Day(first, end, given);
        }
        if (Years.Nearest(Today, month, day, TenseAt(first, next), weekday) is not { } nearest)
            return null;
        value = nearest;
        return Found.Day(first, next, nearest, Inferred.Year);
    }
}
