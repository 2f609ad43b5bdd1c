namespace Truceline.Entity.Reading;

/// <summary>How exact a date is.</summary>
internal enum DatePrecision
{
    Day,
    Month,
    Year,
    Interval,
}

/// <summary>On which side of a date the words around it point.</summary>
internal enum DateBound
{
    /// <summary>The date itself.</summary>
    None,

    /// <summary>From it on, itself included ("since August").</summary>
    Since,

    /// <summary>After its end ("after 2018").</summary>
    After,

    /// <summary>Before it begins ("before Friday").</summary>
    Before,

    /// <summary>Up to and with it ("until Friday", "by the end of the month").</summary>
    Until,
}

/// <summary>An expression of a date or period in the text, resolved.</summary>
/// <param name="Span">Range of the expression without leading preposition or article ("October 15", "past month", "end of the year").</param>
/// <param name="Value">ISO 8601: "2018-09-17", "2018-09", "2011", or an interval "2018-08-17/2018-09-17"; the whole calendar when it can't be placed ("D+14" without a D-day).</param>
/// <param name="Start">First day that it may mean, inclusive.</param>
/// <param name="End">Last day that it may mean, inclusive; not before Start.</param>
/// <param name="Precision">How exact it is.</param>
internal sealed record DateMention(TextSpan Span, string Value, DateOnly Start, DateOnly End, DatePrecision Precision)
{
    /// <summary>The expression stands after "by", "before", "until", "no later than" and the like: it may be a deadline.</summary>
    public bool IsLimit { get; init; }

    /// <summary>On which side of it the words point.</summary>
    public DateBound Bound { get; init; }

    /// <summary>The instant of a date-time group, UTC; null for other expressions.</summary>
    public DateTimeOffset? Instant { get; init; }
}

/// <summary>What a quantity counts or measures.</summary>
internal enum QuantityKind
{
    Count,
    Fatalities,
    Injuries,
    Displaced,
    Population,
    Distance,
    Area,
    Calibre,
    Mass,
    Duration,
    Money,
    Percentage,
    Speed,
    Temperature,
    Volume,
    Range,
}

/// <summary>A number with what it counts or measures, as an interval.</summary>
/// <param name="Span">Range from the number to the noun or unit that it counts ("50 military vehicles", "15-20 kilometre").</param>
/// <param name="Kind">What it counts or measures.</param>
/// <param name="Low">Least value; in metres, square metres, cubic metres, kilograms, seconds, metres a second, degrees Celsius or the plain count. Null when the bound is open below ("fewer than 10").</param>
/// <param name="High">Greatest value; null when the bound is open above ("more than 30").</param>
/// <param name="Unit">"m", "m2", "m3", "kg", "s", "m/s", "°C", an ISO 4217 code, "%", or the counted noun in the singular ("civilian").</param>
internal sealed record QuantityMention(TextSpan Span, QuantityKind Kind, double? Low, double? High, string Unit)
{
    /// <summary>A running total or a background figure ("360,000 since 2011"), not the outcome of one event.</summary>
    public bool IsBackground { get; init; }
}
