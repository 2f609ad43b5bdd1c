using Truceline.Entity.Reading;
using Truceline.Entity.Reading.Knowledge;

namespace Truceline.Entity.UnitTests.Knowledge;

public sealed class KnowledgeBaseTests
{
    private static readonly KnowledgeBase Base = KnowledgeBase.Load();

    [Fact]
    public void Load_Twice_GivesTheSameVersion()
    {
        Assert.Equal(12, Base.Version.Length);
        Assert.Equal(Base.Version, KnowledgeBase.Load().Version);
    }

    [Fact]
    public void All_Entities_HaveIdsNamesAndStatesInOrder()
    {
        Assert.All(Base.All, e =>
        {
            Assert.StartsWith(KnownEntity.Prefix, e.Id, StringComparison.Ordinal);
            Assert.Matches("^kb:[a-z0-9-]+$", e.Id);
            Assert.Equal(e.Name, e.Names[0].Text);
            Assert.Equal(e.Names.Count, e.Names.Select(n => n.Text).Distinct().Count());
            Assert.NotEqual("", e.Kind);
        });
        Assert.Equal(Base.All.Count, Base.All.Select(e => e.Id).Distinct().Count());
    }

    [Fact]
    public void All_References_Resolve() =>
        Assert.All(
            Base.All.SelectMany(e => e.Parents.Select(p => p.Id).Concat(e.Successors.Concat(e.Predecessors).Select(l => l.Id)).Concat(e.Offices.Select(o => o.PersonId))),
            id => Assert.NotNull(Base.WithId(id)));

    [Fact]
    public void All_Dates_AreInOrder()
    {
        Assert.All(Base.All, e => Assert.True(e.From is null || e.To is null || e.From < e.To, e.Id));
        Assert.All(Base.Offices, office =>
        {
            Assert.NotEmpty(office.Holders);
            Assert.All(office.Holders, h => Assert.True(h.To is null || h.From <= h.To, $"{office.Id}: {h.PersonId}"));
            // What is known by the month alone may overlap by one.
            Assert.All(office.Holders.Zip(office.Holders.Skip(1)), p => Assert.True(p.First.To is { } to && p.First.From < p.Second.From && to <= p.Second.From.AddDays(30), $"{office.Id}: {p.First.PersonId}"));
        });
    }

    /// <summary>A name of two things is told apart by company, or not at all.</summary>
    [Fact]
    public void All_NamesOfTwo_NeedCompanyInAllButOne()
    {
        var shared = Base.All.Where(e => e.Type != EntityType.Location).SelectMany(e => e.Names, (e, n) => (Entity: e, Name: n))
            .GroupBy(p => p.Name.Text, StringComparer.Ordinal).Where(g => g.Select(p => p.Entity.Id).Distinct().Count() > 1)
            .Where(g => g.Count(p => !p.Name.NeedsCompany) > 1)
            .Select(g => $"{g.Key}: {string.Join(", ", g.Select(p => p.Entity.Id))}");
        Assert.Equal("", string.Join("; ", shared));
    }

    /// <summary>What asks for company says whose: a state, or states.</summary>
    [Fact]
    public void All_NamesThatNeedCompany_BelongToAState() =>
        Assert.All(
            Base.All.Where(e => e.Names.Any(n => n.NeedsCompany) && e.Names.All(n => n.NeedsCompany)),
            e => Assert.True(e.Country is not null || e.Company.Count > 0, e.Id));

    [Theory]
    [InlineData("Jabhat al-Nusra", "kb:al-nusra-front")]
    [InlineData("Hayat Tahrir al-Sham", "kb:hayat-tahrir-al-sham")]
    [InlineData("UNDOF", "kb:united-nations-disengagement-observer-force")]
    [InlineData("OSCE SMM", "kb:osce-special-monitoring-mission")]
    [InlineData("tatmadaw", "kb:mm-forces")]
    [InlineData("Volodymyr Zelenskyy", "kb:volodymyr-zelensky")]
    [InlineData("Russia", "kb:ru")]
    public void Find_AnyOfItsNames_GivesTheThing(string name, string id) =>
        Assert.Contains(id, Base.Find(name).Select(e => e.Id));

    [Fact]
    public void Find_NameOfNothing_IsEmpty() => Assert.Empty(Base.Find("Ministry of Silly Walks"));

    [Fact]
    public void WithId_AlNusraFront_LeadsToItsSuccessorsByDate()
    {
        var nusra = Base.WithId("kb:al-nusra-front")!;
        var next = Assert.Single(nusra.Successors);
        Assert.Equal(("kb:jabhat-fateh-al-sham", LineageKind.Renamed, new DateOnly(2016, 7, 28)), (next.Id, next.Kind, next.Date));
        Assert.Contains("kb:hayat-tahrir-al-sham", Base.WithId(next.Id)!.Successors.Select(s => s.Id));
    }

    [Theory]
    [InlineData("TR", "HeadOfState", "2013-05-01", "kb:abdullah-gul")]
    [InlineData("TR", "HeadOfState", "2018-09-17", "kb:recep-tayyip-erdogan")]
    [InlineData("US", "ForeignMinister", "2018-09-17", "kb:mike-pompeo")]
    [InlineData("SY", "HeadOfState", "2024-12-20", null)]
    [InlineData("FR", "HeadOfState", "2017-05-14", null)]
    [InlineData("SY", "HeadOfState", "2025-03-01", "kb:ahmed-al-sharaa")]
    public void HolderOn_Day_IsWhoHeldTheOfficeThen(string country, string kind, string day, string? person) =>
        Assert.Equal(person, Base.HolderOn(country, Enum.Parse<OfficeKind>(kind), DateOnly.Parse(day, null))?.Id);

    [Theory]
    [InlineData("2014", "2014-01-01", "2014-12-31")]
    [InlineData("2016-02", "2016-02-01", "2016-02-29")]
    [InlineData("2016-07-28", "2016-07-28", "2016-07-28")]
    public void KnowledgeDate_Cell_SpansWhatItMayMean(string cell, string first, string last)
    {
        Assert.Equal(DateOnly.Parse(first, null), KnowledgeDate.First(cell));
        Assert.Equal(DateOnly.Parse(last, null), KnowledgeDate.Last(cell));
    }

    [Fact]
    public void KnowledgeDate_NoDate_IsRefused() => Assert.Throws<InvalidDataException>(() => KnowledgeDate.First("last year"));
}
