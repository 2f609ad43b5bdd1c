using Truceline.GeoZone.Geodesy;
using Truceline.GeoZone.Tracks.Course;
using Truceline.Type.V1;

namespace Truceline.GeoZone.Tracks.Lines;

/// <summary>
/// Tells who goes over a line, by the fixes of one object: the ways between them are straight in longitude and latitude, and every meeting with the line counts, one way or the other. It is told once a fix is
/// beyond the margin whatever its radius; who turned back before did not cross. Around the end of a line nobody crosses it. Pure.
/// </summary>
internal static class LineCrossings
{
    /// <summary>Tells of one object at one line.</summary>
    /// <param name="fence">The fence.</param>
    /// <param name="objectId">The object.</param>
    /// <param name="fixes">Its fixes by time, one for each instant, from the first or from one that <see cref="IsSettled"/>.</param>
    public static List<Transition> Tell(LineFence fence, string objectId, IReadOnlyList<Fix> fixes)
    {
        List<Transition> told = [];
        if (!fence.Fence.Watches(objectId))
            return told;
        var (net, after, by) = (0, default(Fix), default(Fix));
        WatchedLine? line = null;
        for (var i = 0; i < fixes.Count; i++)
        {
            var fix = fixes[i];
            var was = line;
            line = fence.Fence.Schedule.IsOpen(fix.Ticks) ? fence.At(fix.Ticks) : null;
            if (i == 0 || line is null || !ReferenceEquals(line, was) || IsGap(fence, fixes[i - 1], fix))
            {
                net = 0;
                continue;
            }
            var met = Crossed(line.Course.Points, fixes[i - 1].Point, fix.Point);
            if (net == 0 && met != 0)
                (after, by) = (fixes[i - 1], fix);
            net += met;
            if (net == 0 || !IsClear(fence, line, fix, out var distanceM))
                continue;
            told.Add(Of(fence, line, objectId, net > 0, after, by, fix, distanceM));
            net = 0;
        }
        return told;
    }

    /// <summary>Whether nothing before a fix tells on what comes after it.</summary>
    public static bool IsSettled(LineFence fence, in Fix fix) => fence.At(fix.Ticks) is not { } line || IsClear(fence, line, fix, out _);

    private static Transition Of(LineFence fence, WatchedLine line, string objectId, bool isToRight, in Fix after, in Fix by, in Fix shown, double distanceM)
    {
        // Who may have been beyond it already may not have crossed.
        var verdict = line.Course.DistanceM(after.Point) > after.RadiusM ? ZonePosition.Inside : ZonePosition.Possible;
        var (from, to) = isToRight ? (line.LeftPartyId, line.RightPartyId) : (line.RightPartyId, line.LeftPartyId);
        return new(objectId, fence.Fence.Id, fence.AreaKey, TransitionKind.Crossed, verdict, TransitionCause.Moved, after.Ticks, by.Ticks, shown.Ticks, by, -distanceM)
        {
            Crossing = new(isToRight, from, to),
        };
    }

    private static bool IsClear(LineFence fence, WatchedLine line, in Fix fix, out double distanceM) =>
        (distanceM = line.Course.DistanceM(fix.Point)) > fence.Fence.Settings.MarginM + fix.RadiusM;

    private static bool IsGap(LineFence fence, in Fix last, in Fix fix) => fix.Ticks - last.Ticks > fence.Fence.Settings.MaxGap.Ticks;

    /// <summary>How often a way goes over a line from left to right, less how often from right to left. Who is on the line counts as on its right, so that a way that ends there is counted once.</summary>
    private static int Crossed(IReadOnlyList<GeoPoint> line, GeoPoint from, GeoPoint to)
    {
        var (dx, dy) = (GeoPoint.Wrap(to.Longitude - from.Longitude), to.Latitude - from.Latitude);
        var net = 0;
        for (var e = 0; e + 1 < line.Count; e++)
        {
            var edgeX = GeoPoint.Wrap(line[e + 1].Longitude - line[e].Longitude);
            // From where the way begins, the shorter way around to the edge's first vertex.
            var (ax, ay) = (GeoPoint.Wrap(line[e].Longitude - from.Longitude), line[e].Latitude - from.Latitude);
            var (bx, by) = (ax + edgeX, line[e + 1].Latitude - from.Latitude);
            if (Math.Max(ay, by) < Math.Min(0, dy) || Math.Min(ay, by) > Math.Max(0, dy))
                continue;
            if (IsLeft(0, 0, dx, dy, ax, ay) == IsLeft(0, 0, dx, dy, bx, by))
                continue;
            var (wasLeft, isLeft) = (IsLeft(ax, ay, bx, by, 0, 0), IsLeft(ax, ay, bx, by, dx, dy));
            if (wasLeft != isLeft)
                net += wasLeft ? 1 : -1;
        }
        return net;
    }

    private static bool IsLeft(double ax, double ay, double bx, double by, double x, double y) => (bx - ax) * (y - ay) - (by - ay) * (x - ax) > 0;
}
