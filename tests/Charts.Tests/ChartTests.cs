using Truceline.Charts.Tests.Checks;
using Truceline.Testing.Charts;

namespace Truceline.Charts.Tests;

public class ChartTests
{
    public static MatrixTheoryData<string, string> ScenariosAndChecks { get; } = new(Scenario.All, ChartChecks.All.Keys);

    [Theory]
    [MemberData(nameof(Scenario.Names), MemberType = typeof(Scenario))]
    public void Lint_OfEveryScenario_FindsNothing(string scenario)
    {
        var (code, output, error) = HelmChart.Truceline.Lint(HelmChart.Scenario(scenario));

        Assert.True(code == 0, output + error);
    }

    [Theory]
    [MemberData(nameof(ScenariosAndChecks))]
    public void Rendering_OfEveryScenario_PassesTheCheck(string scenario, string check)
    {
        var rendered = Scenario.Of(scenario);
        if (check == "golden" && Golden.IsUpdate)
        {
            Golden.Write(rendered);
        }

        Assert.Empty(ChartChecks.All[check](rendered));
    }

    [Fact]
    public void Scenarios_AreThree() => Assert.Equal(["minimal", "production", "trial"], Scenario.All);

    [Theory]
    [InlineData("postgresql: set external.host")]
    [InlineData("redis: set external.host", "postgresql.bundled.enabled=true")]
    [InlineData("redis: both", "postgresql.bundled.enabled=true", "redis.bundled.enabled=true", "redis.external.host=redis")]
    [InlineData("external.existingSecret must name", "postgresql.external.host=postgres", "redis.bundled.enabled=true")]
    public void Rendering_WithoutOneOfEachStore_SaysWhatIsMissing(string reason, params string[] settings)
    {
        var (code, _, error) = HelmChart.Truceline.TryRender("", settings);

        Assert.NotEqual(0, code);
        Assert.Contains(reason, error, StringComparison.Ordinal);
    }

    [Fact]
    public void Rendering_WithTooLittleTimeToStop_SaysSo()
    {
        var (code, _, error) = HelmChart.Truceline.TryRender(HelmChart.Scenario("trial"), "services.geozone.preStopSleepSeconds=16");

        Assert.NotEqual(0, code);
        Assert.Contains("geozone: terminationGracePeriodSeconds must be at least", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ingest: env.Ports__Grpc is set by the chart itself", "services.ingest.env.Ports__Grpc=9999")]
    [InlineData("ingest: env.Logging__LogLevel__Default is set by the chart itself", "defaults.env.Logging__LogLevel__Default=Debug")]
    [InlineData("autoscaling.minReplicas must not exceed maxReplicas", "defaults.autoscaling.enabled=true", "defaults.autoscaling.minReplicas=9")]
    public void Rendering_OfWhatContradictsItself_SaysSo(string reason, params string[] settings)
    {
        var (code, _, error) = HelmChart.Truceline.TryRender(HelmChart.Scenario("trial"), settings);

        Assert.NotEqual(0, code);
        Assert.Contains(reason, error, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_OfOneService_OverrideTheDefaultsForItAlone()
    {
        var chart = HelmChart.Truceline.Render(
            HelmChart.Scenario("trial"),
            "services.entity.replicas=0", "services.entity.disruptionBudget.enabled=false", "services.entity.image.tag=v2");

        Assert.Equal(0, (int)chart.Find("Deployment", "truceline-entity")!["spec"]!["replicas"]!);
        Assert.Equal(1, (int)chart.Find("Deployment", "truceline-ingest")!["spec"]!["replicas"]!);
        Assert.Null(chart.Find("PodDisruptionBudget", "truceline-entity"));
        Assert.NotNull(chart.Find("PodDisruptionBudget", "truceline-ingest"));
        Assert.Equal("truceline-entity:v2", (string?)RenderedChart.Containers(chart.Find("Deployment", "truceline-entity")!).Single()["image"]);
    }

    [Fact]
    public void Component_OfAnotherBroker_IsLeftToThePlatform()
    {
        var chart = HelmChart.Truceline.Render(HelmChart.Scenario("trial"), "dapr.pubsub.create=false");

        Assert.Empty(chart.OfKind("Component"));
        Assert.Single(chart.OfKind("Resiliency"));
    }
}
