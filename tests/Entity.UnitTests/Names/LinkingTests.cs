using Truceline.Entity.Reading;
using Truceline.Entity.UnitTests.Stories;

namespace Truceline.Entity.UnitTests.Names;

/// <summary>Which thing of the knowledge base a name or noun means, by what the text says besides and by its date.</summary>
public sealed class LinkingTests
{
    [Theory]
    [InlineData("Fighters of the SNA shelled a village near Afrin in Syria.", "SNA", "kb:syrian-national-army")]
    [InlineData("The SNA took a town from al-Shabaab in Somalia.", "SNA", "kb:so-forces")]
    [InlineData("Colombia said the National Liberation Army (ELN) freed two men.", "National Liberation Army", "kb:national-liberation-army")]
    [InlineData("Jabhat al-Nusra left Idlib.", "Jabhat al-Nusra", "kb:al-nusra-front")]
    [InlineData("The Syrian regime shelled Idlib.", "Syrian regime", "kb:sy-government")]
    [InlineData("Turkey's military crossed the border.", "Turkey's military", "kb:tr-forces")]
    [InlineData("Russian troops and the Sudanese army met.", "Sudanese army", "kb:sd-forces")]
    [InlineData("The UN Disengagement Observer Force closed a post on the Golan.", "UN Disengagement Observer Force", "kb:united-nations-disengagement-observer-force")]
    [InlineData("M23 fighters entered Goma in Congo.", "M23", "kb:march-23-movement")]
    [InlineData("In Yemen, Abdul-Malik al-Houthi refused the truce.", "Abdul-Malik al-Houthi", "kb:abdul-malik-al-houthi")]
    [InlineData("President Museveni flew to Entebbe.", "Museveni", "kb:yoweri-museveni")]
    public void Read_NameOfSeveral_IsTheOneInWhoseCompanyItStands(string text, string name, string id) =>
        Assert.Equal(id, Of(text, name, new DateOnly(2021, 5, 1))?.KnowledgeId);

    [Theory]
    [InlineData("The AA battery in the torch was flat.", "AA")]
    [InlineData("He asked the PA to bring coffee.", "PA")]
    public void Read_AcronymWithoutCompany_IsNoGroup(string text, string name) =>
        Assert.Null(Of(text, name, new DateOnly(2021, 5, 1))?.KnowledgeId);

    [Theory]
    [InlineData("2013-05-01", "kb:abdullah-gul")]
    [InlineData("2018-09-17", "kb:recep-tayyip-erdogan")]
    public void Read_OfficeWithoutName_IsWhoHeldItThen(string day, string id) =>
        Assert.Equal(id, Of("Talks failed when the Turkish president left the room.", "the Turkish president", DateOnly.Parse(day, null))?.KnowledgeId);

    [Fact]
    public void Read_FormerOffice_IsNobody() =>
        Assert.Null(Of("Talks failed when the former Turkish president left the room.", "the former Turkish president", new DateOnly(2018, 9, 17)));

    [Fact]
    public void Read_RulersName_GivesTheGovernmentOfHisState() =>
        Assert.Equal("kb:sy-government", Of("Rebels accused the Assad regime of shelling.", "Assad regime", new DateOnly(2017, 3, 1))?.KnowledgeId);

    [Fact]
    public void Read_SurnameTwiceWithoutFullName_IsOnePerson() =>
        Assert.Equal(2, Read("General Orimba went to Bossangoa. Orimba said the road was open.", new DateOnly(2020, 1, 1)).Single(e => e.Name == "Orimba").Mentions.Count);

    [Theory]
    [InlineData("Ankara and Moscow agreed on patrols.", "Ankara", true)]
    [InlineData("Egypt, Qatar and Oman agreed to mediate.", "Egypt", true)]
    [InlineData("Fighters from Egypt and Libya agreed.", "Egypt", false)]
    public void Read_StatesThatActTogether_AreMetonyms(string text, string name, bool isMetonym) =>
        Assert.Equal(isMetonym, Read(text, new DateOnly(2019, 1, 1)).SelectMany(e => e.Mentions).First(m => m.Span.Of(text) == name).Metonym);

    [Fact]
    public void Read_TwoOfOneSurname_AreLeftApart()
    {
        const string Text = "Minister Omar Velarde met General Luis Velarde in Quito. Velarde left early.";
        var last = Text.LastIndexOf("Velarde", StringComparison.Ordinal);

        var owner = Read(Text, new DateOnly(2020, 1, 1)).FirstOrDefault(e => e.Mentions.Any(m => m.Span.Start == last));

        Assert.True(owner is null || owner.Mentions.Count == 1);
    }

    [Fact]
    public void Read_TwoOfOneSurname_AreToldApartByTitle()
    {
        const string Text = "Minister Omar Velarde met General Luis Velarde in Quito. General Velarde left early.";

        var general = Read(Text, new DateOnly(2020, 1, 1)).Single(e => e.Name == "Luis Velarde");

        Assert.Equal(2, general.Mentions.Count);
    }

    [Fact]
    public void Read_IntroducedAcronym_IsTheSameThing()
    {
        const string Text = "The Southern Reform Council (SRC) met in Gorno. The SRC asked for time.";

        var council = Read(Text, new DateOnly(2020, 1, 1)).Single(e => e.Name == "Southern Reform Council");

        Assert.Equal([MentionKind.Name, MentionKind.Acronym, MentionKind.Acronym], council.Mentions.Select(m => m.Kind));
    }

    [Fact]
    public void Read_MinistryWithoutState_IsThatOfTheDateline()
    {
        const string Text = "MOSCOW, Nov 10 (Xinhua) -- The Defence Ministry said on Tuesday that it had begun.";
        Assert.Equal("kb:ru-defence-ministry", Of(Text, "Defence Ministry", new DateOnly(2020, 11, 10))?.KnowledgeId);
    }

    [Fact]
    public void Read_NounWhereTwoGroupsFit_IsLinkedToNone()
    {
        const string Text = "Hamas and Hezbollah agreed. The group fired rockets.";
        Assert.DoesNotContain(Read(Text, new DateOnly(2020, 1, 1)).SelectMany(e => e.Mentions), m => m.Kind == MentionKind.Nominal);
    }

    [Fact]
    public void Read_NounAfterOneGroup_IsLinkedToIt()
    {
        const string Text = "Hamas agreed. The group fired no rockets.";
        Assert.Equal("kb:hamas", Of(Text, "The group", new DateOnly(2020, 1, 1))?.KnowledgeId);
    }

    [Fact]
    public void Read_WithoutClaims_ReadsNamesAlone()
    {
        var reading = SharedReader.Instance.Read(
            "Hamas agreed to release ten men.", new ReadingContext(null, DateTimeOffset.UnixEpoch), new ReadingOptions { Claims = false });
        Assert.NotEmpty(reading.Entities);
        Assert.Empty(reading.Claims);
    }

    [Fact]
    public void Version_Reader_NamesKnowledgeAndTagger() =>
        Assert.Matches(@"^rules-\d+\+known\.[0-9a-f]{8}\+", SharedReader.Instance.Version);

    private static NamedEntity? Of(string text, string name, DateOnly day)
    {
        var start = text.IndexOf(name, StringComparison.Ordinal);
        return Read(text, day).FirstOrDefault(e => e.Mentions.Any(m => m.Span == new TextSpan(start, start + name.Length)));
    }

    private static IReadOnlyList<NamedEntity> Read(string text, DateOnly day) =>
        SharedReader.Instance.Read(text, new ReadingContext(day, new DateTimeOffset(day, new TimeOnly(12, 0), TimeSpan.Zero))).Entities;
}
