using Truceline.Entity.Reading.Places;
using Truceline.Entity.Reading.Places.Resolution;

namespace Truceline.Entity.UnitTests.Places;

public sealed class TownsNamedLikeDivisionsTests
{
    private static readonly ToponymResolver Resolver = new(SharedGazetteer.Instance);

    [Theory]
    [InlineData("Idlib")]
    [InlineData("Aleppo")]
    [InlineData("Donetsk")]
    public void Weigh_NameOfATownAndItsDivisionAlone_DoesNotNameTheDivision(string name) =>
        Assert.DoesNotContain(Weigh(name), p => DivisionNamed(p));

    [Fact]
    public void Weigh_TwoSpellingsOfTheName_DoNotNameTheDivision() =>
        Assert.DoesNotContain(Weigh("Idlib", "Idleb"), p => DivisionNamed(p));

    [Fact]
    public void Weigh_DivisionNamedBesideATownInIt_NamesTheDivision() =>
        Assert.Contains(Weigh("Saraqib", "Idlib"), p => p.Place.Kind != PlaceKind.Province && DivisionNamed(p));

    /// <summary>The places of the first name.</summary>
    private static List<WeighedPlace> Weigh(params string[] names) =>
        Resolver.Weigh([.. names.Select(n => new Toponym(n, null, 1, false))], new Dictionary<string, int> { ["SY"] = 1, ["UA"] = 1 }, AreasOfInterest.None)[0].Places;

    private static bool DivisionNamed(WeighedPlace place) => place.Features[(int)PlaceFeature.DivisionNamed] != 0;
}
