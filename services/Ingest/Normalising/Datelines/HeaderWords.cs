using System.Collections.Frozen;

namespace Truceline.Ingest.Normalising.Datelines;

/// <summary>Words that tell a dateline from a headline. No gazetteer: only what decides in doubt, where neither a date nor an agency stands beside the place.</summary>
internal static class HeaderWords
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Particles = Set(
        "al el ad an ar as ash at az bin ben ibn abu umm um de del della der den des di do dos da das du la le les los las of the and und et y e i in on near aboard outside sur sous bei am im an"
        + " lez près à upon under von van 's-");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NoPlaces = Set(
        "update updates updated exclusive breaking urgent alert flash newsbreak watch video photo photos gallery live note notes analysis opinion comment commentary column factbox timeline explainer"
        + " interview profile feature features editorial review report reports daily weekly bulletin briefing brief statement press release published posted issue vol summary correction corrected"
        + " refile recast adds repeat wrapup highlights quotes insight special advisory embargoed subject from to cc date by author editor president minister spokesman spokesperson general"
        + " said says who what when where why how q a i he she it we they you his her its our their this that these those there here mr mrs ms but if not no yes news today yesterday"
        + " tomorrow un eu us uk uae usa nato isis isil is pkk ypg sdf idf fsa osce icrc unhcr unicef who wfp ngo ngos ceo pm fm mod mp mps cia fbi idps covid faq fact facts read more related"
        + " advertisement copyright source sources tags topics share story headline title dateline background context reader letters letter world politics business sport sports war peace"
        + " reuters-pictures sitrep chapter part annex section article item agenda document sc res");

    // States and disputed territories as they end datelines; cities that stand without their state.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Known = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        [.. ("Afghanistan|Albania|Algeria|Angola|Argentina|Armenia|Australia|Austria|Azerbaijan|Bahrain|Bangladesh|Belarus|Belgium|Benin|Bolivia|Bosnia|Bosnia-Herzegovina|Bosnia and Herzegovina|Brazil"
        + "|Britain|Bulgaria|Burkina Faso|Burma|Burundi|Cambodia|Cameroon|Canada|Central African Republic|Chad|Chile|China|Colombia|Congo|Croatia|Cuba|Cyprus|Czech Republic|Denmark|Djibouti|Ecuador"
        + "|Egypt|England|Eritrea|Estonia|Ethiopia|Finland|France|Gabon|Gambia|Georgia|Germany|Ghana|Greece|Guatemala|Guinea|Haiti|Honduras|Hungary|India|Indonesia|Iran|Iraq|Ireland|Israel|Italy"
        + "|Ivory Coast|Japan|Jordan|Kazakhstan|Kenya|Kosovo|Kuwait|Kyrgyzstan|Laos|Latvia|Lebanon|Liberia|Libya|Lithuania|Macedonia|Malawi|Malaysia|Mali|Malta|Mauritania|Mexico|Moldova|Mongolia"
        + "|Montenegro|Morocco|Mozambique|Myanmar|Namibia|Nepal|Netherlands|New Zealand|Nicaragua|Niger|Nigeria|North Korea|Norway|Oman|Pakistan|Palestine|Panama|Peru|Philippines|Poland|Portugal"
        + "|Qatar|Romania|Russia|Rwanda|Saudi Arabia|Scotland|Senegal|Serbia|Sierra Leone|Slovakia|Slovenia|Somalia|Somaliland|South Africa|South Korea|South Sudan|Spain|Sri Lanka|Sudan|Sweden"
        + "|Switzerland|Syria|Taiwan|Tajikistan|Tanzania|Thailand|Togo|Tunisia|Turkey|Türkiye|Turkmenistan|Uganda|Ukraine|United Arab Emirates|Uruguay|Uzbekistan|Venezuela|Vietnam|Yemen|Zambia"
        + "|Zimbabwe|Gaza|Gaza Strip|West Bank|Golan Heights|Crimea|Abkhazia|South Ossetia|Nagorno-Karabakh|Kashmir|Western Sahara|Kurdistan|Transnistria|Russie|Syrie|Turquie|Liban|Suisse|Rusia|Siria"
        + "|Egypte|Libye|Soudan|Tchad|Irak|Syrien|Russland|Türkei|Schweiz|Libanon|Россия|Сирия|Турция|Украина"
        + "|Damascus|Aleppo|Homs|Hama|Idlib|Latakia|Beirut|Amman|Baghdad|Mosul|Erbil|Basra|Tehran|Ankara|Istanbul|Gaziantep|Cairo|Jerusalem|Tel Aviv|Gaza City|Ramallah|Riyadh|Dubai|Abu Dhabi|Doha"
        + "|Manama|Kuwait City|Muscat|Sanaa|Aden|Taiz|Hodeidah|Marib|Tripoli|Benghazi|Tunis|Algiers|Rabat|Khartoum|Port Sudan|El Fasher|Juba|Addis Ababa|Mekelle|Asmara|Mogadishu|Nairobi|Kampala"
        + "|Kigali|Goma|Kinshasa|Bangui|N'Djamena|Abuja|Lagos|Maiduguri|Bamako|Ouagadougou|Niamey|Dakar|Moscow|Sochi|Saint Petersburg|Kyiv|Kiev|Kharkiv|Odesa|Lviv|Donetsk|Luhansk|Mariupol|Kherson"
        + "|Zaporizhzhia|Minsk|Tbilisi|Sukhumi|Tskhinvali|Yerevan|Baku|Stepanakert|Chisinau|Tiraspol|Belgrade|Pristina|Sarajevo|Skopje|Athens|Nicosia|Rome|Paris|London|Berlin|Vienna|Geneva|Brussels"
        + "|The Hague|Madrid|Lisbon|Warsaw|Oslo|Stockholm|Washington|New York|United Nations|Kabul|Kandahar|Islamabad|Peshawar|Karachi|Lahore|New Delhi|Delhi|Mumbai|Srinagar|Dhaka|Colombo|Yangon"
        + "|Naypyidaw|Bangkok|Manila|Jakarta|Beijing|Taipei|Hong Kong|Seoul|Pyongyang|Tokyo|Bogota|Bogotá|Caracas|Havana|Mexico City|Kobani|Raqqa|Hasakah|Qamishli|Afrin|Daraa|Deir al-Zour|Rafah"
        + "|Khan Younis|Tyre|Sidon|Camp David|Astana|Almaty|Tashkent|Bishkek|Dushanbe|Москва|Киев|Київ|Дамаск|Донецк|Луганск|Минск|Париж|Женева|Стамбул|Анкара").Split('|')])
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a word stands within names of places in lower case.</summary>
    internal static bool IsParticle(ReadOnlySpan<char> word) => Particles.Contains(word);

    /// <summary>Whether a word shows that a line is no dateline.</summary>
    internal static bool IsNoPlace(ReadOnlySpan<char> word) => NoPlaces.Contains(word);

    /// <summary>Whether a name needs neither date nor agency to be a place.</summary>
    internal static bool IsKnown(ReadOnlySpan<char> name) => Known.Contains(name);

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
