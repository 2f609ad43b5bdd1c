using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using Truceline.GeoZone.Geodesy;
using Truceline.GeoZone.Zones.Index;

namespace Truceline.GeoZone.UnitTests.Zones.Index;

public sealed class ZoneIndexTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 40)]
    [InlineData(3, 400)]
    public void Find_PointsNearEdgesAndOnThem_AreThoseOfAPlanarJudge(int seed, int count)
    {
        var random = new Random(seed);
        var zones = Shapes.Make(random, count);
        var index = ZoneIndex.Build([.. zones.Select(Shapes.Shape)], 2);
        var judges = zones.ConvertAll(z => PreparedGeometryFactory.Prepare(Shapes.Peer(z)));
        GeoPoint[] points = [.. Enumerable.Range(0, 20_000).Select(i => Shapes.Near(random, zones[random.Next(count)], i))];
        var all = new PointHits();
        index.Find(points, all);
        var alone = new int[index.MostHits];
        for (var i = 0; i < points.Length; i++)
        {
            var point = new Point(points[i].Longitude, points[i].Latitude);
            var other = Math.Abs(point.X) == 180 ? new Point(-point.X, point.Y) : point;
            int[] expected = [.. Enumerable.Range(0, count).Where(z => judges[z].Geometry.EnvelopeInternal.Intersects(point.Coordinate) && judges[z].Intersects(point)
                || other != point && judges[z].Intersects(other))];
            Assert.Equal(expected, alone[..index.Find(points[i].Longitude, points[i].Latitude, alone)].Order());
            Assert.Equal(expected, all.Of(i).ToArray().Order());
        }
    }

    [Theory]
    [InlineData(5, 200)]
    [InlineData(6, 3)]
    public void AroundEdges_WithinAnyRadius_LeavesNoEdgeOut(int seed, int count)
    {
        var random = new Random(seed);
        var zones = Shapes.Make(random, count);
        var index = ZoneIndex.Build([.. zones.Select(Shapes.Shape)], 1);
        for (var i = 0; i < 200; i++)
        {
            var point = Shapes.Near(random, zones[random.Next(count)], i);
            var radiusM = 3 * Math.Exp(11 * random.NextDouble());
            List<int> found = [];
            index.AroundEdges(point, radiusM, found);
            Assert.Equal(found.Count > 0, index.HasEdgesAround(point, radiusM));
            for (var shape = 0; shape < count; shape++)
            {
                var distanceM = EdgeDistance.InMetres(index.Shapes[shape]!, point);
                Assert.True(distanceM > radiusM || found.Contains(shape), $"{point}: shape {shape}, {distanceM} of {radiusM} m");
            }
        }
    }

    [Theory]
    [InlineData(7, 300)]
    [InlineData(8, 20)]
    public void TryFindNear_WhereOneCellTells_IsWhatAllEdgesTell(int seed, int count)
    {
        var random = new Random(seed);
        var zones = Shapes.Make(random, count);
        var index = ZoneIndex.Build([.. zones.Select(Shapes.Shape)], 1);
        var hits = new int[index.MostHits];
        List<BorderDistance> near = [];
        var told = 0;
        for (var i = 0; i < 4_000; i++)
        {
            var point = Shapes.Near(random, zones[random.Next(count)], i);
            var radiusM = 3 * Math.Exp(7 * random.NextDouble());
            near.Clear();
            if (!index.TryFindNear(point, radiusM, new(point), hits, out var found, near))
                continue;
            Assert.Equal(Found(index, point.Longitude, point.Latitude), hits[..found].Order());
            told += near.Count;
            foreach (var (shape, distanceM) in near)
                Assert.Equal(EdgeDistance.InMetres(index.Shapes[shape]!, point), distanceM, 1e-6 * (1 + distanceM));
            var named = near.ConvertAll(n => n.Shape);
            for (var shape = 0; shape < count; shape++)
                Assert.True(named.Contains(shape) || !(EdgeDistance.InMetres(index.Shapes[shape]!, point, new(point), radiusM) <= radiusM), $"{point}: shape {shape} within {radiusM} m");
        }
        Assert.InRange(told, 100, int.MaxValue);
    }

    [Fact]
    public void AroundEdges_DeepInsideAZone_FindsNone()
    {
        var index = ZoneIndex.Build([new([Shapes.Box(20, 30, 24, 34)])], 1);

        Assert.False(index.HasEdgesAround(new(32, 22), 50_000));
        Assert.True(index.HasEdgesAround(new(32, 22), 200_000));
        Assert.Equal([0], Found(index, 22, 32));
    }

    [Fact]
    public void Find_OnTheAntimeridian_IsTheSameFromBothSides()
    {
        var index = ZoneIndex.Build([new([Shapes.Box(179, 0, 180, 1)]), new([Shapes.Box(-180, 0, -179, 1)])], 1);
        Assert.Equal([0, 1], Found(index, 180, 0.5));
        Assert.Equal([0, 1], Found(index, -180, 0.5));
        Assert.Equal([0], Found(index, Math.BitDecrement(180.0), 0.5));
    }

    [Fact]
    public void Find_HundredZonesWithOneVertexInCommon_AreTold()
    {
        var index = ZoneIndex.Build([.. Enumerable.Range(0, 100).Select(i => new ZoneShape([[30, 30, 31, 30 + 0.01 * i, 31, 30 + 0.01 * (i + 1), 30, 30]]))], 1);
        Assert.Equal(100, Found(index, 30, 30).Count);
        Assert.Equal([42], Found(index, 30 + 1e-7, 30 + 0.425e-7));
        Assert.Empty(Found(index, 30 - 1e-9, 30));
    }

    [Fact]
    public void Build_ManyVersionsWithOneBorder_StaysSmallAndTellsThemAll()
    {
        var index = ZoneIndex.Build([.. Enumerable.Range(0, 200).Select(_ => new ZoneShape([[30, 30, 31, 30.3, 30.9, 31, 30.1, 31, 30, 30]]))], 1);

        Assert.InRange(index.Bytes.Cells, 1, 20_000_000);
        Assert.Equal(200, Found(index, 30.5, 30.5).Count);
        Assert.Equal(200, Found(index, 30.5, 30.15 + 1e-9).Count);
        Assert.Empty(Found(index, 30.5, 30.15 - 1e-9));
    }

    [Fact]
    public void With_ZonesMovedAddedAndTakenOut_IsAsBuiltAnew()
    {
        var random = new Random(5);
        var zones = Shapes.Make(random, 60);
        var old = ZoneIndex.Build([.. zones.Select(Shapes.Shape)], 1);
        var other = Shapes.Make(random, 4);
        var changes = new Dictionary<int, ZoneShape?> { [3] = Shapes.Shape(other[0]), [7] = null, [60] = Shapes.Shape(other[1]), [61] = Shapes.Shape(other[2]) };
        var changed = old.With(changes, 2);
        (zones[3], zones[7]) = (other[0], [Shapes.Box(-100, -50, -99, -49)]);
        zones.AddRange([other[1], other[2]]);
        var anew = ZoneIndex.Build([.. zones.Select(Shapes.Shape)], 1);
        for (var i = 0; i < 20_000; i++)
        {
            var at = Shapes.Near(random, zones[random.Next(zones.Count)], i);
            Assert.Equal(Found(anew, at.Longitude, at.Latitude).Where(z => z != 7), Found(changed, at.Longitude, at.Latitude));
        }
        Assert.Equal(Found(ZoneIndex.Build([.. Shapes.Make(new Random(5), 60).Select(Shapes.Shape)], 1), 25, 35), Found(old, 25, 35));
    }

    [Fact]
    public void Find_WithoutZones_FindsNone() => Assert.Empty(Found(ZoneIndex.Empty, 10, 20));

    [Fact]
    public void Find_TooLittleRoom_IsRefused()
    {
        var index = ZoneIndex.Build([new([Shapes.Box(1, 1, 2, 2)])], 1);
        Assert.Throws<ArgumentException>(() => index.Find(1, 1, []));
    }

    [Fact]
    public unsafe void Crossings_EveryWidthOfVector_IsTheSame()
    {
        var random = new Random(9);
        var points = stackalloc uint[128];
        for (var round = 0; round < 20_000; round++)
        {
            var count = 1 + random.Next(63);
            for (var i = 0; i <= count; i++)
            {
                // Short lanes and long ones, in every direction.
                var x = i > 0 && round % 2 == 0 ? Math.Clamp((int)(points[i - 1] & 0xFFFF) + random.Next(-20, 20), 12, 32_788) : random.Next(12, 32_789);
                points[i] = (uint)x | (uint)random.Next(12, 32_789) << 16;
            }
            var (px, py) = ((int)(points[0] & 0xFFFF) + random.Next(4), (int)(points[0] >> 16) + random.Next(-4, 4));
            var used = ulong.MaxValue >> (64 - count);
            var expected = (LeafTest.ByOne(points, count, px, py, out var close), close);
            Assert.Equal(expected, (LeafTest.By256(points, count, px, py, out close) & used, close & used));
            Assert.Equal(expected, (LeafTest.By512(points, count, px, py, out close) & used, close & used));
        }
    }

    private static List<int> Found(ZoneIndex index, double x, double y)
    {
        var hits = new int[index.MostHits];
        return [.. hits[..index.Find(x, y, hits)].Order()];
    }
}
