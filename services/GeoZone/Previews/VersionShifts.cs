using NetTopologySuite.Geometries;
using Truceline.GeoZone.Shapes;
using Truceline.GeoZone.Shapes.Drawing;
using Truceline.GeoZone.V1;
using Truceline.GeoZone.Zones;
using Truceline.GeoZone.Zones.Versions;
using Shape = Truceline.GeoZone.V1.Shape;

namespace Truceline.GeoZone.Previews;

/// <summary>Over which days a zone would differ, and what it would gain and lose then. Pure.</summary>
internal static class VersionShifts
{
    private static readonly DrawnZone Nothing = DrawnZone.Certain(MultiPolygon.Empty);

    /// <summary>The stretches of valid time in which something differs, in their order; neighbours with the same difference are one.</summary>
    public static IEnumerable<ZoneVersionShift> Between(ForeseenZone zone)
    {
        List<(DayRange Days, VersionBody? Was, VersionBody? Will)> stretches = [];
        foreach (var days in Pieces(zone))
        {
            var (was, will) = (Timeline.On(zone.Before, days.First), Timeline.On(zone.After, days.First));
            if (Equals(was, will))
                continue;
            if (stretches.Count > 0 && stretches[^1] is var last && last.Days.Last.AddDays(1) == days.First && Equals(last.Was, was) && Equals(last.Will, will))
                stretches[^1] = (new(last.Days.First, days.Last), was, will);
            else
                stretches.Add((days, was, will));
        }
        return stretches.Select(s => Shift(zone, s.Days, s.Was?.DrawnFrom, s.Will?.DrawnFrom));
    }

    private static ZoneVersionShift Shift(ForeseenZone zone, DayRange days, Shape? before, Shape? after)
    {
        var shift = new ZoneVersionShift
        {
            ZoneId = zone.Id,
            AgreementId = zone.AgreementId,
            ValidFrom = DayRange.Text(days.First),
            ValidTo = days.Last == DateOnly.MaxValue ? "" : DayRange.Text(days.Last.AddDays(1)),
        };
        try
        {
            var (was, will) = (Drawn(before), Drawn(after));
            (shift.Gained, shift.Lost) = (DrawnMapper.ToProto(ZoneDifference.Gained(was, will)), DrawnMapper.ToProto(ZoneDifference.Gained(will, was)));
        }
        catch (TopologyException)
        {
            // What cannot be drawn is told without its areas.
        }
        return shift;
    }

    private static DrawnZone Drawn(Shape? shape) => shape is null ? Nothing : ZoneDrawer.Draw(ShapeMapper.FromProto(shape));

    /// <summary>The days of all eras, cut wherever one of them begins or has ended.</summary>
    private static IEnumerable<DayRange> Pieces(ForeseenZone zone)
    {
        List<Era> eras = [.. zone.Before, .. zone.After];
        List<DateOnly> cuts = [.. eras.Select(e => e.Days.First).Concat(eras.Where(e => e.Days.Last < DateOnly.MaxValue).Select(e => e.Days.Last.AddDays(1))).Distinct().Order()];
        for (var i = 0; i < cuts.Count; i++)
            yield return new(cuts[i], i + 1 < cuts.Count ? cuts[i + 1].AddDays(-1) : DateOnly.MaxValue);
    }
}
