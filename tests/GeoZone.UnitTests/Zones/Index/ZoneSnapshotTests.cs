using Truceline.GeoZone.Geodesy;
using Truceline.GeoZone.Zones.Index;
using Truceline.Type.V1;

namespace Truceline.GeoZone.UnitTests.Zones.Index;

public sealed class ZoneSnapshotTests
{
    private static readonly DateTimeOffset Start = new(2018, 9, 17, 0, 0, 0, TimeSpan.Zero);

    // 1 degree of longitude is 111.3 km on the equator.
    private static readonly IndexedZone Band = new("band", new([Shapes.Box(10, -1, 11, 1)]), new([Shapes.Box(9.9, -1, 11.1, 1)]), Start, Start.AddDays(10));

    private readonly ZoneSnapshot _snapshot = ZoneSnapshot.Empty.With([Band, Band with { Key = "later", From = Start.AddDays(10), To = DateTimeOffset.MaxValue }], 1);

    [Theory]
    [InlineData(10.5, 0, ZonePosition.Inside)]
    [InlineData(10.5, 60_000, ZonePosition.Possible)]
    [InlineData(11.05, 0, ZonePosition.Possible)]
    [InlineData(11.2, 5_000, ZonePosition.Outside)]
    [InlineData(11.2, 12_000, ZonePosition.Possible)]
    public void Judge_PointWithARadius_KeepsTheInterval(double longitude, double radiusM, ZonePosition expected)
    {
        var found = Judge(longitude, radiusM, Start);
        Assert.Equal(expected, found.Count == 0 ? ZonePosition.Outside : Assert.Single(found).Position);
    }

    [Fact]
    public void Judge_InsideAndBetween_GivesSignedMetres()
    {
        Assert.Equal(-11_132, Assert.Single(Judge(10.9, 0, Start)).Distance.CertainM, 2.0);
        var between = Assert.Single(Judge(11.05, 0, Start)).Distance;
        Assert.Equal(5_566, between.CertainM, 2.0);
        Assert.Equal(-5_566, between.PossibleM, 2.0);
    }

    [Fact]
    public void Judge_AtTheEndOfAVersion_IsOfTheNext()
    {
        Assert.Equal("band", _snapshot.Zones[Assert.Single(Judge(10.5, 0, Start.AddDays(10).AddTicks(-1))).Zone].Key);
        Assert.Equal("later", _snapshot.Zones[Assert.Single(Judge(10.5, 0, Start.AddDays(10))).Zone].Key);
        Assert.Empty(Judge(10.5, 0, Start.AddTicks(-1)));
    }

    [Fact]
    public void Judge_ManyZonesAndRadii_IsThatOfMeasuringEachByItself()
    {
        var random = new Random(8);
        var zones = Shapes.Make(random, 60);
        var shapes = zones.ConvertAll(Shapes.Shape);
        var snapshot = ZoneSnapshot.Empty.With([.. shapes.Select((s, i) => new IndexedZone($"{i}", s, null, DateTimeOffset.MinValue, DateTimeOffset.MaxValue))], 1);
        for (var i = 0; i < 200; i++)
        {
            var point = Shapes.Near(random, zones[random.Next(zones.Count)], i);
            var radiusM = Math.Exp(random.NextDouble() * 12);
            var hits = new int[snapshot.Index.MostHits];
            hits = hits[..snapshot.Index.Find(point.Longitude, point.Latitude, hits)];
            int[] expected = [.. Enumerable.Range(0, zones.Count).Where(z => hits.Contains(2 * z) || MayBeNear(shapes[z], point) && EdgeDistance.InMetres(shapes[z], point) <= radiusM)];
            List<ZoneJudgement> found = [];
            snapshot.Judge(point, radiusM, Start, found);
            Assert.Equal(expected, found.Select(f => f.Zone).Order());
            Assert.All(found, f => Assert.Equal(hits.Contains(2 * f.Zone) && f.Distance.CertainM <= -radiusM, f.Position == ZonePosition.Inside));
        }
    }

    [Fact]
    public void Nearest_OfThree_ComeByDistance()
    {
        static IndexedZone At(string key, double x) => new(key, new([Shapes.Box(x, 0, x + 1, 1)]), null, Start, DateTimeOffset.MaxValue);
        var snapshot = ZoneSnapshot.Empty.With([At("far", 60), At("across", -179), At("near", 170)], 1);
        var found = snapshot.Nearest(new(0.5, 179.5), 2, Start);
        Assert.Equal(["across", "near"], found.Select(f => snapshot.Zones[f.Zone].Key));
        Assert.All(found, f => Assert.Equal(ZonePosition.Outside, f.Position));
        Assert.Equal(3, snapshot.Nearest(new(0.5, 179.5), 9, Start).Count);
    }

    /// <summary>Three degrees are more than the largest radius, at these latitudes.</summary>
    private static bool MayBeNear(ZoneShape shape, GeoPoint point) =>
        shape.West - 3 < point.Longitude && point.Longitude < shape.East + 3 && shape.South - 3 < point.Latitude && point.Latitude < shape.North + 3;

    private List<ZoneJudgement> Judge(double longitude, double radiusM, DateTimeOffset instant)
    {
        List<ZoneJudgement> found = [];
        _snapshot.Judge(new GeoPoint(0, longitude), radiusM, instant, found);
        return found;
    }
}
