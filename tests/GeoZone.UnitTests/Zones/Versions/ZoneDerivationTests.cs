using Truceline.GeoZone.V1;
using Truceline.GeoZone.Zones.Versions;
using Truceline.Type.V1;

namespace Truceline.GeoZone.UnitTests.Zones.Versions;

public sealed class ZoneDerivationTests
{
    private static readonly DateOnly Start = new(2020, 1, 1);
    private static readonly KeptKey Front = KeptKey.Line("front");

    [Theory]
    [InlineData("west", true, false)]
    [InlineData("east", false, true)]
    [InlineData("", true, true)]
    public void Derive_OfABand_LiesOnThePartysSide(string party, bool left, bool right)
    {
        var eras = ZoneDerivation.Derive([Said(Band(party))], _ => [Line(0, null, 36)]);

        var band = Assert.Single(eras).Body.DrawnFrom!.Band;
        Assert.Equal((left, right), (band.Left is not null, band.Right is not null));
        Assert.Equal(party.Length == 0 ? 7_500 : 15_000, (band.Left ?? band.Right!).FarLowM);
    }

    [Fact]
    public void Derive_OfABandWithAWidthForEachSide_HasEachOnItsPartysSide()
    {
        var band = new Band { LineId = "front", Sides = { Side("east", 2_000), Side("west", 5_000) } };
        var drawn = Assert.Single(ZoneDerivation.Derive([Said(new() { AgreedBand = band })], _ => [Line(0, null, 36)])).Body.DrawnFrom!.Band;
        Assert.Equal((5_000, 2_000), (drawn.Left.FarLowM, drawn.Right.FarLowM));

        band.Sides.RemoveAt(1);
        drawn = Assert.Single(ZoneDerivation.Derive([Said(new() { AgreedBand = band })], _ => [Line(0, null, 36)])).Body.DrawnFrom!.Band;
        Assert.Equal((null, 2_000), (drawn.Left, drawn.Right.FarLowM));

        static PartyReach Side(string party, double farM) => new() { PartyId = party, Reach = new() { FarLowM = farM } };
    }

    [Theory]
    [InlineData(BandMeasure.Shared, 7_500)]
    [InlineData(BandMeasure.EachSide, 15_000)]
    public void Derive_OfABandOnBothSides_IsMeasuredAsItSays(BandMeasure measure, double farM)
    {
        var shape = Band("");
        shape.AgreedBand.Measure = measure;

        var drawn = Assert.Single(ZoneDerivation.Derive([Said(shape)], _ => [Line(0, null, 36)])).Body.DrawnFrom!.Band;

        Assert.Equal((farM, farM), (drawn.Left.FarLowM, drawn.Right.FarLowM));
    }

    [Fact]
    public void Derive_WhenTheLineMovesAndIsGoneForAWhile_HasAnEraForEach()
    {
        var eras = ZoneDerivation.Derive([Said(Band("east"))], _ => [Line(0, 9, 36), Line(10, 19, 37), Line(30, null, 37)]);

        Assert.Equal([36.0, 37.0, null, 37.0], eras.Select(e => e.Body.DrawnFrom?.Band.Line.Positions[0].Longitude));
        Assert.Equal([0, 10, 20, 30], eras.Select(e => e.Days.First.DayNumber - Start.DayNumber));
    }

    [Fact]
    public void Derive_WithAPartyThatIsNotBesideTheLine_IsNowhere()
    {
        var eras = ZoneDerivation.Derive([Said(Band("north"))], _ => [Line(0, null, 36)]);

        Assert.Null(Assert.Single(eras).Body.DrawnFrom);
    }

    [Fact]
    public void Derive_OfEveryKindThatNames_PutsInWhatIsNamed()
    {
        var place = new Shape { Circle = new() { RadiusLowM = 1 } };
        var shape = new Shape
        {
            Composed = new()
            {
                How = Composition.Union,
                Parts =
                {
                    new Shape { Corridor = new() { RouteLineId = "front", WidthLowM = 100 } },
                    new Shape { Between = new() { FirstLineId = "front", Second = Course(38) } },
                    new Shape { Place = new() { GazetteerId = "wof:1" } },
                },
            },
        };

        var eras = ZoneDerivation.Derive([Said(shape)], key => key == Front ? [Line(0, null, 36)] : [new(new(DateOnly.MinValue, DateOnly.MaxValue), VersionBody.Of(place))]);

        var parts = Assert.Single(eras).Body.DrawnFrom!.Composed.Parts;
        Assert.Equal((Course(36), 100), (parts[0].Corridor.Route, parts[0].Corridor.WidthLowM));
        Assert.Equal((Course(36), Course(38)), (parts[1].Between.First, parts[1].Between.Second));
        Assert.Equal(place, parts[2]);
        Assert.Empty(ShapeReferences.Of(eras[0].Body.DrawnFrom));
    }

    private static Era Said(Shape shape) => new(new(Start, DateOnly.MaxValue), VersionBody.Of(new ZoneContent { Name = "A zone", Shape = shape }));

    private static Shape Band(string party) => new() { AgreedBand = new() { LineId = "front", FarLowM = 15_000, FarHighM = 20_000, SidePartyId = party } };

    private static Era Line(int first, int? last, double longitude) => new(
        new(Start.AddDays(first), last is { } end ? Start.AddDays(end) : DateOnly.MaxValue),
        VersionBody.Of(new LineContent { Course = Course(longitude), LeftPartyId = "west", RightPartyId = "east" }));

    private static Line Course(double longitude) => new() { Positions = { new Position { Latitude = 35, Longitude = longitude }, new Position { Latitude = 36, Longitude = longitude } } };
}
