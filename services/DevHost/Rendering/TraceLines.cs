using System.Globalization;
using Truceline.DevHost.Traces;

namespace Truceline.DevHost.Rendering;

/// <summary>A trace as lines of text: the tree on the left, when each step began and how long it took on the right. Pure.</summary>
internal static class TraceLines
{
    /// <summary>Width when nothing else is known, in characters.</summary>
    internal const int DefaultWidth = 110;

    private const int FiguresWidth = 24;

    /// <summary>The lines; empty for no nodes.</summary>
    /// <param name="roots">The tree.</param>
    /// <param name="width">Width of a line in characters.</param>
    /// <param name="mark">A step to be marked as the first delivery.</param>
    internal static IEnumerable<string> Render(IReadOnlyList<TraceNode> roots, int width, Span? mark = null)
    {
        if (roots.Count == 0)
        {
            return [];
        }

        var origin = roots.Min(r => r.Span.Start);
        return roots.SelectMany(root => Lines(root, "", "", origin, width, mark))
            .Prepend(Columns("", "begins at", "takes", width));
    }

    private static IEnumerable<string> Lines(TraceNode node, string lead, string below, DateTimeOffset origin, int width, Span? mark)
    {
        var title = $"{lead}{node.Span.Service}: {node.Span.Name}{(node.Span.Failed ? " (failed)" : "")}{(node.Span == mark ? "  <- first delivery" : "")}";
        yield return Columns(title, Time(node.Span.Start - origin), Time(node.Span.Duration), width);
        foreach (var (index, child) in node.Children.Index())
        {
            var last = index == node.Children.Count - 1 && child.Folded.Count == 0;
            foreach (var line in Lines(child, below + (last ? "└─ " : "├─ "), below + (last ? "   " : "│  "), origin, width, mark))
            {
                yield return line;
            }

            if (child.Folded.Count > 0)
            {
                var end = index == node.Children.Count - 1;
                yield return Columns(
                    $"{below}{(end ? "└─ " : "├─ ")}{child.Folded.Count} more like it",
                    Time(child.Folded.Min(s => s.Start) - origin), "to " + Time(child.Folded.Max(s => s.Duration)), width);
            }
        }
    }

    private static string Columns(string title, string begins, string takes, int width)
    {
        var room = width - FiguresWidth;
        var shown = title.Length > room ? title[..(room - 1)] + "…" : title;
        return $"{shown.PadRight(room)}{begins.PadLeft(FiguresWidth / 2)}{takes.PadLeft(FiguresWidth / 2)}";
    }

    private static string Time(TimeSpan span) => string.Create(
        CultureInfo.InvariantCulture, $"{Math.Max(0, span.TotalMilliseconds):0.0} ms");
}
