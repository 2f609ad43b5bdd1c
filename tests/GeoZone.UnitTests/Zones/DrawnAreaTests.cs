using CsCheck;
using Truceline.GeoZone.Geodesy;
using Truceline.GeoZone.V1;
using Truceline.GeoZone.Zones;
using Truceline.GeoZone.Zones.Live;
using Truceline.Type.V1;

namespace Truceline.GeoZone.UnitTests.Zones;

public sealed class DrawnAreaTests
{
    private static readonly GeoPoint West = new(35.4, 36.0);
    private static readonly GeoPoint East = new(35.4, 37.0);
    private static readonly DrawnArea North = Band("left", 0, 15_000, 20_000, West, East);
    private static readonly DrawnArea Shared = Band("", 0, 15_000, 20_000, West, East);
    private static readonly DrawnArea WithHole = Area(new()
    {
        Outer = Square(35, 36, 36, 37),
        Holes = { Square(35.4, 36.4, 35.6, 36.6) },
    });

    [Theory]
    [InlineData(2, ZonePosition.Inside)]
    [InlineData(14_998, ZonePosition.Inside)]
    [InlineData(15_002, ZonePosition.Possible)]
    [InlineData(19_998, ZonePosition.Possible)]
    [InlineData(20_002, ZonePosition.Outside)]
    [InlineData(-17_000, ZonePosition.Outside)]
    public void Judge_IntervalOfWidths_IsInsideToTheLowAndPossibleToTheHigh(double metres, ZonePosition expected) =>
        Assert.Equal(expected, Judge(North, Above(metres)));

    [Theory]
    [InlineData(7_000, 500, ZonePosition.Inside)]
    [InlineData(500, 1_000, ZonePosition.Possible)]
    [InlineData(14_500, 1_000, ZonePosition.Possible)]
    [InlineData(21_000, 900, ZonePosition.Outside)]
    [InlineData(21_000, 1_100, ZonePosition.Possible)]
    [InlineData(-900, 1_000, ZonePosition.Possible)]
    [InlineData(7_000, 60_000, ZonePosition.Possible)]
    public void Judge_UncertainPlace_CountsItsWholeRadius(double metres, double radiusM, ZonePosition expected) =>
        Assert.Equal(expected, Judge(North, Above(metres), radiusM));

    [Fact]
    public void Judge_OtherDirectionOfDrawing_KeepsThePartysSide()
    {
        var reversed = Band("right", 0, 15_000, 20_000, East, West);

        Assert.Equal(ZonePosition.Inside, Judge(reversed, Above(10_000)));
        Assert.Equal(ZonePosition.Outside, Judge(reversed, Above(-10_000)));
    }

    [Theory]
    [InlineData(7_400, ZonePosition.Inside)]
    [InlineData(-7_400, ZonePosition.Inside)]
    [InlineData(9_000, ZonePosition.Possible)]
    [InlineData(-9_000, ZonePosition.Possible)]
    [InlineData(10_100, ZonePosition.Outside)]
    [InlineData(-10_100, ZonePosition.Outside)]
    public void Judge_BothSides_ShareTheWidth(double metres, ZonePosition expected) => Assert.Equal(expected, Judge(Shared, Above(metres)));

    [Fact]
    public void Judge_OnALineWithBothSides_IsNoEdge() => Assert.Equal(ZonePosition.Inside, Judge(Shared, Above(0), 5_000));

    [Theory]
    [InlineData(1_000, ZonePosition.Outside)]
    [InlineData(3_000, ZonePosition.Inside)]
    public void Judge_NearDistance_LeavesTheLineFree(double metres, ZonePosition expected) =>
        Assert.Equal(expected, Judge(Band("left", 2_000, 15_000, 15_000, West, East), Above(metres)));

    [Theory]
    [InlineData(100)]
    [InlineData(10_000)]
    public void Judge_BeyondAnEnd_IsOutside(double metres)
    {
        Assert.Equal(ZonePosition.Outside, Judge(North, Above(metres, 37.01)));
        Assert.Equal(ZonePosition.Outside, Judge(North, Above(metres, 35.99)));
        Assert.Equal(ZonePosition.Inside, Judge(North, Above(metres, 36.99)));
    }

    [Fact]
    public void Measure_BeyondAnEnd_IsTheDistanceToTheSquareCut()
    {
        var azimuth = new Polyline([West, East]).AzimuthAtEnd;
        var point = Geodesic.Direct(Geodesic.Direct(East, azimuth - Math.PI / 2, 7_000), azimuth, 3_000);

        Assert.Equal(3_000, North.Measure(point).CertainM, 1.5);
    }

    [Fact]
    public void Judge_BeyondAnEndButBesideAnotherPart_IsInside()
    {
        // The line turns back north of its own end: the point lies past the end, yet beside the second leg.
        var band = Band("right", 0, 15_000, 15_000, new(35.4, 36.4), new(35.4, 36.0), new(35.5, 36.0), new(35.5, 36.8));

        Assert.Equal(ZonePosition.Inside, Judge(band, new(35.42, 36.45)));
    }

    [Fact]
    public void Measure_PointsBetweenTheEdges_IsTheDistanceToTheNearer() =>
        Gen.Select(Gen.Double[36.25, 36.75], Gen.Double[100, 14_900]).Sample((lon, metres) =>
        {
            // Square to the parallel: its distance from the line is the meridian arc but for the parallel's own bend. No edge is off by more than a metre.
            var signed = North.Measure(Above(metres, lon)).CertainM;
            return Math.Abs(signed + Math.Min(metres, 15_000 - metres)) < 2 + metres * 1e-4;
        }, iter: 500);

    [Fact]
    public void Measure_AnyPoint_PossibleIsNeverFarther() =>
        Gen.Select(Gen.Double[35, 36], Gen.Double[35.5, 37.5]).Sample((lat, lon) =>
        {
            var distance = North.Measure(new(lat, lon));
            return distance.PossibleM <= distance.CertainM;
        }, iter: 500);

    [Theory]
    [InlineData(35.2, 36.2, 1_000, ZonePosition.Inside)]
    [InlineData(35.2, 36.2, 30_000, ZonePosition.Possible)]
    [InlineData(35.5, 36.5, 1_000, ZonePosition.Outside)]
    [InlineData(35.5, 36.5, 20_000, ZonePosition.Possible)]
    [InlineData(34.9, 36.5, 1_000, ZonePosition.Outside)]
    [InlineData(34.9, 36.5, 12_000, ZonePosition.Possible)]
    public void Judge_PolygonWithAHole_CountsTheHoleAsOutside(double lat, double lon, double radiusM, ZonePosition expected) =>
        Assert.Equal(expected, Judge(WithHole, new(lat, lon), radiusM));

    [Fact]
    public void Measure_InsideAndOutside_IsTheDistanceToTheNearestEdge()
    {
        // GeodSolve: from the point to the foot on the southern edge, one tenth of a degree away.
        Assert.Equal(-11094.149, WithHole.Measure(new(35.1, 36.5)).CertainM, 1.0);
        Assert.Equal(11093.966, WithHole.Measure(new(34.9, 36.5)).CertainM, 1.0);
    }

    [Theory]
    [InlineData(10, 179.95, ZonePosition.Inside)]
    [InlineData(10, -179.95, ZonePosition.Inside)]
    [InlineData(10, 180, ZonePosition.Inside)]
    [InlineData(10, 179.8, ZonePosition.Outside)]
    [InlineData(10, -179.8, ZonePosition.Outside)]
    [InlineData(10, 0, ZonePosition.Outside)]
    public void Judge_AcrossTheAntimeridian_IsOnePiece(double lat, double lon, ZonePosition expected) =>
        Assert.Equal(expected, Judge(Area(new() { Outer = Square(9, 179.9, 11, -179.9) }), new(lat, lon), 1));

    private static ZonePosition Judge(DrawnArea area, GeoPoint point, double radiusM = 0) => ZoneVerdict.Judge(area, point, radiusM).Position;

    private static GeoPoint Above(double metres, double lon = 36.5) => Geodesic.Direct(new(35.4, lon), 0, metres);

    private static DrawnArea Area(Polygon polygon) => new(ZoneDrawing.Area("zone", new() { Polygon = polygon }, null));

    private static DrawnArea Band(string side, double nearM, double farLowM, double farHighM, params GeoPoint[] course)
    {
        var line = new ContactLine
        {
            LeftPartyId = "left",
            RightPartyId = "right",
            Course = new() { Positions = { course.Select(p => new Position { Latitude = p.Latitude, Longitude = p.Longitude }) } },
        };
        return new(ZoneDrawing.Area("zone", new()
        {
            Band = new() { NearM = nearM, FarLowM = farLowM, FarHighM = farHighM, SidePartyId = side },
        }, line));
    }

    private static Ring Square(double south, double west, double north, double east) => new()
    {
        Positions =
        {
            new Position { Latitude = south, Longitude = west }, new Position { Latitude = south, Longitude = east },
            new Position { Latitude = north, Longitude = east }, new Position { Latitude = north, Longitude = west },
        },
    };
}
