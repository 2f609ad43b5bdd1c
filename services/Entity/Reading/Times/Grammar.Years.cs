namespace Truceline.Entity.Reading.Times;

/// <summary>Years, spans of years, quarters, halves, decades, centuries and seasons.</summary>
internal sealed partial class Grammar
{
    private const int YearsAhead = 10;

    private Found? YearLed(int i)
    {
        if (Century(i) is { } century)
            return century;
        if (DecadeInFigures(i) is { } decade)
            return decade;
        if (!YearNumber(i, out var year, out var next) || (Touches(i) && IsDash(i - 1) && Touches(i - 1) && At(i - 2).Kind != Lex.Part))
            return null;
        if (At(next) is { Kind: Lex.Month, Capital: true, Spaced: true } && !(At(next + 1).Kind is Lex.Digits) && At(i).Kind == Lex.Digits)
            return Found.Month(i, next + 1, new DateOnly(year, At(next).Value, 1));
        // "2017-Q1", "2017 H2"
        var code = IsDash(next) && Touches(next) ? next + 1 : next;
        if (PartCode(code, out var months, out var index))
            return OfYear(i, code + 2, year, months, index);
        if (IsLooseJoint(next) && At(next + 1) is { Kind: Lex.Digits, Length: 2, Value: >= 1 and <= 12 } loose && EndsSentence(next + 2))
            return Found.Month(i, next + 2, new DateOnly(year, loose.Value, 1));
        if (YearSpan(i, year, next) is { } span)
            return At(span.Next).Kind == Lex.Season ? SeasonOf(i, span.Next, At(span.Next).Value, year) : span;
        var isWords = At(i).Kind != Lex.Digits;
        var isTold = IsYearTold(i);
        if ((year < 1900 && !isTold) || (isWords && !isTold && !IsDash(next) && !(IsJoinWord(next) && IsYearTold(i)))
            || (scene.IsCode(At(i).Start) && !IsCompared(i)) || (!isTold && scene.IsCount(At(next - 1).End)) || (isTold && scene.IsCount(At(next - 1).End) && !isWords && IsCounted(i)))
            return null;
        if (Touches(next) && (IsDash(next) || IsMark(next, '+')) && Touches(next + 1))
            return null;
        return Found.Year(i, next, new DateOnly(year, 1, 1));
    }

    /// <summary>"later than 2018" compares years, "more than 2018" counts.</summary>
    private bool IsCompared(int i) => Is(i - 1, W.Than) && (Is(i - 2, W.Later) || Is(i - 2, W.Earlier) || Is(i - 2, W.Greater));

    private bool IsJoinWord(int i) => Is(i, W.And) || Is(i, W.To);

    /// <summary>"of 2000 people", "with 1500 troops": the preposition may be one of counting.</summary>
    private bool IsCounted(int i) => Is(i - 1, W.Of) || Is(i - 1, W.To) || Is(i - 1, W.From) || Is(i - 1, W.By) || Is(i - 1, W.Before) || Is(i - 1, W.After) || Is(i - 1, W.And);

    private bool IsYearTold(int i)
    {
        var before = i - 1;
        if (IsUnit(before, TimeUnit.Year))
            return true;
        before = Is(before, W.The) ? before - 1 : before;
        return At(before).Kind == Lex.Word && (W)At(before).Value is W.In or W.Since or W.Until or W.During or W.Throughout or W.Around or W.Between or W.From or W.Before or W.After or W.By or W.Than
            || At(before) is { Kind: Lex.Mark, Value: '>' or '<' or '=' } || (At(before).Kind == Lex.Part && !Is(before, W.A));
    }

    /// <summary>"2011-2013", "1992-94".</summary>
    private Found? YearSpan(int i, int first, int next)
    {
        if (!(IsDash(next) || IsTwoYears(first, next)) || At(i).Kind != Lex.Digits || At(next + 1) is not { Kind: Lex.Digits, Length: 2 or 4 } second || (second.Length == 2 && second.Spaced))
            return null;
        if (FollowsFigure(next + 2) || (Touches(next + 2) && (IsDash(next + 2) || IsMark(next + 2, '/')) && Touches(next + 3)) || (Touches(i) && IsDash(i - 1)))
            return null;
        var last = second.Length == 2 ? first / 100 * 100 + second.Value : second.Value;
        return last > first && last <= (second.Length == 2 ? Today.Year + YearsAhead : GreatestYear) && (PartCode(next + 2, out _, out _) is false)
            ? Found.Interval(i, next + 2, new DateOnly(first, 1, 1), new DateOnly(last, 12, 31)) with { LastBegins = new DateOnly(last, 1, 1) } : null;
    }

    /// <summary>"2018/19": a winter, a season or a year of budgets.</summary>
    private bool IsTwoYears(int first, int slash) =>
        IsMark(slash, '/') && Touches(slash) && Touches(slash + 1) && At(slash + 1) is { Kind: Lex.Digits, Length: 2 } second && second.Value == (first + 1) % 100;

    private static Found SeasonOf(int first, int season, int value, int year)
    {
        var begin = new DateOnly(year, value * 3 + 3, 1);
        return Found.Interval(first, season + 1, begin, begin.PlusMonths(2).EndOfMonth());
    }

    /// <summary>"1990s", "1990 s", "90s" after an article or preposition.</summary>
    private Found? DecadeInFigures(int i)
    {
        if (At(i) is not { Kind: Lex.Digits, Length: 2 or 4 } digits || digits.Value % 10 != 0)
            return null;
        var ending = At(i + 1) is { Kind: Lex.Mark, Value: '\'' or '’' } && Touches(i + 1) ? i + 2 : i + 1;
        if (!Is(ending, W.Possessive) || (digits.Length == 2 && digits.Value < 20))
            return null;
        if (digits.Length == 2)
        {
            var isTold = Is(i - 1, W.The) || Is(i - 1, W.In) || At(i - 1).Kind == Lex.Part || At(i - 1) is { Kind: Lex.Mark, Value: '\'' or '’' };
            return isTold ? Decade(i, ending + 1, PastDecade(digits.Value)) : null;
        }
        return digits.Value is >= LeastYear and < GreatestYear ? Decade(i, ending + 1, digits.Value) : null;
    }

    private int PastDecade(int tens) => Today.Year / 100 * 100 + tens > Today.Year ? Today.Year / 100 * 100 - 100 + tens : Today.Year / 100 * 100 + tens;

    private static Found Decade(int first, int next, int year) => Found.Interval(first, next, new DateOnly(year, 1, 1), new DateOnly(year + 9, 12, 31));

    private Found? DecadeLed(int i) => Decade(i, i + 1, PastDecade(At(i).Value));

    /// <summary>"the 21st century"; centuries begin with the year that ends in 00, as they are spoken of.</summary>
    private Found? Century(int i) =>
        Ordinal(i, out var number, out var next) && IsUnit(next, TimeUnit.Century) && number is > 0 and <= 22
            ? Found.Interval(i, next + 1, new DateOnly(Math.Max(1, (number - 1) * 100), 1, 1), new DateOnly(number * 100 - 1, 12, 31)) : null;

    /// <summary>"q1", "Q3", "h2": months of a part, and its index from 0.</summary>
    private bool PartCode(int i, out int months, out int index)
    {
        (months, index) = (0, 0);
        if (At(i).Length != 1 || !Touches(i + 1) || At(i + 1) is not { Kind: Lex.Digits, Length: 1 } digit)
            return false;
        (months, index) = (Spells(i, "q") ? 3 : Spells(i, "h") ? 6 : 0, digit.Value - 1);
        return months > 0 && index >= 0 && index < 12 / months;
    }

    private static Found OfYear(int first, int next, int year, int months, int index)
    {
        var start = new DateOnly(year, 1 + index * months, 1);
        return Found.Interval(first, next, start, start.PlusMonths(months - 1).EndOfMonth());
    }

    /// <summary>"q1-2019", "Q3 of 2018", "CY18", "D+14".</summary>
    private Found? CodeLed(int i)
    {
        if (PartCode(i, out var months, out var index))
        {
            var at = Touches(i + 2) && (IsDash(i + 2) || IsMark(i + 2, '/')) ? i + 3 : Skip(Skip(i + 2, W.Of), W.The);
            if (YearNumber(at, out var year, out var next))
                return OfYear(i, next, year, months, index);
            return OtherYear(at, out year, out next) ? OfYear(i, next, year, months, index)
                : months == 3 && At(i).Capital ? OfYear(i, i + 2, Today.Year, months, index) : null;
        }
        if (Spells(i, "cy") && At(i + 1) is { Kind: Lex.Digits, Length: 2 or 4 } digits)
            return Found.Year(i, i + 2, new DateOnly(digits.Length == 4 ? Math.Clamp(digits.Value, 1, 9999) : FullYear(digits.Value), 1, 1));
        return DayCount(i);
    }

    /// <summary>"D+14", "D-day + 3" counted from a D-day that the text names; where it names none, the mention is kept without a day.</summary>
    private Found? DayCount(int i)
    {
        if (At(i) is not { Length: 1, Capital: true } || !Spells(i, "D"))
            return null;
        var at = IsDash(i + 1) && IsUnit(i + 2, TimeUnit.Day) ? i + 3 : i + 1;
        if ((Spells(at, "plus") || Spells(at, "minus")) && At(at + 1) is { Kind: Lex.Digits, Length: <= 3 } told)
            return FromDDay(i, at + 2, Spells(at, "plus") ? told.Value : -told.Value);
        if (At(at) is not { Kind: Lex.Mark, Value: '+' or '-' or '–' or '−' } sign || At(at + 1) is not { Kind: Lex.Digits, Length: <= 3 } count || (sign.Value != '+' && at == i + 1 && count.Spaced))
            return null;
        // "D-30" is a howitzer too: without a D-day, or before such a noun, no day is meant.
        if (sign.Value != '+' && at == i + 1 && (scene.DDay is null || (Touches(at + 2) && At(at + 2).Kind is not Lex.Mark) || IsGun(at + 2)))
            return null;
        return FromDDay(i, at + 2, sign.Value == '+' ? count.Value : -count.Value);
    }

    private bool IsGun(int i) =>
        Spells(i, "howitzer") || Spells(i, "howitzers") || Spells(i, "gun") || Spells(i, "guns") || Spells(i, "cannon") || Spells(i, "cannons") || Spells(i, "artillery") || Spells(i, "battery")
        || Spells(i, "batteries") || Spells(i, "fire");

    private Found FromDDay(int first, int next, int days) =>
        scene.DDay is { } day ? Found.Day(first, next, day.PlusDays(days)) : Found.Interval(first, next, DateOnly.MinValue, DateOnly.MaxValue);

    /// <summary>"next year", "last year's", "the year".</summary>
    private bool OtherYear(int i, out int year, out int next)
    {
        (year, next) = (Today.Year, i);
        var at = Skip(i, W.The);
        var step = Step.This;
        if (At(at).Kind == Lex.Step)
            step = (Step)At(at++).Value;
        else if (at == i)
            return false;
        at = Skip(at, W.Calendar);
        if (!IsUnit(at, TimeUnit.Year))
            return false;
        (year, next) = (Math.Clamp(Today.Year + Sign(step), 1, 9999), at + 1);
        if (At(next) is { Kind: Lex.Mark, Value: '\'' or '’' } && Is(next + 1, W.Possessive))
            next += 2;
        return true;
    }

    /// <summary>"summer", "winter of 2016", "last spring": seasons of the north; a winter belongs to the year in which it begins.</summary>
    private Found? SeasonLed(int i) => Season(i, i, null);

    private Found? Season(int first, int i, Step? step)
    {
        if (At(i).Kind != Lex.Season || (Letters(i) is "fall" or "spring" or "Spring" or "Fall" && step is null && !YearTail(i + 1, out _, out _) && !(Is(i - 1, W.The) && Is(i - 2, W.In))))
            return null;
        var month = At(i).Value * 3 + 3;
        var isGiven = YearTail(i + 1, out var year, out var next);
        // "the winter of 2018/19"
        if (isGiven && IsTwoYears(year, next))
            next += 2;
        var begin = isGiven ? new DateOnly(year, month, 1)
            : step is { } given && Sign(given) != 0 ? (Sign(given) < 0 ? Years.NearestMonth(Today.StartOfMonth().PlusMonths(-1), month, Tense.Past) : Years.NearestMonth(Today.StartOfMonth().PlusMonths(1), month, Tense.Future))
            : step is not null ? new DateOnly(Today.Year, month, 1)
            : Years.NearestMonth(Today, month, TenseAt(first, i + 1));
        return Found.Interval(first, isGiven ? next : i + 1, begin, begin.PlusMonths(2).EndOfMonth(), isGiven ? Inferred.Nothing : Inferred.Year);
    }

    /// <summary>-1, 0 or 1: the way that a word points.</summary>
    private static int Sign(Step step) => step switch
    {
        Step.Last or Step.Past or Step.Previous => -1,
        Step.Next or Step.Coming or Step.Following or Step.Upcoming => 1,
        _ => 0,
    };
}
