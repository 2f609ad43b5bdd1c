using Truceline.Entity.Reading.Places;
using Truceline.Entity.Training.Gazetteers;

namespace Truceline.Entity.Training.UnitTests.Gazetteers;

/// <summary>What the compiler writes of a small extract, the reader finds: places, names, fits, positions. The places are made up.</summary>
public sealed class GazetteerRoundTripTests : IDisposable
{
    private const string Sources = """{"format":0,"sources":[]}""";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("truceline-gazetteer-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("Upper Sample", "geonames:900001", true, true)]
    [InlineData("Obersample", "geonames:900001", true, false)]
    [InlineData("Sample Tahta", "geonames:900002", true, false)]
    [InlineData("Khirbat as-Sample", "wof:800001", true, true)]
    [InlineData("Khirbat al-Sample", "wof:800001", false, false)]
    public void Find_NameOfTheExtract_IsFoundAsItFits(string name, string id, bool exact, bool isMain)
    {
        var match = Assert.Single(Gazetteer.Load(Compile()).Find(name));
        Assert.Equal((id, exact, isMain), (match.Place.Id, match.Exact, match.IsMainName));
    }

    [Fact]
    public void Find_PlaceOfTheExtract_HasWhatTheSourceSays()
    {
        var place = Gazetteer.Load(Compile()).Find("Upper Sample")[0].Place;

        Assert.Equal(("Upper Sample", PlaceKind.City, "SY", "SY.07"), (place.Name, place.Kind, place.Country, place.Division));
        Assert.Equal((33.5, 36.25), (Math.Round(place.Latitude, 4), Math.Round(place.Longitude, 4)));
        Assert.InRange(place.Population, 230_000, 250_000);
    }

    [Fact]
    public void FindBySkeleton_OfAWatchedState_FindsOtherVowels() =>
        Assert.Contains(Gazetteer.Load(Compile()).FindBySkeleton("Oppir Sampil"), m => m.Place.Id == "geonames:900001");

    [Fact]
    public void Write_SameRows_GivesTheSameBytes() => Assert.Equal(GazetteerWriter.Write(Rows(), Sources), GazetteerWriter.Write(Rows(), Sources));

    [Fact]
    public void Load_ThroughASymbolicLink_ReadsTheFileBehindIt()
    {
        var link = Path.Combine(_folder.FullName, "link.gazetteer");
        File.CreateSymbolicLink(link, Compile());

        Assert.Single(Gazetteer.Load(link).Find("Upper Sample"));
    }

    [Fact]
    public void Load_OtherContents_HasAnotherVersion()
    {
        var one = Gazetteer.Load(Compile()).Version;
        var other = Path.Combine(_folder.FullName, "other.gazetteer");
        File.WriteAllBytes(other, GazetteerWriter.Write(Rows().Skip(1), Sources));

        Assert.Matches("^[0-9a-f]{8}$", one);
        Assert.NotEqual(one, Gazetteer.Load(other).Version);
    }

    [Fact]
    public void Load_DamagedFile_SaysSo()
    {
        var path = Compile();
        var bytes = File.ReadAllBytes(path);
        bytes[^1] ^= 1;
        File.WriteAllBytes(path, bytes);

        Assert.Contains("damaged", Assert.Throws<InvalidDataException>(() => Gazetteer.Load(path)).Message, StringComparison.Ordinal);
    }

    private string Compile()
    {
        var path = Path.Combine(_folder.FullName, "places.gazetteer");
        File.WriteAllBytes(path, GazetteerWriter.Write(Rows(), Sources));
        return path;
    }

    private static IReadOnlyList<GazetteerRow> Rows() => GazetteerSelection.Select(
        GeoNamesReader.Read(FileOf("towns.txt")).Select(p => p.Row), [], WhosOnFirstReader.Read(FileOf("wof_SY.jsonl")));

    private static FileInfo FileOf(string name) => new(Path.Combine(AppContext.BaseDirectory, "Gazetteers", name));
}
