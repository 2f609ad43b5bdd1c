using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Truceline.Events.V1;
using Truceline.Ingest.Reports;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Events;
using Truceline.Type.V1;

namespace Truceline.Ingest.FunctionalTests.Positions;

public class PositionServiceTests
{
    [Fact]
    public async Task SubmitPosition_TheSameFixTwice_IsStoredAndAnnouncedOnce()
    {
        await using var service = new ServiceFixture<IngestGrpcService>();
        var client = new PositionService.PositionServiceClient(service.Channel);
        var again = At("patrol-7", 0);
        again.Time = "2020-03-06T07:00:00+01:00";

        var first = await client.SubmitPositionAsync(new SubmitPositionRequest { Position = At("patrol-7", 0) });
        var second = await client.SubmitPositionAsync(new SubmitPositionRequest { Position = again });
        var announced = await Poller.UntilAsync("position.observed", () => Task.FromResult(service.Sidecar.Published.FirstOrDefault()));

        Assert.Equal((false, true), (first.AlreadyKnown, second.AlreadyKnown));
        Assert.Equal(first.Position, second.Position);
        Assert.Equal(Topics.PositionObserved, announced.Topic);
        Assert.Equal(first.Position, Assert.Single(announced.Read<PositionObserved>().Positions));
        Assert.Equal(first.Position, Assert.Single((await client.ListPositionsAsync(new ListPositionsRequest())).Positions));
    }

    [Fact]
    public async Task SubmitPosition_ThatCannotBe_ListsEveryViolation()
    {
        await using var service = new ServiceFixture<IngestGrpcService>();
        var client = new PositionService.PositionServiceClient(service.Channel);

        var error = await Assert.ThrowsAsync<RpcException>(async () => await client.SubmitPositionAsync(
            new SubmitPositionRequest { Position = new PositionDraft { Position = new Position { Latitude = 91 } } }));

        var status = error.GetRpcStatus()!;
        Assert.Equal((StatusCode.InvalidArgument, "POSITION_INVALID"), (error.StatusCode, status.GetDetail<ErrorInfo>().Reason));
        Assert.Equal(["position.object_id", "position.position.latitude", "position.time"], status.GetDetail<BadRequest>().FieldViolations.Select(v => v.Field).Order());
    }

    [Fact]
    public async Task SubmitPositions_SomeOfThemWrong_StoresTheOthersAndSaysWhich()
    {
        await using var service = new ServiceFixture<IngestGrpcService>();
        var client = new PositionService.PositionServiceClient(service.Channel);

        var answer = await client.SubmitPositionsAsync(new SubmitPositionsRequest { Positions = { At("a", 0), new PositionDraft { ObjectId = "b" }, At("a", 0), At("a", 1) } });

        Assert.Equal((2, 1, 1), (answer.AcceptedCount, answer.KnownCount, answer.RejectedCount));
        Assert.Equal([0L, 1, 2, 3], answer.Results.Select(r => r.Index));
        Assert.Equal([ItemOutcome.Accepted, ItemOutcome.Rejected, ItemOutcome.AlreadyKnown, ItemOutcome.Accepted], answer.Results.Select(r => r.Outcome));
        Assert.Equal(["positions[1].time", "positions[1].position"], answer.Results[1].Violations.Select(v => v.Field));
        Assert.Equal(2, (await client.ListPositionsAsync(new ListPositionsRequest())).Positions.Count);
    }

    [Fact]
    public async Task SubmitPositions_ByRest_AnswersLikewise()
    {
        await using var service = new ServiceFixture<IngestGrpcService>();
        using var http = service.CreateClient();
        var draft = new { objectId = "a", time = "2020-03-06T06:00:00Z", position = new { latitude = 35.5, longitude = 36.25 } };

        using var many = await http.PostAsJsonAsync("/v1/positions:batch", new { positions = new object[] { draft, new { } } });
        using var none = await http.PostAsJsonAsync("/v1/positions:batch", new { positions = Array.Empty<object>() });
        using var found = JsonDocument.Parse(await http.GetStringAsync(new Uri("/v1/positions?object_id=a&start_time=2020-03-06T06:00:00Z", UriKind.Relative)));
        using var later = JsonDocument.Parse(await http.GetStringAsync(new Uri("/v1/positions?object_id=a&start_time=2020-03-06T06:00:01Z", UriKind.Relative)));
        using var wrong = await http.GetAsync(new Uri("/v1/positions?start_time=soon", UriKind.Relative));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.BadRequest), (many.StatusCode, none.StatusCode));
        Assert.Equal((1, 0), (found.RootElement.GetProperty("positions").GetArrayLength(), later.RootElement.GetProperty("positions").GetArrayLength()));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
    }

    [Fact]
    public async Task StreamPositions_ManyWithSomeWrong_SumsUpAndAnnouncesInGroups()
    {
        const int Count = 2500;
        await using var service = new ServiceFixture<IngestGrpcService>(new Dictionary<string, string> { ["Ingest:Intake:ReadAhead"] = "64" });
        var client = new PositionService.PositionServiceClient(service.Channel);

        using var call = client.StreamPositions();
        for (var i = 0; i < Count; i++)
        {
            await call.RequestStream.WriteAsync(new StreamPositionsRequest { Position = i % 10 == 9 ? new PositionDraft { ObjectId = "x" } : At("a", i) });
        }

        await call.RequestStream.WriteAsync(new StreamPositionsRequest { Position = At("a", 0) });
        await call.RequestStream.CompleteAsync();
        var answer = await call.ResponseAsync;
        await Poller.UntilAsync("all positions announced", () => Announced(service).Count == Count / 10 * 9);

        Assert.Equal((Count + 1, 2250, 1, 250), (answer.ReceivedCount, answer.AcceptedCount, answer.KnownCount, answer.RejectedCount));
        Assert.Equal(100, answer.Faults.Count);
        Assert.Equal((9L, "position.time"), (answer.Faults[0].Index, answer.Faults[0].Violations[0].Field));
        Assert.All(service.Sidecar.Published, p => Assert.InRange(p.Read<PositionObserved>().Positions.Count, 1, 500));
        Assert.Equal(2250, Announced(service).Distinct().Count());
    }

    [Fact]
    public async Task ListPositions_OfAnObjectInAnInterval_GivesEachOnceInOrderOfTime()
    {
        await using var service = new ServiceFixture<IngestGrpcService>();
        var client = new PositionService.PositionServiceClient(service.Channel);
        await client.SubmitPositionsAsync(new SubmitPositionsRequest { Positions = { Enumerable.Range(0, 9).Reverse().SelectMany(i => new[] { At("a", i), At("b", i) }) } });
        var request = new ListPositionsRequest { ObjectId = "a", StartTime = Instant(2), EndTime = Instant(8), PageSize = 4 };

        var times = new List<string>();
        do
        {
            var page = await client.ListPositionsAsync(request);
            times.AddRange(page.Positions.Select(p => $"{p.Position.ObjectId} {p.Position.Time}"));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        Assert.Equal(Enumerable.Range(2, 6).Select(i => $"a {At("a", i).Time}"), times);
    }

    private static PositionDraft At(string name, int second) => new()
    {
        ObjectId = name,
        Time = Instant(second).ToDateTimeOffset().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture),
        Position = new Position { Latitude = 35.5, Longitude = 36.25 },
        Source = "Mission",
    };

    private static Timestamp Instant(int second) => Timestamp.FromDateTimeOffset(new DateTimeOffset(2020, 3, 6, 6, 0, 0, TimeSpan.Zero).AddSeconds(second));

    private static List<string> Announced(ServiceFixture<IngestGrpcService> service) =>
        [.. service.Sidecar.Published.Where(p => p.Topic == Topics.PositionObserved).SelectMany(p => p.Read<PositionObserved>().Positions).Select(p => p.Id)];
}
