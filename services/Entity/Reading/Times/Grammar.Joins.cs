namespace Truceline.Entity.Reading.Times;

/// <summary>Ranges of two expressions ("28 September to 3 October", "between 2011 and 2013"), and the words that bound one ("since August", "2018 or later").</summary>
internal sealed partial class Grammar
{
    private List<Found> Joined()
    {
        var joined = new List<Found>(_found.Count);
        foreach (var next in _found)
        {
            if (joined.Count > 0 && joined[^1].LastBegins is null && IsRange(joined[^1], next) && Range(joined[^1], next) is { } range)
                joined[^1] = range;
            else if (!next.OnlyInRange)
                joined.Add(next);
            else if (Is(next.First, W.Now) || Is(next.First, W.Date))
                joined.Add(next);
        }
        joined.RemoveAll(f => f.OnlyInRange && f.LastBegins is null && !Is(f.First, W.Date));
        for (var i = 0; i < joined.Count; i++)
            joined[i] = Placed(Bounded(joined[i]));
        return joined;
    }

    private Found Placed(Found found)
    {
        var (first, next) = Around(found);
        return found with { Span = SpanOf(found.First, found.Next), Whereabouts = SpanOf(first, next) };
    }

    private bool IsRange(Found first, Found second)
    {
        var (from, to) = (first.Next, second.First);
        if (IsMark(from, '.') && At(first.Next - 1).Kind == Lex.Month)
            from++;
        var lead = Is(first.First - 1, W.The) ? first.First - 2 : first.First - 1;
        to = Is(to - 1, W.The) ? to - 1 : to;
        if (to - from == 1 && IsDash(from))
            return true;
        if (to - from == 2 && IsMark(from, ',') && Is(from + 1, W.To))
            from++;
        if (to - from == 2 && Is(from, W.Up) && Is(from + 1, W.To))
            from++;
        if (to - from != 1)
            return false;
        if (Is(from, W.And))
            return Is(lead, W.Between);
        if (Is(from, W.Through))
            return true;
        if (Is(from, W.Until))
            return true;
        if (Is(from, W.To))
            return second.OnlyInRange || Is(lead, W.From) || Is(lead, W.Between) || (Is(from, W.To) && (first.Precision == second.Precision || Is(lead, W.On)));
        return false;
    }

    /// <summary>From the first day of one to the last day of the other; what was inferred of one follows the other.</summary>
    private Found? Range(Found first, Found second)
    {
        var (start, end, last) = (first.Start, second.End, second.Start);
        if (first.Inferred == Inferred.Nothing && second.Inferred == Inferred.Year)
        {
            while (last < start)
                (last, end) = (last.PlusMonths(12), second.Precision == DatePrecision.Month ? last.PlusMonths(12).EndOfMonth() : end.PlusMonths(12));
        }
        else if (first.Inferred == Inferred.Year && second.Inferred == Inferred.Nothing)
        {
            start = start.PlusMonths(12 * (end.Year - start.Year));
            start = start > last ? start.PlusMonths(-12) : start;
        }
        else if (first.Inferred == Inferred.Year && second.Inferred == Inferred.Year)
        {
            // Both follow the first, which the tense has placed.
            var years = start.Year - last.Year;
            (last, end) = (last.PlusMonths(12 * years), second.Precision == DatePrecision.Month ? last.PlusMonths(12 * years).EndOfMonth() : end.PlusMonths(12 * years));
            if (last < start)
                (last, end) = (last.PlusMonths(12), second.Precision == DatePrecision.Month ? last.PlusMonths(12).EndOfMonth() : end.PlusMonths(12));
            // What has begun and is not over yet is ahead as well ("will meet from May to September", told in June).
            if (start > Today && end.PlusMonths(-12) >= Today)
                (start, last, end) = (start.PlusMonths(-12), last.PlusMonths(-12), second.Precision == DatePrecision.Month ? last.PlusMonths(-12).EndOfMonth() : end.PlusMonths(-12));
        }
        else if (first.Inferred == Inferred.Week && start > end)
        {
            start = end.PlusDays(-1).WeekdayOnOrBefore(start.DayOfWeek);
        }
        else if (second.Inferred == Inferred.Week && last < start)
        {
            last = end = start.WeekdayOnOrAfter(end.DayOfWeek);
        }
        return start <= end
            ? Found.Interval(first.First, second.Next, start, end, second.Inferred) with { LastBegins = last < start ? null : last, Part = Part.None }
            : null;
    }

    /// <summary>Notes on which side of an expression its words point.</summary>
    private Found Bounded(Found found)
    {
        if (found.LastBegins is not null)
            return found;
        var lead = Lead(found);
        if (Is(found.First - 1, W.Than) && (Is(found.First - 2, W.More) || Is(found.First - 2, W.Less)) && CountedFrom(found) is var way and not DateBound.None)
            return found with { Bound = way };
        if (At(found.First - 1) is { Kind: Lex.Mark, Value: '>' or '<' or '=' })
            return found with { Bound = Compared(found.First - 1) };
        var bound = Is(lead, W.Since) || Is(lead, W.Starting) || Spells(lead, "beginning") ? DateBound.Since
            : Is(lead, W.Before) || (Is(lead, W.To) && Is(lead - 1, W.Prior)) || (Is(lead, W.Than) && (Is(lead - 1, W.Earlier) || Is(lead - 1, W.Less))) ? DateBound.Before
            : Is(lead, W.Until) || Is(lead, W.By) || (Is(lead, W.Than) && Is(lead - 1, W.Later) && (Is(lead - 2, W.No) || Is(lead - 2, W.Not))) || (Is(lead, W.As) && Spells(lead - 1, "late")) ? DateBound.Until
            : Is(lead, W.After) || (Is(lead, W.Than) && (Is(lead - 1, W.Later) || Is(lead - 1, W.Greater))) ? DateBound.After
            : (Is(lead, W.As) && Spells(lead - 1, "early")) || (Is(lead, W.Of) && Is(lead - 1, W.As)) ? DateBound.Since
            : Trailing(found.Next, out _);
        return bound == DateBound.None ? found : found with { Bound = bound };
    }

    /// <summary>A year after a sign of comparison.</summary>
    private DateBound Compared(int mark) =>
        !IsMark(mark, '=') ? IsMark(mark, '>') ? DateBound.After : DateBound.Before
        : IsMark(mark - 1, '>') ? DateBound.Since : IsMark(mark - 1, '<') ? DateBound.Until : DateBound.None;

    /// <summary>"more than 2 weeks before today": which way an expression counts from its day.</summary>
    private DateBound CountedFrom(Found found)
    {
        for (var i = found.First; i < found.Next; i++)
        {
            if (Is(i, W.Before))
                return DateBound.Before;
            if (Is(i, W.After) || Is(i, W.From))
                return DateBound.After;
        }
        return DateBound.None;
    }

    /// <summary>Index of the word before an expression, over its article and preposition.</summary>
    private int Lead(Found found)
    {
        var lead = Is(found.First - 1, W.The) ? found.First - 2 : found.First - 1;
        if (IsUnit(lead, TimeUnit.Year) && found.Precision == DatePrecision.Year)
            lead = Is(lead - 1, W.The) ? lead - 2 : lead - 1;
        return Is(lead, W.On) || Is(lead, W.From) && Is(lead - 1, W.Starting) ? lead - 1 : lead;
    }

    /// <summary>"or later", "and after", "or earlier", "onwards".</summary>
    private DateBound Trailing(int i, out int next)
    {
        next = i + 2;
        var isJoined = Is(i, W.Or) || Is(i, W.And);
        if (isJoined && (Is(i + 1, W.Later) || Is(i + 1, W.Greater)))
            return DateBound.Since;
        if (isJoined && Is(i + 1, W.After) && EndsSentenceOrMark(i + 2))
            return DateBound.Since;
        if (isJoined && (Is(i + 1, W.Earlier) || (Is(i + 1, W.Before) && EndsSentenceOrMark(i + 2))))
            return DateBound.Until;
        next = i + 1;
        if (Spells(i, "onwards") || Spells(i, "onward"))
            return DateBound.Since;
        next = i;
        return DateBound.None;
    }

    private bool EndsSentenceOrMark(int i) => At(i).End == 0 || At(i).Kind == Lex.Mark;

    /// <summary>The expression with the words that bound or join it.</summary>
    private (int First, int Next) Around(Found found)
    {
        var (first, next) = (found.First, found.Next);
        if (At(first - 1) is { Kind: Lex.Mark, Value: '\'' or '’' } && Touches(first) && At(first) is { Kind: Lex.Digits, Length: 2 })
            first--;
        if (Is(first - 1, W.The))
            first--;
        if (IsUnit(first - 1, TimeUnit.Year) && found.Precision == DatePrecision.Year)
            first = Is(first - 2, W.The) ? first - 2 : first - 1;
        if (found.LastBegins is not null)
            return Is(first - 1, W.From) || Is(first - 1, W.Between) ? (first - 1, next) : (first, next);
        if (found.Bound != DateBound.None)
        {
            if (At(first - 1) is { Kind: Lex.Mark, Value: '>' or '<' or '=' })
                return (IsMark(first - 1, '=') && At(first - 2).Kind == Lex.Mark ? first - 2 : first - 1, next);
            Trailing(next, out var after);
            if (after > next)
                return (first, after);
            first = Is(first - 1, W.On) || (Is(first - 1, W.From) && Is(first - 2, W.Starting)) ? first - 2 : first - 1;
            if (Is(first, W.Than))
                first = Is(first - 2, W.No) || Is(first - 2, W.Not) ? first - 2 : first - 1;
            else if ((Is(first, W.To) && Is(first - 1, W.Prior)) || (Is(first, W.Of) && Is(first - 1, W.As)))
                first--;
            else if (Is(first, W.As))
                first = Is(first - 2, W.As) ? first - 2 : first - 1;
        }
        else if (Is(first - 1, W.Within) || (Is(first - 1, W.In) && found.Exact is not null))
        {
            first--;
        }
        return (Math.Max(0, first), next);
    }
}
