namespace Truceline.Entity.Reading.Times;

/// <summary>Numbers, days of the month and years within expressions.</summary>
internal sealed partial class Grammar
{
    private const int LeastYear = 1500;
    private const int GreatestYear = 2199;

    /// <summary>A small count: "3", "twenty-one", "a", "a couple of".</summary>
    private bool Count(int i, out int value, out int next)
    {
        (value, next) = (0, i);
        var l = At(i);
        if (l is { Kind: Lex.Digits, Length: <= 3 } && !IsDecimal(i))
            (value, next) = (l.Value, i + 1);
        else if (Small(i, out value, out next))
            return true;
        else if (Is(i, W.A) && Is(i + 1, W.Couple))
            (value, next) = (2, Skip(i + 2, W.Of));
        else if (Is(i, W.A))
            (value, next) = (1, i + 1);
        else if (Is(i, W.Couple))
            (value, next) = (2, Skip(i + 1, W.Of));
        else if (Is(i, W.Few) && At(i - 1).Kind == Lex.Step)
            (value, next) = (3, i + 1);
        return next > i;
    }

    private bool IsDecimal(int i) =>
        (Touches(i + 1) && At(i + 1) is { Kind: Lex.Mark, Value: '.' or ',' or ':' } && Touches(i + 2) && At(i + 2).Kind == Lex.Digits)
        || (Touches(i) && At(i - 1) is { Kind: Lex.Mark, Value: '.' or ',' or ':' } && At(i - 2).Kind == Lex.Digits);

    /// <summary>A cardinal below a hundred in words.</summary>
    private bool Small(int i, out int value, out int next)
    {
        (value, next) = (0, i);
        if (At(i).Kind != Lex.Cardinal)
            return false;
        (value, next) = (At(i).Value, i + 1);
        var unit = IsDash(next) && Touches(next) ? next + 1 : next;
        if (value >= 20 && At(unit) is { Kind: Lex.Cardinal, Value: >= 1 and <= 9 })
            (value, next) = (value + At(unit).Value, unit + 1);
        return true;
    }

    /// <summary>"15th", "first", "twenty-third".</summary>
    private bool Ordinal(int i, out int value, out int next)
    {
        (value, next) = (0, i);
        if (At(i) is { Kind: Lex.Digits, Length: <= 2 } digits && Touches(i + 1) && IsEnding(i + 1))
            (value, next) = (digits.Value, i + 2);
        else if (At(i).Kind == Lex.Ordinal)
            (value, next) = (At(i).Value, i + 1);
        else if (At(i) is { Kind: Lex.Cardinal, Value: >= 20 } tens && At(IsDash(i + 1) ? i + 2 : i + 1) is { Kind: Lex.Ordinal, Value: < 10 } unit)
            (value, next) = (tens.Value + unit.Value, IsDash(i + 1) ? i + 3 : i + 2);
        return next > i;
    }

    private bool IsEnding(int i) => Spells(i, "st") || Spells(i, "nd") || Spells(i, "rd") || Spells(i, "th");

    /// <summary>A day of the month, 1 to 31: digits, an ordinal, or a cardinal in words.</summary>
    private bool DayNumber(int i, out int day, out int next)
    {
        if (Ordinal(i, out day, out next))
            return day is >= 1 and <= 31;
        if (At(i) is { Kind: Lex.Digits, Length: <= 2 } digits && !(Touches(i + 1) && At(i + 1).Kind is Lex.Other or Lex.Unit))
            (day, next) = (digits.Value, i + 1);
        else if (!Small(i, out day, out next))
            return false;
        return day is >= 1 and <= 31;
    }

    /// <summary>A year in four digits or in words.</summary>
    private bool YearNumber(int i, out int year, out int next)
    {
        (year, next) = (0, i);
        if (At(i) is { Kind: Lex.Digits, Length: 4, Value: >= LeastYear and <= GreatestYear } digits)
        {
            (year, next) = (digits.Value, i + 1);
            return !IsDecimal(i) && !(Touches(next) && At(next) is { Kind: Lex.Other or Lex.Unit } or { Kind: Lex.Mark, Value: '%' or '°' or '/' } && !IsDateSlash(next));
        }
        if (!Small(i, out var head, out next))
            return false;
        if (head == 2 && At(next).Kind == Lex.Thousand)
        {
            year = 2000;
            next++;
            if (Small(Skip(next, W.And), out var rest, out var end))
                (year, next) = (2000 + rest, end);
            return true;
        }
        if (head is >= 15 and <= 20 && At(next).Kind == Lex.Hundred)
        {
            year = head * 100;
            next++;
            if (Small(Skip(next, W.And), out var rest, out var end))
                (year, next) = (year + rest, end);
            return true;
        }
        // "nineteen ninety-six", "twenty twenty-four": the head must be one word.
        head = At(i).Value;
        next = i + 1;
        if (head is < 15 or > 20 || IsDash(next) || !Small(next, out var tail, out next) || tail < 10)
            return false;
        year = head * 100 + tail;
        return true;
    }

    private bool IsDateSlash(int i) => IsMark(i, '/') && Touches(i + 1) && At(i + 1) is { Kind: Lex.Digits or Lex.Month };

    /// <summary>The year after a day and month or a month: ", 2018", "of 2018", "-2018", "'18".</summary>
    private bool YearTail(int i, out int year, out int next)
    {
        var at = i;
        if (Touches(at) && (IsDash(at) || IsMark(at, '/') || IsMark(at, '.')) && Touches(at + 1))
            at++;
        else
        {
            at = IsMark(at, ',') ? at + 1 : at;
            at = Is(at, W.Of) || Is(at, W.In) ? at + 1 : at;
        }
        if (YearNumber(at, out year, out next))
            return !(IsMark(next, ':') && Touches(next));
        var isApostrophe = At(at) is { Kind: Lex.Mark, Value: '\'' or '’' or '‘' };
        if ((isApostrophe || Is(at - 1, W.Of)) && At(isApostrophe ? at + 1 : at) is { Kind: Lex.Digits, Length: 2 } two && !(isApostrophe && !Touches(at + 1)))
        {
            year = FullYear(two.Value);
            next = isApostrophe ? at + 2 : at + 1;
            return true;
        }
        next = i;
        return false;
    }

    /// <summary>The century that a report means by two digits: up to ten years ahead of it.</summary>
    private int FullYear(int two)
    {
        var century = Today.Year / 100 * 100;
        return two <= Today.Year % 100 + 10 ? century + two : century - 100 + two;
    }
}
