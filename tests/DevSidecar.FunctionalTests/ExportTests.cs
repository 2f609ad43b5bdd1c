using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Truceline.DevSidecar.FunctionalTests;

public class ExportTests
{
    [Theory]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "")]
    [InlineData("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "/v1/traces")]
    public async Task Delivery_OtlpEndpointSet_ExportsItsSpan(string variable, string path)
    {
        var bodies = new ConcurrentQueue<string>();
        var port = FreePorts.Next();
        await using var collector = Collector(port, bodies);
        await collector.StartAsync();
        await using var app = await new TestApp().Subscribe("orders").StartAsync();
        await using var settings = new SidecarFixture().Serve("shop").Serve("store", app);
        await using var sidecar = await SidecarProgram.StartAsync(settings, new Dictionary<string, string>
        {
            [variable] = $"http://127.0.0.1:{port}{path}",
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        });

        await settings.ClientOf("shop").PublishEventAsync("pubsub", "orders", 1);
        await app.HasArrivals(1);
        Assert.Equal(0, await sidecar.StopAsync());

        var exported = string.Concat(bodies);
        Assert.Contains("pubsub/orders", exported, StringComparison.Ordinal);
        Assert.Contains(Telemetry.SidecarTelemetry.ServiceName, exported, StringComparison.Ordinal);
    }

    private static WebApplication Collector(int port, ConcurrentQueue<string> bodies)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var collector = builder.Build();
        collector.MapPost("/v1/traces", async (HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            // Names stand in the protobuf as they are.
            bodies.Enqueue(Encoding.Latin1.GetString(body.ToArray()));
        });
        return collector;
    }
}
