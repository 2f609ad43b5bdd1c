using System.Globalization;

namespace Truceline.Evaluation;

/// <summary>Counts expected values that were found, by field, and keeps every miss with its reason. Not thread-safe.</summary>
internal sealed class Tally
{
    private readonly Dictionary<string, (int Expected, int Found)> _fields = [];
    private readonly List<(string Field, string Where, string Reason)> _misses = [];

    /// <summary>All misses in the order in which they came.</summary>
    internal IReadOnlyList<(string Field, string Where, string Reason)> Misses => _misses;

    /// <summary>Counts a value.</summary>
    /// <param name="field">Which field of a document.</param>
    /// <param name="found">Whether it came out as expected.</param>
    /// <param name="where">The file, and the place in it.</param>
    /// <param name="reason">Why not; asked for only when it was not found.</param>
    internal void Count(string field, bool found, string where, Func<string> reason)
    {
        var (expected, right) = _fields.GetValueOrDefault(field);
        _fields[field] = (expected + 1, found ? right + 1 : right);
        if (!found)
        {
            _misses.Add((field, where, reason()));
        }
    }

    /// <summary>Share of what was expected that was found; 1 when nothing was expected.</summary>
    internal double Share(string field) => _fields.GetValueOrDefault(field) is { Expected: > 0 } f ? (double)f.Found / f.Expected : 1;

    /// <summary>Prints a row for each field, then each miss.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="bar">Share that each field must reach.</param>
    /// <returns>Whether all do, and something was counted at all.</returns>
    internal bool Print(TextWriter output, double bar)
    {
        output.WriteLine($"{"field",-24} {"expected",9} {"found",9} {"share",8}");
        foreach (var (field, (expected, found)) in _fields)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{field,-24} {expected,9} {found,9} {Share(field),8:P2}"));
        }

        foreach (var (field, where, reason) in _misses)
        {
            output.WriteLine($"miss: {field}: {where}: {reason}");
        }

        var reached = _fields.Count > 0 && _fields.Keys.All(f => Share(f) >= bar);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(reached ? "reached" : "BELOW")} the bar of {bar:P1}; misses: {_misses.Count}"));
        return reached;
    }
}
