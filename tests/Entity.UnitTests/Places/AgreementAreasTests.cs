using Truceline.Entity.Areas;
using Truceline.Entity.Reading.Places;
using Truceline.GeoZone.V1;
using Truceline.Type.V1;

namespace Truceline.Entity.UnitTests.Places;

public sealed class AgreementAreasTests
{
    private static readonly GazetteerPlace Morek = new("x", "Morek", PlaceKind.Town, 35.38, 36.69, 2_000, "SY");
    private static readonly GazetteerPlace Deraa = new("y", "Deraa", PlaceKind.Town, 32.62, 36.1, 2_000, "SY");

    [Theory]
    [InlineData("2018-09-17", true)]
    [InlineData("2018-09-16", false)]
    [InlineData("2020-03-04", true)]
    [InlineData("2020-03-05", false)]
    public void Of_Day_HoldsWhatIsInForce(string day, bool holds)
    {
        var areas = AgreementAreas.Of([Agreement()], DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(holds, areas.Holds(Morek));
        Assert.False(areas.Holds(Deraa));
    }

    [Fact]
    public void Of_NoAgreements_HoldsNothing() => Assert.Equal(0, AgreementAreas.Of([], new DateOnly(2018, 10, 1)).Count);

    private static Agreement Agreement() => new()
    {
        Id = "sochi",
        SignedDate = "2018-09-17",
        Lines =
        {
            new ContactLine
            {
                Id = "line", Name = "Line", ValidFrom = "2018-09-17", ValidTo = "2020-03-05",
                Course = new Line { Positions = { new Position { Latitude = 35.3, Longitude = 36.5 }, new Position { Latitude = 35.5, Longitude = 36.8 } } },
            },
        },
        Zones =
        {
            new Zone
            {
                Id = "zone", Name = "Zone", ValidFrom = "2018-10-15", ValidTo = "2020-03-05",
                Band = new Band { LineId = "line", FarLowM = 15_000, FarHighM = 20_000 },
            },
        },
    };
}
