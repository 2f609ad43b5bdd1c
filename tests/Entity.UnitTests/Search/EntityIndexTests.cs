using Truceline.Entity.Search;
using Truceline.Entity.V1;

namespace Truceline.Entity.UnitTests.Search;

public sealed class EntityIndexTests : IDisposable
{
    private readonly EntityIndex _index = new();

    public EntityIndexTests() => _index.Apply(
    [
        Of("erdogan", EntityType.Person, "TR", 900, "Recep Tayyip Erdoğan", "Erdoğan"),
        Of("lavrov", EntityType.Person, "RU", 500, "Sergey Lavrov", "Lavrov"),
        Of("laver", EntityType.Person, "AU", 1, "Rod Laver"),
        Of("hodeidah", EntityType.Location, "YE", 700, "Al Hudaydah", "Hodeidah"),
        Of("hama", EntityType.Location, "SY", 300, "Hama"),
        Of("hamas", EntityType.ArmedGroup, "PS", 800, "Hamas"),
    ]);

    public void Dispose() => _index.Dispose();

    [Theory]
    [InlineData("Erdogan", "erdogan")]
    [InlineData("erdoğan", "erdogan")]
    [InlineData("Erdogn", "erdogan")]
    [InlineData("tayyip erd", "erdogan")]
    [InlineData("Lavrow", "lavrov")]
    [InlineData("Sergei Lavrov", "lavrov")]
    [InlineData("Hodeida", "hodeidah")]
    [InlineData("al-Hudayda", "hodeidah")]
    [InlineData("Hodiedah", "hodeidah")]
    [InlineData("hama", "hama")]
    [InlineData("Hams", "hamas")]
    [InlineData("lav", "lavrov")]
    [InlineData("minister Sergei Lavrov", "lavrov")]
    [InlineData("Recep Tayyip Gul Erdogan", "erdogan")]
    public void Find_AnotherSpelling_AnswersFirst(string query, string id) => Assert.Equal(id, Ranked(query)[0].Entity.EntityId);

    [Theory]
    [InlineData("Putin")]
    [InlineData("ham lavrov")]
    [InlineData("xyz")]
    [InlineData("the minister Lavrov")]
    public void Find_WhatNothingIsCalled_AnswersNothing(string query) => Assert.Empty(Ranked(query));

    [Fact]
    public void Find_WithTypeAndCountry_GivesNoOthers()
    {
        Assert.Equal(["hama"], _index.Find("hama", [EntityType.Location], "", 10).Select(d => d.EntityId));
        Assert.Equal(["hamas"], _index.Find("hama", [], "PS", 10).Select(d => d.EntityId));
    }

    [Fact]
    public void Apply_AChangeAndARemoval_AreFoundAtOnce()
    {
        _index.Apply([new SearchChange("hama", null), Of("lavrov", EntityType.Person, "RU", 1, "Somebody Else")]);

        Assert.DoesNotContain(Ranked("hama"), r => r.Entity.EntityId == "hama");
        Assert.Empty(Ranked("Lavrov"));
        Assert.Equal("lavrov", Assert.Single(Ranked("somebody")).Entity.EntityId);
        Assert.Equal(5, _index.Count);
    }

    [Theory]
    [InlineData("erd tay", "Recep Tayyip Erdoğan", "Tayyip|Erdoğan")]
    [InlineData("Hodeida", "Hodeidah", "Hodeidah")]
    public void Rank_AName_SaysWhichOfItsWordsMatch(string query, string name, string words)
    {
        var best = Ranked(query)[0];

        Assert.Equal(name, best.Name);
        Assert.Equal(words, string.Join('|', best.Ranges.Select(r => best.Name[r.Start..r.End])));
    }

    [Theory]
    [InlineData("kitten", "kitten", 0)]
    [InlineData("kitten", "kittne", 1)]
    [InlineData("kitten", "sitten", 1)]
    [InlineData("kitten", "kiten", 1)]
    [InlineData("kitten", "sittin", 2)]
    [InlineData("abcdef", "fedcba", 3)]
    public void EditDistance_OfTwoWords_CountsTyposUpToTheLimit(string a, string b, int distance) =>
        Assert.Equal(distance, Math.Min(3, EditDistance.Of(a, b, 2)));

    private static SearchChange Of(string id, EntityType type, string country, long mentions, params string[] names) =>
        new(id, new SearchDocument(id, type, names[0], country, "", names, mentions));

    private IReadOnlyList<RankedEntity> Ranked(string query) => NameRanking.Rank(query, _index.Find(query, [], "", 100));
}
