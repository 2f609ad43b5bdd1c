namespace Truceline.Entity.Reading.Times;

/// <summary>
/// Days of the week. A report's bare weekday is the latest one not after its date, or the next one where the words point ahead; "next Friday" and
/// "previous Friday" are those of the neighbouring calendar weeks, "last Friday" is the latest one before the report.
/// </summary>
internal sealed partial class Grammar
{
    private static readonly HashSet<string> NotBefore = new(StringComparer.OrdinalIgnoreCase)
        { "every", "each", "most", "bloody", "black", "good", "palm", "easter", "holy", "super", "ash", "maundy", "cyber" };

    private Found? WeekdayLed(int i) => Weekday(i, i, null);

    /// <param name="first">Lexeme that the expression begins with.</param>
    /// <param name="i">The weekday.</param>
    /// <param name="step">The word before it that points; null when there is none.</param>
    private Found? Weekday(int first, int i, Step? step)
    {
        if (At(i).Kind != Lex.Weekday || NotBefore.Contains(Letters(i - 1).ToString()) || (Touches(i + 1) && At(i + 1).Kind is Lex.Other or Lex.Word && !IsDash(i + 1)))
            return null;
        var weekday = (DayOfWeek)At(i).Value;
        var isShort = At(i).Length <= 5 && !Spells(i, "Friday");
        var next = isShort && IsMark(i + 1, '.') && Touches(i + 1) ? i + 2 : i + 1;
        if (WithDate(first, next, weekday, step) is { } dated)
            return dated;
        if (OfOtherWeek(first, next, weekday) is { } other)
            return other;
        // "Thursday, two years from now": the weekday on or after a count.
        var counted = IsMark(next, ',') ? next + 1 : next;
        if (step is null && CountLed(counted) is { Precision: DatePrecision.Day or DatePrecision.Year or DatePrecision.Month } count && count.Next > counted + 2)
            return Found.Day(first, count.Next, (count.Exact ?? count.Start).WeekdayOnOrAfter(weekday));
        if (isShort && step is null && !IsMarkedShort(i))
            return null;
        var day = Resolve(first, i + 1, weekday, step);
        return Found.Day(first, isShort && next > i + 1 && EndsSentence(next) ? i + 1 : next, day, step is null ? Inferred.Week : Inferred.Nothing);
    }

    private bool EndsSentence(int i) => At(i).End == 0;

    /// <summary>An abbreviated weekday by itself needs a capital and a word that places it ("Sun" and "Sat" are words as well).</summary>
    private bool IsMarkedShort(int i) =>
        At(i).Capital && (Is(i - 1, W.On) || Is(i - 1, W.Or) || Is(i - 1, W.And) || Is(i - 1, W.By) || Is(i - 1, W.Until) || Is(i - 1, W.Since));

    /// <summary>"Tue May 9", "Friday, 12 June", "Friday 7/6", "Monday 21", "Tuesday the eleventh".</summary>
    private Found? WithDate(int first, int next, DayOfWeek weekday, Step? step)
    {
        var at = IsMark(next, ',') || (IsDash(next) && At(next + 1).Kind is Lex.Month or Lex.Digits) ? next + 1 : next;
        at = Skip(at, W.The);
        var date = At(at).Kind switch
        {
            Lex.Month => MonthLed(at),
            Lex.Digits => Longer(Numeric(at, isTold: true), DayLed(at)),
            Lex.Ordinal or Lex.Cardinal => DayLed(at),
            _ => null,
        };
        if (date is { Precision: DatePrecision.Day })
        {
            var isByName = date.Inferred == Inferred.Year && !IsFigures(at, date.Next);
            var fitting = isByName && date.Start.DayOfWeek != weekday
                ? Years.Nearest(Today, date.Start.Month, date.Start.Day, TenseAt(first, date.Next), weekday) ?? date.Start
                : date.Start;
            return date with { First = first, Start = fitting, End = fitting };
        }
        if (step is null && DayNumber(at, out var day, out var end) && At(at).Kind != Lex.Cardinal && IsDayAlone(at, end) && !IsClock(end) && NearestMonthWith(day, weekday, first, end) is { } found)
            return Found.Day(first, end, found, Inferred.Month);
        return null;
    }

    /// <summary>"Monday 21", "Tuesday the eleventh", but not "Friday, the first such exchange" nor "Monday, the second in a week".</summary>
    private bool IsDayAlone(int i, int end) => At(i).Kind switch
    {
        Lex.Ordinal => Is(i - 1, W.The) && IsMark(i - 2, ',') ? At(end) is { Kind: Lex.Mark } or { Start: 0, End: 0 } : EndsPhrase(end),
        _ => IsOrdinalAt(i) || EndsPhrase(end),
    };

    private bool IsFigures(int first, int next)
    {
        for (var i = first; i < next; i++)
        {
            if (At(i).Kind is Lex.Month)
                return false;
        }
        return true;
    }

    /// <summary>The nearest month whose day of that number falls on the weekday, the way that the words point.</summary>
    private DateOnly? NearestMonthWith(int day, DayOfWeek weekday, int first, int next)
    {
        const int monthsSearched = 14;
        var tense = TenseAt(first, next);
        for (var distance = 0; distance <= monthsSearched; distance++)
        {
            foreach (var sign in tense == Tense.Future ? [1, -1] : (ReadOnlySpan<int>)[-1, 1])
            {
                var month = Today.StartOfMonth().PlusMonths(sign * distance);
                if (CalendarMath.Day(month.Year, month.Month, day) is { } date && date.DayOfWeek == weekday && (distance > 0 || tense == Tense.Unknown || (date <= Today) == (tense == Tense.Past)))
                    return date;
            }
        }
        return null;
    }

    /// <summary>"Monday of last week", "Tuesday next week".</summary>
    private Found? OfOtherWeek(int first, int next, DayOfWeek weekday)
    {
        var at = IsMark(next, ',') ? next + 1 : next;
        at = Skip(Skip(at, W.Of), W.The);
        return At(at).Kind == Lex.Step && IsUnit(at + 1, TimeUnit.Week)
            ? Found.Day(first, at + 2, Today.StartOfWeek().PlusDays(7 * Sign((Step)At(at).Value)).WeekdayOnOrAfter(weekday))
            : null;
    }

    private DateOnly Resolve(int first, int next, DayOfWeek weekday, Step? step)
    {
        switch (step)
        {
            case Step.Last or Step.Past:
                return Today.PlusDays(-1).WeekdayOnOrBefore(weekday);
            case Step.Previous:
                return Today.StartOfWeek().PlusDays(-7).WeekdayOnOrAfter(weekday);
            case Step.Coming or Step.Upcoming:
                return Today.PlusDays(1).WeekdayOnOrAfter(weekday);
            case Step.Next or Step.Following:
                return Today.StartOfWeek().PlusDays(7).WeekdayOnOrAfter(weekday);
        }
        var tense = TenseAt(first, next);
        if (step == Step.This && tense != Tense.Past)
            return Today.WeekdayOnOrAfter(weekday);
        if (tense != Tense.Future)
            return Today.WeekdayOnOrBefore(weekday);
        // "by Monday" in Monday's report is a week's term; "will meet on Monday" is the same day.
        return Today.PlusDays(scene.IsLimited(SpanOf(first, next)) ? 1 : 0).WeekdayOnOrAfter(weekday);
    }
}
