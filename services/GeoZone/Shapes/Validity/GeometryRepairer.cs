using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using Truceline.GeoZone.Geodesy;
using Truceline.GeoZone.Shapes.Drawing;

namespace Truceline.GeoZone.Shapes.Validity;

/// <summary>Mends geometries: longitudes turned into range, edges noded where they cross (what any ring encloses stays), rings wound as RFC 7946 has it.</summary>
internal static class GeometryRepairer
{
    /// <summary>The mended geometry; edges take the shorter way around, areas are cut at the antimeridian.</summary>
    public static Geometry Repair(Geometry geometry) => geometry switch
    {
        Polygon or MultiPolygon => Areas(geometry),
        GeometryCollection parts and not (MultiPoint or MultiLineString) => geometry.Factory.CreateGeometryCollection([.. parts.Geometries.Select(Repair)]),
        _ => Turned(geometry),
    };

    /// <summary>Area of the polygons, in square metres; where rings cross, what they enclose by the sum of their turns.</summary>
    public static double AreaM2(Geometry geometry) => CoordinatePaths.Polygons(geometry, "").Sum(part => GeodesicArea.OfM2(RunOn.Of(part.Polygon)));

    private static MultiPolygon Areas(Geometry geometry)
    {
        var mended = CoordinatePaths.Polygons(geometry, "").Select(part => GeometryFixer.Fix(RunOn.Of(Turned(part.Polygon))));
        return GlobeCutter.Wound(Overlay.UnionAll(mended.Select(GlobeCutter.IntoWorld)));
    }

    private static T Turned<T>(T geometry) where T : Geometry
    {
        var copy = (T)geometry.Copy();
        copy.Apply(new Turn());
        copy.GeometryChanged();
        return copy;
    }

    private sealed class Turn : ICoordinateSequenceFilter
    {
        public bool Done => false;

        public bool GeometryChanged => true;

        public void Filter(CoordinateSequence seq, int i)
        {
            if (Math.Abs(seq.GetX(i)) > 180)
                seq.SetX(i, GeoPoint.Wrap(seq.GetX(i)));
        }
    }
}
