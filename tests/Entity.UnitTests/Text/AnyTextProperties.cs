using CsCheck;
using Truceline.Entity.Reading;
using Truceline.Entity.Reading.Coordinates;
using Truceline.Entity.Reading.Header;
using Truceline.Entity.Reading.Quantities;
using Truceline.Entity.Reading.Text;
using Truceline.Entity.Reading.Times;

namespace Truceline.Entity.UnitTests.Text;

/// <summary>Header, dates, quantities, positions and designations of any text: no exception, spans within it, work that grows no faster than the text.</summary>
public sealed class AnyTextProperties
{
    private const int Length = 20_000;

    /// <summary>Four times the text may take this many times the memory: linear with some slack, far from the sixteen of a square.</summary>
    private const double MostGrowth = 6;

    private static readonly ReadingContext Context = new(null, new DateTimeOffset(2024, 5, 1, 12, 0, 0, TimeSpan.Zero));

    private static readonly string[] Shreds =
    [
        "35°30'", "N", " E", "36S", "YE 45", "171430Z", "SEP18", "1,000", "1.", "/", "-", "D+", "mid-", "May ", "on the 4th", " of next month", "from ", " to ", "between ", " and ", "half a ", "million",
        "twenty-", "fifths", "€", "$2.5bn", "more than ", "122 mm", " km/h", "\ud800", "\udc00", "٣", "Пн", "星期", "\u0301", "\u200f", "\n", "  ", "(", "]", "“", "week ", "2018", "q3", "callsign \"", "OP ", "1st ",
        "Battalion, ", "geo:", "+35.5", "last ", "years ", "ago ", "Friday ", "killed ", "over ", "e10", "^", "½",
    ];

    [Fact]
    public void Read_Shreds_StaysWithinThem() =>
        Gen.Int[0, Shreds.Length - 1].Select(i => Shreds[i]).Array[0, 24].Select(string.Concat).Sample(AssertRead, iter: 1_500, threads: 1);

    [Fact]
    public void Read_AnyString_StaysWithinIt() => Gen.String.Sample(AssertRead, iter: 500, threads: 1);

    [Fact]
    public void Read_AnyBytes_StaysWithinThem() =>
        Gen.Byte.Array[0, 400].Select(bytes => System.Text.Encoding.UTF8.GetString(bytes)).Sample(AssertRead, iter: 300, threads: 1);

    [Theory]
    [InlineData("7")]
    [InlineData("7 ")]
    [InlineData("1,000.")]
    [InlineData("(")]
    [InlineData("\"")]
    [InlineData("-")]
    [InlineData("a-")]
    [InlineData("x")]
    [InlineData("one hundred and ")]
    [InlineData("May ")]
    [InlineData("from May to ")]
    [InlineData("two weeks after ")]
    [InlineData("35°")]
    [InlineData("N 35 ")]
    [InlineData("killed 3 ")]
    [InlineData("Guards ")]
    [InlineData("Monday. ")]
    [InlineData("U.")]
    [InlineData("\ud800")]
    [InlineData("ב")]
    public void Read_Repeated_TakesWorkInProportion(string unit)
    {
        var small = string.Concat(Enumerable.Repeat(unit, Length / unit.Length));
        var large = string.Concat(Enumerable.Repeat(unit, 4 * Length / unit.Length));
        AssertRead(small);

        var (few, many) = (Allocated(small), Allocated(large));

        Assert.InRange(many / (double)few, 0, MostGrowth);
    }

    [Fact]
    public void Read_NestedBrackets_IsRead() => AssertRead(new string('(', 100_000) + "3 May" + new string(')', 100_000));

    private static long Allocated(string text)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Spans(text);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void AssertRead(string text)
    {
        foreach (var spans in Spans(text))
        {
            var end = 0;
            foreach (var span in spans)
            {
                Assert.InRange(span.Start, end, text.Length);
                Assert.InRange(span.End, span.Start + 1, text.Length);
                end = span.End;
            }
        }
    }

    private static List<List<TextSpan>> Spans(string text)
    {
        var segmented = SegmentedText.Of(text);
        var header = HeaderReader.Read(segmented, Context) with { LanguageSupported = true };
        var dates = new DateReader().Read(segmented, header);
        return
        [
            [.. segmented.Tokens.Select(t => t.Span)],
            [.. segmented.Sentences.Select(s => s.Span)],
            [.. dates.Select(d => d.Span)],
            [.. new QuantityReader().Read(segmented, header, dates).Select(q => q.Span)],
            [.. CoordinateReader.Read(segmented).Select(c => c.Span)],
            [.. DesignationReader.Read(segmented).Select(d => d.Span)],
        ];
    }
}
