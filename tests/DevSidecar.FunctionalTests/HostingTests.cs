using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Dapr;
using Grpc.Core;

namespace Truceline.DevSidecar.FunctionalTests;

public class HostingTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("wrong")]
    public async Task PublishEvent_WithoutTheApiToken_IsUnauthenticated(string? given)
    {
        await using var sidecar = await new SidecarFixture().With("ApiToken", "right").Serve("shop").StartAsync();

        var thrown = await Assert.ThrowsAsync<DaprException>(() =>
            sidecar.ClientOf("shop", given).PublishEventAsync("pubsub", "orders", 1));

        Assert.Equal(StatusCode.Unauthenticated, Assert.IsType<RpcException>(thrown.InnerException).StatusCode);
        Assert.Equal(0, sidecar.StatusOf("shop").Published);
    }

    [Fact]
    public async Task Tokens_BothConfigured_AreCheckedAndSent()
    {
        await using var app = await new TestApp().Subscribe("orders").StartAsync();
        await using var sidecar = await new SidecarFixture().With("ApiToken", "right").With("AppToken", "from-the-sidecar")
            .Serve("shop").Serve("store", app).StartAsync();

        await sidecar.ClientOf("shop", "right").PublishEventAsync("pubsub", "orders", 1);
        await sidecar.IsSettled("store", 1);

        Assert.Equal("from-the-sidecar", app.Arrivals.Single().Headers.GetValue("dapr-api-token"));
        Assert.Equal("from-the-sidecar", app.ListHeaders?.GetValue("dapr-api-token"));
    }

    [Fact]
    public async Task AdminPort_Running_TellsHealthAndStatus()
    {
        await using var app = await new TestApp().Subscribe("orders", "dead-orders").StartAsync();
        await using var sidecar = await new SidecarFixture().Serve("shop").Serve("store", app).StartAsync();
        await sidecar.ClientOf("shop").PublishEventAsync("pubsub", "orders", 1);
        await sidecar.IsSettled("store", 1);
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{sidecar.AdminPort}") };

        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri("/health/live", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri("/health/ready", UriKind.Relative))).StatusCode);
        var status = await http.GetFromJsonAsync<JsonElement>("/status");
        Assert.True(status.GetProperty("ready").GetBoolean());
        var store = status.GetProperty("apps").EnumerateArray().Single(item => item.GetProperty("appId").GetString() == "store");
        Assert.True(store.GetProperty("reached").GetBoolean());
        Assert.Equal(1, store.GetProperty("delivered").GetInt64());
        var subscription = store.GetProperty("subscriptions").EnumerateArray().Single();
        Assert.Equal(("orders", "dead-orders"), (subscription.GetProperty("topic").GetString(), subscription.GetProperty("deadLetterTopic").GetString()));
    }

    [Fact]
    public async Task Start_PortTaken_NamesPortAndSettingAndEndsWith3()
    {
        await using var settings = new SidecarFixture().Serve("shop");
        using var holder = new TcpListener(IPAddress.Loopback, settings.AdminPort);
        holder.Start();

        await using var sidecar = SidecarProgram.Run(settings.Arguments());
        var (code, errors) = await sidecar.ExitAsync();

        Assert.Equal(SidecarProcess.PortTaken, code);
        Assert.Contains(settings.AdminPort.ToString(CultureInfo.InvariantCulture), errors, StringComparison.Ordinal);
        Assert.Contains("Sidecar:AdminPort", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_BadSettings_ListsAllAndEndsWith2()
    {
        await using var sidecar = SidecarProgram.Run(
            "--Sidecar:Apps:0:AppId=a", "--Sidecar:Apps:0:DaprGrpcPort=70000", "--Sidecar:Apps:1:DaprGrpcPort=3501", "--Sidecar:Retries:Count=-1");
        var (code, errors) = await sidecar.ExitAsync();

        Assert.Equal(SidecarProcess.BadSettings, code);
        Assert.Contains("Apps[0]' members: 'DaprGrpcPort'", errors, StringComparison.Ordinal);
        Assert.Contains("Apps[1]' members: 'AppId'", errors, StringComparison.Ordinal);
        Assert.Contains("Retries' members: 'Count'", errors, StringComparison.Ordinal);
        Assert.Contains("port 3501 is given to 2 listeners", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_DataDirectoryHeld_EndsWith4()
    {
        await using var running = await new SidecarFixture().Serve("shop").StartAsync();
        var arguments = running.Arguments().Where(argument => !argument.Contains("Port", StringComparison.Ordinal))
            .Append($"--Sidecar:AdminPort={FreePorts.Next()}").Append($"--Sidecar:Apps:0:DaprGrpcPort={FreePorts.Next()}");

        await using var second = SidecarProgram.Run([.. arguments]);
        var (code, errors) = await second.ExitAsync();

        Assert.Equal(SidecarProcess.StoreUnavailable, code);
        Assert.Contains("Sidecar:DataPath", errors, StringComparison.Ordinal);
    }
}
