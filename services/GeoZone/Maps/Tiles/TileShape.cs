using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Simplify;

namespace Truceline.GeoZone.Maps.Tiles;

/// <summary>Kind of a tile's geometry, by its number in the format.</summary>
internal enum TileShapeKind
{
    Points = 1,
    Lines = 2,
    Areas = 3,
}

/// <summary>
/// What a feature looks like in a tile: simplified for the level, clipped to the tile with its buffer, on whole units. Polygons are valid, with shells wound as
/// the format wants it (the surveyor's area positive with y downwards) and holes the other way.
/// </summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Parts">Points, lines or closed rings; each shell is followed by its holes.</param>
internal sealed record TileShape(TileShapeKind Kind, IReadOnlyList<Coordinate[]> Parts)
{
    /// <summary>How far an outline may stray by simplification, in units: an eighth of a pixel of a tile drawn with 256.</summary>
    public const double ToleranceUnits = 2;

    private const double Low = -TileAddress.Buffer;
    private const double High = TileAddress.Extent + TileAddress.Buffer;
    private static readonly GeometryFactory Factory = GeometryFactory.Default;
    private static readonly PrecisionModel WholeUnits = new(1);
    private static readonly Geometry Frame = Factory.ToGeometry(new Envelope(Low, High, Low, High));

    /// <summary>The shape of a geometry; null when nothing of it is left in the tile.</summary>
    /// <param name="geometry">Points, lines or polygons in degrees.</param>
    /// <param name="tile">The tile.</param>
    public static TileShape? Of(Geometry geometry, TileAddress tile)
    {
        var parts = new List<Coordinate[]>();
        // What lies beyond the antimeridian is in the buffer of a tile at the edge of the world.
        foreach (var turn in (ReadOnlySpan<int>)[-1, 0, 1])
        {
            var box = geometry.EnvelopeInternal;
            if (tile.Degrees.Intersects(new Envelope(box.MinX + 360 * turn, box.MaxX + 360 * turn, box.MinY, box.MaxY)))
                parts.AddRange(PartsOf(Project(geometry, tile, turn)));
        }
        return parts.Count == 0 ? null : new(geometry.Dimension switch
        {
            Dimension.Point => TileShapeKind.Points,
            Dimension.Curve => TileShapeKind.Lines,
            _ => TileShapeKind.Areas,
        }, parts);
    }

    private static Geometry Project(Geometry geometry, TileAddress tile, int turn)
    {
        var projected = geometry.Copy();
        projected.Apply(new Projection(tile, turn));
        projected.GeometryChanged();
        return projected;
    }

    private static IEnumerable<Coordinate[]> PartsOf(Geometry geometry) => geometry.Dimension switch
    {
        Dimension.Point => geometry.Coordinates.Select(Whole).Where(at => Frame.EnvelopeInternal.Contains(at)).Select(at => new[] { at }),
        Dimension.Curve => Each<LineString>(geometry).SelectMany(line => LineClipper.Clip(
            DouglasPeuckerSimplifier.Simplify(line, ToleranceUnits).Coordinates, Frame.EnvelopeInternal)).Select(WholeLine).Where(line => line.Length > 1),
        _ => Areas(geometry),
    };

    private static IEnumerable<Coordinate[]> Areas(Geometry geometry)
    {
        var simple = TopologyPreservingSimplifier.Simplify(geometry, ToleranceUnits);
        // On the whole units of the tile, so that what is written is valid as it stands.
        var clipped = OverlayNG.Overlay(simple, Frame, NetTopologySuite.Operation.Overlay.SpatialFunction.Intersection, WholeUnits);
        return Each<Polygon>(clipped).SelectMany(polygon => polygon.Holes.Select(hole => Wound(hole, isShell: false)).Prepend(Wound(polygon.Shell, isShell: true)));
    }

    /// <summary>A closed ring whose raw area is positive for shells: y points downwards, so that it runs clockwise to the eye.</summary>
    private static Coordinate[] Wound(LinearRing ring, bool isShell) =>
        Orientation.IsCCW(ring.CoordinateSequence) == isShell ? ring.Coordinates : [.. ring.Coordinates.Reverse()];

    private static IEnumerable<T> Each<T>(Geometry geometry) where T : Geometry =>
        Enumerable.Range(0, geometry.NumGeometries).Select(geometry.GetGeometryN).OfType<T>().Where(part => !part.IsEmpty);

    private static Coordinate[] WholeLine(IEnumerable<Coordinate> line)
    {
        var whole = new List<Coordinate>();
        foreach (var at in line.Select(Whole))
        {
            if (whole.Count == 0 || !whole[^1].Equals2D(at))
                whole.Add(at);
        }
        return [.. whole];
    }

    private static Coordinate Whole(Coordinate at) => new(Math.Round(at.X), Math.Round(at.Y));

    private sealed class Projection(TileAddress tile, int turn) : ICoordinateSequenceFilter
    {
        public bool Done => false;

        public bool GeometryChanged => true;

        public void Filter(CoordinateSequence seq, int i)
        {
            seq.SetX(i, tile.UnitsX(seq.GetX(i) + 360 * turn));
            seq.SetY(i, tile.UnitsY(seq.GetY(i)));
        }
    }
}
