using NetTopologySuite.Geometries;
using Truceline.GeoZone.Shapes.Validity;
using Truceline.GeoZone.V1;
using Truceline.Type.V1;
using Issue = Truceline.GeoZone.V1.GeometryIssue;
using IssueWeights = Truceline.GeoZone.V1.GeometryIssue.Types.Weight;

namespace Truceline.GeoZone.Shapes;

/// <summary>Documents that were read as messages.</summary>
internal static class DocumentMapper
{
    public static ImportGeometryResponse ToProto(ShapeDocument document) => new()
    {
        Refused = document.IsRefused,
        Issues = { document.Issues.Select(ToProto) },
        Geometries = { document.Features.Select(ToProto) },
        AreaBeforeM2 = document.AreaBeforeM2,
        AreaAfterM2 = document.AreaAfterM2,
    };

    private static Issue ToProto(Validity.GeometryIssue issue) => new()
    {
        Path = issue.Path,
        Line = issue.Line,
        Column = issue.Column,
        Reason = issue.Reason,
        Message = issue.Message,
        Weight = issue.Weight switch
        {
            IssueWeight.Advice => IssueWeights.Advice,
            IssueWeight.Repairable => IssueWeights.Repairable,
            _ => IssueWeights.Fatal,
        },
        Position = issue.At is { } at ? new() { Longitude = at.Longitude, Latitude = at.Latitude } : null,
    };

    private static ImportedGeometry ToProto(ShapeFeature feature)
    {
        var imported = new ImportedGeometry { Name = feature.Name, Path = feature.Path };
        if (feature.Geometry is not { } geometry)
            return imported;
        imported.Polygons.AddRange(DrawnMapper.Polygons(geometry));
        foreach (var part in Flat(geometry))
        {
            if (part is LineString line)
                imported.Lines.Add(new Line { Positions = { line.Coordinates.Select(DrawnMapper.Position) } });
            else if (part is Point { IsEmpty: false } point)
                imported.Points.Add(DrawnMapper.Position(point.Coordinate));
        }
        return imported;
    }

    private static IEnumerable<Geometry> Flat(Geometry geometry) =>
        geometry is GeometryCollection parts ? parts.Geometries.SelectMany(Flat) : [geometry];
}
