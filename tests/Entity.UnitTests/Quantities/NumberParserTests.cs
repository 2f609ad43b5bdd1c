using Truceline.Entity.Reading.Quantities;
using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.UnitTests.Quantities;

public sealed class NumberParserTests
{
    private const double Tolerance = 1e-9;

    [Theory]
    [InlineData("forty-seven", 47)]
    [InlineData("six hundred and nine", 609)]
    [InlineData("three thousand, four hundred and twelve", 3412)]
    [InlineData("ninety thousand two hundred", 90_200)]
    [InlineData("7 thousand 2 hundred and 5", 7205)]
    [InlineData("2,75,000", 275_000)]
    [InlineData("2.750.000,5", 2_750_000.5)]
    [InlineData("18 400", 18_400)]
    [InlineData("6.5 million", 6_500_000)]
    [InlineData("4 crore", 40_000_000)]
    [InlineData("350k", 350_000)]
    [InlineData("two dozen", 24)]
    [InlineData("half a dozen", 6)]
    [InlineData("seven and a half million", 7_500_000)]
    [InlineData("a quarter of a billion", 250_000_000)]
    [InlineData("five sixths", 5 / 6.0)]
    [InlineData("nine point two five", 9.25)]
    [InlineData("12 3/4", 12.75)]
    [InlineData("2½", 2.5)]
    [InlineData("7e3", 7000)]
    [InlineData("three over forty", 0.075)]
    public void At_Number_ReadsAllOfIt(string text, double expected)
    {
        var number = new NumberParser(text, withRatios: true).At(0);
        Assert.Equal(text.Length, number!.Value.End);
        Assert.Equal(expected, number.Value.Value, Tolerance * Math.Max(1, expected));
    }

    [Theory]
    [InlineData("3 hundred and 5 hundred", "300; 500")]
    [InlineData("lists 14,25,36", "14; 25.36")]
    [InlineData("minus 8 and -2.5", "-8; -2.5")]
    [InlineData("this one, which one", "")]
    [InlineData("a man and an army", "")]
    public void All_Text_FindsNumbersApart(string text, string expected) => Assert.Equal(
        expected, string.Join("; ", NumberScanner.All(SegmentedText.Of(text)).Select(n => FormattableString.Invariant($"{n.Value}"))));
}
