using System.Text;
using NetTopologySuite.Geometries;
using Truceline.GeoZone.Shapes.Drawing;
using Truceline.GeoZone.Shapes.Formats;
using Truceline.GeoZone.V1;
using Truceline.Type.V1;
using Area = NetTopologySuite.Geometries.Polygon;
using Polygon = Truceline.Type.V1.Polygon;
using Position = Truceline.Type.V1.Position;

namespace Truceline.GeoZone.Shapes;

/// <summary>Drawn zones as messages.</summary>
internal static class DrawnMapper
{
    public static DrawnShape ToProto(DrawnZone zone) => new()
    {
        Inside = { Polygons(zone.Inside) },
        Possible = { ReferenceEquals(zone.Inside, zone.Possible) ? [] : Polygons(zone.Possible) },
        InsideAreaM2 = GeodesicArea.OfM2(zone.Inside),
        PossibleAreaM2 = GeodesicArea.OfM2(zone.Possible),
        Geojson = Encoding.UTF8.GetString(GeoJsonWriter.Write(ZoneFeatures.Of(zone, ""))),
    };

    public static IEnumerable<Polygon> Polygons(Geometry area) => Overlay.Areas(area).Geometries.Cast<Area>().Select(part => new Polygon
    {
        Outer = Ring(part.Shell),
        Holes = { part.Holes.Select(Ring) },
    });

    public static Position Position(Coordinate at) => new() { Longitude = at.X, Latitude = at.Y };

    /// <summary>In messages the first position is not repeated.</summary>
    private static Ring Ring(LinearRing ring) => new() { Positions = { ring.Coordinates.SkipLast(1).Select(Position) } };
}
