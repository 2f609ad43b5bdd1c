using NetTopologySuite.Geometries;
using Truceline.GeoZone.Shapes.Drawing;

namespace Truceline.GeoZone.UnitTests.Shapes;

public sealed class GeodesicAreaTests
{
    [Fact]
    public void OfM2_WholeGlobe_IsTheEllipsoidsSurface()
    {
        var globe = GeometryFactory.Default.CreatePolygon([new(-180, -90), new(180, -90), new(180, 90), new(-180, 90), new(-180, -90)]);
        Assert.Equal(510_065_621_724_088, GeodesicArea.OfM2(globe), 1e6);
    }

    [Fact]
    public void OfM2_Hole_IsTakenOff()
    {
        Coordinate[] Box(double low, double high) => [new(low, low), new(high, low), new(high, high), new(low, high), new(low, low)];
        var (whole, hole) = (GeometryFactory.Default.CreatePolygon(Box(0, 3)), GeometryFactory.Default.CreatePolygon(Box(1, 2)));
        Assert.Equal(GeodesicArea.OfM2(whole) - GeodesicArea.OfM2(hole), GeodesicArea.OfM2(whole.Difference(hole)), 1);
    }
}
