using System.Text.RegularExpressions;
using Truceline.Entity.Reading.Text;
using static Truceline.Entity.Reading.Times.Words;

namespace Truceline.Entity.Reading.Times;

/// <summary>
/// Finds the dates and periods that a text speaks of and resolves them against the day of the report. Times of day, sets ("every Friday") and holidays
/// are not read, nor is what can't be placed ("in recent weeks"). Thread-safe; takes any text.
/// </summary>
internal sealed partial class DateReader
{
    private static readonly Func<Scene, IEnumerable<Found>>[] Rules =
        [CalendarDates.Find, NumericDates.Find, Weekdays.Find, MonthsAndYears.Find, PartsOfMonths.Find, RelativePeriods.Find];

    /// <summary>Reads up to the end of the report's body, its dateline included.</summary>
    /// <returns>Mentions in order of the text; their spans are not empty and don't overlap.</returns>
#pragma warning disable CA1822 // An instance, so that it is injected like the other readers.
    public IReadOnlyList<DateMention> Read(SegmentedText text, ReportHeader header)
#pragma warning restore CA1822
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(header);
        var scene = new Scene(text, header.Reference);
        var end = header.Body.End > 0 ? header.Body.End : text.Text.Length;
        var found = WithoutOverlaps(Rules.SelectMany(rule => rule(scene)).Where(f => f.Span.End <= end && !IsName(text.Text, f)));
        return [.. Joined(scene, found).Select(f => Counted(scene, f)).Select(f => f.ToMention(IsLimit(scene, f)))];
    }

    private static List<Found> WithoutOverlaps(IEnumerable<Found> found)
    {
        var kept = new List<Found>();
        var taken = new HashSet<int>();
        foreach (var one in found.OrderByDescending(f => f.Span.Length).ThenBy(f => f.Span.Start))
        {
            // Longer spans come first, so that one that overlaps this holds its first or last character.
            if (taken.Contains(one.Span.Start) || taken.Contains(one.Span.End - 1))
                continue;
            taken.UnionWith(Enumerable.Range(one.Span.Start, one.Span.Length));
            kept.Add(one);
        }
        kept.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
        return kept;
    }

    /// <summary>Makes one interval of "28 September to 3 October" and of "between 2011 and 2013"; the first part follows the second where it was inferred.</summary>
    private static List<Found> Joined(Scene scene, List<Found> found)
    {
        var joined = new List<Found>();
        foreach (var next in found)
        {
            if (joined.Count > 0 && IsRange(scene.Text, joined[^1], next) && Before(joined[^1], next) is { } first)
                joined[^1] = Found.Interval(new TextSpan(first.Span.Start, next.Span.End), first.Start, next.End);
            else
                joined.Add(next);
        }
        return joined;
    }

    private static bool IsRange(string text, Found first, Found second)
    {
        var gap = text[first.Span.End..second.Span.Start];
        if (gap.Length > 16)
            return false;
        var lead = text[Math.Max(0, first.Span.Start - 16)..first.Span.Start];
        return Hyphen().IsMatch(gap) || (To().IsMatch(gap) && From().IsMatch(lead)) || (Through().IsMatch(gap) && first.Precision == second.Precision)
            || (And().IsMatch(gap) && Between().IsMatch(lead));
    }

    private static Found? Before(Found first, Found second)
    {
        if (first.Start <= second.End && first.Inferred == Inferred.Nothing)
            return first;
        var months = first.Inferred == Inferred.Year ? second.End.Year - first.Start.Year : 0;
        var shifted = first.Inferred switch
        {
            Inferred.Year => first.Start.PlusMonths(12 * months) is var start && start > second.End ? start.PlusMonths(-12) : start,
            Inferred.Week => second.End.PlusDays(-1).WeekdayOnOrBefore(first.Start.DayOfWeek),
            _ => first.Start,
        };
        return shifted <= second.End ? first with { Start = shifted, End = shifted } : null;
    }

    /// <summary>Moves a day by what is counted from it, "three days after September 7", or widens it to its week, "week of April 10".</summary>
    private static Found Counted(Scene scene, Found found)
    {
        var from = Math.Max(0, found.Span.Start - 48);
        if (found.Precision == DatePrecision.Day && WeekOf().Match(scene.Text[from..found.Span.Start]) is { Success: true } week)
        {
            var monday = found.Start.StartOfWeek();
            return Found.Interval(new TextSpan(from + week.Index, found.Span.End), monday, monday.PlusDays(6));
        }
        if (found.Precision != DatePrecision.Day || CountFrom().Match(scene.Text[from..found.Span.Start]) is not { Success: true } match
            || Scene.Number(match, "n") is not { } number)
            return found;
        var sign = match.Groups["back"].Success ? -1 : 1;
        var day = RelativePeriods.Shift(found.Start, match.Groups["u"].Value.ToLowerInvariant(), sign * number);
        return Found.Day(new TextSpan(from + match.Index, found.Span.End), day);
    }

    private static bool IsLimit(Scene scene, Found found) => scene.IsLimited(found.Span) && !NounAfter().IsMatch(scene.Text[found.Span.End..Math.Min(scene.Text.Length, found.Span.End + 24)]);

    /// <summary>Streets, squares and movements that are named after a day.</summary>
    private static bool IsName(string text, Found found) => NameAfter().IsMatch(text[found.Span.End..Math.Min(text.Length, found.Span.End + 24)]);

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex("^" + Dash + "$", Options)]
    private static partial Regex Hyphen();

    [GeneratedRegex(@"^,?\s+(?:to|until|till)\s+(?:the\s+)?$", Options)]
    private static partial Regex To();

    [GeneratedRegex(@"^\s+(?:through|to)\s+(?:the\s+)?$", Options)]
    private static partial Regex Through();

    [GeneratedRegex(@"^\s+and\s+(?:the\s+)?$", Options)]
    private static partial Regex And();

    [GeneratedRegex(@"\bfrom\s+(?:the\s+)?$", Options)]
    private static partial Regex From();

    [GeneratedRegex(@"\bbetween\s+(?:the\s+)?$", Options)]
    private static partial Regex Between();

    [GeneratedRegex(@"\bweek\s+(?:of|beginning|starting|commencing)\s+(?:on\s+)?(?:the\s+)?$", Options)]
    private static partial Regex WeekOf();

    [GeneratedRegex("(?<![\\w.,-])(?<n>" + SmallNumber + ")" + S + "(?<u>" + Unit + ")s?" + S + "(?:(?<back>before|prior" + S + "to)|after|from|following)" + S + "$", Options)]
    private static partial Regex CountFrom();

    [GeneratedRegex(@"^['’]s\s+(?!deadline|end\b)", Options)]
    private static partial Regex NounAfter();

    [GeneratedRegex(@"^\s(?:Street|Square|Bridge|Brigades?|Movement|Martyrs|Alliance|Revolution|University|Hospital|Division|Avenue|Road|Dam|District|Stadium|Airport|Organi[sz]ation)\b", RegexOptions.CultureInvariant)]
    private static partial Regex NameAfter();
}
