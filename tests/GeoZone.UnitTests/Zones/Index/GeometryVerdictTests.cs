using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using Truceline.GeoZone.Geodesy;
using Truceline.GeoZone.Zones.Index;
using Truceline.Type.V1;

namespace Truceline.GeoZone.UnitTests.Zones.Index;

public sealed class GeometryVerdictTests
{
    private static readonly DateTimeOffset Start = new(2018, 9, 17, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Of_LinesAndAreasNearEdges_IsThatOfAPlanarJudge()
    {
        var random = new Random(11);
        var zones = Shapes.Make(random, 40).Where((_, i) => i % 5 != 3).ToList();
        var told = new int[3];
        foreach (var zone in zones)
        {
            var shape = Shapes.Shape(zone);
            var judge = (PreparedPolygon)PreparedGeometryFactory.Prepare(Shapes.Peer(zone));
            for (var i = 0; i < 150; i++)
            {
                var at = Shapes.Near(random, zone, i);
                var reach = 0.001 * Math.Exp(random.NextDouble() * 7);
                var asked = i % 3 == 0
                    ? new AskedGeometry(new([Shapes.Circle(at.Longitude, at.Latitude, reach, 20)]), true)
                    : AskedGeometry.Line([at, new(at.Latitude + reach * (random.NextDouble() - 0.5), at.Longitude + reach), new(at.Latitude, at.Longitude + 2 * reach)]);
                Geometry peer = asked.IsArea ? Shapes.Peer([[.. Ring(asked.Shape)]]) : Line(asked.Shape);
                var expected = judge.ContainsProperly(peer) ? Relation.Within : judge.Intersects(peer) ? Relation.Met : Relation.Apart;
                Assert.Equal(expected, ShapeRelation.Of(shape, asked));
                told[(int)expected]++;
            }
        }
        Assert.All(told, count => Assert.InRange(count, 100, int.MaxValue));
    }

    [Fact]
    public void DistanceM_LinesApart_IsTheLeastOfManyPoints()
    {
        var random = new Random(12);
        var zones = Shapes.Make(random, 20).Where((_, i) => i % 5 != 3).ToList();
        foreach (var zone in zones)
        {
            var shape = Shapes.Shape(zone);
            for (var i = 0; i < 10; i++)
            {
                var at = Shapes.Near(random, zone, 0);
                var asked = AskedGeometry.Line([at, new(at.Latitude + random.NextDouble(), at.Longitude + random.NextDouble() * 2)]);
                if (ShapeRelation.Of(shape, asked) == Relation.Met)
                    continue;
                var (dy, dx) = (asked.Shape.Y(1) - at.Latitude, asked.Shape.X(1) - at.Longitude);
                var expected = Enumerable.Range(0, 4_001).Min(s => EdgeDistance.InMetres(shape, new(at.Latitude + dy * s / 4_000, at.Longitude + dx * s / 4_000)));
                Assert.InRange(ShapeRelation.DistanceM(shape, asked, double.PositiveInfinity), expected - 60, expected + 1 + expected * 1e-4);
            }
        }
    }

    [Theory]
    [InlineData(10.2, 10.8, 0, ZonePosition.Inside, true)]
    [InlineData(10.2, 10.8, 30_000, ZonePosition.Possible, true)]
    [InlineData(10.5, 10.95, 0, ZonePosition.Inside, true)]
    [InlineData(10.5, 11.05, 0, ZonePosition.Possible, true)]
    [InlineData(11.02, 11.05, 0, ZonePosition.Possible, false)]
    [InlineData(11.2, 11.5, 0, ZonePosition.Outside, false)]
    [InlineData(11.2, 11.5, 12_000, ZonePosition.Possible, false)]
    [InlineData(9, 12, 0, ZonePosition.Possible, true)]
    public void Judge_SegmentAndAnIntervalOfWidths_KeepsTheInterval(double from, double to, double radiusM, ZonePosition expected, bool touched)
    {
        var band = new IndexedZone("band", new([Shapes.Box(10, -1, 11, 1)]), new([Shapes.Box(9.9, -1, 11.1, 1)]), Start, Start.AddDays(10));
        var snapshot = ZoneSnapshot.Empty.With([band, band with { Key = "later", From = Start.AddDays(10), To = DateTimeOffset.MaxValue }], 1);

        var found = snapshot.Judge(AskedGeometry.Line([new(0, from), new(0.1, to)]), radiusM, Start);

        if (expected == ZonePosition.Outside)
        {
            Assert.Empty(found);
            return;
        }
        Assert.Equal((0, expected, touched), (found.Single().Zone, found[0].Position, found[0].IsTouched));
    }

    [Fact]
    public void Judge_SegmentAcrossTheAntimeridian_IsInOnePiece()
    {
        var snapshot = ZoneSnapshot.Empty.With([new("cut", new([Shapes.Box(179, 0, 180, 1), Shapes.Box(-180, 0, -179, 1)]), null, Start, DateTimeOffset.MaxValue)], 1);

        var inside = Assert.Single(snapshot.Judge(AskedGeometry.Line([new(0.5, 179.5), new(0.5, -179.5)]), 1_000, Start));
        Assert.Equal(ZonePosition.Inside, inside.Position);
        Assert.Equal(-Geodesic.Inverse(new(0, 179.5), new(0.5, 179.5)).DistanceM, inside.Distance.CertainM, 10.0);
        Assert.Equal(ZonePosition.Possible, Assert.Single(snapshot.Judge(AskedGeometry.Line([new(0.5, 178.5), new(0.5, -179.5)]), 0, Start)).Position);
        Assert.Empty(snapshot.Judge(AskedGeometry.Line([new(0.5, 178.5), new(0.5, 0)]), 0, Start));
    }

    private static IEnumerable<double> Ring(ZoneShape shape) => Enumerable.Range(0, shape.Count).SelectMany(v => new[] { shape.X(v), shape.Y(v) });

    private static LineString Line(ZoneShape shape) => new([.. Enumerable.Range(0, shape.Count / 2).Select(v => new Coordinate(shape.X(v), shape.Y(v)))]);
}
