using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.Extensions.Options;
using Truceline.Gateway.Routing;
using Truceline.Operations.V1;

namespace Truceline.Gateway.FunctionalTests;

/// <summary>The operator's calls: the path, or the header, names the service.</summary>
public class OperationsTests(RunningGateway gateway) : IClassFixture<RunningGateway>
{
    private const string Unknown = "sha256:0000000000000000000000000000000000000000000000000000000000000000";

    [Theory]
    [InlineData("GET", "/v1/apps/ingest/dead-letters", 200, null)]
    [InlineData("GET", $"/v1/apps/ingest/dead-letters/{Unknown}", 404, "DEAD_LETTER_NOT_FOUND")]
    [InlineData("DELETE", $"/v1/apps/ingest/dead-letters/{Unknown}", 404, "DEAD_LETTER_NOT_FOUND")]
    [InlineData("GET", "/v1/apps/ingest/dead-letters/sha256%3A00", 400, "DEAD_LETTER_INVALID")]
    [InlineData("GET", "/v1/apps/entity/dead-letters", 502, "SERVICE_UNAVAILABLE")]
    [InlineData("GET", "/v1/apps/nobody/dead-letters", 404, "PATH_NOT_FOUND")]
    public async Task DeadLetters_OverRest_ReachTheServiceInThePath(string method, string path, int status, string? reason)
    {
        using var http = new HttpClient(gateway.Handler()) { BaseAddress = gateway.Public };
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        using var answer = await http.SendAsync(request);
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(reason, body.RootElement.TryGetProperty("reason", out var found) ? found.GetString() : null);
    }

    [Fact]
    public async Task Replay_OverRest_AnswersForEachId()
    {
        using var http = new HttpClient(gateway.Handler()) { BaseAddress = gateway.Public };

        using var answer = await http.PostAsJsonAsync("/v1/apps/ingest/dead-letters:replay", new { deadLetterIds = new[] { Unknown } });
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("OUTCOME_NOT_FOUND", body.RootElement.GetProperty("results")[0].GetProperty("outcome").GetString());
    }

    [Theory]
    [InlineData("ingest", StatusCode.OK)]
    [InlineData("nobody", StatusCode.Unimplemented)]
    [InlineData(null, StatusCode.Unimplemented)]
    public async Task DeadLetters_OverGrpc_ReachTheServiceInTheHeader(string? app, StatusCode expected)
    {
        using var channel = GrpcChannel.ForAddress(gateway.Public, new GrpcChannelOptions { HttpHandler = gateway.Handler() });
        var headers = new Metadata();
        if (app is not null)
        {
            headers.Add("truceline-app", app);
        }

        var status = StatusCode.OK;
        try
        {
            await new DeadLetterService.DeadLetterServiceClient(channel).ListDeadLettersAsync(new ListDeadLettersRequest { App = "ingest" }, headers);
        }
        catch (RpcException failure)
        {
            status = failure.StatusCode;
        }

        Assert.Equal(expected, status);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 32)]
    public void Routes_OfTheOperator_AreThereOnlyWhenExposed(bool exposed, int count)
    {
        var routes = new PublicRoutes(Options.Create(new GatewayOptions { ExposeOperations = exposed })).GetConfig().Routes;

        Assert.Equal(count, routes.Count(r => r.RouteId.Contains("DeadLetterService", StringComparison.Ordinal)));
    }
}
