using Truceline.Entity.V1;
using Truceline.GeoZone.Agreements;

namespace Truceline.GeoZone.UnitTests.Agreements;

public sealed class PartyMatcherTests
{
    [Theory]
    [InlineData("Vladimir Putin", "RU", "russia")]
    [InlineData("RUSSIA", "", "russia")]
    [InlineData("the Al-Nusra Front", "SY", "radical-groups")]
    [InlineData("Hay'at Tahrir al-Sham", "SY", "syrian-government")]
    [InlineData("Hayat Tahrir al-Sham", "SY", "radical-groups")]
    [InlineData("Türkiye", "", "turkey")]
    [InlineData("Joint Coordination Center", "", "coordination-centre")]
    [InlineData("Ruritania", "", null)]
    [InlineData("", "", null)]
    public void Match_NameBeforeCountry_FindsTheParty(string name, string country, string? party)
    {
        var found = new PartyMatcher(Sample.Agreement()).Match(new Participant { Name = name, Country = country });

        Assert.Equal(party is null ? [] : [party], found);
    }
}
