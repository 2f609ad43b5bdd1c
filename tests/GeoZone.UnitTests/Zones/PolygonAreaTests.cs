using Truceline.GeoZone.Zones;
using Truceline.Type.V1;

namespace Truceline.GeoZone.UnitTests.Zones;

public sealed class PolygonAreaTests
{
    private static readonly PolygonArea WithHole = new(new Polygon
    {
        Outer = Square(35, 36, 36, 37),
        Holes = { Square(35.4, 36.4, 35.6, 36.6) },
    });

    private static Ring Square(double south, double west, double north, double east) => new()
    {
        Positions =
        {
            new Position { Latitude = south, Longitude = west }, new Position { Latitude = south, Longitude = east },
            new Position { Latitude = north, Longitude = east }, new Position { Latitude = north, Longitude = west },
        },
    };

    [Theory]
    [InlineData(35.2, 36.2, 1_000, ZonePosition.Inside)]
    [InlineData(35.2, 36.2, 30_000, ZonePosition.Possible)]
    [InlineData(35.5, 36.5, 1_000, ZonePosition.Outside)]
    [InlineData(35.5, 36.5, 20_000, ZonePosition.Possible)]
    [InlineData(34.9, 36.5, 1_000, ZonePosition.Outside)]
    [InlineData(34.9, 36.5, 12_000, ZonePosition.Possible)]
    public void Judge_PolygonWithAHole_CountsTheHoleAsOutside(double lat, double lon, double radiusM, ZonePosition expected) =>
        Assert.Equal(expected, ZoneVerdict.Judge(WithHole, new(lat, lon), radiusM).Position);

    [Fact]
    public void Measure_InsideAndOutside_IsTheDistanceToTheNearestEdge()
    {
        // GeodSolve: from the point to the foot on the southern edge, one tenth of a degree away.
        Assert.Equal(-11094.149, WithHole.Measure(new(35.1, 36.5)).CertainM, 0.1);
        Assert.Equal(11093.966, WithHole.Measure(new(34.9, 36.5)).CertainM, 0.1);
    }

    [Theory]
    [InlineData(10, 179.95, ZonePosition.Inside)]
    [InlineData(10, -179.95, ZonePosition.Inside)]
    [InlineData(10, 179.8, ZonePosition.Outside)]
    [InlineData(10, -179.8, ZonePosition.Outside)]
    [InlineData(10, 0, ZonePosition.Outside)]
    public void Judge_AcrossTheAntimeridian_IsOnePiece(double lat, double lon, ZonePosition expected) =>
        Assert.Equal(expected, ZoneVerdict.Judge(new PolygonArea(new Polygon { Outer = Square(9, 179.9, 11, -179.9) }), new(lat, lon), 0).Position);
}
