using Google.Rpc;
using Grpc.Core;
using Truceline.Entity.V1;

namespace Truceline.Entity.FunctionalTests;

public sealed class PlaceTests : IAsyncTest
{
    private readonly EntityServer _server = new();
    private readonly PlaceService.PlaceServiceClient _places;

    public PlaceTests() => _places = new(_server.Service.Channel);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task GetPlaceArea_OfAProvince_IsTheSameUnderAllItsIds()
    {
        var byOne = await _places.GetPlaceAreaAsync(new() { GazetteerId = "wof:85678373" });
        var byAnother = await _places.GetPlaceAreaAsync(new() { GazetteerId = "geonames:SY.12" });

        Assert.Equal("Idlib", byOne.Name);
        Assert.NotEmpty(byOne.Parts);
        Assert.Equal(byOne.Parts, byAnother.Parts);
        Assert.Contains("CC BY", byOne.Source, StringComparison.Ordinal);
        Assert.All(byOne.Parts.SelectMany(p => p.Outer.Positions), at =>
        {
            Assert.InRange(at.Latitude, 35, 36.6);
            Assert.InRange(at.Longitude, 36, 37.4);
        });
    }

    [Fact]
    public async Task GetPlaceArea_OfATown_IsNotThere()
    {
        var error = await Assert.ThrowsAsync<RpcException>(() => _places.GetPlaceAreaAsync(new() { GazetteerId = "geonames:169389" }).ResponseAsync);

        Assert.Equal((StatusCode.NotFound, "AREA_NOT_FOUND"), (error.StatusCode, error.GetRpcStatus()!.GetDetail<ErrorInfo>().Reason));
    }

    [Fact]
    public async Task ListSettlements_ByPages_AreAllInTheBoxAndEachOnce()
    {
        var request = new ListSettlementsRequest { South = 35.8, West = 36.5, North = 36.0, East = 36.8, PageSize = 7 };
        var found = new List<Settlement>();
        do
        {
            var page = await _places.ListSettlementsAsync(request);
            found.AddRange(page.Settlements);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        var whole = await _places.ListSettlementsAsync(new() { South = 35.8, West = 36.5, North = 36.0, East = 36.8, PageSize = 1_000 });

        Assert.Equal(whole.Settlements, found);
        Assert.Equal(found.Count, found.Select(s => s.GazetteerId).Distinct().Count());
        Assert.All(found, s =>
        {
            Assert.InRange(s.Position.Latitude, 35.8, 36.0);
            Assert.InRange(s.Position.Longitude, 36.5, 36.8);
            Assert.Equal(s.Population > 0, s.Source.Length > 0);
        });
        var idlib = Assert.Single(found, s => s.Name is "Idlib" or "Idlib City");
        Assert.InRange(idlib.Population, 50_000, 500_000);
    }

    [Fact]
    public async Task ListSettlements_AcrossTheAntimeridian_AreOnBothSides()
    {
        var found = await _places.ListSettlementsAsync(new() { South = -20, West = 177, North = -12, East = -176, PageSize = 1_000 });

        Assert.Contains(found.Settlements, s => s.Position.Longitude > 177);
        Assert.Contains(found.Settlements, s => s.Position.Longitude < -176);
        Assert.DoesNotContain(found.Settlements, s => Math.Abs(s.Position.Longitude) < 176);
    }

    [Fact]
    public async Task ListSettlements_SeveralFaults_ListsThemAll()
    {
        var error = await Assert.ThrowsAsync<RpcException>(
            () => _places.ListSettlementsAsync(new() { South = 91, North = 0, West = -181, East = double.NaN, PageSize = -1 }).ResponseAsync);

        Assert.Equal(["south", "west", "east", "north", "page_size"], error.GetRpcStatus()!.GetDetail<BadRequest>().FieldViolations.Select(v => v.Field));
    }
}
