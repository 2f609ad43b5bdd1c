using System.Net.Http.Json;
using System.Text.Json;
using Google.Rpc;
using Grpc.Core;
using Truceline.Testing;
using Truceline.Type.V1;

namespace Truceline.GeoZone.FunctionalTests;

public sealed class ZoneTests : IAsyncTest
{
    private readonly GeoZoneFixture _service = new();

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task LocatePosition_OnADay_TestsTheZonesThatAreValidThen()
    {
        await VerdictTests.ImportAsync(_service);
        var position = new Position { Latitude = 35.44208, Longitude = 36.65095 };

        var before = await _service.Zones.LocatePositionAsync(new() { Position = position, RadiusM = 500, AsOfDate = "2018-10-14" });
        var after = await _service.Zones.LocatePositionAsync(new() { Position = position, RadiusM = 500, AsOfDate = "2018-10-15" });
        var today = await _service.Zones.LocatePositionAsync(new() { Position = position, RadiusM = 500 });

        Assert.Equal(["idlib-area"], before.Findings.Select(f => f.ZoneId));
        Assert.Equal([("idlib-area", ZonePosition.Inside), ("dmz", ZonePosition.Inside)],
            after.Findings.OrderByDescending(f => f.ZoneId).Select(f => (f.ZoneId, f.Position)));
        Assert.Equal(after, today);
    }

    [Fact]
    public async Task LocatePosition_SeveralFaults_ListsThemAll()
    {
        var error = await Assert.ThrowsAsync<RpcException>(() => _service.Zones.LocatePositionAsync(
            new() { Position = new() { Latitude = 91, Longitude = -181 }, RadiusM = -1, AsOfDate = "today" }).ResponseAsync);

        Assert.Equal("POSITION_INVALID", error.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
        Assert.Equal(["position.latitude", "position.longitude", "radius_m", "as_of_date"],
            error.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations.Select(v => v.Field));
    }

    [Fact]
    public async Task LocatePosition_OverRest_AnswersInJson()
    {
        await VerdictTests.ImportAsync(_service);
        using var client = _service.CreateClient();

        var response = await client.PostAsJsonAsync("/v1/zones:locate", new { position = new { latitude = 35.93, longitude = 36.63 }, radiusM = 100 });
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());

        Assert.Equal("ZONE_POSITION_INSIDE", json.RootElement.GetProperty("findings")[0].GetProperty("position").GetString());
    }
}
