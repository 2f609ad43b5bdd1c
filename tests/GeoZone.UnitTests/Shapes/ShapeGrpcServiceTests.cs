using Truceline.GeoZone.Shapes;
using Truceline.GeoZone.V1;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.GeoZone.UnitTests.Shapes;

public sealed class ShapeGrpcServiceTests
{
    private static readonly ShapeGrpcService Service = new();

    private static Shape Circle(double radiusM) => new() { Circle = new() { Centre = new() { Latitude = 35, Longitude = 36 }, RadiusLowM = radiusM } };

    [Fact]
    public async Task DrawShape_Circle_GivesPolygonAreaAndGeoJson()
    {
        var drawn = (await Service.DrawShape(new() { Shape = Circle(1_000) }, null!)).Drawn;
        Assert.Single(drawn.Inside);
        Assert.Empty(drawn.Possible);
        Assert.Equal(Math.PI * 1e6, drawn.InsideAreaM2, 1e4);
        Assert.Contains("\"certainty\":\"inside\"", drawn.Geojson, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CompareShapes_GrownCircle_GainsARingAndLosesNothing()
    {
        var difference = await Service.CompareShapes(new() { Before = Circle(1_000), After = Circle(2_000) }, null!);
        Assert.Equal(Math.PI * 3e6, difference.Gained.InsideAreaM2, 3e4);
        Assert.Single(Assert.Single(difference.Gained.Inside).Holes);
        Assert.Equal(0, difference.Lost.InsideAreaM2);
    }

    [Fact]
    public async Task ExportGeometry_ThenImport_GivesTheArea()
    {
        var written = await Service.ExportGeometry(new() { Shape = Circle(1_000), Format = GeometryFormat.Geopackage, Name = "ring" }, null!);
        var read = await Service.ImportGeometry(new() { Format = GeometryFormat.Geopackage, Document = written.Document }, null!);
        Assert.False(read.Refused);
        Assert.Equal(Math.PI * 1e6, read.AreaAfterM2, 1e4);
    }

    [Fact]
    public void Check_ShapeWithSeveralFaults_NamesEachByPath()
    {
        var violations = new FieldViolations();
        new DrawShapeValidator().Check(new()
        {
            Shape = new()
            {
                Composed = new()
                {
                    Parts =
                    {
                        Circle(-1),
                        new Shape { Band = new() { Line = new() { Positions = { new Type.V1.Position(), new Type.V1.Position() } } } },
                    },
                },
            },
        }, violations);
        Assert.Equal(
            ["shape.composed.how", "shape.composed.parts[0].circle.radius_low_m", "shape.composed.parts[1].band.line.positions", "shape.composed.parts[1].band"],
            violations.All.Select(violation => violation.Field));
    }

    [Fact]
    public void Check_SelfCrossingPolygon_NamesTheEdge()
    {
        var violations = new FieldViolations();
        var outer = new Type.V1.Ring();
        foreach (var (latitude, longitude) in new[] { (0.0, 0.0), (4, 4), (0, 4), (4, 0) })
            outer.Positions.Add(new Type.V1.Position { Latitude = latitude, Longitude = longitude });
        new DrawShapeValidator().Check(new() { Shape = new() { Polygon = new() { Parts = { new Type.V1.Polygon { Outer = outer } } } } }, violations);
        var violation = Assert.Single(violations.All);
        Assert.Equal(("shape.polygon.parts[0].outer.positions[0]", "SELF_INTERSECTION"), (violation.Field, violation.Reason));
    }

    [Fact]
    public async Task DrawShape_LineThatRestsAtThePole_IsDrawnAndOneThatIsOnlyThereRefused()
    {
        Type.V1.Position[] course = [new() { Latitude = 88 }, new() { Latitude = 90 }, new() { Latitude = 90, Longitude = 40 }, new() { Latitude = 88, Longitude = 90 }];
        static Shape Along(IEnumerable<Type.V1.Position> course) => new() { Corridor = new() { Route = new() { Positions = { course } }, WidthLowM = 2_000 } };
        var violations = new FieldViolations();
        new DrawShapeValidator().Check(new() { Shape = Along(course) }, violations);
        Assert.Empty(violations.All);
        Assert.NotEmpty((await Service.DrawShape(new() { Shape = Along(course) }, null!)).Drawn.Inside);

        foreach (var nowhere in new[] { course[1..3], [new() { Latitude = 3, Longitude = 180 }, new() { Latitude = 3, Longitude = -180 }] })
        {
            var refused = new FieldViolations();
            new DrawShapeValidator().Check(new() { Shape = Along(nowhere) }, refused);
            Assert.Equal("TOO_FEW_POINTS", Assert.Single(refused.All).Reason);
        }
    }
}
