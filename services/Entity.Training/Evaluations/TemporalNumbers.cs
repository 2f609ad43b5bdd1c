using System.Globalization;
using Truceline.Entity.Reading.Quantities;
using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.Training.Evaluations;

/// <summary>Scores numbers and dimensions on the recognizers' suite, case by case, and says what is missed.</summary>
internal static class TemporalNumbers
{
    private const double Tolerance = 1e-9;

    /// <summary>Cases whose numbers are all found, with span and value, and no others.</summary>
    public static (int Met, int All, List<string> Misses) Numbers(string path)
    {
        var (met, all, misses) = (0, 0, new List<string>());
        foreach (var @case in RecognizerCases.Read(path))
        {
            all++;
            var found = NumberScanner.All(SegmentedText.Of(@case.Input)).ToList();
            var isMet = found.Count == @case.Results.Count && @case.Results.Zip(found).All(p => IsSame(@case.Input, p.First, p.Second));
            if (isMet)
                met++;
            else
                misses.Add($"{@case.Input.Trim()} :: {string.Join("; ", @case.Results.Select(r => $"'{r.Text}'={Value(r)}"))}, read: {string.Join("; ", found.Select(f => $"'{f.Span.Of(@case.Input)}'={f.Value}"))}");
        }
        return (met, all, misses);
    }

    /// <summary>Dimensions whose number and unit are found, whatever else is.</summary>
    public static (int Met, int All, List<string> Misses) Dimensions(string path)
    {
        var (met, all, misses) = (0, 0, new List<string>());
        foreach (var @case in RecognizerCases.Read(path))
        {
            var text = SegmentedText.Of(@case.Input);
            var header = new Reading.ReportHeader(null, null, null, null, "en", new Reading.TextSpan(0, @case.Input.Length), @case.Reference);
            var found = new QuantityReader().Read(text, header, []);
            foreach (var expected in @case.Results)
            {
                all++;
                if (found.Any(f => f.Span.End == expected.End && f.Span.Start <= expected.Start && f.Kind != Reading.QuantityKind.Count))
                    met++;
                else
                    misses.Add($"{@case.Input.Trim()} :: '{expected.Text}', read: {string.Join("; ", found.Select(f => $"'{f.Span.Of(@case.Input)}' {f.Kind}"))}");
            }
        }
        return (met, all, misses);
    }

    private static bool IsSame(string input, ExpectedResult expected, (Reading.TextSpan Span, double Value) found)
    {
        var end = input.AsSpan(found.Span.Start, found.Span.Length);
        var isSameSpan = expected.Start < 0 ? end.Equals(expected.Text, StringComparison.OrdinalIgnoreCase) : found.Span.Start == expected.Start && found.Span.End == expected.End;
        return isSameSpan && Value(expected) is { } value && Math.Abs(value - found.Value) <= Math.Max(1, Math.Abs(value)) * Tolerance;
    }

    private static double? Value(ExpectedResult expected) =>
        expected.Values is [var fields, ..] && double.TryParse(fields.GetValueOrDefault("value"), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;
}
