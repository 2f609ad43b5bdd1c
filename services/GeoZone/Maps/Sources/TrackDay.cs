using System.Globalization;
using NetTopologySuite.Geometries;
using NetTopologySuite.Simplify;
using Truceline.GeoZone.Geodesy;
using Truceline.GeoZone.Tracks.Course;

namespace Truceline.GeoZone.Maps.Sources;

/// <summary>The course of an object over one day, UTC. Immutable.</summary>
/// <param name="Day">The day.</param>
/// <param name="Before">The last fix before the day, when the object is taken to have gone on from it; else null.</param>
/// <param name="Fixes">The fixes of the day in the order of time; at least one.</param>
internal sealed record TrackDay(DateOnly Day, Fix? Before, IReadOnlyList<Fix> Fixes)
{
    /// <summary>What lies nearer than this to the straight way is left out, in degrees: a metre.</summary>
    private const double Tolerance = 9e-6;

    /// <summary>Cuts fixes into days.</summary>
    /// <param name="fixes">In the order of time.</param>
    /// <param name="from">The first instant that counts; what is before it only tells where the object came from.</param>
    /// <param name="maxGap">Between fixes that are farther apart nothing is concluded.</param>
    public static IEnumerable<TrackDay> Of(IReadOnlyList<Fix> fixes, long from, TimeSpan maxGap)
    {
        for (var i = 0; i < fixes.Count;)
        {
            var day = DayOf(fixes[i]);
            var end = i + 1;
            while (end < fixes.Count && DayOf(fixes[end]) == day)
                end++;
            if (fixes[i].Ticks >= from)
                yield return new(day, i > 0 && fixes[i].Ticks - fixes[i - 1].Ticks <= maxGap.Ticks ? fixes[i - 1] : null, [.. fixes.Skip(i).Take(end - i)]);
            i = end;
        }
    }

    /// <summary>
    /// The way, to a metre: straight between fixes in longitude and latitude, cut where nothing was heard for longer than is bridged and at the antimeridian; null when no two fixes
    /// belong together, or all are at one place.
    /// </summary>
    public Geometry? Way(TimeSpan maxGap)
    {
        List<LineString> parts = [];
        List<Fix> run = Before is { } before ? [before] : [];
        foreach (var fix in Fixes)
        {
            if (run.Count > 0 && fix.Ticks - run[^1].Ticks > maxGap.Ticks)
            {
                parts.AddRange(Parts(run));
                run.Clear();
            }
            run.Add(fix);
        }
        parts.AddRange(Parts(run));
        return parts.Count switch
        {
            0 => null,
            1 => parts[0],
            _ => GeometryFactory.Default.CreateMultiLineString([.. parts]),
        };
    }

    /// <summary>Metres along the ways that are shown, on the ellipsoid.</summary>
    public double LengthM(TimeSpan maxGap)
    {
        var (sum, last) = (0.0, Before);
        foreach (var fix in Fixes)
        {
            if (last is { } from && fix.Ticks - from.Ticks <= maxGap.Ticks)
                sum += Geodesic.Inverse(from.Point, fix.Point).DistanceM;
            last = fix;
        }
        return sum;
    }

    /// <summary>YYYY-MM-DD.</summary>
    public string Text => Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly DayOf(in Fix fix) => DateOnly.FromDateTime(new DateTime(fix.Ticks, DateTimeKind.Utc));

    private static IEnumerable<LineString> Parts(List<Fix> run)
    {
        if (run.Count < 2)
            yield break;
        var cut = CourseCutter.Cut([.. run.Select(f => f.Point)]);
        for (var i = 0; i < cut.NumGeometries; i++)
        {
            if (DouglasPeuckerSimplifier.Simplify(cut.GetGeometryN(i), Tolerance) is LineString { IsEmpty: false, Length: > 0 } part)
                yield return part;
        }
    }
}
