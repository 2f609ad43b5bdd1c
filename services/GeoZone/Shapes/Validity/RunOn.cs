using NetTopologySuite.Geometries;

namespace Truceline.GeoZone.Shapes.Validity;

/// <summary>Rings whose longitudes run on across the antimeridian, so that the plane's rules hold; one that runs around the axis is closed over its pole.</summary>
internal static class RunOn
{
    /// <param name="polygon">The polygon; its edges take the shorter way around.</param>
    /// <param name="near">Longitude beside which it is to lie; by default its own first.</param>
    public static Polygon Of(Polygon polygon, double? near = null)
    {
        if (polygon.IsEmpty)
            return polygon;
        var shell = Ring(polygon.Shell, near ?? polygon.Shell.GetCoordinateN(0).X);
        return polygon.Factory.CreatePolygon(shell, [.. polygon.Holes.Select(hole => Ring(hole, shell.EnvelopeInternal.Centre.X))]);
    }

    /// <param name="ring">The ring.</param>
    /// <param name="near">Longitude beside which it is to lie.</param>
    public static LinearRing Ring(LinearRing ring, double near)
    {
        var run = new List<Coordinate>(ring.NumPoints + 3);
        double mean = 0;
        foreach (var at in ring.Coordinates)
        {
            // Whole turns are added, so that what needs none stays the same to the last digit.
            near = at.X + 360 * Math.Round((near - at.X) / 360);
            run.Add(new(near, at.Y));
            mean += at.Y / ring.NumPoints;
        }
        if (run.Count > 0 && Math.Abs(run[^1].X - run[0].X) > 180)
            run.AddRange([new(run[^1].X, mean > 0 ? 90 : -90), new(run[0].X, mean > 0 ? 90 : -90), run[0].Copy()]);
        else if (run.Count > 0)
            run[^1] = run[0].Copy();
        return ring.Factory.CreateLinearRing([.. run]);
    }
}
