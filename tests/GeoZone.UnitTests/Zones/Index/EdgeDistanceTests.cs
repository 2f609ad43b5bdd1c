using Truceline.GeoZone.Geodesy;
using Truceline.GeoZone.Zones.Index;

namespace Truceline.GeoZone.UnitTests.Zones.Index;

public sealed class EdgeDistanceTests
{
    [Fact]
    public void InMetres_ManyShapesNearAndFar_IsThatAlongGeodesics()
    {
        var random = new Random(3);
        for (var i = 0; i < 400; i++)
        {
            var (x, y) = (360 * random.NextDouble() - 180, 160 * random.NextDouble() - 80);
            var reach = 0.001 * Math.Exp(8 * random.NextDouble());
            var ring = Shapes.Circle(Math.Clamp(x, -180 + reach, 180 - reach), Math.Clamp(y, -88 + reach, 88 - reach), reach, 3 + random.Next(200));
            var point = new GeoPoint(Math.Clamp(y + 2 * reach * (random.NextDouble() - 0.5), -89, 89), GeoPoint.Wrap(x + 3 * reach * (random.NextDouble() - 0.5)));
            var expected = new Polyline(Enumerable.Range(0, ring.Length / 2).Select(v => new GeoPoint(ring[2 * v + 1], ring[2 * v]))).DistanceM(point);
            var got = EdgeDistance.InMetres(new([ring]), point);
            Assert.True(Math.Abs(got - expected) <= 1 + 1e-4 * expected, $"{got} in place of {expected} m from {point} to {reach} degrees around {x}, {y}");
        }
    }

    [Fact]
    public void InMetres_DeepInsideALargeShape_IsThatAlongGeodesics()
    {
        var random = new Random(17);
        for (var i = 0; i < 60; i++)
        {
            var (x, y) = (300 * random.NextDouble() - 150, 120 * random.NextDouble() - 60);
            var reach = 3 + 15 * random.NextDouble();
            var ring = Shapes.Circle(x, y, reach, 1_000 + random.Next(2_000));
            var point = new GeoPoint(y + reach * (random.NextDouble() - 0.5), x + reach * (random.NextDouble() - 0.5));
            var expected = new Polyline(Enumerable.Range(0, ring.Length / 2).Select(v => new GeoPoint(ring[2 * v + 1], ring[2 * v]))).DistanceM(point);
            var shape = new ZoneShape([ring]);
            Assert.NotNull(shape.Far);
            Assert.Equal(expected, EdgeDistance.InMetres(shape, point), 1 + 1e-4 * expected);
        }
    }

    [Theory]
    // By GeodSolve -i: 35 179.9 to 35 -179.95; 0 0 to 0 1.
    [InlineData(35, 179.9, -179.95, 34, 36, 13693.2)]
    [InlineData(0, 0, 1, -1, 1, 111319.5)]
    public void InMetres_ToAMeridian_IsThatOfAGeodesicJudge(double latitude, double longitude, double meridian, double south, double north, double expected)
    {
        var shape = new ZoneShape([Shapes.Box(meridian, south, meridian + 0.5, north)]);
        Assert.Equal(expected, EdgeDistance.InMetres(shape, new(latitude, longitude)), 1 + 1e-4 * expected);
    }

    [Fact]
    public void InMetres_InAZoneCutAtTheAntimeridian_IsNotThatToTheCut()
    {
        var shape = new ZoneShape([Shapes.Box(179, 0, 180, 2), Shapes.Box(-180, 0, -179, 2)]);
        Assert.Equal(EdgeDistance.InMetres(new([Shapes.Box(10, 0, 12, 2)]), new(1, 11)), EdgeDistance.InMetres(shape, new(1, 180)), 0.01);
    }

    [Fact]
    public void InMetres_FarFromLargeShapes_IsThatToTheNearestPlaceOfAll()
    {
        var random = new Random(11);
        for (var i = 0; i < 60; i++)
        {
            // A border with thousands of bends, asked from up to the other side of the globe, and from the poles.
            var reach = 5 + 20 * random.NextDouble();
            var (x, y) = (360 * random.NextDouble() - 180, 120 * random.NextDouble() - 60);
            x = Math.Clamp(x, -180 + reach, 180 - reach);
            var vertices = 1_000 + random.Next(4_000);
            var ring = new double[2 * vertices + 2];
            for (var v = 0; v < vertices; v++)
            {
                var (sin, cos) = Math.SinCos(2 * Math.PI * v / vertices);
                var bent = reach * (0.9 + 0.1 * random.NextDouble());
                (ring[2 * v], ring[2 * v + 1]) = (x + bent * cos, y + bent * sin);
            }
            (ring[^2], ring[^1]) = (ring[0], ring[1]);
            var point = (i % 4) switch
            {
                0 => new GeoPoint(y + reach / 3 * random.NextDouble(), x + reach / 3 * random.NextDouble()),
                1 => new GeoPoint(random.Next(2) == 0 ? 89.5 : -89.99, 360 * random.NextDouble() - 180),
                _ => new GeoPoint(180 * random.NextDouble() - 90, 360 * random.NextDouble() - 180),
            };
            var expected = new Polyline(Enumerable.Range(0, vertices + 1).Select(v => new GeoPoint(ring[2 * v + 1], ring[2 * v]))).DistanceM(point);

            var got = EdgeDistance.InMetres(new([ring]), point);

            Assert.True(Math.Abs(got - expected) <= 1 + 1e-4 * expected, $"{got} in place of {expected} m from {point} to {reach} degrees around {x}, {y}");
        }
    }

    [Fact]
    public void InMetres_WithinALimit_IsTheSameOrNone()
    {
        var shape = new ZoneShape([Shapes.Box(10, -1, 11, 1)]);
        var point = new GeoPoint(0, 11.05);
        var distanceM = EdgeDistance.InMetres(shape, point);

        Assert.Equal(distanceM, EdgeDistance.InMetres(shape, point, new LocalMetric(point), distanceM));
        Assert.Equal(double.PositiveInfinity, EdgeDistance.InMetres(shape, point, new LocalMetric(point), distanceM / 2));
    }
}
