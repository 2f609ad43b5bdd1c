using System.Security.Cryptography.X509Certificates;
using System.Text;
using Truceline.Testing.Charts;

namespace Truceline.Charts.Tests;

/// <summary>What the chart makes when no Secret is given.</summary>
public class TrialSecretsTests
{
    [Fact]
    public void Certificate_OfATrial_CanBeServedAndNamesTheService()
    {
        var secret = Scenario.Of("trial").Chart.Find("Secret", "truceline-tls")!;

        using var certificate = X509Certificate2.CreateFromPem(Text(secret, "tls.crt"), Text(secret, "tls.key"));

        Assert.True(certificate.HasPrivateKey);
        Assert.True(certificate.MatchesHostname("localhost"));
        Assert.True(certificate.MatchesHostname("truceline-gateway.monitoring.svc"));
        Assert.Equal("kubernetes.io/tls", (string?)secret["type"]);
    }

    [Fact]
    public void Secrets_OfATrial_AreRandom()
    {
        var again = HelmChart.Truceline.Render(HelmChart.Scenario("trial"));

        Assert.All(new[] { ("truceline-app-token", "token"), ("truceline-postgresql", "password"), ("truceline-redis", "password") }, s =>
        {
            var value = Text(Scenario.Of("trial").Chart.Find("Secret", s.Item1)!, s.Item2);
            Assert.Matches("^[A-Za-z0-9]{32}$", value);
            Assert.NotEqual(value, Text(again.Find("Secret", s.Item1)!, s.Item2));
        });
    }

    [Fact]
    public void Secrets_OfProduction_AreNotMade() => Assert.Empty(Scenario.Of("production").Chart.OfKind("Secret"));

    [Fact]
    public async Task Secrets_OfAnUpgrade_AreKept()
    {
        await using var cluster = await FakeCluster.StartAsync(Kept);

        var secrets = HelmChart.Truceline.RenderIn(HelmChart.Scenario("trial"), cluster.Address).OfKind("Secret").ToArray();

        Assert.Equal(Kept.Keys.Order(), secrets.Select(RenderedChart.NameOf).Order());
        Assert.All(secrets, s => Assert.Equal(
            Kept[RenderedChart.NameOf(s)].OrderBy(d => d.Key),
            s["data"]!.AsObject().Select(d => KeyValuePair.Create(d.Key, (string)d.Value!)).OrderBy(d => d.Key)));
    }

    [Fact]
    public async Task Secrets_OfAnUpgradeFromAReleaseWithoutThem_AreMade()
    {
        await using var cluster = await FakeCluster.StartAsync(new Dictionary<string, Dictionary<string, string>>());

        var secrets = HelmChart.Truceline.RenderIn(HelmChart.Scenario("trial"), cluster.Address).OfKind("Secret").ToArray();

        Assert.Equal(4, secrets.Length);
        Assert.All(secrets.SelectMany(s => s["data"]!.AsObject()), d => Assert.True(((string)d.Value!).Length >= 32, d.Key));
    }

    private static readonly Dictionary<string, Dictionary<string, string>> Kept = new()
    {
        ["truceline-app-token"] = new() { ["token"] = "a2VwdDE=" },
        ["truceline-postgresql"] = new() { ["password"] = "a2VwdDI=" },
        ["truceline-redis"] = new() { ["password"] = "a2VwdDM=" },
        ["truceline-tls"] = new() { ["tls.crt"] = "a2VwdDQ=", ["tls.key"] = "a2VwdDU=" },
    };

    private static string Text(System.Text.Json.Nodes.JsonObject secret, string key) =>
        Encoding.UTF8.GetString(Convert.FromBase64String((string)secret["data"]![key]!));
}
