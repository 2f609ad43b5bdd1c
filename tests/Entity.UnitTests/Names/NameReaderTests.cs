using CsCheck;
using Truceline.Entity.Reading;
using Truceline.Entity.Reading.Header;
using Truceline.Entity.Reading.Names;
using Truceline.Entity.Reading.Text;
using Truceline.Entity.UnitTests.Places;

namespace Truceline.Entity.UnitTests.Names;

public sealed class NameReaderTests
{
    private static readonly NameReader Reader = new(SharedGazetteer.Instance);
    private static readonly ReadingContext Context = new(null, new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));

    private const string Hodeidah =
        "ADEN, Yemen, Dec 18 (Reuters) - Clashes between Houthi rebels and troops shook the Yemeni port city of Hodeidah on Tuesday. UN envoy Martin Griffiths "
        + "said both sides would pull back from Salif and Ras Isa. The Saudi-led coalition shot down two drones over Marib province. Griffiths told the Security "
        + "Council that mortar shells fell on the village of al-Tuhayta.";

    private const string Donbas =
        "DONETSK, Ukraine, Feb 20 (AFP) - Shelling rocked Debaltseve despite the Minsk truce. Ukrainian President Petro Poroshenko accused Russia of sending tanks "
        + "and Grad rockets. Ukraine's army reported attacks in Shyrokyne near Mariupol. Kyiv denies it, Poroshenko added.";

    private const string Darfur =
        "KHARTOUM (AP) — Sudan's military and the paramilitary Rapid Support Forces agreed to a truce, U.S. Secretary of State Antony Blinken said. Fighting between "
        + "forces loyal to Gen. Abdel-Fattah Burhan and the RSF continued in El Geneina in West Darfur. Artillery hit Zamzam camp near El-Fasher.";

    private const string Karabakh =
        "YEREVAN, November 10. /TASS/. Armenian Prime Minister Nikol Pashinyan and Azerbaijani President Ilham Aliyev signed a statement on Nagorno-Karabakh. Russian "
        + "peacekeepers with armored personnel carriers deploy along the Lachin corridor. Azerbaijani forces captured Shushi. Pashinyan thanked nobody.";

    private const string Colombia =
        "Bogota, Aug 3 (EFE).- Colombian President Gustavo Petro and the National Liberation Army (ELN) began a ceasefire. Clashes with the Gulf Clan in Tibu, near the "
        + "Venezuelan border, displaced 300 people. Troops found landmines near Toribio in Cauca.";

    private const string Lebanon =
        "BEIRUT, Nov 27 (Reuters) - Israeli troops will leave southern Lebanon while the Lebanese Armed Forces deploy south of the Litani River. UNIFIL came under fire "
        + "near Naqoura. Prime Minister Benjamin Netanyahu spoke. Rocket launchers were found in Khiam, the Annahar daily reported.";

    private const string Libya =
        "TRIPOLI: Eastern commander Khalifa Haftar's Libyan National Army agreed a truce in Geneva. Stephanie Williams, the acting UN envoy, hailed it. The Wagner Group "
        + "must leave Sirte. Haftar said the road between Misrata and Benghazi would open.";

    private const string Korea =
        "SEOUL, Sept 19 (Yonhap) -- North Korean leader Kim Jong-un and South Korean President Moon Jae-in agreed to disarm Panmunjom. Kim promised to shut a missile site.";

    [Theory]
    [InlineData(Hodeidah, "ArmedGroup Houthi rebels", "Person Martin Griffiths", "Location Salif YE", "ArmedForce Saudi-led coalition", "MilitaryPlatform drones", "Location al-Tuhayta YE", "Organisation Security Council", "Weapon mortar shells", "Location Hodeidah YE")]
    [InlineData(Donbas, "Location Debaltseve UA", "Person Petro Poroshenko UA", "MilitaryPlatform tanks", "Weapon Grad rockets", "ArmedForce Ukraine's army UA", "Location Shyrokyne UA", "Location Mariupol UA", "Location Minsk BY", "Organisation AFP")]
    [InlineData(Darfur, "ArmedForce Sudan's military SD", "ArmedGroup Rapid Support Forces", "Person Antony Blinken US", "Person Abdel-Fattah Burhan", "Location El Geneina SD", "Location West Darfur SD", "Facility Zamzam camp SD", "Location El-Fasher SD")]
    [InlineData(Karabakh, "Organisation TASS", "Person Nikol Pashinyan AM", "Person Ilham Aliyev AZ", "Location Nagorno-Karabakh AZ", "ArmedForce Russian peacekeepers", "Location Lachin AZ", "ArmedForce Azerbaijani forces AZ", "Location Shushi AZ")]
    [InlineData(Colombia, "Person Gustavo Petro CO", "ArmedGroup National Liberation Army CO", "ArmedGroup Gulf Clan CO", "Location Tibu CO", "Nationality Venezuelan VE", "Weapon landmines", "Location Toribio CO", "Location Cauca CO")]
    [InlineData(Lebanon, "ArmedForce Israeli troops IL", "ArmedForce Lebanese Armed Forces LB", "Location Litani River LB", "ArmedForce UNIFIL", "Location Naqoura LB", "Person Benjamin Netanyahu", "Weapon Rocket launchers", "Location Khiam LB", "Organisation Annahar")]
    [InlineData(Libya, "Person Khalifa Haftar", "ArmedForce Libyan National Army LY", "Location Geneva CH", "Person Stephanie Williams", "ArmedGroup Wagner Group", "Location Sirte LY", "Location Misrata LY", "Location Benghazi LY")]
    [InlineData(Korea, "Person Kim Jong-un KP", "Person Moon Jae-in KR", "Location Panmunjom KR", "Organisation Yonhap", "Weapon missile", "Location SEOUL KR")]
    public void Read_Report_FindsWhatItNames(string text, params string[] expected)
    {
        var found = Read(text).SelectMany(e => e.Mentions.SelectMany(m =>
        {
            var name = $"{e.Type} {m.Span.Of(text)}";
            return new[] { name, $"{name} {(e.Places.Count > 0 ? e.Places[0].Country : e.Country)}" };
        })).ToHashSet();
        Assert.Equal("", string.Join("; ", expected.Where(e => !found.Contains(e))));
    }

    [Fact]
    public void Read_LaterSurname_IsAMentionOfThePerson()
    {
        var person = Assert.Single(Read(Donbas), e => e.Type == EntityType.Person);
        Assert.Equal(["Petro Poroshenko", "Poroshenko"], person.Mentions.Select(m => m.Span.Of(Donbas)));
        Assert.Equal("President", person.Role);
    }

    [Fact]
    public void Read_CapitalThatDenies_IsItsGovernment() =>
        Assert.True(Read(Donbas).Single(e => e.Name == "Kyiv").Mentions.Single().Metonym);

    [Fact]
    public void Read_GovernmentNamedAfterItsHead_IsThatOfHisState()
    {
        const string Text = "Colombian President Gustavo Petro spoke. Critics of the Petro government and of the Colombian government met.";
        Assert.Equal(2, Read(Text).Single(e => e.Kind == "government").Mentions.Count);
    }

    [Theory]
    [InlineData("He had a nice lunch and a think tank paid.")]
    [InlineData("Center the page. Most people read. Justice was done on Sunday in March.")]
    public void Read_CommonWords_AreNoNames(string text) => Assert.Empty(Read(text));

    [Fact]
    public void Read_AnyString_KeepsMentionsInTheBody()
    {
        string[] parts = ["Idlib", " province", " said", "President ", "al-", "Assad", "'s ", "the ", "Turkish ", "army", " (AP)", ", ", ".", "\n", "Front", "-", "tank", "“", "é", "\ud83d", " of ", "M23", "Gen. ", "UN "];
        Gen.OneOf(Gen.String, Gen.Int[0, parts.Length - 1].Array[0, 25].Select(a => string.Concat(a.Select(i => parts[i])))).Sample(text =>
        {
            var header = HeaderReader.Read(text, Context);
            var entities = Reader.Read(SegmentedText.Of(text), header);
            Assert.Equal(entities.Count, entities.Select(e => e.Id).Distinct().Count());
            foreach (var entity in entities)
            {
                Assert.NotEmpty(entity.Mentions);
                Assert.All(entity.Mentions, m => Assert.True(m.Span.Length > 0 && header.Body.Contains(m.Span)));
                Assert.True(entity.Places.Sum(p => p.Score) <= 1.001 && entity.Places.All(p => p.RadiusMetres > 0));
            }
        }, iter: 2_000);
    }

    private static IReadOnlyList<NamedEntity> Read(string text) => Reader.Read(SegmentedText.Of(text), HeaderReader.Read(text, Context));
}
