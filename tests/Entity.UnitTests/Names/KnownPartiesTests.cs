using Truceline.Entity.Reading;
using Truceline.Entity.UnitTests.Stories;

namespace Truceline.Entity.UnitTests.Names;

/// <summary>States, groups and office-holders by short or shared names.</summary>
public sealed class KnownPartiesTests
{
    [Theory]
    [InlineData("The Congolese army fought M23 rebels near Goma.", "Congolese army", "kb:cd-forces")]
    [InlineData("In Brazzaville the Congolese army paraded.", "Congolese army", "kb:cg-forces")]
    [InlineData("The Guinean army stayed in its barracks.", "Guinean army", "kb:gn-forces")]
    [InlineData("Indian, Pakistani and Chinese troops met.", "Indian", "kb:in-forces")]
    [InlineData("Indian, Pakistani and Chinese troops met.", "Pakistani", "kb:pk-forces")]
    [InlineData("It will add 200 British and 100 Romanian soldiers.", "British", "kb:gb-forces")]
    [InlineData("The Golani Brigade left.", "Golani Brigade", "kb:golani-brigade")]
    [InlineData("Armenian units opened fire near Sotk.", "Armenian units", "kb:am-forces")]
    [InlineData("In Bissau the Guinean army stayed in its barracks.", "Guinean army", "kb:gw-forces")]
    [InlineData("South Korean troops left; later the Korean army paraded in Seoul.", "Korean army", "kb:kr-forces")]
    [InlineData("Pyongyang was dark. The Korean army paraded.", "Korean army", "kb:kp-forces")]
    [InlineData("Bosnian Serb forces shelled the market.", "Bosnian Serb forces", "kb:army-of-republika-srpska")]
    [InlineData("The ADF killed ten people in Beni, North Kivu.", "ADF", "kb:allied-democratic-forces")]
    [InlineData("SAF jets bombed Nyala.", "SAF", "kb:sd-forces")]
    [InlineData("Houthi fighters shelled a post in Yemen.", "Houthi fighters", "kb:houthis")]
    [InlineData("Houthi forces left the port.", "Houthi forces", "kb:houthis")]
    [InlineData("Hezbollah fighters withdrew at noon.", "Hezbollah fighters", "kb:hezbollah")]
    [InlineData("BY DEC. 31 ALL MUST LEAVE, UN SAYS", "UN", "kb:united-nations")]
    [InlineData("The CNDP laid down its arms in Kivu.", "CNDP", "kb:cndp")]
    public void Read_NameOfAParty_IsTheKnownOne(string text, string name, string id) => Assert.Equal(id, Of(text, name)?.KnowledgeId);

    [Theory]
    [InlineData("Putin said no. Biden agreed.", "Putin", "kb:vladimir-putin")]
    [InlineData("Putin said no. Biden agreed.", "Biden", "kb:joe-biden")]
    [InlineData("Zelenskiy met Borrell.", "Zelenskiy", "kb:volodymyr-zelensky")]
    [InlineData("Nasrallah said the front was quiet.", "Nasrallah", "kb:hassan-nasrallah")]
    [InlineData("Haftar did not attend.", "Haftar", "kb:khalifa-haftar")]
    public void Read_SurnameOfOneOfficeHolder_IsThatPerson(string text, string name, string id) => Assert.Equal(id, Of(text, name)?.KnowledgeId);

    [Theory]
    [InlineData("Omar Haftar runs a bakery. Haftar said bread was short.")]
    [InlineData("Omar Haftar and Lena Haftar met. Haftar said bread was short.")]
    public void Read_SurnameOfAnotherInTheText_IsNotTheOfficeHolder(string text) =>
        Assert.DoesNotContain(Read(text), e => e.KnowledgeId == "kb:khalifa-haftar");

    [Theory]
    [InlineData("Ali Jordan, a spokesman, said Jordan would keep the truce.")]
    [InlineData("Queen Rania of Jordan visited the camp. Jordan hosts many refugees.")]
    public void Read_StateOfASurname_IsTheState(string text)
    {
        var last = text.LastIndexOf("Jordan", StringComparison.Ordinal);

        Assert.Equal(EntityType.Location, Read(text).Single(e => e.Mentions.Any(m => m.Span.Start == last)).Type);
    }

    [Fact]
    public void Read_GivenNameOfAState_IsThePerson()
    {
        var person = Assert.Single(Read("Chad Johnson, an observer, said the night was calm."), e => e.Type != EntityType.Nationality);

        Assert.Equal((EntityType.Person, "Chad Johnson"), (person.Type, person.Name));
    }

    [Fact]
    public void Read_OfficeAlone_IsNobody() =>
        Assert.DoesNotContain(Read("The US Secretary of State will fly to Doha."), e => e.Type == EntityType.Person && e.KnowledgeId is null);

    [Fact]
    public void Read_AdjectiveBeforeWhatSomebodyIs_GivesTheState() =>
        Assert.Equal("IQ", Read("Iraqi lawmaker Jalal Morad Hasso said the road was open.").Single(e => e.Type == EntityType.Person).Country);

    [Theory]
    [InlineData("Washington objected to the plan.", "Washington")]
    [InlineData("Baku and Yerevan traded blame for the fire.", "Baku")]
    [InlineData("Ankara welcomed the deal and so did Riyadh.", "Riyadh")]
    public void Read_CapitalThatActs_IsTheGovernment(string text, string name) =>
        Assert.True(Read(text).SelectMany(e => e.Mentions).Single(m => m.Span.Of(text) == name).Metonym);

    [Theory]
    [InlineData("The ADF flew home to Canberra.", "ADF")]
    [InlineData("The ADF opened an office in Tokyo.", "ADF")]
    public void Read_AcronymFarFromItsState_IsNotTheKnownOne(string text, string name) => Assert.Null(Of(text, name)?.KnowledgeId);

    [Theory]
    [InlineData("The Korean army paraded.")]
    [InlineData("North Korea and South Korea agreed. A Korean army post at Panmunjom was closed.")]
    public void Read_AdjectiveOfTwoStatesThatNothingTells_IsNeither(string text) =>
        Assert.DoesNotContain(Read(text), e => e.KnowledgeId is "kb:kr-forces" or "kb:kp-forces");

    [Theory]
    [InlineData("Kurds fled the town.", "Kurds", "Nationality")]
    [InlineData("Abkhaz fighters held the bridge.", "Abkhaz fighters", "ArmedGroup")]
    [InlineData("A Tamil fisherman was freed.", "Tamil", "Nationality")]
    [InlineData("Heavy rain fell in Tamil Nadu.", "Tamil Nadu", "Location")]
    public void Read_PeopleWithoutAState_IsNamed(string text, string name, string type) => Assert.Equal(type, Of(text, name)?.Type.ToString());

    [Theory]
    [InlineData("Two T-72s crossed.", "T-72s", "tank")]
    [InlineData("Three MiG-29s flew over.", "MiG-29s", "fighter jet")]
    public void Read_MakesInThePlural_AreTheirKind(string text, string name, string kind) => Assert.Equal(kind, Of(text, name)?.Name);

    [Fact]
    public void Read_ArticleBeforeAVillage_IsNoPlace() => Assert.DoesNotContain(Read("ADF fighters attacked a village."), e => e.Name == "a");

    private static NamedEntity? Of(string text, string name) => Read(text).FirstOrDefault(e => e.Mentions.Any(m => m.Span.Of(text) == name));

    private static IReadOnlyList<NamedEntity> Read(string text) => SharedReader.Read(text, new DateOnly(2023, 6, 1)).Entities;
}
