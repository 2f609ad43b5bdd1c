using Truceline.Entity.Reading.Places;

namespace Truceline.Entity.UnitTests.Places;

public sealed class GazetteerTests
{
    private static readonly Gazetteer Places = SharedGazetteer.Instance;

    [Theory]
    [InlineData("Hodeidah", "YE", 14.80, 42.95)]
    [InlineData("al-Hudaydah", "YE", 14.80, 42.95)]
    [InlineData("Debaltsevo", "UA", 48.34, 38.40)]
    [InlineData("El-Fasher", "SD", 13.63, 25.35)]
    [InlineData("Jisr al-Shughour", "SY", 35.81, 36.32)]
    [InlineData("Panmunjom", "KR", 37.96, 126.68)]
    [InlineData("Cúcuta", "CO", 7.89, -72.50)]
    [InlineData("Kidal", "ML", 18.44, 1.41)]
    [InlineData("Naypyidaw", "MM", 19.75, 96.13)]
    public void Find_Spelling_LeadsToThePlace(string name, string country, double latitude, double longitude) =>
        Assert.Contains(Places.Find(name), m =>
            m.Place.Country == country && Math.Abs(m.Place.Latitude - latitude) < 0.15 && Math.Abs(m.Place.Longitude - longitude) < 0.15);

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("Qqqxzwv")]
    public void Find_NoSuchName_IsEmpty(string name) => Assert.Empty(Places.Find(name));

    [Fact]
    public void Find_EveryState_IsThereWithItsCapital()
    {
        var lacking = Places.Countries.All.Where(c => !Places.Find(c.Capital).Any(m => m.Place.Country == c.Iso || m.Place.Kind == PlaceKind.City)).Select(c => c.Capital);
        Assert.Equal("", string.Join(", ", lacking));
    }

    [Theory]
    [InlineData("Yemenis", "YE")]
    [InlineData("South Sudanese", "SS")]
    [InlineData("Georgian", "GE")]
    public void OfDemonym_Adjective_IsTheState(string demonym, string iso) => Assert.Equal(iso, Places.Countries.OfDemonym(demonym)?.Iso);
}
