using System.Numerics;
using Truceline.GeoZone.Zones.Index;

namespace Truceline.GeoZone.UnitTests.Zones.Index;

public sealed class ExactSideTests
{
    [Fact]
    public void Of_PointsAFewUlpsFromALine_IsThatOfWholeNumbers()
    {
        var random = new Random(4);
        var zeros = 0;
        for (var i = 0; i < 100_000; i++)
        {
            // With a factor of 2^100 all of them are whole numbers.
            double[] c = [.. Enumerable.Range(0, 4).Select(_ => Math.ScaleB(random.NextInt64(1L << 40), -40) * 16)];
            var t = random.Next(9) / 8.0;
            var (x, y) = (c[0] + t * (c[2] - c[0]), c[1] + t * (c[3] - c[1]));
            x += random.Next(-1, 2) * Math.ScaleB(1, -49);
            var expected = (Whole(c[0]) - Whole(x)) * (Whole(c[3]) - Whole(y)) - (Whole(c[1]) - Whole(y)) * (Whole(c[2]) - Whole(x));
            Assert.Equal(expected.Sign, ExactSide.Of(c[0], c[1], c[2], c[3], x, y));
            zeros += expected.IsZero ? 1 : 0;
        }
        Assert.True(zeros > 1000, $"{zeros} points on the line");
    }

    [Fact]
    public void IsLeft_PointOnTheLine_IsThatOfOneMovedNorth()
    {
        Assert.True(ExactSide.IsLeft(0, 0, 1, 1, 0.5, 0.5));
        Assert.False(ExactSide.IsLeft(1, 1, 0, 0, 0.5, 0.5));
        Assert.False(ExactSide.IsLeft(0, 0, 0, 1, 0, 0.5));
        Assert.True(ExactSide.IsLeft(0, 1, 0, 0, 0, 0.5));
    }

    private static BigInteger Whole(double value) => new(Math.ScaleB(value, 100));
}
