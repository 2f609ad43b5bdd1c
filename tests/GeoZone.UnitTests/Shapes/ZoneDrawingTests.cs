using CsCheck;
using NetTopologySuite.Geometries;
using Truceline.GeoZone.Geodesy;
using Truceline.GeoZone.Shapes.Drawing;

namespace Truceline.GeoZone.UnitTests.Shapes;

public sealed class ZoneDrawingTests
{
    [Fact]
    public void Draw_AnyCircle_EveryEdgePointLiesAtTheRadius() =>
        Gen.Select(Gen.Double[-89.9, 89.9], Gen.Double[-180, 180], Gen.Double[10, 300_000]).Sample((latitude, longitude, radius) =>
        {
            var centre = new GeoPoint(latitude, longitude);
            var circle = ZoneDrawer.Draw(new CircleShape(centre, radius, radius)).Inside;
            Assert.True(circle.IsValid);
            Assert.All(circle.EdgePoints(), point => Assert.Equal(radius, Vincenty.DistanceM(centre, point), 1.0));
        }, iter: 60);

    [Theory]
    [InlineData(-88.35573826628587, -31.0 / 99, 280_442)]
    [InlineData(88.35573826628587, 180, 280_442)]
    [InlineData(-89.9, -179.99999, 250_000)]
    [InlineData(89, 77.7, 200_000)]
    public void Draw_CircleOverThePole_HasNoEdgeWithin(double latitude, double longitude, double radius)
    {
        var centre = new GeoPoint(latitude, longitude);
        var circle = ZoneDrawer.Draw(new CircleShape(centre, radius, radius)).Inside;
        Assert.True(circle.IsValid);
        Assert.All(circle.EdgePoints(), point => Assert.Equal(radius, Vincenty.DistanceM(centre, point), 1.0));
        Assert.Equal(Math.PI * radius * radius, circle.AreaM2(), Math.PI * radius * radius * 2e-3);
    }

    [Theory]
    [InlineData(88, 20, 88, -160, 2_000)]
    [InlineData(89.5, 20, 89, -160, 2_000)]
    [InlineData(-89, 0, -89, 180, 20_000)]
    [InlineData(-89, 10, -89, -169.9, 20_000)]
    [InlineData(89, 0, 89.9, 180, 50_000)]
    public void Draw_CorridorOverThePole_HasTheAreaOfItsStrip(double latitude, double longitude, double toLatitude, double toLongitude, double widthM)
    {
        var pole = latitude > 0 ? 90 : -90;
        // Whatever longitude is given at the pole, it is one place.
        foreach (var over in new GeoPoint[][] { [new(pole, longitude), new(pole, toLongitude)], [new(pole, 0)], [new(pole, 77), new(pole, -103), new(pole, 5)] })
        {
            GeoPoint[] way = [new(latitude, longitude), .. over, new(toLatitude, toLongitude)];
            var corridor = Drawn.Band(way, widthM / 2, widthM / 2);
            var lengthM = Vincenty.DistanceM(way[0], way[1]) + Vincenty.DistanceM(way[^2], way[^1]);
            Assert.True(corridor.IsValid);
            Assert.Equal(lengthM * widthM, corridor.AreaM2(), lengthM * widthM * 3e-3);
        }
    }

    [Fact]
    public void Draw_CircleAroundThePole_HoldsThePole()
    {
        var circle = ZoneDrawer.Draw(new CircleShape(new(-89.5, 20), 100_000, 100_000)).Inside;
        Assert.True(circle.Holds(-90, 0));
        Assert.True(circle.Holds(-89.9, -170));
        Assert.False(circle.Holds(-88, -160));
        Assert.Equal(Math.PI * 1e10, circle.AreaM2(), Math.PI * 1e10 * 1e-3);
    }

    [Fact]
    public void Draw_CircleOnTheAntimeridian_FallsIntoTwoParts()
    {
        var circle = ZoneDrawer.Draw(new CircleShape(new(10, 179.99), 20_000, 20_000)).Inside;
        Assert.Equal(2, circle.NumGeometries);
        Assert.True(circle.Holds(10, -179.95));
        Assert.True(circle.Holds(10, 179.95));
        Assert.All(circle.Coordinates, at => Assert.InRange(at.X, -180, 180));
    }

    [Fact]
    public void Draw_UncertainRadius_GivesInsideAndPossible()
    {
        var zone = ZoneDrawer.Draw(new CircleShape(new(35, 36), 1_000, 2_000));
        Assert.Equal(Math.PI * 1e6, zone.Inside.AreaM2(), Math.PI * 1e4);
        Assert.Equal(Math.PI * 4e6, zone.Possible.AreaM2(), Math.PI * 4e4);
    }

    [Theory]
    [InlineData(35, 36, 0)]
    [InlineData(35, 179.999, 30)]
    [InlineData(89.99, 10, 0)]
    public void Draw_Square_HasTheAreaOfItsSide(double latitude, double longitude, double bearing)
    {
        var square = ZoneDrawer.Draw(new SquareShape(new(latitude, longitude), 10_000, bearing)).Inside;
        Assert.Equal(1e8, square.AreaM2(), 1e4);
        Assert.True(square.IsValid);
    }

    [Fact]
    public void Draw_PolygonWithAHole_LeavesTheHoleOut()
    {
        var polygon = ZoneDrawer.Draw(new PolygonShape([new(Drawn.Line((0, 0), (0, 4), (4, 4), (4, 0)), [Drawn.Line((1, 1), (1, 2), (2, 2), (2, 1))])])).Inside;
        Assert.True(polygon.Holds(3, 3));
        Assert.False(polygon.Holds(1.5, 1.5));
        Assert.True(((Polygon)polygon[0]).Shell.IsCCW);
    }

    [Fact]
    public void Draw_PolygonAcrossTheAntimeridian_IsCutThere()
    {
        var polygon = ZoneDrawer.Draw(new PolygonShape([new(Drawn.Line((0, 178), (0, -178), (4, -178), (4, 178)), [])])).Inside;
        Assert.Equal(2, polygon.NumGeometries);
        Assert.True(polygon.Holds(2, 179));
        Assert.True(polygon.Holds(2, -179));
        Assert.False(polygon.Holds(2, 0));
    }

    [Fact]
    public void Draw_PolygonAroundThePole_HoldsIt()
    {
        var polygon = ZoneDrawer.Draw(new PolygonShape([new(Drawn.Line((80, 0), (80, 90), (80, 180), (80, -90)), [])])).Inside;
        Assert.True(polygon.Holds(90, 0));
        Assert.True(polygon.Holds(85, -135));
        Assert.False(polygon.Holds(79, 0));
    }

    [Fact]
    public void Draw_GeodesicEdges_BulgeTowardsThePole()
    {
        var straight = ZoneDrawer.Draw(new PolygonShape([new(Drawn.Line((60, 0), (60, 40), (50, 20)), [])])).Inside;
        var geodesic = ZoneDrawer.Draw(new PolygonShape([new(Drawn.Line((60, 0), (60, 40), (50, 20)), [])], Geodesic: true)).Inside;
        Assert.False(straight.Holds(61, 20));
        Assert.True(geodesic.Holds(61, 20));
    }

    [Fact]
    public void Draw_BetweenTwoLines_HoldsWhatLiesBetween()
    {
        // Drawn in opposite directions: the ends that are near are joined all the same.
        var zone = ZoneDrawer.Draw(new BetweenShape(Drawn.Line((35, 36), (35.1, 36.5), (35, 37)), Drawn.Line((35.3, 37), (35.4, 36.5), (35.3, 36)))).Inside;
        Assert.True(zone.IsValid);
        Assert.True(zone.Holds(35.25, 36.5));
        Assert.False(zone.Holds(35.05, 36.5));
        Assert.True(zone.Holds(35.2, 36.001));
        Assert.False(zone.Holds(35.2, 35.999));
    }

    [Fact]
    public void Draw_BetweenLinesThatCross_HoldsBothParts()
    {
        var zone = ZoneDrawer.Draw(new BetweenShape(Drawn.Line((35, 36), (35.2, 37)), Drawn.Line((35.2, 36), (35, 37)))).Inside;
        Assert.True(zone.Holds(35.1, 36.1));
        Assert.True(zone.Holds(35.1, 36.9));
        Assert.False(zone.Holds(35.19, 36.5));
    }

    [Fact]
    public void Draw_Difference_KeepsOnlyWhatIsCertainInside()
    {
        var whole = new CircleShape(new(35, 36), 10_000, 10_000);
        var zone = ZoneDrawer.Draw(new ComposedShape(Composition.Difference, [whole, new CircleShape(new(35, 36), 2_000, 4_000)]));
        Assert.False(zone.Inside.Holds(35.03, 36));
        Assert.True(zone.Possible.Holds(35.03, 36));
        Assert.False(zone.Possible.Holds(35.01, 36));
        Assert.True(zone.Inside.Holds(35.05, 36));
    }

    [Fact]
    public void Draw_UnionAndIntersection_AddUp()
    {
        ZoneShape[] parts = [new CircleShape(new(35, 36), 10_000, 10_000), new CircleShape(new(35, 36.1), 8_000, 8_000)];
        double Area(ZoneShape shape) => ZoneDrawer.Draw(shape).Inside.AreaM2();
        var sum = Area(new ComposedShape(Composition.Union, parts)) + Area(new ComposedShape(Composition.Intersection, parts));
        Assert.Equal(Area(parts[0]) + Area(parts[1]), sum, 1.0);
    }
}
