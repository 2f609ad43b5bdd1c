using NetTopologySuite.Geometries;
using Truceline.GeoZone.Shapes;
using Truceline.GeoZone.Shapes.Drawing;
using Truceline.GeoZone.Tracks.Course;
using Truceline.GeoZone.Tracks.Lines;
using Truceline.GeoZone.V1;
using Truceline.GeoZone.Zones.Index;
using Truceline.GeoZone.Zones.Live;
using Truceline.GeoZone.Zones.Versions;
using Area = NetTopologySuite.Geometries.Polygon;
using CourseFence = Truceline.GeoZone.Tracks.Course.Fence;
using Fence = Truceline.GeoZone.V1.Fence;

namespace Truceline.GeoZone.Tracks.Fences;

/// <summary>Fences from messages that were found valid.</summary>
internal static class FenceMapper
{
    private static readonly TimeSpan SiteGap = TimeSpan.FromHours(24);

    public static CourseFence FromProto(Fence fence)
    {
        var isSite = fence.Kind == FenceKind.Site;
        var settings = new FenceSettings(
            fence.HasMarginM ? fence.MarginM : FenceSettings.Default.MarginM, fence.MinDwell?.ToTimeSpan() ?? TimeSpan.Zero, fence.Dwell?.ToTimeSpan(), fence.ApproachM,
            fence.MaxGap?.ToTimeSpan() ?? (isSite ? SiteGap : FenceSettings.Default.MaxGap));
        var windows = fence.Windows.Select(w => new ScheduleWindow(w.Days.Aggregate(0, (bits, day) => bits | 1 << day), w.FromMinute, w.Minutes)).ToList();
        var schedule = new Schedule(fence.ValidFrom?.ToDateTimeOffset().UtcTicks ?? long.MinValue, fence.ValidTo?.ToDateTimeOffset().UtcTicks ?? long.MaxValue, windows, fence.UtcOffsetMinutes);
        return new(
            fence.Id, settings, schedule == Schedule.Always || windows.Count == 0 && fence.ValidFrom is null && fence.ValidTo is null ? Schedule.Always : schedule,
            fence.Shape is not null ? new HashSet<string> { KeyOf(fence) } : fence.Zones.Count > 0 ? fence.Zones.ToHashSet(StringComparer.Ordinal) : null,
            fence.ObjectIds.Count > 0 ? fence.ObjectIds.ToHashSet(StringComparer.Ordinal) : null, fence.ObjectPrefix, fence.Kind == FenceKind.Route);
    }

    /// <summary>The areas of a fence with a shape of its own, one after the other in time; none when it has no shape.</summary>
    public static IEnumerable<IndexedZone> Draw(Fence fence) => FenceShapes.Eras(fence).Select(era => Draw(KeyOf(fence), era.Shape, era.From, era.To));

    /// <summary>A fence over a line.</summary>
    /// <param name="fence">The fence.</param>
    /// <param name="versions">The versions of its line when it is one that is kept.</param>
    public static LineFence OverLine(Fence fence, IEnumerable<Era> versions)
    {
        var isKept = fence.LineId.Length > 0;
        WatchedLine[] lines = isKept
            ? [.. versions.Where(v => v.Body.Line is not null).Select(v => (Times: ZoneDrawing.Instants(v.Days), Line: v.Body.Line!)).Select(v =>
                new WatchedLine(WatchedLine.CourseOf(v.Line.Course), v.Times.From.UtcTicks, v.Times.To.UtcTicks, v.Line.LeftPartyId, v.Line.RightPartyId))]
            : [new(WatchedLine.CourseOf(fence.Line), long.MinValue, long.MaxValue, "", "")];
        return new(FromProto(fence), isKept ? fence.LineId : KeyOf(fence), fence, lines);
    }

    private static IndexedZone Draw(string key, Shape shape, DateTimeOffset from, DateTimeOffset to)
    {
        var drawn = ZoneDrawer.Draw(ShapeMapper.FromProto(shape));
        var inside = Rings(drawn.Inside);
        return new(key, inside, ReferenceEquals(drawn.Inside, drawn.Possible) ? null : Rings(drawn.Possible), from, to);
    }

    private static string KeyOf(Fence fence) => FenceSet.OwnArea + fence.Id;

    private static Zones.Index.ZoneShape Rings(MultiPolygon area) =>
        new([.. area.Geometries.Cast<Area>().Where(part => !part.IsEmpty).SelectMany(part => part.Holes.Prepend(part.Shell)).Select(Ring)]);

    private static double[] Ring(LinearRing ring) => [.. ring.Coordinates.SelectMany(at => new[] { at.X, at.Y })];
}
