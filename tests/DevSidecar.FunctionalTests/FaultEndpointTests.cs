using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Truceline.DevSidecar.FunctionalTests;

public class FaultEndpointTests
{
    [Fact]
    public async Task Put_Rules_AreInForceAtOnceUntilDeleted()
    {
        await using var app = await new TestApp().Subscribe("orders", "dead-orders").StartAsync();
        await using var sidecar = await new SidecarFixture().Serve("shop").Serve("store", app).StartAsync();
        using var http = Http(sidecar);
        await PublishAsync(sidecar, "before");
        await sidecar.IsSettled("store", 1);

        var put = await PutAsync(
            http, """{"seed": 5, "rules": [{"topics": ["ord*"], "apps": ["store"], "fail": 1, "times": 0, "holdBack": "00:00:01"}]}""");
        await PublishAsync(sidecar, "during");
        await sidecar.IsSettled("store", 2);
        var got = await http.GetFromJsonAsync<JsonElement>("/faults");
        var status = await http.GetFromJsonAsync<JsonElement>("/status");
        var deleted = await http.DeleteAsync(new Uri("/faults", UriKind.Relative));
        await PublishAsync(sidecar, "after");
        await sidecar.IsSettled("store", 3);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NoContent), (put.StatusCode, deleted.StatusCode));
        Assert.Equal(["before", "after"], app.Ids);
        Assert.Equal(got.ToString(), (await put.Content.ReadFromJsonAsync<JsonElement>()).ToString());
        Assert.Equal(5, got.GetProperty("seed").GetInt32());
        Assert.Equal("00:00:01", got.GetProperty("rules")[0].GetProperty("holdBack").GetString());
        Assert.Equal(1, status.GetProperty("faults").GetProperty("rules").GetInt32());
        Assert.Equal(
            """{"kind":"Fail","appId":"store","topic":"orders","count":1}""", status.GetProperty("faults").GetProperty("injected")[0].GetRawText());
        Assert.Equal(0, (await http.GetFromJsonAsync<JsonElement>("/faults")).GetProperty("rules").GetArrayLength());
    }

    [Theory]
    [InlineData("""{"rules": [{"stall": 1}]}""", "Stall")]
    [InlineData("""{"rules": [{"delay": 1, "minDelay": "00:09:00", "maxDelay": "00:09:00"}]}""", "Delay")]
    public async Task Delete_WhileAnAttemptWaits_LetsItGoOn(string rules, string kind)
    {
        await using var app = await new TestApp().Subscribe("orders").StartAsync();
        await using var sidecar = await new SidecarFixture().With("ProcessingTimeout", "00:30:00").Serve("shop").Serve("store", app).StartAsync();
        using var http = Http(sidecar);

        Assert.Equal(HttpStatusCode.OK, (await PutAsync(http, rules)).StatusCode);
        await PublishAsync(sidecar, "one");
        await Eventually.Holds("the attempt waits", () => sidecar.Report().Faults.Injected.Any(count => count.Kind == kind));
        Assert.Empty(app.Ids);
        await http.DeleteAsync(new Uri("/faults", UriKind.Relative));
        await sidecar.IsSettled("store", 1);

        Assert.Equal(["one"], app.Ids);
    }

    [Fact]
    public async Task Delete_WhileAPublicationWaits_StoresIt()
    {
        await using var sidecar = await new SidecarFixture().Serve("shop").StartAsync();
        using var http = Http(sidecar);

        await PutAsync(http, """{"rules": [{"publishDelay": 1, "minDelay": "00:09:00", "maxDelay": "00:09:00"}]}""");
        var publishing = PublishAsync(sidecar, "one");
        await Eventually.Holds("the publication waits", () => sidecar.Report().Faults.Injected.Any(count => count.Kind == "PublishDelay"));
        Assert.Equal(0, sidecar.StatusOf("shop").Published);
        await http.DeleteAsync(new Uri("/faults", UriKind.Relative));
        await publishing.WaitAsync(TimeSpan.FromMinutes(1), TimeProvider.System);

        Assert.Equal(1, sidecar.StatusOf("shop").Published);
    }

    [Theory]
    [InlineData("""{"rules": [{"fail": 1.5}, {"minDelay": "00:00:05"}]}""", "rules[0].fail", "rules[1].minDelay")]
    [InlineData("""{"rules": [{"die": 1}]}""", "rules[0].dieAt")]
    [InlineData("""{"rules": [{"dieAt": "Never"}]}""", "rules[0].dieAt")]
    [InlineData("""{"rules": [{"fial": 1}]}""", "rules[0].fial")]
    [InlineData("""{"rules": [{"fail": "1"}]}""", "rules[0].fail")]
    [InlineData("""{"rules": [{"apps": ["nobody"]}]}""", "rules[0].apps")]
    [InlineData("""{"rules": [null]}""", "rules[0]")]
    [InlineData("""{"rules": null}""", "rules")]
    [InlineData("null", "")]
    [InlineData("{", "")]
    public async Task Put_BadRules_Answers400WithFieldsAndReasonsAndChangesNothing(string body, params string[] fields)
    {
        await using var sidecar = await new SidecarFixture().With("Faults:Seed", "9").Serve("shop").StartAsync();
        using var http = Http(sidecar);

        var refused = await PutAsync(http, body);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var violations = (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("violations").EnumerateArray().ToList();
        Assert.Equal(fields, violations.Select(violation => violation.GetProperty("field").GetString()));
        Assert.All(violations, violation => Assert.NotEqual("", violation.GetProperty("reason").GetString()));
        Assert.Equal(9, (await http.GetFromJsonAsync<JsonElement>("/faults")).GetProperty("seed").GetInt32());
    }

    [Fact]
    public async Task Start_BadRules_ListsThemAndEndsWith2()
    {
        await using var sidecar = SidecarProgram.Run(
            "--Sidecar:Apps:0:AppId=a", "--Sidecar:Apps:0:DaprGrpcPort=5001", "--Sidecar:Faults:Rules:0:Fail=2", "--Sidecar:Faults:Rules:1:Die=1");
        var (code, errors) = await sidecar.ExitAsync();

        Assert.Equal(SidecarProcess.BadSettings, code);
        Assert.Contains("Sidecar:Faults:Rules:0:Fail: ", errors, StringComparison.Ordinal);
        Assert.Contains("Sidecar:Faults:Rules:1:DieAt: ", errors, StringComparison.Ordinal);
    }

    private static HttpClient Http(SidecarFixture sidecar) => new() { BaseAddress = new Uri($"http://127.0.0.1:{sidecar.AdminPort}") };

    private static async Task<HttpResponseMessage> PutAsync(HttpClient http, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await http.PutAsync(new Uri("/faults", UriKind.Relative), content);
    }

    private static Task PublishAsync(SidecarFixture sidecar, string id) =>
        sidecar.ClientOf("shop").PublishEventAsync("pubsub", "orders", id, new Dictionary<string, string> { ["cloudevent.id"] = id });
}
