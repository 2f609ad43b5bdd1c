using CsCheck;
using Truceline.Entity.Reading;

namespace Truceline.Entity.UnitTests.Stories;

/// <summary>Whatever is sent in is read: no text makes the reader throw or point outside of it.</summary>
public sealed class AnyTextTests
{
    private static readonly ReadingContext Context = new(null, new DateTimeOffset(2024, 5, 1, 12, 0, 0, TimeSpan.Zero));
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
    public void Read_RandomText_StaysWithinIt() =>
        Gen.String.Sample(text => AssertWithin(text, SharedReader.Instance.Read(text, Context)), iter: 300, threads: 1);

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
            .Concat(reading.Entities.SelectMany(e => e.Mentions).Select(m => m.Span));
        Assert.All(spans, s =>
        {
            Assert.InRange(s.Start, 0, s.End - 1);
            Assert.InRange(s.End, 1, text.Length);
        });
    }
}
