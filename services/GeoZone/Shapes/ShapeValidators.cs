using Truceline.GeoZone.Agreements;
using Truceline.GeoZone.V1;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.GeoZone.Shapes;

/// <summary>Says everything that is wrong with a shape that is to be drawn.</summary>
internal sealed class DrawShapeValidator : IRequestValidator<DrawShapeRequest>
{
    public string Reason => "SHAPE_INVALID";

    public void Check(DrawShapeRequest request, FieldViolations violations) => new ShapeChecks(violations).Check("shape", request.Shape);
}

/// <summary>Says everything that is wrong with shapes that are to be compared.</summary>
internal sealed class CompareShapesValidator : IRequestValidator<CompareShapesRequest>
{
    public string Reason => "SHAPE_INVALID";

    public void Check(CompareShapesRequest request, FieldViolations violations)
    {
        var checks = new ShapeChecks(violations);
        checks.Check("before", request.Before);
        checks.Check("after", request.After);
    }
}

/// <summary>Says everything that is wrong with a request to read a document; what is wrong with the document is the answer's.</summary>
internal sealed class ImportGeometryValidator : IRequestValidator<ImportGeometryRequest>
{
    private const int MostBytes = 3 * 1024 * 1024;

    public string Reason => "GEOMETRY_REQUEST_INVALID";

    public void Check(ImportGeometryRequest request, FieldViolations violations)
    {
        new FieldChecks(violations).Chosen("format", request.Format);
        violations.AddIf(request.Format == GeometryFormat.Kml, "format", "KML is written, not read.", "UNSUPPORTED");
        violations.AddIf(request.Document.Length == 0, "document", "It is required.", "REQUIRED");
        violations.AddIf(request.Document.Length > MostBytes, "document", "It must have at most 3 MiB.", "TOO_LONG");
    }
}

/// <summary>Says everything that is wrong with a shape that is to be written.</summary>
internal sealed class ExportGeometryValidator : IRequestValidator<ExportGeometryRequest>
{
    public string Reason => "SHAPE_INVALID";

    public void Check(ExportGeometryRequest request, FieldViolations violations)
    {
        var checks = new FieldChecks(violations);
        checks.Chosen("format", request.Format);
        checks.Text("name", request.Name, 200, required: false);
        new ShapeChecks(violations).Check("shape", request.Shape);
    }
}
