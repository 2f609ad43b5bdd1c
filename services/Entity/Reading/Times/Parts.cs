using static Truceline.Entity.Reading.Times.Words;

namespace Truceline.Entity.Reading.Times;

/// <summary>Parts of a period: "early", "mid", "late" are its thirds, its "end" is its last day.</summary>
internal static class Parts
{
    /// <summary>The words before the period, with the white space or hyphen that joins them to it.</summary>
    public const string Pattern =
        "(?:early|mid|late)(?:-|" + S + "(?:in" + S + ")?)|(?:end|beginning|start|middle)" + S + "of" + S + "(?:the" + S + "month" + S + "of" + S + ")?";

    /// <param name="span">The whole expression.</param>
    /// <param name="part">Text that begins with the part's word.</param>
    /// <param name="first">First day of the period.</param>
    /// <param name="last">Last day of the period, not before the first.</param>
    /// <param name="inferred">What of the period was inferred.</param>
    public static Found Of(TextSpan span, string part, DateOnly first, DateOnly last, Inferred inferred = Inferred.Nothing)
    {
        part = part.ToLowerInvariant();
        if (part.StartsWith("end", StringComparison.Ordinal))
            return Found.Day(span, last, inferred);
        var months = (last.Year - first.Year) * 12 + last.Month - first.Month + 1;
        var (second, third) = months >= 3
            ? (first.PlusMonths(months / 3), first.PlusMonths(months * 2 / 3))
            : (first.PlusDays((last.DayNumber - first.DayNumber + 1) / 3), first.PlusDays((last.DayNumber - first.DayNumber + 1) * 2 / 3));
        return part[0] switch
        {
            'm' => Found.Interval(span, second, third.PlusDays(-1), inferred),
            'l' => Found.Interval(span, third, last, inferred),
            _ => Found.Interval(span, first, second.PlusDays(-1), inferred),
        };
    }
}
