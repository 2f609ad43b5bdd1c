using System.Text.Json.Nodes;
using Truceline.Testing.Charts;

namespace Truceline.Charts.Tests;

public class ValuesSchemaTests
{
    [Theory]
    [InlineData("unknown=1", "'unknown' not allowed")]
    [InlineData("services.ingest.replica=1", "'replica' not allowed")]
    [InlineData("services.console.replicas=1", "'console' not allowed")]
    [InlineData("defaults.autoscaling.enable=true", "'enable' not allowed")]
    [InlineData("postgresql.external.hosts=x", "'hosts' not allowed")]
    [InlineData("redis.bundled.image.name=x", "'name' not allowed")]
    [InlineData("networkPolicy.extraEgress[0].host=x", "'host' not allowed")]
    [InlineData("fullnameOverride=a.b", "/fullnameOverride")]
    [InlineData("services.ingest.replicas=many", "/services/ingest/replicas")]
    [InlineData("redis.external.tls=1", "/redis/external/tls")]
    [InlineData("postgresql.external.port=70000", "/postgresql/external/port")]
    [InlineData("gateway.service.type=External", "/gateway/service/type")]
    [InlineData("dapr.pubsub.processingTimeout=60", "/dapr/pubsub/processingTimeout")]
    [InlineData("telemetry.sampleRatio=2", "/telemetry/sampleRatio")]
    [InlineData("telemetry.otlp.endpoint=collector:4317", "/telemetry/otlp/endpoint")]
    [InlineData("services.gateway.image.digest=latest", "/services/gateway/image/digest")]
    [InlineData("defaults.resources.limits.memory=much", "/defaults/resources/limits/memory")]
    [InlineData("defaults.terminationGracePeriodSeconds=5", "/defaults/terminationGracePeriodSeconds")]
    public void Values_ThatAreUnknownOrOfTheWrongType_AreRefused(string setting, string reason)
    {
        var (code, _, error) = HelmChart.Truceline.TryRender(HelmChart.Scenario("trial"), setting);

        Assert.NotEqual(0, code);
        Assert.Contains(reason, error, StringComparison.Ordinal);
    }

    [Fact]
    public void Schema_IsClosed()
    {
        Assert.Empty(OpenObjects(Schema(), "#"));
    }

    [Fact]
    public void Schema_WithAnOpenObject_IsFoundOut()
    {
        var schema = Schema();
        schema["definitions"]!["image"]!.AsObject().Remove("additionalProperties");

        Assert.Equal(["#/definitions/image"], OpenObjects(schema, "#"));
    }

    private static JsonObject Schema() =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(HelmChart.Truceline.Folder, "values.schema.json")))!.AsObject();

    // An object is closed, or a map whose values have a type. "global" belongs to the chart that this one is part of.
    private static IEnumerable<string> OpenObjects(JsonNode? node, string path) => node switch
    {
        JsonObject map => (IsOpen(map) && path != "#/properties/global" ? [path] : Array.Empty<string>())
            .Concat(map.SelectMany(m => OpenObjects(m.Value, $"{path}/{m.Key}"))),
        JsonArray list => list.SelectMany((item, index) => OpenObjects(item, $"{path}/{index}")),
        _ => [],
    };

    private static bool IsOpen(JsonObject schema) =>
        schema["type"] is JsonValue type && type.TryGetValue(out string? name) && name == "object"
        && !(schema["additionalProperties"] is JsonObject
            || (schema["additionalProperties"] is JsonValue closed && closed.TryGetValue(out bool isOpen) && !isOpen));
}
