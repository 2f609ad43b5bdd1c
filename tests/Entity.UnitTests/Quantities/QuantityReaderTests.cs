using System.Globalization;
using Truceline.Entity.Reading;
using Truceline.Entity.Reading.Quantities;
using Truceline.Entity.Reading.Text;
using Truceline.Entity.Reading.Times;
using Truceline.Entity.UnitTests.Times;

namespace Truceline.Entity.UnitTests.Quantities;

public sealed class QuantityReaderTests
{
    [Theory]
    [InlineData("Forces pulled back 10 to 15 kilometres.", "10 to 15 kilometres: Distance 10000..15000 m")]
    [InlineData("A 2-3 kilometre-deep strip of 120 sq km", "2-3 kilometre: Distance 2000..3000 m; 120 sq km: Area 120000000..120000000 m2")]
    [InlineData("Guns over 100mm stay at least 25 km back, 82 mm mortars 5 miles.",
        "over 100mm: Calibre 0.1.. m; at least 25 km: Distance 25000.. m; 82 mm: Calibre 0.082..0.082 m; 5 miles: Distance 8046.72..8046.72 m")]
    [InlineData("A 48-hour lull brought 30 tonnes of flour.", "48-hour: Duration 172800..172800 s; 30 tonnes: Mass 30000..30000 kg")]
    [InlineData("They talked for more than six hours.", "more than six hours: Duration 21600.. s")]
    [InlineData("Repairs cost $2.5 million, or 40 per cent of €7m.",
        "$2.5 million: Money 2500000..2500000 USD; 40 per cent: Percentage 40..40 %; €7m: Money 7000000..7000000 EUR")]
    public void Read_Measures_ConvertsThem(string text, string expected) => Assert.Equal(expected, Told(text));

    [Theory]
    [InlineData("A column moved at 36 km/h in 40 °C.", "36 km/h: Speed 10..10 m/s; 40 °C: Temperature 40..40 °C")]
    [InlineData("Rockets with a range of up to 300 km fell.", "up to 300 km: Range ..300000 m")]
    [InlineData("Trucks hauled 2,000 litres and half a million dollars.", "2,000 litres: Volume 2..2 m3; half a million dollars: Money 500000..500000 USD")]
    [InlineData("A pact after seven quiet days", "seven quiet days: Duration 604800..604800 s")]
    [InlineData("It cost ₪3 million and USD 40; then 12 lakh rupees.", "₪3 million: Money 3000000..3000000 ILS; USD 40: Money 40..40 USD; 12 lakh rupees: Money 1200000..1200000 INR")]
    [InlineData("It pledged Rs 5 crore, 200,000 dinars and 3 million Yemeni rials.",
        "Rs 5 crore: Money 50000000..50000000 INR; 200,000 dinars: Money 200000..200000 dinar; 3 million Yemeni rials: Money 3000000..3000000 YER")]
    public void Read_FurtherUnits_ConvertsThem(string text, string expected) => Assert.Equal(expected, Told(text));

    [Theory]
    [InlineData("A column of 16 armoured carriers and three T-55 tanks", "16 armoured carriers: Count 16..16 carrier; three T-55 tanks: Count 3..3 tank")]
    [InlineData("Up to 60 lorries, fewer than 10 buses, 20 or more boats",
        "Up to 60 lorries: Count ..60 lorry; fewer than 10 buses: Count ..10 bus; 20 or more boats: Count 20.. boat")]
    [InlineData("Between 2,000 and 2,500 men; about 300 explosions", "2,000 and 2,500 men: Count 2000..2500 man; about 300 explosions: Count 300..300 explosion")]
    [InlineData("Two hundred and six shells, a dozen rockets, 2 to 3 million leaflets",
        "Two hundred and six shells: Count 206..206 shell; a dozen rockets: Count 12..12 rocket; 2 to 3 million leaflets: Count 2000000..3000000 leaflet")]
    [InlineData("At least 10 U.S. Marines; three arms caches", "At least 10 U.S. Marines: Count 10.. marine; three arms caches: Count 3..3 cache")]
    [InlineData("One soldier crossed; 40 000 refugees followed.", "One soldier: Count 1..1 soldier; 40 000 refugees: Displaced 40000..40000 refugee")]
    [InlineData("Some 200-odd fighters and several hundred lorries", "Some 200-odd fighters: Count 200..200 fighter; several hundred lorries: Count 200.. lorry")]
    [InlineData("A 1,500-strong force left.", "1,500: Count 1500..1500 person")]
    public void Read_Counts_ReadsBoundsAndNouns(string text, string expected) => Assert.Equal(expected, Told(text));

    [Theory]
    [InlineData("Mortar fire killed at least 12 villagers and wounded 30 others.",
        "at least 12 villagers: Fatalities 12.. villager; 30 others: Injuries 30..30 person")]
    [InlineData("At least 20 people, including five children, were killed and 40 injured.",
        "At least 20 people: Fatalities 20.. person; five children: Fatalities 5..5 child; 40 injured: Injuries 40..40 person")]
    [InlineData("The raid left 30 dead; the toll later rose to 34.", "30 dead: Fatalities 30..30 person; 34: Fatalities 34..34 person")]
    [InlineData("14 gunmen killed three guards at the well.", "14 gunmen: Count 14..14 gunman; three guards: Fatalities 3..3 guard")]
    [InlineData("50 men raided a camp where eight were killed.", "50 men: Count 50..50 man; eight: Fatalities 8..8 person")]
    [InlineData("The bodies of 17 conscripts were found.", "17 conscripts: Fatalities 17..17 conscript")]
    [InlineData("Shelling forced 5,000 villagers to flee and destroyed 40 houses.", "5,000 villagers: Displaced 5000..5000 villager; 40 houses: Count 40..40 house")]
    [InlineData("Some 9,000 families fled.", "Some 9,000 families: Displaced 9000..9000 family")]
    [InlineData("The district is home to 600,000 people.", "600,000 people: Population 600000..600000 person")]
    [InlineData("Hundreds of thousands of people were displaced.", "Hundreds of thousands of people: Displaced 200000.. person")]
    public void Read_PeopleInAClause_TellsWhatBecameOfThem(string text, string expected) => Assert.Equal(expected, Told(text));

    [Theory]
    [InlineData("No one was killed, nobody was hurt.", "No one: Fatalities 0..0 person; nobody: Injuries 0..0 person")]
    [InlineData("No civilians in the village were injured.", "No civilians: Injuries 0..0 civilian")]
    [InlineData("None of the peacekeepers died; no casualties were reported.", "None of the peacekeepers: Fatalities 0..0 peacekeeper; no casualties: Fatalities 0..0 casualty")]
    [InlineData("No one knows who was killed. Nobody claimed the attack that wounded him. No soldiers were seen.", "")]
    public void Read_Nobody_CountsNought(string text, string expected) => Assert.Equal(expected, Told(text));

    [Theory]
    [InlineData("More than 90,000 people have died since the war broke out.", true)]
    [InlineData("Some 14,000 people have been killed since 2014.", true)]
    [InlineData("The insurgency has killed 3,000 civilians and uprooted 200,000 people.", true)]
    [InlineData("In the past month 60 civilians have been killed.", false)]
    [InlineData("Since Monday 60 civilians have been killed.", false)]
    [InlineData("The blast killed 60 people.", false)]
    public void Read_Totals_AreBackground(string text, bool expected) => Assert.All(Read(text), q => Assert.Equal(expected, q.IsBackground));

    [Theory]
    [InlineData("Resolution 2202, Article 5, protocol 1 and the 38th parallel")]
    [InlineData("The S-300, a 9M133, the M4 and a BM-21 of Unit 61398")]
    [InlineData("A four-year-old boy and a man aged 34; she was 60 years old.")]
    [InlineData("The two leaders met; both sides agreed; no one spoke of one another.")]
    [InlineData("On 15 October 2018 at 10:30, 6 pm or 0600 GMT")]
    [InlineData("Grid 35.93, 36.63; score 2-1; call 555-1234; open 24/7; three-way talks")]
    [InlineData("Three days later it was quiet on the M4.")]
    public void Read_NumbersThatCountNothing_FindsNone(string text) => Assert.Equal("", Told(text));

    [Theory]
    [InlineData("Donors gave $1.5 billion, 40m euros and a ship.", "$1.5 billion: Money 1500000000..1500000000 USD; 40m euros: Money 40000000..40000000 EUR")]
    [InlineData("They gave $1.5 billion, 500 million of it for Taiz.", "$1.5 billion: Money 1500000000..1500000000 USD")]
    [InlineData("It cost 3.000 euros and 12.500 people saw it.", "3.000 euros: Money 3000..3000 EUR; 12.500 people: Count 12500..12500 person")]
    [InlineData("A crater 1.125 km wide", "1.125 km: Distance 1125..1125 m")]
    [InlineData("The raid left 3 killed, 12 wounded and 4 missing.", "3 killed: Fatalities 3..3 person; 12 wounded: Injuries 12..12 person; 4 missing: Count 4..4 person")]
    [InlineData("It reported 3 KIA, 12 WIA.", "3 KIA: Fatalities 3..3 person; 12 WIA: Injuries 12..12 person")]
    [InlineData("Observers logged >30 shells within ≤ 12 km and >= 5 blasts.", ">30 shells: Count 30.. shell; ≤ 12 km: Distance ..12000 m; >= 5 blasts: Count 5.. blast")]
    [InlineData("A strip 15-20 km (10 miles) deep", "15-20 km: Distance 15000..20000 m; 10 miles: Distance 16093.44..16093.44 m")]
    [InlineData("It has 20 T-72s, 2 Su-25s and 5 BTR-80s.", "20 T-72s: Count 20..20 T-72; 2 Su-25s: Count 2..2 Su-25; 5 BTR-80s: Count 5..5 BTR-80")]
    [InlineData("It fired 7.62x39mm rounds over ½ km, then 5 NM, at 30°C.",
        "7.62x39mm: Calibre 0.00762..0.00762 m; over ½ km: Distance 500.. m; 5 NM: Distance 9260..9260 m; 30°C: Temperature 30..30 °C")]
    [InlineData("Found: 3 x 120mm mortar rounds, 2 × T-72 tanks, 1 x RPG-7 and 9 x 19 mm rounds.",
        "3: Count 3..3 round; 120mm: Calibre 0.12..0.12 m; 2 × T-72 tanks: Count 2..2 tank; 1: Count 1..1 piece; 9 x 19 mm: Calibre 0.009..0.009 m")]
    [InlineData("It demobilised 26,132 of its 40,000 combatants; 12 of the 58 posts stand.",
        "26,132: Count 26132..26132 combatant; 40,000 combatants: Count 40000..40000 combatant; 12: Count 12..12 post; 58 posts: Count 58..58 post")]
    [InlineData("A woman, 61, and her grandson, 7, were hurt.", "")]
    [InlineData("It will add 200 British and 100 Romanian soldiers.", "200: Count 200..200 soldier; 100 Romanian soldiers: Count 100..100 soldier")]
    [InlineData("The truce will last six weeks.", "six weeks: Duration 3628800..3628800 s")]
    [InlineData("A missile (range: 300 km) was shown.", "300 km: Range 300000..300000 m")]
    [InlineData("In August 14 people died.", "14 people: Fatalities 14..14 person")]
    public void Read_NotationsOfTheField_AreUnderstood(string text, string expected) => Assert.Equal(expected, Told(text));

    [Theory]
    [InlineData("It began at 0630 hours; by 1815 hours it was calm.")]
    [InlineData("Men of 1/5 Marines dug in.")]
    [InlineData("Warhorse 6 reports contact.")]
    [InlineData("> 30 is how the letter began")]
    public void Read_TimesUnitsAndStations_CountNothing(string text) => Assert.Equal("", Told(text));

    private static IReadOnlyList<QuantityMention> Read(string text)
    {
        var (segmented, header) = (SegmentedText.Of(text), Reports.Header(text, "2018-11-20"));
        return new QuantityReader().Read(segmented, header, new DateReader().Read(segmented, header));
    }

    private static string Told(string text) => string.Join("; ", Read(text).Select(q => string.Create(
        CultureInfo.InvariantCulture, $"{q.Span.Of(text)}: {q.Kind} {q.Low}..{q.High} {q.Unit}")));
}
