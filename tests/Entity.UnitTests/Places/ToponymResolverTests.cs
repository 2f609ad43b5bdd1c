using Truceline.Entity.Reading.Places;
using Truceline.Entity.Reading.Places.Resolution;

namespace Truceline.Entity.UnitTests.Places;

public sealed class ToponymResolverTests
{
    private static readonly ToponymResolver Resolver = new(SharedGazetteer.Instance);
    private static readonly Dictionary<string, int> NoStates = [];

    [Theory]
    [InlineData("Paris", "Texas", "US")]
    [InlineData("Paris", "France", "FR")]
    [InlineData("Springfield", "Illinois", "US")]
    public void Resolve_NameWithWhatItLiesIn_LiesThere(string name, string within, string country)
    {
        var places = Resolver.Resolve([new Toponym(name, null, 1, false) { Within = within }], NoStates)[0];
        Assert.Equal(country, places[0].Country);
        Assert.True(within is not "Texas" || places[0].Longitude < -90);
    }

    [Fact]
    public void Resolve_AnyName_ScoresSumToAtMostOne()
    {
        var names = new[] { "San Jose", "Victoria", "Hama", "Alexandria", "Santa Maria" };
        Assert.All(Resolver.Resolve([.. names.Select(n => new Toponym(n, null, 1, false))], NoStates), places =>
        {
            Assert.NotEmpty(places);
            Assert.InRange(places.Sum(p => p.Score), 0, 1);
            Assert.Equal(places.OrderByDescending(p => p.Score), places);
        });
    }

    [Fact]
    public void Resolve_NameThatNothingBears_HasNoCandidate() =>
        Assert.Empty(Resolver.Resolve([new Toponym("Qqqxzwv", null, 1, false)], NoStates)[0]);

    [Fact]
    public void Resolve_PartOfAPlaceThatHoldsNoneOfTheName_IsOnlyWhatBearsItsVeryName()
    {
        var other = Resolver.Resolve([new Toponym("Barire", null, 1, false) { Within = "Mogadishu" }], NoStates)[0];
        var part = Resolver.Resolve([new Toponym("Barire", null, 1, false) { Within = "Mogadishu", IsPart = true }], NoStates)[0];

        Assert.NotEmpty(other);
        Assert.Empty(part);
    }

    [Theory]
    [InlineData("Barire", "SO")]
    public void Resolve_NameOnlyFoldedAlikeInAStateThatIsNotNamed_HasNoCandidate(string name, string state) =>
        Assert.Empty(Resolver.Resolve([new Toponym(name, null, 1, false)], new Dictionary<string, int> { [state] = 2 })[0]);

    [Fact]
    public void Resolve_AreaInForce_RaisesTheNamesakeInIt()
    {
        var name = new Toponym("Springfield", null, 1, false);
        var before = Resolver.Resolve([name], NoStates)[0];
        var other = before[1];
        var areas = new AreasOfInterest([new AreaOfInterest("area", other.Latitude, other.Longitude, 5_000)]);

        var after = Resolver.Resolve([name], NoStates, areas)[0];

        Assert.True(after.Single(p => p.GazetteerId == other.GazetteerId).Score > other.Score);
    }
}
