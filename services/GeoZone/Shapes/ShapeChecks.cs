using System.Globalization;
using NetTopologySuite.Geometries;
using Truceline.GeoZone.Agreements;
using Truceline.GeoZone.Geodesy;
using Truceline.GeoZone.Shapes.Drawing;
using Truceline.GeoZone.Shapes.Validity;
using Truceline.GeoZone.V1;
using Truceline.ServiceDefaults.Errors;
using Truceline.Type.V1;
using Polygon = Truceline.Type.V1.Polygon;
using Position = Truceline.Type.V1.Position;

namespace Truceline.GeoZone.Shapes;

/// <summary>Says everything that is wrong with a shape.</summary>
/// <param name="violations">Takes what is wrong.</param>
/// <param name="mayName">Whether it may name lines, zones and places that are kept; whether they are is not looked at here.</param>
internal sealed class ShapeChecks(FieldViolations violations, bool mayName = false)
{
    private const double LargestM = 1_000_000;
    private const double ShortestM = 0.01;
    private const int MostParts = 1_000;
    private const int MostComposed = 100;
    private const int MostDepth = 8;
    private readonly FieldChecks _checks = new(violations);

    public void Check(string path, Shape? shape, int depth = 0)
    {
        switch (shape?.KindCase)
        {
            case Shape.KindOneofCase.Polygon:
                Polygons($"{path}.polygon.parts", shape.Polygon.Parts);
                break;
            case Shape.KindOneofCase.Circle:
                GeometryChecks.Position(_checks, $"{path}.circle.centre", shape.Circle.Centre);
                Interval($"{path}.circle.radius", shape.Circle.RadiusLowM, shape.Circle.RadiusHighM);
                break;
            case Shape.KindOneofCase.Square:
                GeometryChecks.Position(_checks, $"{path}.square.centre", shape.Square.Centre);
                Positive($"{path}.square.side_m", shape.Square.SideM);
                _checks.Number($"{path}.square.bearing_degrees", shape.Square.BearingDegrees, -360, 360, "degrees");
                break;
            case Shape.KindOneofCase.Band:
                Line($"{path}.band.line", shape.Band.Line);
                if (shape.Band.Left is null && shape.Band.Right is null)
                    _checks.Add($"{path}.band", "It needs a reach on at least one side.", "REQUIRED");
                Side($"{path}.band.left", shape.Band.Left);
                Side($"{path}.band.right", shape.Band.Right);
                break;
            case Shape.KindOneofCase.Corridor:
                if (!IsNamed($"{path}.corridor.route_line_id", shape.Corridor.RouteLineId))
                    Line($"{path}.corridor.route", shape.Corridor.Route);
                Interval($"{path}.corridor.width", shape.Corridor.WidthLowM, shape.Corridor.WidthHighM);
                break;
            case Shape.KindOneofCase.Between:
                if (!IsNamed($"{path}.between.first_line_id", shape.Between.FirstLineId))
                    Line($"{path}.between.first", shape.Between.First);
                if (!IsNamed($"{path}.between.second_line_id", shape.Between.SecondLineId))
                    Line($"{path}.between.second", shape.Between.Second);
                break;
            case Shape.KindOneofCase.Composed:
                Composed($"{path}.composed", shape.Composed, depth);
                break;
            case Shape.KindOneofCase.AgreedBand:
                Required($"{path}.agreed_band.line_id", shape.AgreedBand.LineId);
                AgreedBand($"{path}.agreed_band", shape.AgreedBand, mayShare: false);
                break;
            case Shape.KindOneofCase.Zone:
                Required($"{path}.zone.zone_id", shape.Zone.ZoneId);
                break;
            case Shape.KindOneofCase.Place:
                Required($"{path}.place.gazetteer_id", shape.Place.GazetteerId);
                break;
            default:
                _checks.Add(path, "It is required: one of its kinds.", "REQUIRED");
                break;
        }
    }

    /// <summary>The distances of a band along a line that is kept, and on which sides it lies; not whether these are the line's.</summary>
    /// <param name="path">The path of the band.</param>
    /// <param name="band">The band.</param>
    /// <param name="mayShare">Whether a band without a party is shared where it says no more.</param>
    public void AgreedBand(string path, Band band, bool mayShare)
    {
        BandChecks.Check(_checks, path, band, mayShare);
        if (band.Sides.Count == 0)
            Side(path, new() { NearM = band.NearM, FarLowM = band.FarLowM, FarHighM = band.FarHighM });
        for (var i = 0; i < band.Sides.Count; i++)
            Side($"{path}.sides[{i}].reach", band.Sides[i].Reach);
    }

    private bool IsNamed(string path, string id)
    {
        if (id.Length > 0)
            Required(path, id);
        return id.Length > 0;
    }

    /// <summary>The id of something that is kept.</summary>
    private void Required(string path, string id)
    {
        const int most = 127;
        if (!mayName)
            _checks.Add(path, "Give the geometry itself: what is only drawn names nothing that is kept.", "UNSUPPORTED");
        else if (id.Length is 0 or > most)
            _checks.Add(path, $"It is required, at most {most} characters.", id.Length == 0 ? "REQUIRED" : "TOO_LONG");
    }

    private void Composed(string path, V1.ComposedShape composed, int depth)
    {
        _checks.Chosen($"{path}.how", composed.How);
        if (composed.Parts.Count is 0 or > MostComposed)
            _checks.Add($"{path}.parts", $"It must have 1 to {MostComposed} parts.", composed.Parts.Count == 0 ? "REQUIRED" : "OUT_OF_RANGE");
        else if (depth >= MostDepth)
            _checks.Add($"{path}.parts", $"Shapes may be nested {MostDepth} deep.", "TOO_DEEP");
        else
        {
            for (var i = 0; i < composed.Parts.Count; i++)
                Check($"{path}.parts[{i}]", composed.Parts[i], depth + 1);
        }
    }

    private void Polygons(string path, IReadOnlyList<Polygon> parts)
    {
        if (parts.Count is 0 or > MostParts)
            _checks.Add(path, $"It must have 1 to {MostParts} parts.", parts.Count == 0 ? "REQUIRED" : "OUT_OF_RANGE");
        for (var i = 0; i < Math.Min(parts.Count, MostParts); i++)
            Polygon($"{path}[{i}]", parts[i]);
    }

    private void Polygon(string path, Polygon polygon)
    {
        var before = _checks.Count;
        Positions($"{path}.outer.positions", polygon.Outer?.Positions, least: 3);
        for (var i = 0; i < polygon.Holes.Count; i++)
            Positions($"{path}.holes[{i}].positions", polygon.Holes[i].Positions, least: 3);
        if (_checks.Count > before)
            return;
        var issues = new IssueList();
        GeometryChecker.Check(GeometryFactory.Default.CreatePolygon(Ring(polygon.Outer!), [.. polygon.Holes.Select(Ring)]), path, issues);
        foreach (var issue in issues.All)
            _checks.Add(path + InPolygon(issue.Path[path.Length..]), issue.Message, issue.Reason);
    }

    /// <summary>From rings and positions as GeoJSON nests them, "[1][4]", to fields, ".holes[0].positions[4]".</summary>
    private static string InPolygon(string nested)
    {
        var places = nested.Split(['[', ']'], StringSplitOptions.RemoveEmptyEntries);
        if (places.Length == 0)
            return "";
        var ring = int.Parse(places[0], CultureInfo.InvariantCulture);
        return (ring == 0 ? ".outer" : $".holes[{ring - 1}]") + (places.Length > 1 ? $".positions[{places[1]}]" : "");
    }

    /// <summary>A course, wherever it stands.</summary>
    public void Line(string path, Line? line)
    {
        var before = _checks.Count;
        Positions($"{path}.positions", line?.Positions, least: 2);
        if (_checks.Count > before || line is null)
            return;
        // At a pole, and at the antimeridian, different numbers name one place.
        var points = line.Positions.Select(GeoPoint.From).ToList();
        if (points.TrueForAll(point => Geodesic.Inverse(points[0], point).DistanceM < ShortestM))
            _checks.Add($"{path}.positions", "It needs two different positions.", "TOO_FEW_POINTS");
        var centre = ShapePlane.Around(points).Centre;
        if (points.Exists(point => Geodesic.Inverse(centre, point).DistanceM > ShapePlane.LargestRadiusM))
            _checks.Add($"{path}.positions", "It must lie within 9,000 km of its middle.", "OUT_OF_RANGE");
    }

    private void Positions(string path, IReadOnlyList<Position>? positions, int least)
    {
        const int most = 10_000;
        var count = positions?.Count ?? 0;
        if (positions is null || count < least || count > most)
        {
            _checks.Add(path, $"It must have {least} to {most} positions.", count == 0 ? "REQUIRED" : "OUT_OF_RANGE");
            return;
        }
        for (var i = 0; i < count; i++)
            GeometryChecks.Position(_checks, $"{path}[{i}]", positions[i]);
    }

    private void Side(string path, V1.SideReach? side)
    {
        if (side is null)
            return;
        Interval($"{path}.far", side.FarLowM, side.FarHighM);
        if (!(side.NearM >= 0 && side.NearM < side.FarLowM))
            _checks.Add($"{path}.near_m", "It must be in the range [0, far_low_m) metres.", "OUT_OF_RANGE");
    }

    private void Interval(string path, double low, double high)
    {
        Positive($"{path}_low_m", low);
        if (high != 0 && !(high >= low && high <= LargestM))
            _checks.Add($"{path}_high_m", $"It must be 0 or not less than the low value and at most {LargestM:F0} metres.", "OUT_OF_RANGE");
    }

    private void Positive(string path, double metres)
    {
        if (!(metres > 0 && metres <= LargestM))
            _checks.Add(path, $"It must be in the range (0, {LargestM:F0}] metres.", "OUT_OF_RANGE");
    }

    private static LinearRing Ring(Ring ring) => GeometryFactory.Default.CreateLinearRing(
        [.. ring.Positions.Append(ring.Positions[0]).Select(position => new Coordinate(position.Longitude, position.Latitude))]);
}
