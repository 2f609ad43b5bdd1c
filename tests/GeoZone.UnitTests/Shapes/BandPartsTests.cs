using CsCheck;
using NetTopologySuite.Geometries;
using Truceline.GeoZone.Geodesy;
using Truceline.GeoZone.Shapes.Drawing;

namespace Truceline.GeoZone.UnitTests.Shapes;

/// <summary>Bands along lines that close or come back to themselves: no part of a line takes away what belongs to another.</summary>
public sealed class BandPartsTests
{
    private static readonly IReadOnlyList<GeoPoint> Hexagon = Drawn.Line((38, 127.06), (38.045, 127.03), (38.045, 126.97), (38, 126.94), (37.955, 126.97), (37.955, 127.03), (38, 127.06));

    [Theory]
    [InlineData(6_000)]
    [InlineData(10_000)]
    [InlineData(20_000)]
    [InlineData(200_000)]
    public void Draw_ClosedLineInwards_IsItsWholeInteriorHoweverFarItReaches(double reachM)
    {
        var ring = Arc(5_000, 0, 360, 45);
        foreach (var line in new[] { Hexagon, ring, [.. ring.Skip(3).SkipLast(1), .. ring.Take(4)] })
        {
            var interior = ZoneDrawer.Draw(new PolygonShape([new(line, [])])).Inside.AreaM2();
            Assert.Equal(interior, Drawn.Band(line, reachM, null).AreaM2(), interior * 1e-4);
            Assert.Equal(interior, Drawn.Band([.. line.Reverse()], null, reachM).AreaM2(), interior * 1e-4);
        }
    }

    [Fact]
    public void Draw_ClosedLineOnBothSides_IsItsInteriorAndAStripAround()
    {
        // Around a convex ring: the interior, its girth times the reach, and one disc.
        var ring = Arc(5_000, 0, 360, 45);
        var interior = ZoneDrawer.Draw(new PolygonShape([new(ring, [])])).Inside.AreaM2();
        var girth = ring.Zip(ring.Skip(1), (a, b) => Geodesic.Inverse(a, b).DistanceM).Sum();
        var expected = interior + girth * 20_000 + Math.PI * 20_000 * 20_000;
        Assert.Equal(expected, Drawn.Band(ring, 20_000, 20_000).AreaM2(), expected * 1e-3);
    }

    [Theory]
    [InlineData(2_000, 270, 5, 5_000, 5_000)]
    [InlineData(2_000, 270, 5, 5_000, 0)]
    [InlineData(5_000, 300, 10, 0, 15_000)]
    [InlineData(5_000, 350, 10, 10_000, 10_000)]
    [InlineData(5_000, 360, 10, 4_500, 0)]
    [InlineData(5_000, 360, 10, 10_000, 0)]
    [InlineData(5_000, 360, 45, 3_000, 20_000)]
    public void Draw_Arc_MissesNothingOfItsDefinition(double radiusM, int untilDegrees, int stepDegrees, double leftM, double rightM)
    {
        var arc = Arc(radiusM, 0, untilDegrees, stepDegrees);
        AssertMissesNothing(arc, leftM, rightM, 0, 3_000);
    }

    [Fact]
    public void Draw_AnySpiralOnBothSides_MissesNothingOfItsDefinition() =>
        Gen.Select(Gen.Double[1_000, 4_000], Gen.Int[150, 700], Gen.Int[5, 40], Gen.Double[500, 4_000], Gen.Double[1_500, 12_000]).Sample((radius, until, step, growth, reach) =>
            AssertMissesNothing(Spiral(radius, until, step, growth), reach, reach, until, 400), iter: 25);

    [Fact]
    public void Draw_DifferentSidesOverThePoleAndBack_IsDrawn()
    {
        // Sites close to each other lead a triangulation in circles.
        var band = Drawn.Band(Drawn.Line((-86.5, -178), (-90, 179), (-86.5, -179), (-90, -179), (-89.5, -177)), 33_999, 22);
        Assert.True(band.IsValid);
        Assert.True(band.AreaM2() > 1e9);
    }

    [Fact]
    public void Draw_AnyClosedLine_IsAsDefined() =>
        Gen.Select(Gen.Double[1_000, 9_000].Array[3, 12], Gen.Double[1_000, 25_000], Gen.Int[0, 2]).Sample((radii, reach, side) =>
        {
            var ring = radii.Select((radius, i) => Geodesic.Direct(new(38, 127), -Math.Tau * i / radii.Length, radius)).ToList();
            ring.Add(ring[0]);
            double left = side != 1 ? reach : 0, right = side != 0 ? reach : 0;
            var (asked, missing, extra) = new BandSampler(ring).Ask(Draw(ring, left, right), left > 0 ? left : null, right > 0 ? right : null, 7, 400);
            Assert.True(asked > 100);
            Assert.Empty(missing);
            Assert.Empty(extra);
        }, iter: 25);

    [Fact]
    public void Draw_PlaceNearTheSecondVertex_IsNotTakenByTheFarEndsCut() =>
        Assert.True(Drawn.Band(Arc(2_000, 0, 270, 5), 5_000, 5_000).Holds(38.00457, 127.04742));

    [Fact]
    public void Draw_LineThatEndsInATinyHook_KeepsWhatLiesBesideItsCourse()
    {
        var band = Drawn.Band(Drawn.Line((35, 36), (35.2, 36), (35.2, 36.001)), 15_000, 15_000);
        Assert.True(band.Holds(35.12, 36.1));
        Assert.False(band.Holds(35.21, 36.1));
    }

    private static void AssertMissesNothing(IReadOnlyList<GeoPoint> line, double leftM, double rightM, int seed, int count)
    {
        var (asked, missing, extra) = new BandSampler(line).Ask(Draw(line, leftM, rightM), leftM > 0 ? leftM : null, rightM > 0 ? rightM : null, seed, count);
        Assert.True(asked > count / 2, $"only {asked} of {count} places are clear of the edges");
        Assert.True(missing.Count == 0, $"{missing.Count} of {asked} are missing ({extra.Count} extra), such as {missing.FirstOrDefault()}");
    }

    private static MultiPolygon Draw(IReadOnlyList<GeoPoint> line, double leftM, double rightM) =>
        Drawn.Band(line, leftM > 0 ? leftM : null, rightM > 0 ? rightM : null);

    private static IReadOnlyList<GeoPoint> Arc(double radiusM, int from, int until, int step) => Spiral(radiusM, until - from, step, 0);

    /// <summary>Round from the east to the north; growing by so much with every turn, closed when it is one turn and does not grow.</summary>
    private static IReadOnlyList<GeoPoint> Spiral(double radiusM, int until, int step, double growthM)
    {
        List<GeoPoint> points = [.. Enumerable.Range(0, until / step + 1).Select(i => i * step)
            .Select(turn => Geodesic.Direct(new(38, 127), Math.PI / 2 - double.DegreesToRadians(turn), radiusM + growthM * turn / 360))];
        if (until == 360 && growthM == 0)
            points[^1] = points[0];
        return points;
    }
}
