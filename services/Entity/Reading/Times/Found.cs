using System.Globalization;

namespace Truceline.Entity.Reading.Times;

/// <summary>What in an expression was left to be inferred, and so may be moved when its neighbour tells more.</summary>
internal enum Inferred
{
    Nothing,
    Year,
    Week,
}

/// <summary>An expression that a rule found and resolved, before neighbours and overlaps are looked at.</summary>
internal sealed record Found(TextSpan Span, DateOnly Start, DateOnly End, DatePrecision Precision, Inferred Inferred = Inferred.Nothing)
{
    /// <summary>A limit by its own words ("within 14 days").</summary>
    public bool IsLimit { get; init; }

    public static Found Day(TextSpan span, DateOnly day, Inferred inferred = Inferred.Nothing) => new(span, day, day, DatePrecision.Day, inferred);

    public static Found Month(TextSpan span, DateOnly inMonth, Inferred inferred = Inferred.Nothing) =>
        new(span, inMonth.StartOfMonth(), inMonth.EndOfMonth(), DatePrecision.Month, inferred);

    public static Found Year(TextSpan span, DateOnly inYear) => new(span, inYear.StartOfYear(), inYear.EndOfYear(), DatePrecision.Year);

    /// <summary>The days from one to the other, in either order.</summary>
    public static Found Interval(TextSpan span, DateOnly one, DateOnly other, Inferred inferred = Inferred.Nothing) =>
        new(span, one < other ? one : other, one < other ? other : one, DatePrecision.Interval, inferred);

    public DateMention ToMention(bool isLimit) => new(Span, Value, Start, End, Precision) { IsLimit = isLimit || IsLimit };

    private string Value => Precision switch
    {
        DatePrecision.Day => Start.Iso(),
        DatePrecision.Month => Start.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        DatePrecision.Year => Start.ToString("yyyy", CultureInfo.InvariantCulture),
        _ => $"{Start.Iso()}/{End.Iso()}",
    };
}
