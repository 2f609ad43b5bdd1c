using Truceline.Entity.Reading;
using Truceline.Entity.UnitTests.Stories;

namespace Truceline.Entity.UnitTests.Places;

/// <summary>One place has one id whatever the spelling; two places of one name have two where the text tells them apart.</summary>
public sealed class PlaceIdentityTests
{
    private static readonly DateOnly Published = new(2020, 6, 1);

    [Theory]
    [InlineData("Gaza truce holds for a third day", "PS")]
    [InlineData("A truce in Gaza began at dawn.", "PS")]
    [InlineData("Shells fell on Gaza overnight.", "PS")]
    [InlineData("Floods in Mozambique cut the road from Maputo to Gaza.", "MZ")]
    public void Read_FamousName_IsWhatEverybodyThinksOfUnlessTheTextSaysElse(string text, string country) =>
        Assert.Equal([country], Read(text).Where(e => e.Type == EntityType.Location && e.Mentions.Any(m => m.Span.Of(text) == "Gaza")).Select(e => e.Places[0].Country));

    [Theory]
    [InlineData("A bomb killed two in Tripoli, Libya, and another killed three in Tripoli, Lebanon.", "Tripoli", "LB LY")]
    [InlineData("Envoys met in San Jose, Costa Rica, before flying to San Jose, California.", "San Jose", "CR US")]
    [InlineData("Buses left Merida, Mexico. A week later nine arrived in Merida, Spain.", "Merida", "ES MX")]
    public void Read_OneNameInTwoStates_IsTwoPlaces(string text, string name, string countries) =>
        Assert.Equal(countries, string.Join(' ', Read(text).Where(e => e.Mentions.Any(m => m.Span.Of(text) == name)).Select(e => e.Places[0].Country).Order(StringComparer.Ordinal)));

    [Fact]
    public void Read_StateAndDivisionOfOneName_AreTwoPlaces()
    {
        const string Text = "In Georgia the truce held near Gori. In Atlanta, Georgia, veterans marched.";

        Assert.Equal(["GE", "US"], Read(Text).Where(e => e.Mentions.Any(m => m.Span.Of(Text) == "Georgia")).Select(e => e.Places[0].Country));
    }

    [Theory]
    [InlineData("Khan Sheikhoun", "Khan Shaykhun", "SY")]
    [InlineData("Khan Sheikhoun", "Khan Cheikhoun", "SY")]
    [InlineData("Maaret al-Numan", "Ma'arrat al-Nu'man", "SY")]
    [InlineData("Maaret al-Numan", "Maarat Numan", "SY")]
    [InlineData("Deir ez-Zor", "Dair az-Zaur", "SY")]
    [InlineData("Hodeidah", "Al Hudaydah", "YE")]
    [InlineData("Taiz", "Taizz", "YE")]
    public void Read_TwoSpellings_HaveOneId(string one, string other, string country)
    {
        var (first, second) = (PlaceOf(one, country), PlaceOf(other, country));

        Assert.Equal(country, first.Country);
        Assert.Equal(first.GazetteerId, second.GazetteerId);
    }

    [Theory]
    [InlineData("Khan Sheikhoun was hit.", "Khan Sheikhoun")]
    [InlineData("Ma'arrat al-Nu'man was hit again, doctors said.", "Ma'arrat al-Nu'man")]
    [InlineData("Maarat Numan fell quiet.", "Maarat Numan")]
    public void Read_TownOfTheTableAlone_IsAPlace(string text, string name) =>
        Assert.Equal([EntityType.Location], Read(text).Where(e => e.Mentions.Any(m => m.Span.Of(text) == name)).Select(e => e.Type));

    private static PlaceCandidate PlaceOf(string name, string country)
    {
        var text = $"Shells hit {name} in {(country == "SY" ? "Syria" : "Yemen")} on Friday.";
        return Read(text).Single(e => e.Mentions.Any(m => m.Span.Of(text) == name)).Places[0];
    }

    private static IReadOnlyList<NamedEntity> Read(string text) => SharedReader.Read(text, Published).Entities;
}
