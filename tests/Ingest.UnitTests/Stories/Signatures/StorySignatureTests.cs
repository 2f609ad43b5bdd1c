using System.Security.Cryptography;
using Truceline.Ingest.Stories.Signatures;
using Truceline.Ingest.V1;
using Truceline.Type.V1;

namespace Truceline.Ingest.UnitTests.Stories.Signatures;

public class StorySignatureTests
{
    [Fact]
    public void Of_TextThatDiffersInCaseSpaceAndQuotes_IsExactlyTheSame()
    {
        var text = Texts.Convoy;
        var other = text.Replace("\n\n", "\r\n   \t").Replace("\"", "\u201C").Replace("'", "\u2019").Replace(" - ", " \u2014 ").ToUpperInvariant();

        Assert.Equal(Signature(text).Exact, Signature(other).Exact);
        Assert.Equal(Signature(text).Record.Whole.ToArray(), Signature(other).Record.Whole.ToArray());
    }

    [Fact]
    public void Of_TextWithOneOtherWord_IsNotExactlyTheSame() =>
        Assert.NotEqual(Signature(Texts.Convoy).Exact, Signature(Texts.Convoy.Replace("fifty", "sixty")).Exact);

    [Fact]
    public void Of_Boilerplate_IsLeftOut()
    {
        // The cake is one code point of two UTF-16 units: spans count code points.
        const string Before = "\U0001F382 Sign up for our newsletter. ";
        var text = Before + Texts.Convoy + " Copyright Example Wire.";
        var report = new Report { Text = text };
        var start = Before.EnumerateRunes().Count();
        var end = start + Texts.Convoy.EnumerateRunes().Count();
        report.Boilerplate.Add(new Boilerplate { Span = new Span { Start = end, End = text.EnumerateRunes().Count() } });
        report.Boilerplate.Add(new Boilerplate { Span = new Span { Start = 0, End = start } });

        Assert.Equal(Signature(Texts.Convoy).Exact, StorySignature.Of(report).Exact);
    }

    [Fact]
    public void Bytes_ReadAgain_AreTheSameSignature()
    {
        var signature = Signature(Texts.Convoy);
        var again = StorySignature.FromBytes(signature.Bytes)!;

        Assert.Equal(signature.Exact, again.Exact);
        Assert.Equal(signature.Words, again.Words);
        Assert.Equal(signature.KeyCount, again.KeyCount);
        Assert.Equal(signature.Bytes.ToArray(), again.Bytes.ToArray());
        Assert.Null(StorySignature.FromBytes(signature.Bytes[..^1]));
        Assert.Null(StorySignature.FromBytes(new byte[signature.Bytes.Length]));
    }

    [Fact]
    public void Of_OneText_IsTheStoredOne()
    {
        // Signatures are stored, and compared by replicas on different machines: another value here needs another version.
        var hash = Convert.ToHexStringLower(SHA256.HashData(Signature(Texts.Convoy).Bytes.Span))[..40];

        Assert.Equal("c22297e45febd1bbd4166d830c210b47a880efa1", hash);
    }

    [Theory]
    [InlineData("Dnipro \u0301 caf\u0065\u0301", "dnipro cafe")]
    [InlineData("\u0623\u0631\u0628\u0639\u064F\u0629", "\u0627\u0631\u0628\u0639\u0629")]
    [InlineData("Qamishl\u014D co\u00ADoperation", "QAMISHLO cooperation")]
    public void Of_OtherSpellingOfOneWord_IsExactlyTheSame(string first, string second) => Assert.Equal(Signature(first).Exact, Signature(second).Exact);

    [Fact]
    public void Of_TextWithoutSpaces_ComparesItsCharacters()
    {
        var text = string.Concat(Enumerable.Range(0, 60).Select(i => (char)(0x4E00 + (i * 37))));

        Assert.Equal(60, Signature(text).Words);
        Assert.False(Signature(text).ExactOnly);
    }

    private static StorySignature Signature(string text) => StorySignature.Of(new Report { Text = text });
}
