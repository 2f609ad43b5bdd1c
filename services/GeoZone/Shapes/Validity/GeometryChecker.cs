using System.Globalization;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Valid;
using Truceline.GeoZone.Geodesy;

namespace Truceline.GeoZone.Shapes.Validity;

/// <summary>Says what is wrong with geometries in longitude and latitude, and where. Edges take the shorter way around the globe.</summary>
internal static class GeometryChecker
{
    /// <summary>More vertices than this in one geometry are refused.</summary>
    public const int MostVertices = 100_000;

    /// <param name="geometry">The geometry; rings are closed.</param>
    /// <param name="path">Path of its coordinates.</param>
    /// <param name="issues">Where to note.</param>
    public static void Check(Geometry geometry, string path, IssueList issues)
    {
        if (geometry.NumPoints > MostVertices)
        {
            issues.Add(new(path, "TOO_MANY_VERTICES", Text($"It has {geometry.NumPoints} vertices; at most {MostVertices} are taken."), IssueWeight.Fatal));
            return;
        }
        var sound = true;
        foreach (var (part, partPath) in CoordinatePaths.Of(geometry, path))
            sound &= Coordinates(part, partPath, issues);
        if (!sound)
            return;
        var valid = true;
        foreach (var (part, partPath) in CoordinatePaths.Polygons(geometry, path))
            valid &= Topology(part, partPath, issues);
        if (valid && geometry is MultiPolygon parts)
            Parts(parts, path, issues);
    }

    private static bool Coordinates(CoordinateSequence at, string path, IssueList issues)
    {
        var sound = true;
        for (var i = 0; i < at.Count; i++)
        {
            var (longitude, latitude) = (at.GetX(i), at.GetY(i));
            var place = at.Count == 1 && !path.EndsWith(']') ? path : $"{path}[{i}]";
            if (!double.IsFinite(longitude) || !double.IsFinite(latitude))
                issues.Add(new(place, "NOT_A_NUMBER", "Longitude and latitude must be finite numbers.", IssueWeight.Fatal));
            else if (Math.Abs(latitude) > 90)
                issues.Add(new(place, "LATITUDE_OUT_OF_RANGE", Text($"Latitude {latitude:R} must be in the range [-90, 90] degrees."), IssueWeight.Fatal) { At = (longitude, latitude) });
            else if (Math.Abs(longitude) > 180)
                issues.Add(new(place, "LONGITUDE_OUT_OF_RANGE", Text($"Longitude {longitude:R} must be in the range [-180, 180] degrees; repaired, it is turned by whole circles."),
                    Math.Abs(longitude) <= 3600 ? IssueWeight.Repairable : IssueWeight.Fatal)
                { At = (longitude, latitude) });
            else
                continue;
            sound = false;
        }
        return sound;
    }

    private static bool Topology(Polygon polygon, string path, IssueList issues)
    {
        var plane = RunOn.Of(polygon);
        if (new IsValidOp(plane).ValidationError is not { } error)
            return true;
        var (ring, vertex) = Nearest(plane, error.Coordinate);
        Note(error, $"{path}[{ring}][{vertex}]", issues);
        return false;
    }

    private static void Parts(MultiPolygon parts, string path, IssueList issues)
    {
        // Parts that were cut at the antimeridian share an edge there and nowhere else: they are compared as they stand.
        var isCut = parts.Coordinates.Any(at => Math.Abs(at.X) == 180);
        var plane = isCut ? parts : parts.Factory.CreateMultiPolygon([.. parts.Geometries.Cast<Polygon>().Select(part => RunOn.Of(part, parts.Coordinate.X))]);
        if (new IsValidOp(plane).ValidationError is not { } error)
            return;
        var part = Enumerable.Range(0, plane.NumGeometries).LastOrDefault(i => error.Coordinate is { } at && plane[i].Distance(plane.Factory.CreatePoint(at)) < 1e-9);
        var (ring, vertex) = Nearest((Polygon)plane[part], error.Coordinate);
        Note(error, $"{path}[{part}][{ring}][{vertex}]", issues);
    }

    private static void Note(TopologyValidationError error, string path, IssueList issues)
    {
        var (reason, message, repaired) = Name(error.ErrorType);
        if (error.Coordinate is not { } at)
        {
            issues.Add(new(path, reason, $"{message}; repaired, {repaired}.", IssueWeight.Repairable));
            return;
        }
        var longitude = GeoPoint.Wrap(at.X);
        issues.Add(new(path, reason, Text($"{message} (at longitude {longitude:F6}, latitude {at.Y:F6}); repaired, {repaired}."), IssueWeight.Repairable) { At = (longitude, at.Y) });
    }

    /// <summary>The ring that an error lies on, and the vertex at which the edge begins.</summary>
    private static (int Ring, int Vertex) Nearest(Polygon polygon, Coordinate? at)
    {
        var (best, least) = ((0, 0), double.PositiveInfinity);
        for (var ring = 0; at is not null && ring <= polygon.NumInteriorRings; ring++)
        {
            var points = (ring == 0 ? polygon.Shell : polygon.GetInteriorRingN(ring - 1)).CoordinateSequence;
            for (var i = 0; i + 1 < points.Count; i++)
            {
                var distance = NetTopologySuite.Algorithm.DistanceComputer.PointToSegment(at, points.GetCoordinate(i), points.GetCoordinate(i + 1));
                if (distance < least)
                    (best, least) = ((ring, i), distance);
            }
        }
        return best;
    }

    private static (string Reason, string Message, string Repaired) Name(TopologyValidationErrors error) => error switch
    {
        TopologyValidationErrors.SelfIntersection => ("SELF_INTERSECTION", "The edge that begins here meets another", "edges are cut where they meet and what they enclose stays"),
        TopologyValidationErrors.RingSelfIntersection => ("RING_SELF_INTERSECTION", "The ring touches itself", "it is cut there into rings of their own"),
        TopologyValidationErrors.HoleOutsideShell => ("HOLE_OUTSIDE", "The hole does not lie inside the outer ring", "what of it lies within is cut out, and one wholly outside becomes a filled part of its own"),
        TopologyValidationErrors.NestedHoles => ("NESTED_HOLES", "The hole lies inside another hole", "the two are one hole"),
        TopologyValidationErrors.NestedShells => ("NESTED_PARTS", "The part lies inside another", "the two are one part"),
        TopologyValidationErrors.DuplicateRings => ("DUPLICATE_RING", "The ring is there twice", "it counts once"),
        TopologyValidationErrors.DisconnectedInteriors => ("DISCONNECTED_INTERIOR", "Holes cut the inside into pieces", "each is a part of its own"),
        TopologyValidationErrors.TooFewPoints => ("TOO_FEW_POINTS", "The ring has fewer than three different positions", "it is dropped"),
        TopologyValidationErrors.RingNotClosed => ("RING_NOT_CLOSED", "The first position must be repeated at the end", "it is"),
        _ => ("INVALID_GEOMETRY", "The geometry is not valid", "it is drawn anew from its edges"),
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
