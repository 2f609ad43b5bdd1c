using System.Globalization;

namespace Truceline.Entity.Reading.Times;

/// <summary>What in an expression was left to be inferred, and so may be moved when its neighbour tells more.</summary>
internal enum Inferred
{
    Nothing,
    Year,
    Week,
    Month,
}

/// <summary>An expression that the grammar found and resolved.</summary>
/// <param name="First">Index of its first lexeme.</param>
/// <param name="Next">Index after its last lexeme.</param>
/// <param name="Start">First day that it means.</param>
/// <param name="End">Last day that it means, inclusive; not before Start.</param>
/// <param name="Precision">How exact it is.</param>
internal sealed record Found(int First, int Next, DateOnly Start, DateOnly End, DatePrecision Precision)
{
    /// <summary>What of it was inferred.</summary>
    public Inferred Inferred { get; init; }

    /// <summary>A limit by its own words ("within 14 days").</summary>
    public bool IsLimit { get; init; }

    /// <summary>On which side of it the words point.</summary>
    public DateBound Bound { get; init; }

    /// <summary>The part of a longer period that it is.</summary>
    public Part Part { get; init; }

    /// <summary>The period that it is a part of; its own where it is none.</summary>
    public (DateOnly Start, DateOnly End)? Whole { get; init; }

    /// <summary>The day that a count arrives at exactly, where the mention is kept wider ("two years ago").</summary>
    public DateOnly? Exact { get; init; }

    /// <summary>First day of the last member of a range ("March to May": 1 May).</summary>
    public DateOnly? LastBegins { get; init; }

    /// <summary>Counts only beside another one ("from March to date").</summary>
    public bool OnlyInRange { get; init; }

    /// <summary>The day from which a text that tells of it counts on ("a week later"): itself, or the last of some days; null for longer periods.</summary>
    public DateOnly? ToldDay => Precision == DatePrecision.Day || (Precision == DatePrecision.Interval && End.DayNumber - Start.DayNumber < 31) ? End : null;

    /// <summary>Range of the expression in the text, without leading preposition or article.</summary>
    public TextSpan Span { get; init; }

    /// <summary>Range with the words that bound or join it ("since August", "from May to October").</summary>
    public TextSpan Whereabouts { get; init; }

    public static Found Day(int first, int next, DateOnly day, Inferred inferred = Inferred.Nothing) =>
        new(first, next, day, day, DatePrecision.Day) { Inferred = inferred };

    public static Found Month(int first, int next, DateOnly inMonth, Inferred inferred = Inferred.Nothing) =>
        new(first, next, inMonth.StartOfMonth(), inMonth.EndOfMonth(), DatePrecision.Month) { Inferred = inferred };

    public static Found Year(int first, int next, DateOnly inYear) => new(first, next, inYear.StartOfYear(), inYear.EndOfYear(), DatePrecision.Year);

    /// <summary>The days from one to the other, in either order.</summary>
    public static Found Interval(int first, int next, DateOnly one, DateOnly other, Inferred inferred = Inferred.Nothing) =>
        new(first, next, one < other ? one : other, one < other ? other : one, DatePrecision.Interval) { Inferred = inferred };

    public DateMention ToMention(bool isLimit) => new(Span, Value, Start, End, Precision) { IsLimit = isLimit || IsLimit, Bound = Bound };

    private string Value => Precision switch
    {
        DatePrecision.Day => Start.Iso(),
        DatePrecision.Month => Start.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        DatePrecision.Year => Start.ToString("yyyy", CultureInfo.InvariantCulture),
        _ => $"{Start.Iso()}/{End.Iso()}",
    };
}
