using Truceline.Ingest.Normalising;

namespace Truceline.Ingest.UnitTests.Normalising;

public class DatelineReaderTests
{
    private const string Body = "Shells fell beside the road at dawn, two residents said.";

    /// <summary>Dateline as it stands, its place, its date (a year of 0 when none is given), its agency.</summary>
    public static TheoryData<string, string, string, string> Datelines => new()
    {
        // The large agencies.
        { "SOCHI, Russia, Sept 17 (Reuters) -", "SOCHI, Russia", "0000-09-17", "Reuters" },
        { "BEIRUT/AMMAN, Sept 17 (Reuters) -", "BEIRUT/AMMAN", "0000-09-17", "Reuters" },
        { "NEAR KOBANI, Syria/SURUC, Turkey (Reuters) –", "NEAR KOBANI, Syria/SURUC, Turkey", "", "Reuters" },
        { "ON THE ISRAEL-GAZA BORDER, May 3 (Reuters) -", "ON THE ISRAEL-GAZA BORDER", "0000-05-03", "Reuters" },
        { "Sept 17 (Reuters) -", "", "0000-09-17", "Reuters" },
        { "(Reuters) -", "", "", "Reuters" },
        { "ADEN (Thomson Reuters Foundation) -", "ADEN", "", "Reuters" },
        { "DEIR AL-BALAH, Gaza Strip (AP) —", "DEIR AL-BALAH, Gaza Strip", "", "AP" },
        { "WASHINGTON (AP) _", "WASHINGTON", "", "AP" },
        { "GOMA, Congo, Jan. 27, 2025 (AP) —", "GOMA, Congo", "2025-01-27", "AP" },
        { "Sochi (Russia) (AFP) –", "Sochi (Russia)", "", "AFP" },
        { "Beirut, Sept 17, 2018 (AFP) -", "Beirut", "2018-09-17", "AFP" },
        { "Khartoum (Sudan), 15 avr 2023 (AFP) -", "Khartoum (Sudan)", "2023-04-15", "AFP" },
        { "Bogotá, 17 sep 2018 (AFP) -", "Bogotá", "2018-09-17", "AFP" },
        { "MOSCOW, September 17. /TASS/.", "MOSCOW", "0000-09-17", "TASS" },
        { "МОСКВА, 17 сентября. /ТАСС/.", "МОСКВА", "0000-09-17", "TASS" },
        { "МОСКВА, 17 сен — РИА Новости.", "МОСКВА", "0000-09-17", "RIA Novosti" },
        { "Москва. 17 сентября. INTERFAX.RU -", "Москва", "0000-09-17", "Interfax" },
        { "MOSCOW (Sputnik) –", "MOSCOW", "", "Sputnik" },
        { "DAMASCUS, Sept. 17 (Xinhua) --", "DAMASCUS", "0000-09-17", "Xinhua" },
        { "新华社莫斯科9月17日电", "莫斯科", "0000-09-17", "Xinhua" },
        { "中新社北京2023年4月15日电", "北京", "2023-04-15", "CNS" },
        { "SEOUL, Sept. 17 (Yonhap) --", "SEOUL", "0000-09-17", "Yonhap" },
        { "(서울=연합뉴스)", "서울", "", "Yonhap" },
        { "PYONGYANG, September 17 (KCNA) --", "PYONGYANG", "0000-09-17", "KCNA" },
        { "【モスクワ共同】", "モスクワ", "", "Kyodo" },
        { "TOKYO, Sept. 17, Kyodo -", "TOKYO", "0000-09-17", "Kyodo" },
        { "Berlin/Moskau (dpa) -", "Berlin/Moskau", "", "dpa" },
        { "Wien (APA) -", "Wien", "", "APA" },
        { "Genf, 17. September (sda) -", "Genf", "0000-09-17", "Keystone-SDA" },
        { "(ANSA) - ROMA, 17 SET -", "ROMA", "0000-09-17", "ANSA" },
        { "Madrid, 17 sep (EFE).-", "Madrid", "0000-09-17", "EFE" },
        { "Lisboa, 17 set 2018 (Lusa) –", "Lisboa", "2018-09-17", "Lusa" },
        { "New Delhi, Sep 17 (PTI)", "New Delhi", "0000-09-17", "PTI" },
        { "Srinagar (Jammu and Kashmir) [India], May 10 (ANI):", "Srinagar (Jammu and Kashmir) [India]", "0000-05-10", "ANI" },
        { "LONDON, Sept. 17 (UPI) --", "LONDON", "0000-09-17", "UPI" },

        // Agencies of the region.
        { "ANKARA (AA) -", "ANKARA", "", "Anadolu" },
        { "DAMASCUS, (SANA)-", "DAMASCUS", "", "SANA" },
        { "Damascus, SANA –", "Damascus", "", "SANA" },
        { "دمشق-سانا", "دمشق", "", "SANA" },
        { "بيروت (رويترز) -", "بيروت", "", "Reuters" },
        { "القاهرة 17 سبتمبر أيلول (رويترز) -", "القاهرة", "0000-09-17", "Reuters" },
        { "غزة - (أ ف ب) -", "غزة", "", "AFP" },
        { "RAMALLAH, Monday, September 17, 2018 (WAFA) –", "RAMALLAH", "2018-09-17", "WAFA" },
        { "ABU DHABI, 17th September, 2018 (WAM) --", "ABU DHABI", "2018-09-17", "WAM" },
        { "KUWAIT, Sept 17 (KUNA) --", "KUWAIT", "0000-09-17", "KUNA" },
        { "Riyadh, September 17, 2018, SPA --", "Riyadh", "2018-09-17", "SPA" },
        { "NNA -", "", "", "NNA" },
        { "TEHRAN, Sep. 17 (MNA) –", "TEHRAN", "0000-09-17", "Mehr" },
        { "Tehran, IRNA –", "Tehran", "", "IRNA" },
        { "YEREVAN, SEPTEMBER 17, ARMENPRESS.", "YEREVAN", "0000-09-17", "Armenpress" },
        { "BAKU, Azerbaijan, September 17, Trend:", "BAKU, Azerbaijan", "0000-09-17", "Trend" },
        { "Baku, September 17, AZERTAC", "Baku", "0000-09-17", "Azertac" },
        { "Kyiv. September 17. UNN.", "Kyiv", "0000-09-17", "UNN" },
        { "KYIV, Sept. 17 (Ukrinform) –", "KYIV", "0000-09-17", "Ukrinform" },
        { "ALGER, 17 sept 2018 (APS) -", "ALGER", "2018-09-17", "APS" },
        { "BELGRADE, 17 September (Tanjug) -", "BELGRADE", "0000-09-17", "Tanjug" },

        // Newspapers, missions, small outlets.
        { "LATAKIA, Syria —", "LATAKIA, Syria", "", "" },
        { "WASHINGTON —", "WASHINGTON", "", "" },
        { "ISLAMABAD:", "ISLAMABAD", "", "" },
        { "NEW DELHI:", "NEW DELHI", "", "" },
        { "September 17, 2018 (KHARTOUM) –", "KHARTOUM", "2018-09-17", "" },
        { "(Beirut, September 17, 2018) –", "Beirut", "2018-09-17", "" },
        { "GENEVA (17 September 2018) –", "GENEVA", "2018-09-17", "" },
        { "KYIV, 17 September 2018 –", "KYIV", "2018-09-17", "" },
        { "JUBA, 17 Sept. (Eye of Juba Radio) –", "JUBA", "0000-09-17", "Eye of Juba Radio" },
        { "UNITED NATIONS, 3 March —", "UNITED NATIONS", "0000-03-03", "" },
        { "Bamako, 3 March 2022 -", "Bamako", "2022-03-03", "" },
        { "STEPANAKERT, Nov. 10 —", "STEPANAKERT", "0000-11-10", "" },
        { "MAIDUGURI, NIGERIA —", "MAIDUGURI, NIGERIA", "", "" },

        // Seen in the wild after the rules were written.
        { "PORT-AU-PRINCE, Haiti (AP) —", "PORT-AU-PRINCE, Haiti", "", "AP" },
        { "N'DJAMENA, Sept 17 (Reuters) -", "N'DJAMENA", "0000-09-17", "Reuters" },
        { "ST. PETERSBURG, Russia (AP) —", "ST. PETERSBURG, Russia", "", "AP" },
        { "Tripoli, 17 September 2018:", "Tripoli", "2018-09-17", "" },
        { "KABUL (Pajhwok):", "KABUL", "", "Pajhwok" },
        { "ISLAMABAD, Sep 17 (APP):", "ISLAMABAD", "0000-09-17", "APP" },
        { "КИЕВ. 17 сентября. ИНТЕРФАКС-УКРАИНА -", "КИЕВ", "0000-09-17", "Interfax-Ukraine" },
        { "Минск, 17 сентября. /БЕЛТА/.", "Минск", "0000-09-17", "BelTA" },
        { "СОЧИ, 17 сентября. /Корр. ТАСС Иван Примеров/.", "СОЧИ", "0000-09-17", "TASS" },
        { "WASHINGTON, D.C. —", "WASHINGTON, D.C.", "", "" },
        { "LAS ANOD, Somalia (LASQORAY MEDIA) –", "LAS ANOD, Somalia", "", "LASQORAY MEDIA" },
        { "DAMASCUS –", "DAMASCUS", "", "" },
        { "KHARTOUM, Sudan (17 Sept 2018) -", "KHARTOUM, Sudan", "2018-09-17", "" },
        { "EL FASHER / TAWILA –", "EL FASHER / TAWILA", "", "" },
        { "OUAGADOUGOU, 17 sept. (AIB) -", "OUAGADOUGOU", "0000-09-17", "AIB" },
        { "Goma, 17 septembre 2018 (ACP).-", "Goma", "2018-09-17", "ACP" },
        { "Port-au-Prince, 17 sept. 2018 [Presse Exemple] ---", "Port-au-Prince", "2018-09-17", "Presse Exemple" },
        { "ROMA, 17 settembre 2018 -", "ROMA", "2018-09-17", "" },
        { "Caracas, 17 Sep (Prensa Latina)", "Caracas", "0000-09-17", "Prensa Latina" },
        { "DİYARBAKIR, (DHA)-", "DİYARBAKIR", "", "DHA" },
        { "Bakı, 17 sentyabr, AZƏRTAC", "Bakı", "0000-09-17", "Azertac" },
        { "ירושלים (רויטרס) -", "ירושלים", "", "Reuters" },
        { "تهران - ایرنا -", "تهران", "", "IRNA" },
        { "صنعاء – سبأ:", "صنعاء", "", "Saba" },
        { "الخرطوم 17-9-2018 (سونا)-", "الخرطوم", "2018-09-17", "SUNA" },
        { "JERUSALEM, Feb. 3, 2024 —", "JERUSALEM", "2024-02-03", "" },
        { "PARIS — (AFP) —", "PARIS", "", "AFP" },
        { "Beirut - Reuters:", "Beirut", "", "Reuters" },
        { "AL-HUDAYDAH -", "AL-HUDAYDAH", "", "" },
        { "ABOARD THE USS EXAMPLE, Feb 3 (AP) —", "ABOARD THE USS EXAMPLE", "0000-02-03", "AP" },
        { "Tel Aviv, February 3 (Example Wire) —", "Tel Aviv", "0000-02-03", "Example Wire" },
        { "MOSCOW, Feb 3, 2024, 14:05 — Interfax.", "MOSCOW", "2024-02-03", "Interfax" },
        { "GAZA CITY | Agencies —", "GAZA CITY", "", "" },
        { "كييف - وكالات -", "كييف", "", "" },
        { "Ankara, Feb 3 (DPA) -", "Ankara", "0000-02-03", "dpa" },
        { "BRUSSEL 17/09/2018 (BELGA) -", "BRUSSEL", "2018-09-17", "Belga" },
        { "The Hague (ANP) -", "The Hague", "", "ANP" },
        { "ADDIS ABABA (ENA)", "ADDIS ABABA", "", "ENA" },
    };

    public static TheoryData<string> NoDatelines =>
    [
        "UPDATE 1-Two sides agree on a corridor",
        "EXCLUSIVE: What the envoys said behind closed doors",
        "BREAKING — Explosions heard in the harbour",
        "NATO - the alliance - said it would send observers.",
        "UN: Aid trucks wait at the crossing",
        "Mr. Haddad - the mayor - said that shells fell beside the road.",
        "The army said (AP photos show it) - and residents agree - that shelling went on.",
        "Shells fell beside the road at dawn, two residents said.",
        "Two people were killed on Sept 17 (Reuters reported them as soldiers) - and more were hurt.",
        "On Monday, September 17, 2018 - the day of the summit - shells fell.",
        "Q: Who fired first?",
        "WATCH: Convoy enters the town",
        "Analysis - Why the corridor failed",
        "OPINION | A truce that nobody keeps",
        "WHO: More than 30 clinics closed",
        "President: No troops will leave",
        "I - and many others - saw it.",
        "Kerry, Lavrov, Zarif - three men who met in May - met again.",
        "Tens of thousands, May said - fled.",
        "THE HEAVY WEAPONS WILL LEAVE THE ZONE BY OCTOBER, THE MINISTER SAID - OFFICIALS",
        "- one - two - three -",
        "(",
        "",
    ];

    [Theory]
    [MemberData(nameof(Datelines))]
    public void Read_ADateline_GivesPlaceDateAgency(string header, string place, string date, string agency)
    {
        var found = DatelineReader.Read($"{header} {Body}\n\nThe road was closed.");

        Assert.NotNull(found);
        Assert.Equal(
            (header, place, date, agency),
            (found.Text, found.Place, found.Date?.ToString() ?? "", found.Agency));
    }

    [Theory]
    [MemberData(nameof(NoDatelines))]
    public void Read_ALeadThatLooksLikeOne_GivesNone(string lead) => Assert.Null(DatelineReader.Read($"{lead}\n{Body}"));

    [Theory]
    [InlineData("Envoys meet again\n\nBy Jane Example\n\nGENEVA, Feb 3 (Reuters) - They met.", "GENEVA")]
    [InlineData("UPDATE 2-Envoys meet again\n* They met before\n* No date set\n\nGENEVA, Feb 3 (Reuters) - They met.", "GENEVA")]
    [InlineData("  \n\t GENEVA, Feb 3 (Reuters) - They met.", "GENEVA")]
    [InlineData("Daily report 17/2018\nKyiv, 17 September 2018\n\nThe Mission heard explosions.", "Kyiv")]
    public void Read_AfterHeadlineAndByline_FindsIt(string text, string place) => Assert.Equal(place, DatelineReader.Read(text)?.Place);

    [Fact]
    public void Read_Found_TellsWhereItStands()
    {
        const string Text = "Envoys meet\n\nGENEVA, Feb 3 (Reuters) - They met.";

        var found = DatelineReader.Read(Text)!;

        Assert.Equal("GENEVA, Feb 3 (Reuters) -", Text[found.Start..found.End]);
    }

    [Theory]
    [InlineData("A")]
    [InlineData("A, ")]
    [InlineData("A - ")]
    [InlineData("(")]
    [InlineData("MOSCOW/")]
    [InlineData("Sept 17, ")]
    [InlineData("\n")]
    [InlineData("【")]
    public void Read_HostileRepetition_Ends(string piece) => _ = DatelineReader.Read(string.Concat(Enumerable.Repeat(piece, 300_000)));
}
