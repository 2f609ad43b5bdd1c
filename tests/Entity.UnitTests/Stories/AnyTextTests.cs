using System.Text;
using CsCheck;
using Truceline.Entity.Reading;

namespace Truceline.Entity.UnitTests.Stories;

/// <summary>Whatever is sent in is read: no text makes the reader throw or point outside of it.</summary>
public sealed class AnyTextTests
{
    private static readonly ReadingContext Context = new(null, new DateTimeOffset(2024, 5, 1, 12, 0, 0, TimeSpan.Zero));

    // Words and marks that the grammars look for, beside letters, figures and marks of many scripts, halves of surrogates among them.
    private static readonly string[] Pieces =
    [
        "GENEVA, Feb ", "Feb ", "at least ", "killed ", "3", "٣", "१२", "²", "½", "Ⅳ", " km", " N", "°", "′", "″", " of ", "Aleppo", "al-", "حلب", "Москва", "東京", "Ωμέγα", "\u0301", "İ", "ı", "ß", "ﬁ", "K",
        "\ud83d\ude00", "\ud800", "\udc00", "\u200f", "\ufeff", "\0", "\u0085", "\n", "\r\n", " ", ", ", ". ", "“", "’s ", "- ", "— ", "(AP)", "Gen. ", "the army ", "said ", "will withdraw ", "by Monday ",
        "171200Z SEP 18", "36SVD", "T-72", "OP 57", "$", "€2m", "2018-09-17", "17/9/18", "per cent",
    ];

    private static readonly Gen<string> Piece = Gen.OneOf(Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]), Gen.Char.Select(c => c.ToString()));

    private static readonly string[] Texts = [.. GoldStory.Names.Select(n => GoldStory.Load(n).Text)];

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t ")]
    [InlineData("\"")]
    [InlineData("said")]
    [InlineData("according to")]
    [InlineData("to and to and to")]
    [InlineData("That, as they say, is is.")]
    [InlineData("\"No,\" he said, \"never")]
    [InlineData(", who had shelled it, which it would")]
    [InlineData("Pictures by by show that")]
    [InlineData("He said that he said that he said.")]
    [InlineData("\ud800 agreed to \udc00 withdraw")]
    public void Read_OddText_IsRead(string text) => AssertWithin(text, SharedReader.Instance.Read(text, Context));

    [Fact]
    public void Version_OfTheShippedReader_IsNoLongerThanTheStoreKeeps() => Assert.InRange(SharedReader.Instance.Version.Length, 1, StoryReader.LongestVersion);

    [Fact]
    public void Read_RandomText_StaysWithinIt() =>
        Gen.String.Sample(text => AssertWithin(text, SharedReader.Instance.Read(text, Context)), iter: 300, threads: 1);

    [Fact]
    public void Read_AnyBytes_StaysWithinTheirText() =>
        Gen.Byte.Array[0, 2_000].Select(Encoding.UTF8.GetString).Sample(text => AssertWithin(text, SharedReader.Instance.Read(text, Context)), iter: 100, threads: 1);

    [Fact]
    public void Read_AnyScripts_StaysWithinThem() =>
        Piece.Array[1, 60].Select(string.Concat).Sample(text => AssertWithin(text, SharedReader.Instance.Read(text, Context)), iter: 300, threads: 1);

    [Fact]
    public void Read_TextWithoutEnd_StaysWithinIt()
    {
        var text = string.Concat(Enumerable.Range(0, 200).SelectMany(_ => Pieces).Append("٣ km N of Aleppo"));

        AssertWithin(text, SharedReader.Instance.Read(text, Context));
    }

    [Theory]
    [InlineData("انسحبت القوات من المدينة", "ar")]
    [InlineData("Перемирие соблюдается, сообщили наблюдатели", "ru")]
    public void Read_LanguageThatIsNotSupported_IsSaid(string text, string language)
    {
        var reading = SharedReader.Instance.Read(text, Context);

        Assert.Equal((language, false), (reading.Header.Language, reading.Header.LanguageSupported));
        Assert.Empty(reading.Claims);
    }

    [Fact]
    public void Read_CutAndJoinedStories_StaysWithinThem()
    {
        var piece = Gen.Select(Gen.Int[0, Texts.Length - 1], Gen.Double[0, 1], Gen.Double[0, 1], (i, a, b) =>
        {
            var (from, to) = ((int)(Math.Min(a, b) * Texts[i].Length), (int)(Math.Max(a, b) * Texts[i].Length));
            return Texts[i][from..to];
        });
        piece.Array[1, 3].Select(string.Concat).Sample(text => AssertWithin(text, SharedReader.Instance.Read(text, Context)), iter: 100, threads: 1);
    }

    [Fact]
    public void Read_ManyThreads_AllReadTheSame()
    {
        var expected = SharedReader.Instance.Read(Texts[0], Context).Claims.Select(c => c.Evidence).ToList();

        var readings = Enumerable.Range(0, 16).AsParallel().WithDegreeOfParallelism(4).Select(i => SharedReader.Instance.Read(Texts[0], Context)).ToList();

        Assert.All(readings, r => Assert.Equal(expected, r.Claims.Select(c => c.Evidence)));
    }

    private static void AssertWithin(string text, StoryReading reading)
    {
        var told = reading.Claims.SelectMany(c => c.Chain.Select(l => l.Span).Concat(c.Terms.Select(t => t.Span)).Concat(new[] { c.Fatalities, c.Injured }.OfType<CountRange>().Select(r => r.Span)));
        var spans = reading.Claims.Select(c => c.Evidence).Concat(told).Concat(reading.Dates.Select(d => d.Span)).Concat(reading.Quantities.Select(q => q.Span))
            .Concat(reading.Entities.SelectMany(e => e.Mentions).Select(m => m.Span)).Concat(reading.Coordinates.Select(c => c.Span)).Concat(reading.Designations.Select(d => d.Span));
        Assert.All(spans, s =>
        {
            Assert.InRange(s.Start, 0, s.End - 1);
            Assert.InRange(s.End, 1, text.Length);
        });
    }
}
