using System.Globalization;
using CsCheck;
using Truceline.Entity.Reading.Quantities;
using Truceline.Entity.Reading.Text;
using Truceline.Entity.Reading.Times;
using Truceline.Entity.UnitTests.Times;

namespace Truceline.Entity.UnitTests.Quantities;

public sealed class QuantityReaderProperties
{
    private static readonly string[] Pieces =
    [
        "12", "1,000", "2.5", "99999999999999999999999999", "two", "hundred", "and", "million", "-", "to", "between", "more than", "up to", "or more", "$", "€", "%",
        "km", "mm", "people", "were killed", "wounded", "dozens of", "hundreds of thousands", "a dozen", "fled", "T-72", "tanks", "of", ",", ".", "\n", "\ud800",
        "since the war began", "home to", "year-old", "September 17", "’s", "\u0001",
    ];

    private static readonly Gen<string> Piece = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]);

    private static readonly Gen<string> AnyText =
        Gen.OneOf(Gen.String, Piece.Array[0, 40].Select(words => string.Join(' ', words)), Piece.Array[0, 15].Select(string.Concat));

    [Fact]
    public void Read_AnyText_GivesValidMentions() => AnyText.Sample(text =>
    {
        var (segmented, header) = (SegmentedText.Of(text), Reports.Header(text, "2018-11-20"));

        var quantities = new QuantityReader().Read(segmented, header, new DateReader().Read(segmented, header));

        var end = 0;
        foreach (var quantity in quantities)
        {
            Assert.True(quantity.Span.Start >= end && quantity.Span.Length > 0 && quantity.Span.End <= text.Length);
            Assert.True(quantity.Low is not null || quantity.High is not null);
            Assert.True(quantity.Low is not { } low || quantity.High is not { } high || low <= high);
            Assert.True(quantity.Low is null or >= 0 && double.IsFinite(quantity.Low ?? 0) && double.IsFinite(quantity.High ?? 0));
            Assert.NotEmpty(quantity.Unit);
            end = quantity.Span.End;
        }
    });

    [Fact]
    public void Parse_GroupedDigits_GivesTheNumber() => Gen.Long[0, 999_999_999_999].Sample(number =>
        Assert.Equal(number, new NumberParser(number.ToString("N0", CultureInfo.InvariantCulture), withRatios: false).At(0)!.Value.Value));
}
