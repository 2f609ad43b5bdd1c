using Npgsql;
using StackExchange.Redis;
using Truceline.Testing.Charts;

namespace Truceline.Charts.Tests;

public class EnvironmentTests
{
    private static readonly string[] Services = ["ingest", "entity", "geozone", "notification"];

    [Fact]
    public void Expand_OfATrial_NeedsNothingButThePodsName()
    {
        var chart = Scenario.Of("trial").Chart;

        var environments = Services.ToDictionary(s => s, s => Expand(chart, s, _ => null));

        Assert.All(environments, e =>
        {
            var sql = new NpgsqlConnectionStringBuilder(e.Value["Storage__ConnectionString"]);
            Assert.Equal(("truceline-postgresql", "truceline_" + e.Key, "truceline"), (sql.Host, sql.Database, sql.Username));
            Assert.Equal(32, sql.Password!.Length);
            var redis = ConfigurationOptions.Parse(e.Value["Cache__Redis"]);
            Assert.Equal(32, redis.Password!.Length);
            Assert.Equal("http://truceline-geozone:8081", e.Value["Services__GeoZone"]);
            Assert.Equal("k8s.namespace.name=monitoring,k8s.pod.name=pod", e.Value["OTEL_RESOURCE_ATTRIBUTES"]);
        });
        // All replicas of all services show the sidecars one token.
        Assert.Single(environments.Values.Select(e => e["APP_API_TOKEN"]).Distinct());
    }

    [Fact]
    public void Expand_OfAPasswordWithPunctuation_ReachesTheStoresAsItIs()
    {
        const string Password = "p;a=s's w{o}r%d#$(x)\\";
        var environment = Expand(Scenario.Of("production").Chart, "notification", v => v.Source == VariableSource.Secret ? Password : null);

        var sql = new NpgsqlConnectionStringBuilder(environment["Storage__ConnectionString"]);
        Assert.Equal(("postgres.example.org", "monitor", Password), (sql.Host, sql.Username, sql.Password));
        Assert.Equal((10, SslMode.VerifyFull), (sql.MaxPoolSize, sql.SslMode));
        var redis = ConfigurationOptions.Parse(environment["Cache__Redis"]);
        Assert.Equal(("truceline", Password, true), (redis.User, redis.Password, redis.Ssl));
    }

    [Fact]
    public void Expand_WithoutASecretThatExistsElsewhere_NamesIt()
    {
        var error = Assert.Throws<InvalidOperationException>(() => Expand(Scenario.Of("minimal").Chart, "ingest", _ => null));

        Assert.Contains("truceline-postgresql-credentials", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Expand_OfTheGateway_HasCertificateAndServicesButNoStore()
    {
        var environment = Expand(Scenario.Of("production").Chart, "gateway", _ => null);

        Assert.Equal("/tls/tls.crt", environment["Gateway__CertificatePath"]);
        Assert.Equal("http://truceline-ingest:8081", environment["Gateway__Services__Ingest"]);
        Assert.DoesNotContain(environment.Keys, k => k.StartsWith("Storage__", StringComparison.Ordinal) || k == "APP_API_TOKEN");
    }

    [Fact]
    public void Expand_OfReferences_FollowsKubernetes()
    {
        var environment = new ChartEnvironment(
        [
            new ChartVariable("LATE", VariableSource.Literal, "", "", "$(NEXT)"),
            new ChartVariable("NEXT", VariableSource.Literal, "", "", "1"),
            new ChartVariable("BOTH", VariableSource.Literal, "", "", "$(NEXT)$$(NEXT)"),
        ]);

        var expanded = environment.Expand(_ => null);

        Assert.Equal(("$(NEXT)", "1$(NEXT)"), (expanded["LATE"], expanded["BOTH"]));
    }

    private static IReadOnlyDictionary<string, string> Expand(RenderedChart chart, string service, Func<ChartVariable, string?> given) =>
        ChartEnvironment.Of(chart, service).Expand(v => given(v) ?? (v.Source == VariableSource.Field ? "pod" : null));
}
