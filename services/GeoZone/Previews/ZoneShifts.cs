using Truceline.GeoZone.Shapes;
using Truceline.GeoZone.Shapes.Drawing;
using Truceline.GeoZone.V1;
using Truceline.GeoZone.Zones;
using Truceline.GeoZone.Zones.Versions;

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

    /// <summary>As it is last; nothing when it is nowhere.</summary>
    private static DrawnZone Drawn(Agreement agreement, string id) => AgreementEras.ZonesAlone(agreement).GetValueOrDefault(id) is [.., { Body.DrawnFrom: { } shape }]
        ? ZoneDrawer.Draw(ShapeMapper.FromProto(shape))
        : Nothing;
}
