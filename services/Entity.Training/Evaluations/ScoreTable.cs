using System.Globalization;

namespace Truceline.Entity.Training.Evaluations;

/// <summary>Scores as a table in Markdown, which also reads well on a terminal.</summary>
internal static class ScoreTable
{
    /// <summary>The first two lines.</summary>
    public static string Head =>
        $"| {"set",-24} | {"measure",-50} | {"value",8} | {"bar",6} | {"reached",7} | note |\n| {new string('-', 24)} | {new string('-', 50)} | {new string('-', 7)}: | -----: | ------- | ---- |";

    /// <summary>The line of a score.</summary>
    public static string Line(Score score)
    {
        var bar = score.Bar is { } value ? value.ToString("0.00", CultureInfo.InvariantCulture) : string.Empty;
        var reached = score.Bar is null ? string.Empty : score.Value >= score.Bar ? "yes" : "no";
        return FormattableString.Invariant($"| {score.Set,-24} | {score.Measure,-50} | {score.Value,8:0.000} | {bar,6} | {reached,-7} | {score.Note} |");
    }
}
