using Google.Protobuf;
using Grpc.Core;
using Truceline.GeoZone.Shapes.Drawing;
using Truceline.GeoZone.Shapes.Formats;
using Truceline.GeoZone.V1;

namespace Truceline.GeoZone.Shapes;

/// <summary>Serves <c>truceline.geozone.v1.ShapeService</c>.</summary>
internal sealed class ShapeGrpcService : ShapeService.ShapeServiceBase
{
    public override Task<DrawShapeResponse> DrawShape(DrawShapeRequest request, ServerCallContext context) =>
        Task.FromResult(new DrawShapeResponse { Drawn = DrawnMapper.ToProto(ZoneDrawer.Draw(ShapeMapper.FromProto(request.Shape))) });

    public override Task<CompareShapesResponse> CompareShapes(CompareShapesRequest request, ServerCallContext context)
    {
        var (before, after) = (ZoneDrawer.Draw(ShapeMapper.FromProto(request.Before)), ZoneDrawer.Draw(ShapeMapper.FromProto(request.After)));
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
        var drawn = ZoneDrawer.Draw(ShapeMapper.FromProto(request.Shape));
        var document = GeometryFormats.Write(request.Format, ZoneFeatures.Of(drawn, request.Name));
        return Task.FromResult(new ExportGeometryResponse { Document = UnsafeByteOperations.UnsafeWrap(document), MediaType = GeometryFormats.MediaType(request.Format) });
    }
}
