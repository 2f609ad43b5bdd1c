using Truceline.Entity.Reading.Places;
using Truceline.Entity.Reading.Text;

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

    [Theory]
    [InlineData("Bab al-Hawa", 36.235, 36.678)]
    [InlineData("Panmunjom", 37.956, 126.677)]
    [InlineData("Shyrokyne", 47.098, 37.823)]
    [InlineData("Shirokino", 47.098, 37.823)]
    [InlineData("Zolote", 48.69, 38.50)]
    [InlineData("Zolotoye", 48.69, 38.50)]
    [InlineData("Abyei", 9.6, 28.43)]
    [InlineData("Al-Lataminah", 35.32, 36.63)]
    [InlineData("Jisr al-Shughur", 35.813, 36.317)]
    [InlineData("Hodeidah", 14.798, 42.954)]
    [InlineData("Mhardeh", 35.247, 36.571)]
    [InlineData("Abu al-Duhur", 35.733, 37.05)]
    [InlineData("Darat Izza", 36.282, 36.85)]
    [InlineData("Tal Rifaat", 36.472, 37.094)]
    [InlineData("Khan Shaykhun", 35.443, 36.651)]
    [InlineData("Khan Sheikhoun", 35.443, 36.651)]
    [InlineData("Khan Cheikhoun", 35.443, 36.651)]
    public void Find_NameThatTheSourcesLack_LeadsThere(string name, double latitude, double longitude) =>
        Assert.Contains(Places.Find(name), m => Math.Abs(m.Place.Latitude - latitude) < 0.1 && Math.Abs(m.Place.Longitude - longitude) < 0.1);

    [Fact]
    public void MatchAt_NameOfSeveralWords_IsTheLongest()
    {
        var text = SegmentedText.Of("Shells hit Deir ez-Zor city and New York.");
        Assert.Equal(2, Places.MatchAt(text, 2, out var name));
        Assert.Contains(Places.Find(name), m => m.Place.Country == "SY");
        Assert.Equal(2, Places.MatchAt(text, 6, out _));
    }

    [Fact]
    public void ShapeOf_Road_IsItsCourseAndThePlaceHoldsIt()
    {
        var road = Places.Find("M5").Single(m => m.Place.Kind == PlaceKind.Road).Place;
        var course = Places.ShapeOf(road.Id);
        Assert.True(course.Count > 2);
        Assert.All(course, p => Assert.True(road.MetresTo(road with { Latitude = p.Latitude, Longitude = p.Longitude }) <= road.RadiusMetres));
        Assert.Empty(Places.ShapeOf("geonames:170654"));
    }

    [Fact]
    public void Open_DamagedFile_IsInvalidData()
    {
        var bytes = File.ReadAllBytes(Gazetteer.DefaultPath);
        bytes[^1] ^= 1;
        var path = Path.GetTempFileName();
        File.WriteAllBytes(path, bytes);
        Assert.Throws<InvalidDataException>(() => GazetteerFile.Open(path));
        File.Delete(path);
    }

    [Fact]
    public void Open_FileThatIsNone_IsInvalidData()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, "no gazetteer");
        Assert.Throws<InvalidDataException>(() => GazetteerFile.Open(path));
        File.Delete(path);
        Assert.Throws<FileNotFoundException>(() => GazetteerFile.Open(path));
    }
}
