using NetTopologySuite.Geometries;
using Truceline.GeoZone.Geodesy;

namespace Truceline.GeoZone.Maps.Sources;

/// <summary>From a course on the globe to lines in longitude and latitude, cut at the antimeridian as RFC 7946 wants it.</summary>
internal static class CourseCutter
{
    /// <param name="course">Two or more points; edges are straight in longitude and latitude and take the shorter way around.</param>
    /// <returns>A line; several when it crosses the antimeridian.</returns>
    public static Geometry Cut(IReadOnlyList<GeoPoint> course)
    {
        List<List<Coordinate>> parts = [[At(course[0])]];
        for (var i = 1; i < course.Count; i++)
        {
            var (a, b) = (course[i - 1], course[i]);
            var step = b.Longitude - a.Longitude;
            if (Math.Abs(step) > 180)
            {
                var edge = step < 0 ? 180.0 : -180.0;
                var run = step + (step < 0 ? 360 : -360);
                var share = run == 0 ? 0 : (edge - a.Longitude) / run;
                var latitude = a.Latitude + (b.Latitude - a.Latitude) * share;
                Append(parts[^1], new(edge, latitude));
                parts.Add([new(-edge, latitude)]);
            }
            Append(parts[^1], At(b));
        }
        // A part of one point is what touches the antimeridian without crossing it.
        var lines = parts.Where(p => p.Count > 1).Select(p => GeometryFactory.Default.CreateLineString([.. p])).ToArray();
        return lines.Length == 1 ? lines[0] : GeometryFactory.Default.CreateMultiLineString(lines);
    }

    private static void Append(List<Coordinate> part, Coordinate at)
    {
        if (!part[^1].Equals2D(at))
            part.Add(at);
    }

    private static Coordinate At(GeoPoint point) => new(point.Longitude, point.Latitude);
}
