using CsCheck;
using Truceline.Entity.Reading;
using Truceline.Entity.Reading.Text;
using Truceline.Entity.Reading.Times;

namespace Truceline.Entity.UnitTests.Times;

public sealed class DateReaderProperties
{
    private static readonly string[] Pieces =
    [
        "Monday", "next", "last", "Sept.", "17", "31st", "of", "May", "2018", "9999", "the", "end of", "year", "within", "999", "days", "ago", "by", "-", "to",
        "until", "3/4/18", "1500-01-01", "week", "past", "decades", "after", ",", "\n", "will", "said", "February 29", "in", "two", "weekend", "’s", "\ud800",
    ];

    private static readonly Gen<string> Piece = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]);

    private static readonly Gen<string> AnyText =
        Gen.OneOf(Gen.String, Piece.Array[0, 30].Select(words => string.Join(' ', words)), Piece.Array[0, 12].Select(string.Concat));

    private static readonly Gen<DateOnly> AnyDay = Gen.Int[DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber].Select(DateOnly.FromDayNumber);

    [Fact]
    public void Read_AnyTextOnAnyDay_GivesValidMentions() => Gen.Select(AnyText, AnyDay).Sample((text, day) =>
    {
        var dates = new DateReader().Read(SegmentedText.Of(text), Reports.Header(text, day));

        var end = 0;
        foreach (var date in dates)
        {
            Assert.True(date.Span.Start >= end && date.Span.Length > 0 && date.Span.End <= text.Length);
            Assert.True(date.Start <= date.End);
            Assert.StartsWith(date.Start.Year.ToString("0000", null), date.Value, StringComparison.Ordinal);
            Assert.Equal(date.Precision == DatePrecision.Day, date.Start == date.End && date.Value.Length == 10);
            end = date.Span.End;
        }
    });

    [Fact]
    public void Read_DayWithItsYear_GivesThatDay() => Gen.Select(Gen.Int[1900, 2099], Gen.Int[0, 364], AnyDay).Sample((year, offset, reference) =>
    {
        var day = new DateOnly(year, 1, 1).AddDays(offset);
        foreach (var format in new[] { "d MMMM yyyy", "MMMM d, yyyy", "d MMM yyyy", "yyyy-MM-dd", "dddd, d MMMM yyyy" })
        {
            var text = "They signed on " + day.ToString(format, System.Globalization.CultureInfo.InvariantCulture) + ".";

            var date = Assert.Single(new DateReader().Read(SegmentedText.Of(text), Reports.Header(text, reference)));

            Assert.Equal((day, day), (date.Start, date.End));
        }
    });
}
