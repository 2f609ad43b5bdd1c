using Truceline.GeoZone.Shapes;
using Truceline.GeoZone.Shapes.Drawing;
using Truceline.GeoZone.V1;
using Truceline.GeoZone.Zones;
using Truceline.GeoZone.Zones.Live;

namespace Truceline.GeoZone.Previews;

/// <summary>What the zones of an agreement gain and lose by a change. Pure.</summary>
internal static class ZoneShifts
{
    private static readonly DrawnZone Nothing = DrawnZone.Certain(NetTopologySuite.Geometries.MultiPolygon.Empty);

    public static IEnumerable<ZoneShift> Between(Agreement before, Agreement after) => ZoneChanges.Between(before, after).Select(id =>
    {
        var shift = new ZoneShift { ZoneId = id };
        try
        {
            var (was, will) = (Drawn(before, id), Drawn(after, id));
            (shift.Gained, shift.Lost) = (DrawnMapper.ToProto(ZoneDifference.Gained(was, will)), DrawnMapper.ToProto(ZoneDifference.Gained(will, was)));
        }
        catch (NetTopologySuite.Geometries.TopologyException)
        {
            // What cannot be drawn is told without its areas.
        }
        return shift;
    });

    private static DrawnZone Drawn(Agreement agreement, string id) => agreement.Zones.FirstOrDefault(z => z.Id == id) is { } zone
        ? ZoneDrawer.Draw(ZoneDrawing.ShapeOf(zone, agreement.Lines.FirstOrDefault(l => l.Id == zone.Band?.LineId)))
        : Nothing;
}
