using NetTopologySuite.Geometries;

namespace Truceline.GeoZone.Maps.Tiles;

/// <summary>Clips lines to a box edge by edge (Liang and Barsky), so that they keep their direction and are not split where they cross themselves.</summary>
internal static class LineClipper
{
    /// <summary>The stretches of a line that lie in a box, in their order.</summary>
    public static IEnumerable<IReadOnlyList<Coordinate>> Clip(Coordinate[] line, Envelope box)
    {
        var run = new List<Coordinate>();
        for (var i = 1; i < line.Length; i++)
        {
            if (Inside(line[i - 1], line[i], box) is not { } piece)
                continue;
            if (run.Count > 0 && !run[^1].Equals2D(piece.From))
            {
                yield return run;
                run = [];
            }
            if (run.Count == 0)
                run.Add(piece.From);
            run.Add(piece.To);
        }
        if (run.Count > 0)
            yield return run;
    }

    private static (Coordinate From, Coordinate To)? Inside(Coordinate a, Coordinate b, Envelope box)
    {
        var (dx, dy) = (b.X - a.X, b.Y - a.Y);
        var (enter, leave) = (0.0, 1.0);
        foreach (var (step, room) in (ReadOnlySpan<(double, double)>)[(-dx, a.X - box.MinX), (dx, box.MaxX - a.X), (-dy, a.Y - box.MinY), (dy, box.MaxY - a.Y)])
        {
            if (step == 0)
            {
                if (room < 0)
                    return null;
                continue;
            }
            if (step < 0)
                enter = Math.Max(enter, room / step);
            else
                leave = Math.Min(leave, room / step);
        }
        return enter > leave ? null : (enter == 0 ? a : At(enter), leave == 1 ? b : At(leave));

        Coordinate At(double share) => new(a.X + dx * share, a.Y + dy * share);
    }
}
