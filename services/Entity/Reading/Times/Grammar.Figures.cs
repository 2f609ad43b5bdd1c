namespace Truceline.Entity.Reading.Times;

/// <summary>Dates in figures: ISO 8601, "17/09/2018", "17.09.18", "20180917", "2018/Sep/17"; "4/5" only where the words beside it tell that it is a date.</summary>
internal sealed partial class Grammar
{
    private Found? Numeric(int i) => Numeric(i, isTold: false);

    private Found? Numeric(int i, bool isTold)
    {
        var head = At(i);
        if (head.Kind != Lex.Digits)
            return null;
        if (head.Length == 8)
            return CalendarMath.Day(head.Value / 10_000, head.Value / 100 % 100, head.Value % 100) is { Year: >= LeastYear and <= GreatestYear } compact && !FollowsFigure(i + 1)
                ? Found.Day(i, i + 1, compact) : null;
        // "11 - 2016": a month of a year, only where nothing follows.
        if (head is { Length: <= 2, Value: >= 1 and <= 12 } && IsLooseJoint(i + 1) && At(i + 2) is { Kind: Lex.Digits, Length: 4, Value: >= LeastYear and <= GreatestYear } loose && EndsSentence(i + 3))
            return Found.Month(i, i + 3, new DateOnly(loose.Value, head.Value, 1));
        if (!Joint(i + 1, out var mark) || !(head.Length <= 2 || head is { Length: 4, Value: >= LeastYear and <= GreatestYear }))
            return null;
        return head.Length == 4 ? YearFirst(i, mark) : YearLast(i, mark) ?? WithoutYear(i, mark, isTold);
    }

    private bool IsLooseJoint(int i) => (IsDash(i) || IsMark(i, '/')) && (At(i).Spaced || At(i + 1).Spaced);

    /// <summary>A mark between two parts of a date, no blanks beside it.</summary>
    private bool Joint(int i, out char mark)
    {
        mark = (char)At(i).Value;
        return Touches(i) && Touches(i + 1) && At(i).Kind == Lex.Mark && mark is '-' or '/' or '.';
    }

    private bool FollowsFigure(int i) =>
        Touches(i) && (At(i).Kind is Lex.Digits || (At(i) is { Kind: Lex.Mark, Value: '.' or ',' or ':' or '/' } && Touches(i + 1) && At(i + 1).Kind == Lex.Digits)
            || (At(i).Kind is Lex.Other && !Spells(i, "T")));

    private Found? YearFirst(int i, char mark)
    {
        var (year, second) = (At(i).Value, At(i + 2));
        if (second.Kind == Lex.Month && Joint(i + 3, out var nextMark) && nextMark == mark && At(i + 4) is { Kind: Lex.Digits, Length: <= 2 } dayAfter)
            return CalendarMath.Day(year, second.Value, dayAfter.Value) is { } named ? Found.Day(i, i + 5, named) : null;
        if (second is not { Kind: Lex.Digits, Length: <= 2 })
            return null;
        if (!Joint(i + 3, out nextMark) || nextMark != mark)
            return mark is '-' or '/' && second.Value is >= 1 and <= 12 && !FollowsFigure(i + 3) && (second.Length == 1 || second.Value <= year % 100)
                ? Found.Month(i, i + 3, new DateOnly(year, second.Value, 1)) : null;
        if (At(i + 4).Kind == Lex.Month)
            return CalendarMath.Day(year, At(i + 4).Value, second.Value) is { } dayFirst ? Found.Day(i, i + 5, dayFirst) : null;
        return At(i + 4) is { Kind: Lex.Digits, Length: <= 2 } third && !FollowsFigure(i + 5) && CalendarMath.Day(year, second.Value, third.Value) is { } day
            ? Found.Day(i, i + 5, day) : null;
    }

    private Found? YearLast(int i, char mark)
    {
        if (At(i + 2) is not { Kind: Lex.Digits } second)
            return null;
        if (second is { Length: 4, Value: >= LeastYear and <= GreatestYear } && mark == '/' && At(i).Value is >= 1 and <= 12 && !FollowsFigure(i + 3))
            return Found.Month(i, i + 3, new DateOnly(second.Value, At(i).Value, 1));
        if (second.Length > 2 || !Joint(i + 3, out var nextMark) || nextMark != mark || At(i + 4) is not { Kind: Lex.Digits, Length: 2 or 4 } third)
            return null;
        if ((third.Length == 2 && mark == '-') || (third.Length == 2 && At(i).Length + second.Length < 4) || (third.Length == 4 && third.Value is < LeastYear or > GreatestYear))
            return null;
        var isRangeAfter = mark == '-' && Touches(i + 5) && IsDash(i + 5);
        if (FollowsFigure(i + 5) && !isRangeAfter)
            return null;
        var year = third.Length == 4 ? third.Value : FullYear(third.Value);
        return Ordered(At(i).Value, second.Value, year) is { } day ? Found.Day(i, i + 5, day) : null;
    }

    /// <summary>"22/04", "5.12": two figures, told to be a date by what stands before them.</summary>
    private Found? WithoutYear(int i, char mark, bool isTold)
    {
        if (At(i + 2) is not { Kind: Lex.Digits, Length: <= 2 } second || FollowsFigure(i + 3) || (Touches(i + 3) && At(i + 3) is { Kind: Lex.Mark, Value: '%' or '°' }))
            return null;
        if (mark == '-' ? !isTold : !(isTold || IsToldDate(i, mark)))
            return null;
        var (first, last) = (At(i).Value, second.Value);
        var (month, day) = (IsMonthFirst && first <= 12) || last > 12 ? (first, last) : (last, first);
        // A year after a second figure is the first one's as well ("5/1-5/7, 2020"): the join finds it there.
        if (IsMark(i + 3, ',') && YearNumber(i + 4, out var year, out var end))
            return CalendarMath.Day(year, month, day) is { } given ? Found.Day(i, end, given) : null;
        return Years.Nearest(Today, month, day, TenseAt(i, i + 3)) is { } nearest ? Found.Day(i, i + 3, nearest, Inferred.Year) : null;
    }

    private bool IsToldDate(int i, char mark)
    {
        var before = Is(i - 1, W.The) ? i - 2 : i - 1;
        // "that 1.5 million", "the past 2.5 years" are no dates; "next 5.12" is one.
        if (At(before).Kind == Lex.Step)
            return mark != '.' || (Step)At(before).Value != Step.That && EndsPhrase(i + 3);
        var isAfterDate = _found.Count > 0 && _found[^1].Next >= i - 2 && IsFigures(_found[^1].First, _found[^1].Next);
        if (mark == '.')
            return Is(before, W.On) || isAfterDate;
        return isAfterDate || (At(before).Kind == Lex.Word && (W)At(before).Value is W.On or W.From or W.Until or W.Since or W.Before or W.After or W.By or W.Between)
            || (At(i + 2).Length == 2 && Is(before, W.Is))
            || (IsDash(i + 3) && At(i + 4).Kind == Lex.Digits && At(i + 5) is { Kind: Lex.Mark, Value: '/' });
    }

    private bool IsMonthFirst => scene.IsMonthFirst ?? monthFirst;

    private DateOnly? Ordered(int a, int b, int year)
    {
        var isMonthFirst = b > 12 || (IsMonthFirst && a <= 12);
        return CalendarMath.Day(year, isMonthFirst ? a : b, isMonthFirst ? b : a);
    }
}
