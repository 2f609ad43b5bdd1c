namespace Truceline.Ingest.Normalising;

/// <summary>The dateline of a report: where it was written, when, and by which agency.</summary>
/// <param name="Start">Where it begins in the text, UTF-16 units.</param>
/// <param name="End">Where it ends, its dash or colon included, without the space behind.</param>
/// <param name="Text">The same as written.</param>
/// <param name="Place">The place as written, e.g. <c>SOCHI, Russia</c>; empty when it names none.</param>
/// <param name="Date">Its day; null when it names none.</param>
/// <param name="Agency">The agency, by its usual name when it is known, as written otherwise; empty when it names none.</param>
internal sealed record Dateline(int Start, int End, string Text, string Place, DatelineDay? Date, string Agency);

/// <summary>A day as a dateline gives it.</summary>
/// <param name="Year">Year; 0 when it is left out.</param>
/// <param name="Month">Month, 1 to 12; 0 when it is left out.</param>
/// <param name="Day">Day of the month, 1 to 31.</param>
internal readonly record struct DatelineDay(int Year, int Month, int Day)
{
    /// <summary>As yyyy-MM-dd, zeros for what is left out.</summary>
    public override string ToString() => $"{Year:0000}-{Month:00}-{Day:00}";
}
