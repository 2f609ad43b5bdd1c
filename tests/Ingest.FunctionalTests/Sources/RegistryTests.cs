using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Truceline.Ingest.V1;
using Truceline.Type.V1;

namespace Truceline.Ingest.FunctionalTests.Sources;

public class RegistryTests
{
    [Fact]
    public async Task CreateSource_WithEverythingWrong_SaysAllOfIt()
    {
        await using var service = new SourcesFixture(settings: ("Ingest:Sources:AllowedPorts", "80,443"));

        var error = await Assert.ThrowsAsync<RpcException>(async () => await service.Sources.CreateSourceAsync(new CreateSourceRequest
        {
            Source = new Source
            {
                Address = "http://10.0.0.1/feed",
                ExpectedFormat = "papyrus",
                Cron = "often",
                Outlet = new string('x', 201),
                Language = "e n",
                Reliability = (SourceReliability)99,
            },
        }));

        Assert.Equal("SOURCE_INVALID", error.GetRpcStatus()!.GetDetail<ErrorInfo>().Reason);
        Assert.Equal(
            ["source.name", "source.address", "source.expected_format", "source.cron", "source.outlet", "source.language", "source.reliability"],
            error.GetRpcStatus()!.GetDetail<BadRequest>().FieldViolations.Select(v => v.Field));
    }

    [Fact]
    public async Task CreateSource_AnAddressThatIsRegistered_IsRefused()
    {
        await using var service = new SourcesFixture();
        await service.CreateAsync("https://desk.example.org/feed");

        var error = await Assert.ThrowsAsync<RpcException>(() => service.CreateAsync("https://DESK.example.org:443/feed"));

        Assert.Equal("ALREADY_REGISTERED", error.GetRpcStatus()!.GetDetail<BadRequest>().FieldViolations.Single().Reason);
    }

    [Fact]
    public async Task UpdateSource_WithAnOldEtag_IsAborted()
    {
        await using var service = new SourcesFixture();
        var source = await service.CreateAsync("https://desk.example.org/feed");
        var request = new UpdateSourceRequest
        {
            SourceId = source.Id,
            Source = new Source { Language = "ar", Etag = source.Etag },
            UpdateMask = new FieldMask { Paths = { "language" } },
        };

        var updated = (await service.Sources.UpdateSourceAsync(request)).Source;
        var error = await Assert.ThrowsAsync<RpcException>(async () => await service.Sources.UpdateSourceAsync(request));

        Assert.Equal(("ar", "A desk"), (updated.Language, updated.Name));
        Assert.NotEqual(source.Etag, updated.Etag);
        Assert.Equal((StatusCode.Aborted, "CONCURRENT_CHANGE"), (error.StatusCode, error.GetRpcStatus()!.GetDetail<ErrorInfo>().Reason));
    }

    [Fact]
    public async Task UpdateSource_WithAMaskThatNamesAnUnknownField_IsRefused()
    {
        await using var service = new SourcesFixture();
        var source = await service.CreateAsync("https://desk.example.org/feed");

        var error = await Assert.ThrowsAsync<RpcException>(async () => await service.Sources.UpdateSourceAsync(new UpdateSourceRequest
        {
            SourceId = source.Id,
            Source = new Source { Cron = "x" },
            UpdateMask = new FieldMask { Paths = { "cron", "health" } },
        }));

        Assert.Equal(["update_mask", "source.cron"], error.GetRpcStatus()!.GetDetail<BadRequest>().FieldViolations.Select(v => v.Field));
    }

    [Fact]
    public async Task Sources_ByRest_AreMadeChangedListedAndRemoved()
    {
        await using var service = new SourcesFixture();
        using var http = service.CreateClient();

        using var made = await http.PostAsJsonAsync("/v1/sources", new
        {
            name = "A desk",
            address = "https://desk.example.org/feed",
            cron = "*/15 6-22 * * *",
            outlet = "Desk",
            language = "en",
            reliability = "SOURCE_RELIABILITY_B",
            paused = true,
        });
        var id = await PropertyAsync(made, "source", "id");
        using var changed = await http.PatchAsJsonAsync($"/v1/sources/{id}", new { source = new { intervalSeconds = 600 }, updateMask = "intervalSeconds" });
        var listed = await http.GetFromJsonAsync<JsonElement>("/v1/sources?state=SOURCE_STATE_PAUSED&pageSize=10");
        using var fetches = await http.GetAsync(new Uri($"/v1/sources/{id}/fetches", UriKind.Relative));
        using var removed = await http.DeleteAsync(new Uri($"/v1/sources/{id}", UriKind.Relative));
        using var gone = await http.GetAsync(new Uri($"/v1/sources/{id}", UriKind.Relative));

        Assert.Equal("600", await PropertyAsync(changed, "source", "intervalSeconds"));
        Assert.Equal("Desk", await PropertyAsync(changed, "source", "outlet"));
        Assert.Equal(id, listed.GetProperty("sources")[0].GetProperty("id").GetString());
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.NotFound), (fetches.StatusCode, removed.StatusCode, gone.StatusCode));
    }

    [Fact]
    public async Task ListSources_MoreThanAPage_GivesEachOnceByState()
    {
        await using var service = new SourcesFixture();
        for (var i = 0; i < 5; i++)
        {
            await service.CreateAsync($"https://desk.example.org/{i}");
        }

        var seen = new List<string>();
        var token = "";
        do
        {
            var page = await service.Sources.ListSourcesAsync(new ListSourcesRequest { PageSize = 2, PageToken = token, State = SourceState.Paused });
            seen.AddRange(page.Sources.Select(s => s.Id));
            token = page.NextPageToken;
        }
        while (token.Length > 0);

        Assert.Equal((5, 5), (seen.Count, seen.Distinct().Count()));
        Assert.Empty((await service.Sources.ListSourcesAsync(new ListSourcesRequest { State = SourceState.Active })).Sources);
        Assert.Empty((await service.Sources.ListSourcesAsync(new ListSourcesRequest { Failing = true })).Sources);
    }

    [Theory]
    [InlineData("Ingest:Sources:AllowedNetworks", "somewhere")]
    [InlineData("Ingest:Sources:AllowedPorts", "http")]
    [InlineData("Ingest:Sources:MaxConcurrentFetches", "0")]
    [InlineData("Ingest:Sources:BackOffSeconds", "86400")]
    public async Task Start_WithASettingThatIsWrong_Fails(string name, string value)
    {
        await using var service = new SourcesFixture(settings: (name, value));

        Assert.ThrowsAny<Exception>(() => service.Channel);
    }

    private static async Task<string?> PropertyAsync(HttpResponseMessage answer, params string[] path)
    {
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.True(answer.IsSuccessStatusCode, body.RootElement.ToString());
        return path.Aggregate(body.RootElement, (element, name) => element.GetProperty(name)).ToString();
    }
}
