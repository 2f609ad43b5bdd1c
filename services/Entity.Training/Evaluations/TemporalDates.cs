using System.Globalization;
using Truceline.Entity.Reading;
using Truceline.Entity.Reading.Text;
using Truceline.Entity.Reading.Times;

namespace Truceline.Entity.Training.Evaluations;

/// <summary>
/// Compares the dates and periods that are read with those that the recognizers' suite expects. Spans: the expression with the words that bound or join it,
/// a leading article, "on", "in" or "at" aside on both sides. Values: any listed one. Where the two notations differ for one meaning they are brought together:
/// the suite's ranges of periods end where their last member begins, its "end" of a period is a stretch, ours its last day.
/// </summary>
internal static class TemporalDates
{
    private static readonly string[] Articles = ["the ", "on ", "in ", "at ", "a ", "an ", "of ", "for ", "by ", "around ", "from "];
    private static readonly DateReader Reader = new(monthFirst: true);

    /// <summary>What was read of a case.</summary>
    public static List<Found> Read(RecognizerCase @case)
    {
        var header = new ReportHeader(null, null, null, null, "en", new TextSpan(0, @case.Input.Length), @case.Reference);
        return Reader.Find(SegmentedText.Of(@case.Input), header);
    }

    /// <summary>Whether the spans are the same, leading articles aside.</summary>
    public static bool IsSameSpan(string input, Found found, ExpectedResult expected) =>
        Trimmed(input, expected.Start, expected.End) == Trimmed(input, found.Whereabouts.Start, found.Whereabouts.End)
        || Trimmed(input, expected.Start, expected.End) == Trimmed(input, found.Span.Start, found.Span.End);

    /// <summary>Whether one of the listed values is what was read; true for a result that lists none.</summary>
    public static bool IsSameValue(Found found, ExpectedResult expected) => expected.Values.Count == 0 || expected.Values.Any(v => Is(found, v));

    private static (int Start, int End) Trimmed(string input, int start, int end)
    {
        if (start < 0 || end > input.Length)
            return (start, end);
        while (Articles.FirstOrDefault(a => string.Compare(input, start, a, 0, a.Length, StringComparison.OrdinalIgnoreCase) == 0 && start + a.Length < end) is { } article)
            start += article.Length;
        return (start, end);
    }

    private static bool Is(Found found, IReadOnlyDictionary<string, string> value)
    {
        if (value.TryGetValue("value", out var single))
            return single == "not resolved" || (Day(single) is { } day && (found.Exact == day || (found.Start == day && found.End == day)));
        var (start, end) = (Day(value.GetValueOrDefault("start")), Day(value.GetValueOrDefault("end")));
        var mod = value.GetValueOrDefault("Mod") ?? "";
        if (found.Bound != DateBound.None && mod.Length > 0 && (start is null || end is null))
            return IsBound(found, start, end);
        if (found.Part != Part.None && found.Whole is { } whole && mod.Length > 0)
            return start >= whole.Start && end?.AddDays(-1) <= whole.End && mod == Mod(found.Part);
        if (found.Part == Part.None && mod is "start" or "mid" or "end")
            return false;
        if (found.LastBegins is { } last)
            return start == found.Start && (end == last || end == found.End.AddDays(1));
        // A term that runs from the report's day ends on the day read.
        if (found is { IsLimit: true, Exact: { } until })
            return end == until;
        return (start == found.Start && end == found.End.AddDays(1)) || IsRolling(found, start, end);
    }

    /// <summary>The suite's "last five days" end before the day of reference, its "next five days" begin after it.</summary>
    private static bool IsRolling(Found found, DateOnly? start, DateOnly? end) =>
        found.Precision == DatePrecision.Interval && ((start == found.Start && end == found.End) || (start == found.Start.AddDays(1) && end == found.End.AddDays(1)));

    private static bool IsBound(Found found, DateOnly? start, DateOnly? end) => found.Bound switch
    {
        DateBound.Since => end is null && start == found.Start,
        DateBound.After => start is not null && (start == found.End.AddDays(1) || (start == found.Start && (found.Precision == DatePrecision.Day || found.Part != Part.None))),
        DateBound.Before => end == found.Start || (found.Part == Part.End && end == found.End.AddDays(1)),
        _ => end == found.Start || end == found.End.AddDays(1),
    };

    private static string Mod(Part part) => part switch { Part.Early or Part.Start => "start", Part.Mid or Part.Middle => "mid", _ => "end" };

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text ?? "", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
