using System.Text;
using Truceline.Ingest.Documents;

namespace Truceline.Ingest.UnitTests.Documents;

public class TextDecodingTests
{
    private const string Russian = "Наблюдатели сообщили, что обе стороны отвели тяжёлое вооружение от линии соприкосновения на двадцать километров.";
    private const string Arabic = "أعلن المراقبون أن الطرفين سحبا الأسلحة الثقيلة من خط التماس مسافة عشرين كيلومترا.";
    private const string Chinese = "观察员报告说，双方已从接触线撤出重型武器二十公里。停火在整个地区得到遵守。";
    private const string Japanese = "監視団によると、双方は接触線から重火器を二十キロ撤去した。停戦は守られている。";
    private const string Korean = "감시단은 양측이 접촉선에서 중화기를 이십 킬로미터 철수했다고 보고했다.";
    private const string Polish = "Obserwatorzy donieśli, że obie strony wycofały ciężką broń z linii styczności o dwadzieścia kilometrów.";
    private const string French = "Les observateurs ont constaté que les deux côtés ont retiré les armes lourdes à vingt kilomètres.";

    static TextDecodingTests() => EncodingNames.Register();

    [Theory]
    [InlineData("windows-1251", Russian)]
    [InlineData("koi8-r", Russian)]
    [InlineData("iso-8859-5", Russian)]
    [InlineData("cp866", Russian)]
    [InlineData("windows-1256", Arabic)]
    [InlineData("iso-8859-6", Arabic)]
    [InlineData("gb2312", Chinese)]
    [InlineData("gb18030", Chinese)]
    [InlineData("shift_jis", Japanese)]
    [InlineData("euc-jp", Japanese)]
    [InlineData("iso-2022-jp", Japanese)]
    [InlineData("euc-kr", Korean)]
    [InlineData("iso-8859-2", Polish)]
    [InlineData("windows-1250", Polish)]
    [InlineData("iso-8859-1", French)]
    public void Decode_ADeclaredCodePage_IsReadInIt(string name, string text)
    {
        var bytes = EncodingNames.Find(name)!.GetBytes(text.Replace("،", ",", StringComparison.Ordinal));

        Assert.Equal(text.Replace("،", ",", StringComparison.Ordinal), TextDecoding.Decode(bytes, $"text/plain; charset=\"{name}\"").Text);
    }

    [Theory]
    [InlineData("windows-1251", Russian)]
    [InlineData("koi8-r", Russian)]
    [InlineData("gb18030", Chinese)]
    [InlineData("shift_jis", Japanese)]
    [InlineData("euc-jp", Japanese)]
    [InlineData("iso-2022-jp", Japanese)]
    [InlineData("euc-kr", Korean)]
    [InlineData("windows-1252", French)]
    [InlineData("utf-16", Russian)]
    [InlineData("utf-16be", French)]
    [InlineData("utf-32", French)]
    public void Decode_AnUndeclaredEncoding_IsFound(string name, string text) =>
        Assert.Equal(text, TextDecoding.Decode(EncodingNames.Find(name)!.GetBytes(text), "").Text);

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16be")]
    [InlineData("utf-32")]
    [InlineData("utf-32be")]
    public void Decode_AByteOrderMark_CountsMoreThanWhatIsDeclared(string name)
    {
        var encoding = EncodingNames.Find(name)!;

        var decoded = TextDecoding.Decode([.. encoding.GetPreamble(), .. encoding.GetBytes(Russian)], "text/plain; charset=windows-1251");

        Assert.Equal((Russian, false), (decoded.Text, decoded.IsMixed));
    }

    [Theory]
    [InlineData("windows-1251")]
    [InlineData("iso-8859-1")]
    [InlineData("shift_jis")]
    [InlineData("us-ascii")]
    [InlineData("nonsense")]
    public void Decode_Utf8UnderAnotherName_IsUtf8(string declared)
    {
        var decoded = TextDecoding.Decode(Encoding.UTF8.GetBytes(Russian + French), $"text/html; charset={declared}");

        Assert.Equal((Russian + French, "utf-8"), (decoded.Text, decoded.Encoding));
    }

    [Theory]
    [InlineData("<?xml version='1.0' encoding='windows-1251'?><a>")]
    [InlineData("<html><head><meta charset=cp1251></head>")]
    [InlineData("<html><meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1251\">")]
    public void Decode_ADeclarationInside_CountsMoreThanAServersDefault(string head)
    {
        var bytes = EncodingNames.Of(1251).GetBytes(head + "Да, так.");

        Assert.Equal(head + "Да, так.", TextDecoding.Decode(bytes, "text/html; charset=ISO-8859-1").Text);
    }

    [Fact]
    public void Decode_Cp1251UnderAWesternName_LosesTheName() =>
        Assert.Equal(Russian, TextDecoding.Decode(EncodingNames.Of(1251).GetBytes(Russian), "text/plain; charset=iso-8859-1").Text);

    [Fact]
    public void Decode_AMixture_IsReadPieceByPieceAndSaid()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("Идлиб, Хама – "), .. EncodingNames.Of(1252).GetBytes("“caf\u00E9”, na\u00EFve")];

        var decoded = TextDecoding.Decode(bytes, "");

        Assert.Equal(("Идлиб, Хама – “caf\u00E9”, na\u00EFve", "utf-8", true), (decoded.Text, decoded.Encoding, decoded.IsMixed));
    }

    [Fact]
    public void Decode_UnderItsUtf16Declaration_ReadsWhatIsWrittenByteByByte() =>
        Assert.Equal("utf-8", TextDecoding.Decode("<?xml version=\"1.0\" encoding=\"utf-16\"?><a>é</a>"u8, "").Encoding);

    [Fact]
    public void Decode_AnyBytes_NeverFails() => Assert.All(Enumerable.Range(0, 500), seed =>
    {
        var bytes = new byte[seed];
        new Random(seed).NextBytes(bytes);
        Assert.NotNull(TextDecoding.Decode(bytes, "text/plain; charset=gb18030").Text);
        Assert.NotNull(TextDecoding.Decode(bytes, "text/plain; charset=utf-32").Text);
    });

    [Fact]
    public async Task OpenTextAsync_ALegacyLetterFarBehindTheBeginning_IsReadAsInTheWhole()
    {
        var text = string.Concat(Enumerable.Repeat("row of plain letters\r\n", 10_000)) + Russian;
        var document = DocumentContent.Of(EncodingNames.Of(1251).GetBytes(text));

        using var reader = await document.OpenTextAsync(CancellationToken.None);

        Assert.Equal(text, await reader.ReadToEndAsync());
        Assert.Equal(text, (await document.ReadTextAsync(CancellationToken.None)).Text);
    }

    [Fact]
    public async Task OpenTextAsync_AMarkAndAMixture_GivesTheTextWithoutTheMark()
    {
        byte[] bytes = [.. Encoding.UTF8.Preamble, .. "Идлиб "u8, 0xE9, .. "."u8];

        using var reader = await DocumentContent.Of(bytes).OpenTextAsync(CancellationToken.None);

        Assert.Equal("Идлиб \u00E9.", await reader.ReadToEndAsync());
    }
}
