namespace Truceline.Entity.Reading.Times;

/// <summary>Counts from a day: "three days ago", "48 hours after March 26", "two weeks from now", "within 14 days", "2 years 1 month later".</summary>
internal sealed partial class Grammar
{
    private Found? CountLed(int i)
    {
        if (!Count(i, out var count, out var next))
            return null;
        // "5 past years", "the 2 upcoming months"
        if (At(next).Kind == Lex.Step && At(next + 1).Kind == Lex.Unit && Sign((Step)At(next).Value) is var way and not 0 && IsPlural(next + 1) && count > 1)
            return Rolled(i, next + 2, (TimeUnit)At(next + 1).Value, way * count, isBusiness: false);
        var (days, months, unit) = (0.0, 0.0, TimeUnit.Day);
        var at = next;
        var units = 0;
        var isHalf = IsAndHalf(at) && At(at + 3).Kind == Lex.Unit;
        at = isHalf ? at + 3 : at;
        while (At(at).Kind == Lex.Unit || (Is(at, W.Business) && At(at + 1).Kind == Lex.Unit) || (units == 0 && IsDash(at) && At(at + 1).Kind == Lex.Unit))
        {
            at = IsDash(at) || Is(at, W.Business) ? at + 1 : at;
            unit = (TimeUnit)At(at).Value;
            if (unit is TimeUnit.Half or TimeUnit.Weekend)
                return null;
            Add(unit, count, ref days, ref months);
            units++;
            if (isHalf || IsAndHalf(at + 1))
            {
                AddHalf(unit, ref days, ref months);
                return FromCount(i, isHalf ? at + 1 : at + 4, Finer(unit), days, months);
            }
            var further = Is(at + 1, W.And) ? at + 2 : IsMark(at + 1, ',') ? at + 2 : at + 1;
            if (!(At(further).Kind is Lex.Digits or Lex.Cardinal or Lex.Word && Count(further, out var more, out var end) && At(end).Kind == Lex.Unit && !Is(further, W.A)))
            {
                at++;
                break;
            }
            (count, at) = (more, end);
        }
        return units == 0 ? null : FromCount(i, at, units == 1 ? unit : TimeUnit.Day, days, months);
    }

    private static void Add(TimeUnit unit, double count, ref double days, ref double months)
    {
        switch (unit)
        {
            case TimeUnit.Month: months += count; break;
            case TimeUnit.Quarter: months += 3 * count; break;
            case TimeUnit.Year: months += 12 * count; break;
            case TimeUnit.Decade: months += 120 * count; break;
            case TimeUnit.Century: months += 1200 * count; break;
            case TimeUnit.Week: days += 7 * count; break;
            case TimeUnit.Fortnight: days += 14 * count; break;
            case TimeUnit.Hour: days += count / 24.0; break;
            default: days += count; break;
        }
    }

    /// <summary>"two and a half years", "a year and a half".</summary>
    private bool IsAndHalf(int i) => Is(i, W.And) && Is(i + 1, W.A) && IsUnit(i + 2, TimeUnit.Half);

    private static void AddHalf(TimeUnit unit, ref double days, ref double months)
    {
        if (unit is TimeUnit.Month)
            days += 15;
        else
            Add(unit, 0.5, ref days, ref months);
    }

    /// <summary>What a half of the unit is told in.</summary>
    private static TimeUnit Finer(TimeUnit unit) => unit switch
    {
        TimeUnit.Century or TimeUnit.Decade => TimeUnit.Year,
        TimeUnit.Year => TimeUnit.Month,
        _ => TimeUnit.Day,
    };

    /// <summary>"half a year ago", "half a century later".</summary>
    private Found? HalfAgo(int i)
    {
        if (!Is(i + 1, W.A) || At(i + 2).Kind != Lex.Unit || (TimeUnit)At(i + 2).Value is TimeUnit.Half or TimeUnit.Weekend or TimeUnit.Hour or TimeUnit.Day)
            return null;
        var (days, months, unit) = (0.0, 0.0, (TimeUnit)At(i + 2).Value);
        AddHalf(unit, ref days, ref months);
        return FromCount(i, i + 3, Finer(unit), days, months);
    }

    private static DateOnly Moved(DateOnly from, double days, double months, int sign) => from.PlusMonths(sign * months).PlusDays(sign * Math.Floor(days));

    /// <summary>What follows the units tells from where, and which way, they are counted.</summary>
    private Found? FromCount(int first, int at, TimeUnit unit, double days, double months)
    {
        if (IntoTruce(first, at, days, months) is { } intoTruce)
            return intoTruce;
        if (Is(at, W.Ago))
            return IsVague(first) ? null : Wide(first, at + 1, unit, Moved(Today, days, months, -1));
        if (At(at) is { Kind: Lex.Mark, Value: '\'' or '’' } && Is(Skip(at + 1, W.Possessive), W.Time))
            return Found.Day(first, Skip(at + 1, W.Possessive) + 1, Moved(Today, days, months, 1)) with { IsLimit = Is(first - 1, W.Within) };
        if (Is(at, W.Hence) || (Is(at, W.From) && Is(at + 1, W.Now)))
            return Found.Day(first, Is(at, W.Hence) ? at + 1 : at + 2, Moved(Today, days, months, 1));
        if (Is(at, W.Later) || (Is(at, W.Earlier) && !Is(at + 1, W.Than)))
            return Anchored(first, at + 1, days, months, Is(at, W.Later) ? 1 : -1);
        var isSpan = Is(at, W.Starting) || (IsMark(at, ',') && Is(at + 1, W.From)) || (Is(at, W.From) && Is(first - 1, W.For));
        var sign = Is(at, W.Before) || (Is(at, W.Prior) && Is(at + 1, W.To)) ? -1
            : Is(at, W.After) || Is(at, W.From) || Is(at, W.Since) || isSpan || (At(at) is { Kind: Lex.Step } l && (Step)l.Value == Step.Following) ? 1 : 0;
        if (sign == 0)
            return null;
        var anchorAt = isSpan ? Skip(Skip(IsMark(at, ',') ? at + 2 : at + 1, W.From), W.On) : Is(at, W.Prior) ? at + 2 : at + 1;
        anchorAt = Skip(anchorAt, W.The);
        if (At(anchorAt).Kind is Lex.Mark or Lex.Other || anchorAt >= lex.Count || Longest(anchorAt) is not { OnlyInRange: false } anchor)
            return null;
        if (anchor.Precision != DatePrecision.Day && !(anchor.Precision == DatePrecision.Year && Is(at, W.Since)))
            return null;
        var day = Moved(anchor.Start, days, months, sign);
        if (isSpan)
            return Found.Interval(first, anchor.Next, anchor.Start, day.PlusDays(-1), anchor.Inferred);
        return OnWeekdayAfter(Found.Day(first, anchor.Next, day, anchor.Inferred));
    }

    /// <summary>"two months from today on Tuesday".</summary>
    private Found OnWeekdayAfter(Found found) =>
        Is(found.Next, W.On) && At(found.Next + 1).Kind == Lex.Weekday && !(At(found.Next + 2).Kind is Lex.Digits or Lex.Month)
            ? Found.Day(found.First, found.Next + 2, found.Start.WeekdayOnOrAfter((DayOfWeek)At(found.Next + 1).Value)) : found;

    /// <summary>"more than two years ago" can't be placed; "more than 2 weeks before today" bounds a day.</summary>
    private bool IsVague(int first) =>
        (Is(first - 1, W.Than) && (Is(first - 2, W.More) || Is(first - 2, W.Less))) || Is(first - 1, W.More) || Spells(first - 1, "nearly") || Spells(first - 1, "almost") || Spells(first - 1, "under");

    private static Found Wide(int first, int next, TimeUnit unit, DateOnly then) => unit switch
    {
        TimeUnit.Month or TimeUnit.Quarter => Found.Month(first, next, then) with { Exact = then },
        TimeUnit.Year or TimeUnit.Decade or TimeUnit.Century => Found.Year(first, next, then) with { Exact = then },
        _ => Found.Day(first, next, then),
    };

    /// <summary>"three days later": counted from the day that the text told last, else from the report's.</summary>
    private Found Anchored(int first, int next, double days, double months, int sign)
    {
        // "in the first half of 2020, up from … a year earlier": the same period.
        if (days == 0 && months % 12 == 0 && _found.Count > 0 && _found[^1] is { ToldDay: null, Precision: not DatePrecision.Day } period && period.Start.Year > 1)
        {
            return period with
            {
                First = first,
                Next = next,
                Start = Moved(period.Start, 0, months, sign),
                End = Moved(period.End.PlusDays(1), 0, months, sign).PlusDays(-1),
                Exact = null,
                Whole = null,
                LastBegins = null,
            };
        }
        // "Two days later, on May 3, …" says the day itself.
        var said = IsMark(next, ',') && Is(next + 1, W.On) && At(next + 2).Kind is Lex.Digits or Lex.Month or Lex.Ordinal ? Longest(next + 2) : null;
        return Found.Day(first, next, said is { Precision: DatePrecision.Day } day ? day.Start : Moved(Told ?? Today, days, months, sign));
    }

    /// <summary>The day that the text told last, in this sentence or before it; null when none was.</summary>
    private DateOnly? Told => _found.Count > 0 && _found[^1].ToldDay is { } told ? told : scene.LastDay;

    /// <summary>"within 14 days", "in two weeks"; a term that runs from another event is not resolved.</summary>
    private Found? Term(int i)
    {
        var isWithin = Is(i, W.Within);
        var at = Skip(i + 1, W.The);
        var hasStep = At(at) is { Kind: Lex.Step } step && Sign((Step)step.Value) > 0;
        var first = at;
        at = hasStep ? at + 1 : at;
        if (!Count(at, out var count, out var next) || Is(next, W.More))
            return null;
        next = IsDash(next) ? next + 1 : next;
        if (At(next).Kind != Lex.Unit || (TimeUnit)At(next).Value is TimeUnit.Half or TimeUnit.Weekend)
            return null;
        var after = next + 1;
        // "in two years since 2011", "in 3 weeks' time": the count itself is read there.
        if (FromAnchor(after))
            return CountLed(at) is { } counted && counted.Next > after ? counted : null;
        if (Is(after, W.Of) || Is(after, W.After) || Is(after, W.From) || Is(after, W.Since) || Is(after, W.Before) || Is(after, W.Later) || Is(after, W.Earlier) || Is(after, W.Ago))
            return null;
        if (hasStep && !isWithin)
            return null;
        var tense = TenseAt(i, after);
        if (!hasStep && (tense == Tense.Past || (!isWithin && IsRecord(i))) && !(tense == Tense.Unknown))
            return null;
        if (!hasStep && !isWithin && tense == Tense.Unknown && IsRecord(i))
            return null;
        var day = Shift(Today, (TimeUnit)At(next).Value, count);
        return Found.Day(hasStep && isWithin ? first : at, after, day) with { IsLimit = isWithin, Exact = day };
    }

    private bool FromAnchor(int i) =>
        (Is(i, W.Since) || Is(i, W.From) || Is(i, W.After)) && (At(Skip(i + 1, W.The)).Kind is Lex.Digits or Lex.Month or Lex.Weekday or Lex.Near or Lex.Ordinal || Is(i + 1, W.Now))
        || (At(i) is { Kind: Lex.Mark, Value: '\'' or '’' } && Is(Skip(i + 1, W.Possessive), W.Time));

    /// <summary>"the first attack in two weeks" looks back.</summary>
    private bool IsRecord(int i)
    {
        for (var back = i - 1; back >= Math.Max(0, i - 6); back--)
        {
            if (At(back).Kind == Lex.Ordinal || (At(back).Kind is Lex.Other && Letters(back) is var word && (word.EndsWith("est") || word.EndsWith("worst"))))
                return true;
        }
        return false;
    }
}
