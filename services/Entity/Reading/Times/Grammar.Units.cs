using System.Globalization;

namespace Truceline.Entity.Reading.Times;

/// <summary>Expressions that a unit or a small word begins: "week of April 10", "week 31", "later this month", "rest of the year", "day before yesterday", "in two weeks".</summary>
internal sealed partial class Grammar
{
    private Found? UnitLed(int i)
    {
        var unit = (TimeUnit)At(i).Value;
        if (NumberedOfTruce(i) is { } ofTruce)
            return ofTruce;
        if (unit == TimeUnit.Half && HalfAgo(i) is { } half)
            return half;
        if (unit == TimeUnit.Week && WeekOf(i) is { } week)
            return week;
        if (unit == TimeUnit.Month && Is(i + 1, W.Of) && At(i + 2).Kind == Lex.Month && IsMonthWord(i + 2, true) && MonthOfYear(i + 2) is { } month)
            return month with { First = i };
        if (unit is TimeUnit.Week or TimeUnit.Month or TimeUnit.Year && !IsPlural(i) && At(i + 2).Kind == Lex.Step
            && ((Is(i + 1, W.After) && (Step)At(i + 2).Value == Step.Next) || (Is(i + 1, W.Before) && (Step)At(i + 2).Value == Step.Last)))
            return Period(i, i + 3, unit, Is(i + 1, W.After) ? 2 : -2);
        if (unit == TimeUnit.Year && !IsPlural(i) && YearNumber(i + 1, out var year, out var next))
            return Found.Year(i + 1, next, new DateOnly(year, 1, 1));
        if (unit == TimeUnit.Year && At(i + 1) is { Kind: Lex.Mark, Value: '\'' or '’' } && Is(i + 2, W.Possessive) && (Part)At(i + 3).Value == Part.End && At(i + 3).Kind == Lex.Part)
            return Found.Day(i, i + 4, Today.EndOfYear());
        if (unit is TimeUnit.Year or TimeUnit.Month && IsDash(i + 1) && At(i + 2).Kind == Lex.Part && (Part)At(i + 2).Value == Part.End)
            return Found.Day(i, i + 3, unit == TimeUnit.Year ? Today.EndOfYear() : Today.EndOfMonth());
        if (unit == TimeUnit.Year && Is(i + 1, W.To) && Is(i + 2, W.Date))
            return Found.Interval(i, i + 3, Today.StartOfYear(), Today);
        if (unit == TimeUnit.Weekend && !IsPlural(i) && IsWeekendTold(i))
        {
            var saturday = TenseAt(i, i + 1) == Tense.Future ? Today.WeekdayOnOrAfter(DayOfWeek.Sunday).PlusDays(-1) : Today.WeekdayOnOrBefore(DayOfWeek.Saturday);
            return Found.Interval(i, i + 1, saturday, saturday.PlusDays(1));
        }
        if (unit is TimeUnit.Day && (Is(i + 1, W.Before) || Is(i + 1, W.After)) && At(i + 2) is { Kind: Lex.Near } near && near.Value == (Is(i + 1, W.Before) ? -1 : 1))
            return Found.Day(i, i + 3, Today.PlusDays(2 * near.Value));
        // "the deadliest day of the year", "no shelling in the week": the period of the report.
        if (Is(i - 1, W.The) && (Is(i - 2, W.Of) || Is(i - 2, W.In) || Is(i - 2, W.For)) && !IsPlural(i) && unit is TimeUnit.Day or TimeUnit.Week or TimeUnit.Month or TimeUnit.Year or TimeUnit.Quarter
            && (At(i + 1).End == 0 || At(i + 1) is { Kind: Lex.Mark, Value: '.' or ',' or ';' or '?' or '!' or ')' }))
            return Period(i, i + 1, unit, 0);
        return null;
    }

    private bool IsWeekendTold(int i) => Is(i - 1, W.The) && At(i - 2).Kind == Lex.Word && !Is(i - 2, W.Of) || EndsSentenceOrMark(i + 1);

    /// <summary>"week of April 10", "week beginning February 4", "week 31", "week 27 of last year".</summary>
    private Found? WeekOf(int i)
    {
        var isOf = Is(i + 1, W.Of);
        var isBeginning = Is(i + 1, W.Starting) || Spells(i + 1, "beginning");
        if (isOf || isBeginning)
        {
            var at = Skip(Skip(i + 2, W.On), W.The);
            var day = At(at).Kind is Lex.Mark or Lex.Other ? null : Longest(at);
            return day is { Precision: DatePrecision.Day }
                ? Found.Interval(i, day.Next, day.Start.StartOfWeek(), day.Start.StartOfWeek().PlusDays(6), day.Inferred) : null;
        }
        if (At(i + 1) is not { Kind: Lex.Digits, Length: <= 2, Value: >= 1 and <= 53 } number || IsClock(i + 2) || IsPlural(i))
            return null;
        var next = Skip(i + 2, W.Of);
        if (!OtherYear(next, out var year, out var end) && !YearNumber(next, out year, out end))
            (year, end) = (Today.Year, i + 2);
        var monday = year is > 1 and < 9999 && number.Value <= ISOWeek.GetWeeksInYear(year) ? DateOnly.FromDateTime(ISOWeek.ToDateTime(year, number.Value, DayOfWeek.Monday)) : default;
        return monday == default ? null : Found.Interval(i, end, monday, monday.PlusDays(6));
    }

    private Found? WordLed(int i) => (W)At(i).Value switch
    {
        W.Later or W.Earlier => SideOf(i),
        W.Rest => RestOf(i),
        W.In or W.Within => Term(i),
        W.A or W.Couple or W.Few => CountLed(i),
        W.Night => NightOf(i),
        W.Now => Found.Day(i, i + 1, Today) with { OnlyInRange = true },
        W.Date when (Is(i - 1, W.To) || Is(i - 1, W.Until)) && !Is(i - 2, W.Up) && EndsSentenceOrMark(i + 1) => Found.Day(i, i + 1, Today) with { OnlyInRange = true },
        W.EndOfYear => Of(Part.End, i, Found.Year(i, i + 1, Today)),
        W.EndOfMonth => Of(Part.End, i, Found.Month(i, i + 1, Today)),
        W.YearToDate => Found.Interval(i, i + 1, Today.StartOfYear(), Today),
        W.Calendar when IsUnit(i + 1, TimeUnit.Year) && YearNumber(i + 2, out var year, out var next) => Found.Year(i, next, new DateOnly(year, 1, 1)),
        _ => null,
    };

    /// <summary>"later this month", "earlier in the week": the side of the period on which the report's day leaves it.</summary>
    private Found? SideOf(int i)
    {
        var at = Skip(i + 1, W.In);
        var step = Step.This;
        if (At(at).Kind == Lex.Step)
            step = (Step)At(at).Value;
        else if (!Is(at, W.The) || at == i + 1)
            return null;
        if (At(at + 1).Kind != Lex.Unit || IsPlural(at + 1) || (TimeUnit)At(at + 1).Value is not (TimeUnit.Week or TimeUnit.Month or TimeUnit.Year or TimeUnit.Decade or TimeUnit.Century or TimeUnit.Day))
            return null;
        var period = Period(i, at + 2, (TimeUnit)At(at + 1).Value, Sign(step), step);
        return Is(i, W.Earlier) && period.Start <= Today && Today <= period.End ? Found.Interval(i, period.Next, period.Start, Today)
            : Is(i, W.Later) && period.End >= Today && period.Start <= Today ? Found.Interval(i, period.Next, Today, period.End)
            : period;
    }

    /// <summary>"rest of the week".</summary>
    private Found? RestOf(int i)
    {
        var at = Skip(i + 1, W.Of);
        if (!(Is(at, W.The) || At(at).Kind == Lex.Step || Spells(at, "my") || Spells(at, "our")) || At(at + 1).Kind != Lex.Unit || IsPlural(at + 1))
            return null;
        return Found.Interval(i, at + 2, Today, Period(i, at + 2, (TimeUnit)At(at + 1).Value, 0).End);
    }

    /// <summary>"night of 3 to 4 March", "night of Monday".</summary>
    private Found? NightOf(int i)
    {
        if (!Is(i + 1, W.Of))
            return null;
        var at = Skip(i + 2, W.The);
        return At(at).Kind is Lex.Mark or Lex.Other || at >= lex.Count ? null : Longest(at) is { Precision: DatePrecision.Day or DatePrecision.Interval } days ? days : null;
    }
}
