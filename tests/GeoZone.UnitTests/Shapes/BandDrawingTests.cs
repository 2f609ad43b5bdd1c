using CsCheck;
using NetTopologySuite.Geometries;
using Truceline.GeoZone.Geodesy;
using Truceline.GeoZone.Shapes.Drawing;

namespace Truceline.GeoZone.UnitTests.Shapes;

public sealed class BandDrawingTests
{
    private static readonly Gen<IReadOnlyList<GeoPoint>> Lines =
        from latitude in Gen.Double[-70, 70]
        from longitude in Gen.Double[-180, 180]
        from heading in Gen.Double[0, 2 * Math.PI]
        from steps in Gen.Select(Gen.Double[2_000, 60_000], Gen.Double[-2, 2]).Array[1, 6]
        select Walk(new(latitude, longitude), heading, steps);

    [Fact]
    public void Draw_AnyLine_EveryEdgePointLiesAtTheDistanceOrAtAnEnd() =>
        Lines.Sample(line =>
        {
            foreach (var point in Drawn.Band(line, 15_000, 15_000).EdgePoints())
            {
                var distance = Vincenty.DistanceM(point, line);
                Assert.True(distance < 15_001, $"{point} lies {distance} m away");
                if (distance < 14_999)
                    Assert.True(IsAtAnEnd(point, line, 15_000), $"{point} lies {distance} m away");
            }
        }, iter: 20);

    [Fact]
    public void Draw_AnyLine_HoldsTheLineAndIsValid() =>
        Lines.Sample(line =>
        {
            var band = Drawn.Band(line, 15_000, 15_000);
            Assert.True(band.IsValid);
            foreach (var (a, b) in line.Zip(line.Skip(1)))
            {
                for (var part = 0.01; part < 1; part += 0.14)
                    Assert.True(band.Holds(a.Latitude + part * (b.Latitude - a.Latitude), GeoPoint.Wrap(a.Longitude + part * GeoPoint.Wrap(b.Longitude - a.Longitude))));
            }
        }, iter: 10);

    [Fact]
    public void Draw_AnyLine_SidesMakeUpTheWholeWithoutOverlap() =>
        Lines.Sample(line =>
        {
            var (left, right, both) = (Drawn.Band(line, 8_000, null), Drawn.Band(line, null, 8_000), Drawn.Band(line, 8_000, 8_000));
            Assert.Equal(both.AreaM2(), left.AreaM2() + right.AreaM2(), both.AreaM2() * 1e-4);
            Assert.True(Overlay.Intersection(left, right).AreaM2() < both.AreaM2() * 1e-4);
        }, iter: 10);

    [Fact]
    public void Draw_WiderBand_HoldsTheNarrower() =>
        Gen.Select(Lines, Gen.Double[500, 20_000], Gen.Double[1.05, 2]).Sample((line, width, factor) =>
        {
            var (narrow, wide) = (Drawn.Band(line, width, width), Drawn.Band(line, width * factor, width * factor));
            Assert.True(wide.AreaM2() > narrow.AreaM2());
        }, iter: 10);

    [Fact]
    public void Draw_LineMovedAcrossTheAntimeridian_GivesTheSameMoved() =>
        Lines.Sample(line =>
        {
            var here = line.Select(p => new GeoPoint(p.Latitude, GeoPoint.Wrap(p.Longitude - line[0].Longitude))).ToList();
            var there = here.Select(p => new GeoPoint(p.Latitude, GeoPoint.Wrap(p.Longitude + 180))).ToList();
            var (band, moved) = (Drawn.Band(here, 10_000, null), Drawn.Band(there, 10_000, null));
            Assert.Equal(band.AreaM2(), moved.AreaM2(), band.AreaM2() * 1e-6);
            Assert.All(moved.Coordinates, at => Assert.InRange(at.X, -180, 180));
            Assert.True(moved.IsValid);
        }, iter: 10);

    [Fact]
    public void Draw_StraightLine_IsCutSquareAtItsEnds()
    {
        var band = Drawn.Band(Drawn.Line((35, 36), (35, 36.5)), 10_000, 10_000);
        Assert.True(band.Holds(35.05, 36.01));
        Assert.False(band.Holds(35.05, 35.99));
        Assert.False(band.Holds(35, 36.51));
    }

    [Fact]
    public void Draw_LineWithAJog_ThrowsNoSpikePastItsEnd()
    {
        // North, a hundred metres east, north again: the jog looks along the line, past its end.
        var band = Drawn.Band(Drawn.Line((35, 36), (35.05, 36), (35.05, 36.001), (35.1, 36.001)), 15_000, 15_000);
        Assert.False(band.Holds(35.12, 36.0005));
        Assert.True(band.Holds(35.09, 36.1));
        Assert.True(band.Holds(35.09, 35.9));
    }

    [Fact]
    public void Draw_ShortStretchAtAnEnd_KeepsWhatLiesBesideTheNext()
    {
        // Two kilometres to the west, then twenty to the north-west: what is farther than the width from the end is no business of its cut.
        var band = Drawn.Band(Drawn.Line((37.1638, 1), (37.1686, 0.9773), (37.2998, 0.8427), (37.5848, 0.4157)), 15_000, 15_000);
        Assert.True(band.Holds(37.3006, 1.0454));
        Assert.False(band.Holds(37.1, 1.1));
    }

    [Fact]
    public void Draw_HookedLine_KeepsWhatLiesBesideItsOtherPart()
    {
        // North for twenty kilometres, round to the west, and back south for three.
        var band = Drawn.Band(Drawn.Line((35, 36), (35.2, 36), (35.2, 35.96), (35.17, 35.96)), 15_000, 15_000);
        Assert.True(band.Holds(35.1, 35.95));
        Assert.True(band.Holds(35.15, 35.9));
    }

    [Fact]
    public void Draw_LoopingLine_HasOneHoleWhereNothingIsNear()
    {
        var turns = Enumerable.Range(0, 37).Select(i => Geodesic.Direct(new(48, 37), i * Math.PI / 18, 30_000)).ToList();
        var band = Drawn.Band(turns, 10_000, 10_000);
        Assert.Equal(1, band.NumGeometries);
        Assert.Single(((Polygon)band[0]).Holes);
        Assert.False(band.Holds(48, 37));
    }

    [Fact]
    public void Draw_HairpinOnOneSide_StopsAtTheOtherLeg()
    {
        // East, then back west two kilometres further north: between the legs is the left side of both.
        var line = Drawn.Line((35, 36), (35, 36.5), (35.02, 36.5), (35.02, 36));
        var left = Drawn.Band(line, 10_000, null);
        Assert.True(left.Holds(35.01, 36.3));
        Assert.False(left.Holds(35.03, 36.3));
        Assert.False(left.Holds(34.99, 36.3));
        var right = Drawn.Band(line, null, 10_000);
        Assert.False(right.Holds(35.01, 36.3));
        Assert.True(right.Holds(35.03, 36.3));
        Assert.True(right.Holds(35.01, 36.55));
    }

    [Fact]
    public void Draw_DifferentReachOnEachSide_ReachesSo()
    {
        var band = Drawn.Band(Drawn.Line((35, 36), (35, 36.5)), 5_000, 20_000);
        Assert.True(band.Holds(35.04, 36.2));
        Assert.False(band.Holds(35.05, 36.2));
        Assert.True(band.Holds(34.83, 36.2));
        Assert.True(band.Holds(35, 36.2));
        Assert.Single(band.Geometries);
    }

    [Fact]
    public void Draw_FromANearDistance_LeavesTheLineOut()
    {
        var band = Drawn.Band(Drawn.Line((35, 36), (35, 36.5)), 10_000, 10_000, nearM: 5_000);
        Assert.Equal(2, band.NumGeometries);
        Assert.False(band.Holds(35, 36.2));
        Assert.True(band.Holds(35.07, 36.2));
    }

    [Fact]
    public void Draw_IntervalOfWidths_GivesInsideAndPossible()
    {
        var line = Drawn.Line((35, 36), (35, 36.5));
        var zone = ZoneDrawer.Draw(new LineBandShape(line, new(0, 15_000, 20_000), null));
        Assert.True(zone.Inside.Holds(35.01, 36.2));
        Assert.False(zone.Inside.Holds(35.15, 36.2));
        Assert.True(zone.Possible.Holds(35.15, 36.2));
        Assert.True(zone.Possible.Holds(35.01, 36.2));
        Assert.False(zone.Possible.Holds(34.99, 36.2));
    }

    [Fact]
    public void OnlyPossible_OfABandAroundTowns_IsOneStrip()
    {
        IReadOnlyList<GeoPoint> line = [.. Sample.Agreement().Lines.Single(drawn => drawn.Id == "contact").Course.Positions.Select(at => new GeoPoint(at.Latitude, at.Longitude))];
        var zone = ZoneDrawer.Draw(new LineBandShape(line, new(0, 15_000, 20_000), null));
        var strip = ZoneDifference.OnlyPossible(zone);
        Assert.Single(strip.Geometries);
        Assert.InRange(zone.Possible.AreaM2() - zone.Inside.AreaM2() - strip.AreaM2(), -10_000, 10_000);
    }

    [Fact]
    public void Draw_LineOfThreeThousandKilometres_KeepsItsDistanceFarFromTheMiddle()
    {
        var line = Drawn.Line((60, -20), (62, 0), (61, 20), (60, 38));
        foreach (var point in Drawn.Band(line, 15_000, 15_000).EdgePoints().Where((_, i) => i % 41 == 0))
        {
            var distance = Vincenty.DistanceM(point, line);
            Assert.True(Math.Abs(distance - 15_000) < 1 || distance < 15_000 && IsAtAnEnd(point, line, 15_000), $"{point} lies {distance} m away");
        }
    }

    [Fact]
    public void Draw_LineOverThePole_IsHeldTogether()
    {
        var band = Drawn.Band(ZoneLines.OverThePole(), 15_000, 15_000);
        Assert.True(band.IsValid);
        Assert.True(band.Holds(89.95, 100));
        Assert.True(band.Holds(89.95, -100));
        Assert.True(band.Holds(89.5, 30.001));
        Assert.False(band.Holds(89.5, 120));
    }

    /// <summary>Only at a cut, or where something lies beyond it, may an edge run nearer to the line than the band reaches.</summary>
    private static bool IsAtAnEnd(GeoPoint point, IReadOnlyList<GeoPoint> line, double distanceM)
    {
        foreach (var (end, inner) in new[] { (line[0], line[1]), (line[^1], line[^2]) })
        {
            var along = Geodesic.Inverse(end, GeoLine.Densify([end, inner], new(end))[1]).Azimuth;
            var path = Geodesic.Inverse(end, point);
            if (path.DistanceM < distanceM * 1.0015 && path.DistanceM * Math.Cos(path.Azimuth - along) < 1)
                return true;
        }
        return false;
    }

    private static IReadOnlyList<GeoPoint> Walk(GeoPoint from, double heading, (double Length, double Turn)[] steps)
    {
        var points = new List<GeoPoint> { from };
        foreach (var (length, turn) in steps)
        {
            points.Add(Geodesic.Direct(points[^1], heading, length));
            heading += turn;
        }
        return points;
    }
}
