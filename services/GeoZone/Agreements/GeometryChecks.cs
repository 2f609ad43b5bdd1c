using Truceline.GeoZone.Geodesy;
using Truceline.GeoZone.Zones;
using Truceline.Type.V1;

namespace Truceline.GeoZone.Agreements;

/// <summary>What positions, lines and rings must satisfy.</summary>
internal static class GeometryChecks
{
    private const int MostPositions = 10_000;

    public static void Position(FieldChecks checks, string path, Position? position)
    {
        if (position is null)
        {
            checks.Add(path, "It is required.", "REQUIRED");
            return;
        }
        checks.Number($"{path}.latitude", position.Latitude, -90, 90, "degrees");
        checks.Number($"{path}.longitude", position.Longitude, -180, 180, "degrees");
    }

    public static void Line(FieldChecks checks, string path, Line? line) =>
        Course(checks, path, line?.Positions, least: 2, closed: false);

    public static void Polygon(FieldChecks checks, string path, Polygon polygon)
    {
        var before = checks.Count;
        Course(checks, $"{path}.outer", polygon.Outer?.Positions, least: 3, closed: true);
        for (var i = 0; i < polygon.Holes.Count; i++)
            Course(checks, $"{path}.holes[{i}]", polygon.Holes[i].Positions, least: 3, closed: true);
        if (checks.Count > before)
            return;
        if (polygon.Holes.Count == 0)
            return;
        if (DrawnArea.TryDraw(new() { Polygon = new() { Outer = polygon.Outer } }, null) is not { } outer)
        {
            checks.Add(path, "It cannot be drawn.", "UNDRAWABLE");
            return;
        }
        for (var i = 0; i < polygon.Holes.Count; i++)
        {
            if (polygon.Holes[i].Positions.Any(p => outer.Measure(GeoPoint.From(p)).CertainM > 0))
                checks.Add($"{path}.holes[{i}]", "It must lie inside the outer ring.", "HOLE_OUTSIDE");
        }
    }

    private static void Course(FieldChecks checks, string path, IReadOnlyList<Position>? positions, int least, bool closed)
    {
        var count = positions?.Count ?? 0;
        if (positions is null || count < least || count > MostPositions)
        {
            checks.Add($"{path}.positions", $"It must have {least} to {MostPositions} positions.", count == 0 ? "REQUIRED" : "OUT_OF_RANGE");
            return;
        }
        var before = checks.Count;
        for (var i = 0; i < count; i++)
            Position(checks, $"{path}.positions[{i}]", positions[i]);
        if (checks.Count > before)
            return;
        for (var i = closed ? 0 : 1; i < count; i++)
        {
            if (positions[i].Equals(positions[(i + count - 1) % count]))
                checks.Add($"{path}.positions[{i}]", "It repeats the position before it.", "REPEATED_POSITION");
        }
        if (checks.Count == before && FirstCrossing(positions, closed) is { } edge)
            checks.Add($"{path}.positions[{edge}]", "The edge that begins here meets an edge before it.", "SELF_CROSSING");
    }

    /// <summary>Index of the first edge that meets an earlier one other than its neighbour; null when none does.</summary>
    private static int? FirstCrossing(IReadOnlyList<Position> positions, bool closed)
    {
        // Longitudes run on across the antimeridian.
        var plane = new PlanePoint[positions.Count + (closed ? 1 : 0)];
        plane[0] = new(positions[0].Longitude, positions[0].Latitude);
        for (var i = 1; i < plane.Length; i++)
        {
            var position = positions[i % positions.Count];
            plane[i] = new(plane[i - 1].X + GeoPoint.Wrap(position.Longitude - plane[i - 1].X), position.Latitude);
        }
        for (var i = 2; i < plane.Length - 1; i++)
        {
            var (low, high) = (Math.Min(plane[i].X, plane[i + 1].X), Math.Max(plane[i].X, plane[i + 1].X));
            for (var j = closed && i == plane.Length - 2 ? 1 : 0; j < i - 1; j++)
            {
                if (Math.Max(plane[j].X, plane[j + 1].X) >= low && Math.Min(plane[j].X, plane[j + 1].X) <= high
                    && Meet(plane[j], plane[j + 1], plane[i], plane[i + 1]))
                    return i;
            }
        }
        return null;
    }

    private static bool Meet(PlanePoint a, PlanePoint b, PlanePoint c, PlanePoint d)
    {
        var (ab, cd) = (b - a, d - c);
        var (c1, c2) = (ab.Cross(c - a), ab.Cross(d - a));
        var (a1, a2) = (cd.Cross(a - c), cd.Cross(b - c));
        if (c1 == 0 && c2 == 0)
            return Math.Max(Math.Min(a.X, b.X), Math.Min(c.X, d.X)) <= Math.Min(Math.Max(a.X, b.X), Math.Max(c.X, d.X))
                && Math.Max(Math.Min(a.Y, b.Y), Math.Min(c.Y, d.Y)) <= Math.Min(Math.Max(a.Y, b.Y), Math.Max(c.Y, d.Y));
        return c1 * c2 <= 0 && a1 * a2 <= 0;
    }
}
