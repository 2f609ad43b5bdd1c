using Google.Rpc;
using Grpc.Core;
using Truceline.Entity.V1;
using Truceline.GeoZone.V1;
using Truceline.GeoZone.Zones.People;
using Truceline.Testing;
using Truceline.Type.V1;

namespace Truceline.GeoZone.FunctionalTests;

/// <summary>Zones from places of the gazetteer, and who lives in zones.</summary>
public sealed class PlaceTests : IAsyncTest
{
    private readonly Gazetteer _gazetteer = new();
    private readonly GeoZoneFixture _service;

    public PlaceTests() => _service = new(places: _gazetteer);

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task CreateZone_FromAPlace_KeepsItsAreaAndAsksOnce()
    {
        var first = await _service.Zones.CreateZoneAsync(Kept.Zone("district", Place("wof:1")));
        _gazetteer.Half = 0.5;
        var second = await _service.Zones.CreateZoneAsync(Kept.Zone("district-too", Place("wof:1")));

        Assert.Equal(Gazetteer.Square(0.2), first.Versions.Single().DrawnFrom);
        Assert.Equal(first.Versions.Single().DrawnFrom, second.Versions.Single().DrawnFrom);
        Assert.Equal(1, _gazetteer.Asked);
    }

    [Fact]
    public async Task CreateZone_FromAPlaceWithoutAnArea_IsRefused()
    {
        var error = await Assert.ThrowsAsync<RpcException>(() => _service.Zones.CreateZoneAsync(Kept.Zone("district", Place("wof:2"))).ResponseAsync);

        var violation = Assert.Single(error.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations);
        Assert.Equal(("content.shape.place.gazetteer_id", "UNKNOWN_ID"), (violation.Field, violation.Reason));
    }

    [Fact]
    public async Task CreateZone_FromAPlaceWithoutEntity_IsUnavailableAndKeepsNothing()
    {
        await using var alone = new GeoZoneFixture();

        var error = await Assert.ThrowsAsync<RpcException>(() => alone.Zones.CreateZoneAsync(Kept.Zone("district", Place("wof:1"))).ResponseAsync);

        Assert.Equal((StatusCode.Unavailable, "DEPENDENCY_UNAVAILABLE"), (error.StatusCode, error.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason));
        Assert.Empty((await alone.Zones.ListZonesAsync(new())).Versions);
    }

    [Fact]
    public async Task CountPeople_OfAZone_IsARangeWithItsPlaces()
    {
        await _service.Lines.CreateLineAsync(new() { LineId = "front", Content = Kept.Line(36), ValidFrom = "2018-01-01" });
        await _service.Zones.CreateZoneAsync(Kept.Zone("band", new() { AgreedBand = Kept.Band() }));

        var people = await _service.Zones.CountPeopleAsync(new() { ZoneId = "band" });

        // One degree of longitude is 90 km there: the first lies 7 km behind the line, the second 17 km, the third beyond.
        Assert.Equal((4_000, 4_600, false), (people.PeopleLow, people.PeopleListed, people.HasPeopleHigh));
        Assert.Equal((2, 1), (people.CountedPlaces, people.UnknownPlaces));
        Assert.Equal([("geonames:1", ZonePosition.Inside), ("geonames:2", ZonePosition.Possible)], people.Places.Select(p => (p.GazetteerId, p.PositionInZone)));
        Assert.Equal(["A census"], people.Sources);
        Assert.Equal(1, people.VersionNumber);
    }

    [Fact]
    public async Task CountPeople_OnADayWithoutTheZone_IsRefused()
    {
        await _service.Zones.CreateZoneAsync(Kept.Zone("circle", Kept.Circle()));

        var error = await Assert.ThrowsAsync<RpcException>(() => _service.Zones.CountPeopleAsync(new() { ZoneId = "circle", AsOfDate = "2017-12-31" }).ResponseAsync);

        Assert.Equal((StatusCode.FailedPrecondition, "ZONE_NOT_VALID"), (error.StatusCode, error.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason));
    }

    private static Shape Place(string id) => new() { Place = new() { GazetteerId = id } };

    /// <summary>Stands for Entity: one place with an area, and four villages.</summary>
    private sealed class Gazetteer : IPlaceSource
    {
        public double Half { get; set; } = 0.2;

        public int Asked { get; private set; }

        public static Shape Square(double half) => new()
        {
            Polygon = new() { Parts = { new Polygon { Outer = new() { Positions = { At(-half, -half), At(-half, half), At(half, half), At(half, -half) } } } } },
        };

        public Task<Shape?> ShapeAsync(string gazetteerId, CancellationToken cancellationToken)
        {
            Asked++;
            return Task.FromResult(gazetteerId == "wof:1" ? Square(Half) : null);
        }

        public Task<IReadOnlyList<Settlement>> SettlementsAsync(Zones.People.GeoBox box, CancellationToken cancellationToken)
        {
            Settlement[] all = [Village(1, 0.08, 4_000), Village(2, 0.19, 600), Village(3, 0.4, 90_000), Village(4, 0.1, 0), Village(5, 5, 7)];
            return Task.FromResult<IReadOnlyList<Settlement>>([.. all.Where(s => s.Position.Longitude >= box.West && s.Position.Longitude <= box.East)]);
        }

        private static Position At(double north, double east) => new() { Latitude = 35.75 + north, Longitude = 36 + east };

        private static Settlement Village(int number, double east, long population) => new()
        {
            GazetteerId = $"geonames:{number}",
            Name = $"Village {number}",
            Position = At(0, east),
            RadiusM = 1_000,
            Population = population,
            Source = population > 0 ? "A census" : "",
        };
    }
}
