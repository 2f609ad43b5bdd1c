using CsCheck;
using Truceline.GeoZone.Geodesy;
using Truceline.GeoZone.Zones;
using Truceline.Type.V1;

namespace Truceline.GeoZone.UnitTests.Zones;

public sealed class BandAreaTests
{
    private static readonly GeoPoint West = new(35.4, 36.0);
    private static readonly GeoPoint East = new(35.4, 37.0);
    private static readonly Polyline Line = new([West, East]);
    private static readonly BandArea North = new(Line, BandSide.Left, 0, 15_000, 20_000);

    private static ZonePosition Judge(BandArea band, GeoPoint point, double radiusM = 0) => ZoneVerdict.Judge(band, point, radiusM).Position;

    private static GeoPoint Above(double metres, double lon = 36.5) => Geodesic.Direct(new(35.4, lon), 0, metres);

    [Theory]
    [InlineData(1, ZonePosition.Inside)]
    [InlineData(14_999, ZonePosition.Inside)]
    [InlineData(15_001, ZonePosition.Possible)]
    [InlineData(19_999, ZonePosition.Possible)]
    [InlineData(20_001, ZonePosition.Outside)]
    [InlineData(-1, ZonePosition.Outside)]
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
    [InlineData(-1_100, 1_000, ZonePosition.Outside)]
    [InlineData(7_000, 60_000, ZonePosition.Possible)]
    public void Judge_UncertainPlace_CountsItsWholeRadius(double metres, double radiusM, ZonePosition expected) =>
        Assert.Equal(expected, Judge(North, Above(metres), radiusM));

    [Fact]
    public void Judge_OtherDirectionOfDrawing_KeepsThePartysSide()
    {
        var reversed = new BandArea(new([East, West]), BandSide.Right, 0, 15_000, 20_000);

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
    public void Judge_BothSides_ShareTheWidth(double metres, ZonePosition expected) =>
        Assert.Equal(expected, Judge(new BandArea(Line, BandSide.Both, 0, 15_000, 20_000), Above(metres)));

    [Fact]
    public void Judge_OnALineWithBothSides_IsNoEdge() =>
        Assert.Equal(ZonePosition.Inside, Judge(new BandArea(Line, BandSide.Both, 0, 15_000, 20_000), Above(0), 5_000));

    [Theory]
    [InlineData(1_000, ZonePosition.Outside)]
    [InlineData(3_000, ZonePosition.Inside)]
    public void Judge_NearDistance_LeavesTheLineFree(double metres, ZonePosition expected) =>
        Assert.Equal(expected, Judge(new BandArea(Line, BandSide.Left, 2_000, 15_000, 15_000), Above(metres)));

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
        var point = Geodesic.Direct(Geodesic.Direct(East, Line.AzimuthAtEnd - Math.PI / 2, 7_000), Line.AzimuthAtEnd, 3_000);

        Assert.Equal(3_000, North.Measure(point).CertainM, 1.0);
    }

    [Fact]
    public void Judge_BeyondAnEndButBesideAnotherPart_IsInside()
    {
        // The line turns back north of its own end: the point lies past the end, yet beside the second leg.
        var hook = new Polyline([new(35.4, 36.4), new(35.4, 36.0), new(35.5, 36.0), new(35.5, 36.8)]);
        var band = new BandArea(hook, BandSide.Right, 0, 15_000, 15_000);

        Assert.Equal(ZonePosition.Inside, Judge(band, new(35.42, 36.45)));
    }

    [Fact]
    public void Measure_PointsAtTheWidth_LieOnTheEdge() =>
        Gen.Select(Gen.Double[36.25, 36.75], Gen.Double[100, 14_900]).Sample((lon, metres) =>
        {
            // Square to the parallel: its distance from the line is the meridian arc but for the parallel's own bend.
            var signed = North.Measure(Above(metres, lon)).CertainM;
            return Math.Abs(signed + Math.Min(metres, 15_000 - metres)) < 0.1;
        }, iter: 500);

    [Fact]
    public void Measure_AnyPoint_PossibleIsNeverFarther() =>
        Gen.Select(Gen.Double[35, 36], Gen.Double[35.5, 37.5]).Sample((lat, lon) =>
        {
            var distance = North.Measure(new(lat, lon));
            return distance.PossibleM <= distance.CertainM;
        }, iter: 500);
}
