using Truceline.Ingest.Normalising.Languages;

namespace Truceline.Ingest.UnitTests.Normalising;

public class LanguageReaderTests
{
    [Theory]
    [InlineData("en", "Shells fell beside the road at dawn, and two residents were hurt, the mayor said.")]
    [InlineData("fr", "Des obus sont tombés à l'aube près de la route et deux habitants ont été blessés, selon le maire.")]
    [InlineData("es", "Varios proyectiles cayeron al amanecer junto a la carretera y dos vecinos resultaron heridos, según el alcalde.")]
    [InlineData("pt", "Os projéteis caíram de madrugada junto da estrada e dois moradores ficaram feridos, segundo o autarca.")]
    [InlineData("it", "I colpi sono caduti all'alba vicino alla strada e due abitanti sono stati feriti, secondo il sindaco.")]
    [InlineData("de", "Am frühen Morgen schlugen Granaten neben der Straße ein, und zwei Bewohner wurden nach Angaben des Bürgermeisters verletzt.")]
    [InlineData("nl", "Bij zonsopgang vielen granaten naast de weg en werden twee bewoners gewond, zo zei de burgemeester.")]
    [InlineData("tr", "Şafakta yolun kenarına mermiler düştü ve belediye başkanına göre iki kişi yaralandı.")]
    [InlineData("az", "Səhər yolun kənarına mərmilər düşdü və iki nəfər yaralandı, bələdiyyə sədri bildirib.")]
    [InlineData("ru", "На рассвете у дороги упали снаряды, были ранены двое жителей, сообщил мэр.")]
    [InlineData("uk", "На світанку біля дороги впали снаряди, двоє мешканців дістали поранення, повідомив мер.")]
    [InlineData("ar", "سقطت قذائف قرب الطريق فجرا وأصيب اثنان من السكان كما قال رئيس البلدية.")]
    [InlineData("fa", "سحرگاه گلوله‌هایی کنار جاده فرود آمد و به گفته شهردار دو نفر از ساکنان زخمی شدند.")]
    [InlineData("ur", "صبح کے وقت سڑک کے قریب گولے گرے اور دو رہائشی زخمی ہوئے۔")]
    [InlineData("ckb", "بەرەبەیان گوللە لە نزیک ڕێگاکە کەوتنە خوارەوە و دوو کەس بریندار بوون.")]
    [InlineData("he", "פגזים נפלו עם שחר ליד הכביש ושני תושבים נפצעו, אמר ראש העיר.")]
    [InlineData("ko", "새벽에 도로 옆에 포탄이 떨어져 주민 두 명이 다쳤다고 시장이 말했다.")]
    [InlineData("zh", "黎明时分炮弹落在公路旁，市长说两名居民受伤。")]
    [InlineData("ja", "夜明けに砲弾が道路のそばに落ち、住民二人が負傷したと市長が述べた。")]
    [InlineData("hy", "Լուսաբացին արկեր են ընկել ճանապարհի մոտ, երկու բնակիչ վիրավորվել է:")]
    [InlineData("ka", "გამთენიისას გზასთან ჭურვები ჩამოვარდა და ორი მცხოვრები დაიჭრა.")]
    [InlineData("sr", "У зору су гранате пале поред пута, а двоје мештана је рањено, рекао је градоначелник, њихов сусед.")]
    [InlineData("und", "17 09 2018 - 14:05")]
    [InlineData("und", "AFP")]
    [InlineData("und", "")]
    public void Of_AText_TellsItsLanguage(string language, string text) => Assert.Equal(language, LanguageReader.Of(text, ""));

    [Theory]
    [InlineData("en", "ar", "سقطت قذائف قرب الطريق فجرا وأصيب اثنان من السكان كما قال رئيس البلدية.")]
    [InlineData("en-GB", "en-GB", "Shells fell beside the road at dawn, and two residents were hurt, the mayor said.")]
    [InlineData("EN_us", "en-US", "Shells fell beside the road at dawn, and two residents were hurt, the mayor said.")]
    [InlineData("fr", "fr", "Genève")]
    [InlineData("xx-y-no language at all", "en", "Shells fell beside the road at dawn, and two residents were hurt, the mayor said.")]
    [InlineData("iw", "he", "פגזים נפלו עם שחר ליד הכביש ושני תושבים נפצעו, אמר ראש העיר.")]
    public void Of_ADeclaredLanguage_GivesWayOnlyToTheText(string declared, string language, string text) => Assert.Equal(language, LanguageReader.Of(text, declared));
}
