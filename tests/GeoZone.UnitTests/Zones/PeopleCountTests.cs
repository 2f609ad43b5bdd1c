using NetTopologySuite.Geometries;
using Truceline.Entity.V1;
using Truceline.GeoZone.Geodesy;
using Truceline.GeoZone.Shapes.Drawing;
using Truceline.GeoZone.Zones;
using Truceline.GeoZone.Zones.People;
using Truceline.Type.V1;

namespace Truceline.GeoZone.UnitTests.Zones;

public sealed class PeopleCountTests
{
    // Certain to 10 km, possible to 20 km.
    private static readonly DrawnArea Area = new(ZoneDrawer.Draw(new CircleShape(new(35, 36), 10_000, 20_000)));

    [Fact]
    public void Of_PlacesAllAround_CountsWhatIsInsideAndWhatMayBe()
    {
        var count = PeopleCount.Of(Area,
            [At("inside", 0, 1_000, 500), At("across", 9_500, 1_000, 70), At("possible", 15_000, 1_000, 20), At("outside", 25_000, 1_000, 9_000), At("unknown", 0, 1_000, 0),
                At("reaching-in", 20_500, 1_000, 3)]);

        Assert.Equal((500, 593, false), (count.PeopleLow, count.PeopleListed, count.HasPeopleHigh));
        Assert.Equal((4, 1), (count.CountedPlaces, count.UnknownPlaces));
        Assert.Equal(["inside", "across", "possible", "reaching-in"], count.Places.Select(p => p.GazetteerId));
        Assert.Equal([ZonePosition.Inside, ZonePosition.Possible, ZonePosition.Possible, ZonePosition.Possible], count.Places.Select(p => p.PositionInZone));
        Assert.Equal(["A source"], count.Sources);
    }

    [Fact]
    public void Of_PlacesOfWhichAllHaveANumber_HasABoundAbove()
    {
        var count = PeopleCount.Of(Area, [At("inside", 0, 1_000, 500), At("possible", 15_000, 1_000, 20), At("outside-unknown", 25_000, 1_000, 0)]);

        Assert.Equal((500, 520, true, 520), (count.PeopleLow, count.PeopleHigh, count.HasPeopleHigh, count.PeopleListed));
    }

    [Fact]
    public void Around_APartAtTheAntimeridian_AsksOnBothSidesOfItAndNotForTheGlobe()
    {
        var drawn = ZoneDrawer.Draw(new CircleShape(new(10, 180), 10_000, 10_000));

        var boxes = SettlementBoxes.Around(drawn.Possible).ToList();

        Assert.Equal(2, boxes.Count);
        Assert.All(boxes, box =>
        {
            Assert.True(box.West > box.East);
            Assert.InRange(box.West, 179, 180);
            Assert.InRange(box.East, -180, -179);
        });
    }

    [Fact]
    public void Around_AZone_LeavesRoomForTheLargestTown()
    {
        var box = Assert.Single(SettlementBoxes.Around((MultiPolygon)ZoneDrawer.Draw(new CircleShape(new(60, 20), 1_000, 1_000)).Possible));

        Assert.True(Geodesic.Inverse(new(60, 20), new(60, box.West)).DistanceM > 1_000 + SettlementBoxes.FarthestM);
        Assert.True(Geodesic.Inverse(new(60, 20), new(box.North, 20)).DistanceM > 1_000 + SettlementBoxes.FarthestM);
    }

    private static Settlement At(string id, double metresEast, double radiusM, long population)
    {
        var point = Geodesic.Direct(new(35, 36), Math.PI / 2, metresEast);
        return new()
        {
            GazetteerId = id,
            Name = id,
            Position = new() { Latitude = point.Latitude, Longitude = point.Longitude },
            RadiusM = radiusM,
            Population = population,
            Source = "A source",
        };
    }
}
