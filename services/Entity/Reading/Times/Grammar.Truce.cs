namespace Truceline.Entity.Reading.Times;

/// <summary>Days and weeks counted from the beginning of a truce that the text dates: "day 14 of the truce", "the ceasefire's third week", "five days into the truce". The first day is that of the beginning.</summary>
internal sealed partial class Grammar
{
    /// <summary>"day 14 of the truce", at the unit.</summary>
    private Found? NumberedOfTruce(int i) =>
        At(i).Kind == Lex.Unit && !IsPlural(i) && CountOnly(i + 1, out var number, out var next) && OfTruce(next, out var end) ? FromTruce(i, end, (TimeUnit)At(i).Value, number) : null;

    /// <summary>"the third week of the truce", at the ordinal; "the truce's third week" as well.</summary>
    private Found? OrdinalOfTruce(int i, int ordinal, int unitAt)
    {
        if (ordinal <= 0 || At(unitAt).Kind != Lex.Unit || IsPlural(unitAt))
            return null;
        if (OfTruce(unitAt + 1, out var end))
            return FromTruce(i, end, (TimeUnit)At(unitAt).Value, ordinal);
        var owner = Is(i - 1, W.Possessive) && (IsMark(i - 2, '\'') || IsMark(i - 2, '’')) ? i - 3 : -1;
        var isTruce = owner >= 0 && (TruceStart.IsTruce(Letters(owner)) || (Spells(owner, "fire") && IsDash(owner - 1) && Spells(owner - 2, "cease")));
        return isTruce ? FromTruce(i, unitAt + 1, (TimeUnit)At(unitAt).Value, ordinal) : null;
    }

    /// <summary>"five days into the truce": so many have passed.</summary>
    private Found? IntoTruce(int first, int at, double days, double months)
    {
        if (!Spells(at, "into"))
            return null;
        var noun = Is(at + 1, W.The) || At(at + 1).Kind == Lex.Step ? at + 2 : at + 1;
        return TruceAt(noun, out var end) && scene.TruceStart is { } day ? Found.Day(first, end, Moved(day, days, months, 1)) : null;
    }

    private bool CountOnly(int i, out int number, out int next) => Count(i, out number, out next) && number > 0 && !Is(i, W.A);

    private bool OfTruce(int i, out int end)
    {
        end = i;
        return (Is(i, W.Of) || Is(i, W.In)) && (Is(i + 1, W.The) || Is(i + 1, W.A) || At(i + 1).Kind == Lex.Step) && TruceAt(i + 2, out end);
    }

    /// <summary>The noun, behind at most two words that describe it ("the Cairo truce", "the ten-day ceasefire").</summary>
    private bool TruceAt(int i, out int end)
    {
        for (end = i; end < i + 5 && end < lex.Count && At(end).Kind is not Lex.Mark || IsDash(end); end++)
        {
            if (TruceStart.IsTruce(Letters(end)) || (Spells(end, "cease") && IsDash(end + 1) && Spells(end + 2, "fire")))
            {
                end += Spells(end, "cease") ? 3 : 1;
                return true;
            }
        }
        return false;
    }

    private Found? FromTruce(int first, int next, TimeUnit unit, int number) => scene.TruceStart is not { } day ? null : unit switch
    {
        TimeUnit.Day => Found.Day(first, next, day.PlusDays(number - 1)),
        TimeUnit.Week => Found.Interval(first, next, day.PlusDays(7 * (number - 1)), day.PlusDays((7 * number) - 1)),
        TimeUnit.Month => Found.Interval(first, next, day.PlusMonths(number - 1), day.PlusMonths(number).PlusDays(-1)),
        _ => null,
    };
}
