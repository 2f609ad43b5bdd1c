using Google.Protobuf;
using Grpc.Core;
using NetTopologySuite.Geometries;
using Truceline.GeoZone.Shapes.Drawing;
using Truceline.GeoZone.Shapes.Formats;
using Truceline.GeoZone.V1;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.GeoZone.Shapes;

/// <summary>Serves <c>truceline.geozone.v1.ShapeService</c>.</summary>
internal sealed class ShapeGrpcService : ShapeService.ShapeServiceBase
{
    public override Task<DrawShapeResponse> DrawShape(DrawShapeRequest request, ServerCallContext context) =>
        Task.FromResult(new DrawShapeResponse { Drawn = DrawnMapper.ToProto(Draw("shape", request.Shape)) });

    public override Task<CompareShapesResponse> CompareShapes(CompareShapesRequest request, ServerCallContext context)
    {
        var (before, after) = (Draw("before", request.Before), Draw("after", request.After));
        return Task.FromResult(new CompareShapesResponse
        {
            Gained = DrawnMapper.ToProto(ZoneDifference.Gained(before, after)),
            Lost = DrawnMapper.ToProto(ZoneDifference.Gained(after, before)),
        });
    }

    public override Task<ImportGeometryResponse> ImportGeometry(ImportGeometryRequest request, ServerCallContext context)
    {
        var read = GeometryFormats.Read(request.Format, request.Document.ToByteArray(), new(request.Strict, request.Repair));
        return Task.FromResult(DocumentMapper.ToProto(read));
    }

    public override Task<ExportGeometryResponse> ExportGeometry(ExportGeometryRequest request, ServerCallContext context)
    {
        var drawn = Draw("shape", request.Shape);
        var document = GeometryFormats.Write(request.Format, ZoneFeatures.Of(drawn, request.Name));
        return Task.FromResult(new ExportGeometryResponse { Document = UnsafeByteOperations.UnsafeWrap(document), MediaType = GeometryFormats.MediaType(request.Format) });
    }

    /// <summary>Draws a shape that was found valid. Overlay in floating point may still give up, which is the shape's fault then, and not the service's.</summary>
    /// <exception cref="InvalidRequestException">It cannot be drawn.</exception>
    internal static DrawnZone Draw(string path, Shape shape)
    {
        try
        {
            return ZoneDrawer.Draw(ShapeMapper.FromProto(shape));
        }
        catch (Exception exception) when (exception is TopologyException or NetTopologySuite.Triangulate.QuadEdge.LocateFailureException or ArgumentException or NullReferenceException or InvalidOperationException)
        {
            var violations = new FieldViolations();
            violations.Add(path, "It cannot be drawn: parts of it lie too near to each other.", "NOT_DRAWABLE");
            violations.ThrowIfAny("SHAPE_INVALID");
            throw;
        }
    }
}
