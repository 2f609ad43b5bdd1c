using Truceline.Entity.Reading.Times;

namespace Truceline.Entity.Training.Evaluations;

/// <summary>Scores dates and periods on the recognizers' suite, case by case, and says what is missed.</summary>
internal static class TemporalEvaluation
{
    private static readonly HashSet<string> Scored = ["date", "daterange"];

    /// <summary>Met cases of all that expect a date or period; a case is met when every date and period of it is found and nothing where the suite expects nothing.</summary>
    public static (int Met, int All, List<string> Misses) Dates(string path, bool spansOnly)
    {
        var (met, all, misses) = (0, 0, new List<string>());
        foreach (var @case in RecognizerCases.Read(path))
        {
            if (!@case.Results.Any(r => Scored.Contains(r.Type)) || @case.Results.Any(r => MissReasons.IsFeast(r.Text)))
                continue;
            all++;
            if (Missed(@case, spansOnly) is { } reason)
                misses.Add($"{@case.Reference:yyyy-MM-dd} {@case.Input.Trim()} :: {reason}");
            else
                met++;
        }
        return (met, all, misses);
    }

    /// <summary>Inputs in which nothing is to be found, and how many were left alone.</summary>
    public static (int Met, int All, List<string> Misses) Silence(string path)
    {
        var (met, all, misses) = (0, 0, new List<string>());
        foreach (var @case in RecognizerCases.Read(path).Where(c => c.Results.Count == 0))
        {
            all++;
            var found = TemporalDates.Read(@case);
            if (found.Count == 0)
                met++;
            else
                misses.Add($"{@case.Input.Trim()} :: found {string.Join(", ", found.Select(f => f.Span.Of(@case.Input)))}");
        }
        return (met, all, misses);
    }

    private static string? Missed(RecognizerCase @case, bool spansOnly)
    {
        var found = TemporalDates.Read(@case);
        foreach (var expected in @case.Results.Where(r => Scored.Contains(r.Type)))
        {
            var same = found.FirstOrDefault(f => TemporalDates.IsSameSpan(@case.Input, f, expected));
            if (same is null)
                return $"'{expected.Text}' not found; read: {Told(@case, found)}";
            if (!spansOnly && !TemporalDates.IsSameValue(same, expected))
                return $"'{expected.Text}' is {string.Join(" or ", expected.Values.Select(v => string.Join(",", v.Where(p => p.Key is "value" or "start" or "end" or "Mod").Select(p => p.Value))))}; read: {Told(@case, [same])}";
        }
        var extra = found.FirstOrDefault(f => !@case.Results.Any(r => r.Start < f.Span.End && f.Span.Start < r.End));
        return extra is null ? null : $"found too much: {Told(@case, [extra])}";
    }

    private static string Told(RecognizerCase @case, IEnumerable<Found> found) =>
        string.Join("; ", found.Select(f => $"'{f.Whereabouts.Of(@case.Input)}' {f.ToMention(false).Value} {f.Bound} {f.Part} {f.Exact}"));
}
