using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Truceline.ServiceDefaults.Calls;
using Yarp.ReverseProxy;

namespace Truceline.Gateway.FunctionalTests;

/// <summary>A gateway before three replicas of Ingest; the other services are away.</summary>
public sealed class BalancingTests : IAsyncLifetime
{
    private static readonly HttpClient Http = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("truceline-balancing-").FullName;
    private readonly Replica[] _replicas = [.. LoopbackPorts.Free(3).Select(p => new Replica(p))];
    private WebApplication? _gateway;
    private int _healthPort;
    private Uri _local = null!;

    public async Task InitializeAsync()
    {
        TestCertificate.Write(_folder);
        foreach (var replica in _replicas)
        {
            await replica.StartAsync();
        }
    }

    public async Task DisposeAsync()
    {
        if (_gateway is not null)
        {
            await _gateway.DisposeAsync();
        }

        foreach (var replica in _replicas)
        {
            await replica.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Calls_ToThreeReplicas_AreSpread()
    {
        await StartAsync(Addresses());

        for (var call = 0; call < 90; call++)
        {
            Assert.Equal(HttpStatusCode.OK, (await PostAsync("report")).Status);
        }

        Assert.Equal(90, _replicas.Sum(r => r.Calls));
        // Chosen by chance: below 10 of 90 comes up once in some 10,000,000 runs.
        Assert.All(_replicas, r => Assert.InRange(r.Calls, 10, 60));
    }

    [Fact]
    public async Task Calls_AfterAReplicaDied_GoToTheOthersWithTheirBodies()
    {
        await StartAsync(Addresses());
        await _replicas[0].KillAsync();

        for (var call = 0; call < 30; call++)
        {
            var (status, body) = await PostAsync($"report {call}");

            Assert.Equal(HttpStatusCode.OK, status);
            Assert.EndsWith($" report {call}", body, StringComparison.Ordinal);
        }

        Assert.Equal(30, _replicas.Sum(r => r.Calls));
        Assert.True(_gateway!.Services.GetRequiredService<IProxyStateLookup>().TryGetCluster("ingest", out var ingest));
        Assert.Equal(2, ingest.DestinationsState.AvailableDestinations.Count);
    }

    [Fact]
    public async Task Calls_WhenADeadReplicaIsBack_ReachItAgain()
    {
        await StartAsync(Addresses(), "--Gateway:DeadReplicaSeconds=1");
        await _replicas[0].KillAsync();
        for (var call = 0; call < 30; call++)
        {
            Assert.Equal(HttpStatusCode.OK, (await PostAsync("report")).Status);
        }

        await _replicas[0].StartAsync();

        var before = _replicas[0].Calls;
        await Poller.UntilAsync("a call to the replica that is back", async () =>
        {
            Assert.Equal(HttpStatusCode.OK, (await PostAsync("report")).Status);
            return _replicas[0].Calls > before ? "" : null;
        });
    }

    [Fact]
    public async Task Calls_WhenAllReplicasAreDead_Are502AndServedAsSoonAsOneIsBack()
    {
        await StartAsync(Addresses(), "--Gateway:DeadReplicaSeconds=300");
        foreach (var replica in _replicas)
        {
            await replica.KillAsync();
        }

        Assert.Equal(HttpStatusCode.BadGateway, (await PostAsync("report")).Status);
        await _replicas[2].StartAsync();
        await Poller.UntilAsync("an answer", async () => (await PostAsync("report")).Status == HttpStatusCode.OK ? "" : null);
    }

    [Fact]
    public async Task Post_ThatReachedAReplica_IsNotSentAgain()
    {
        await StartAsync(Addresses());
        Array.ForEach(_replicas, r => r.BreaksOff = true);

        Assert.Equal(HttpStatusCode.BadGateway, (await PostAsync("report")).Status);
        Assert.Equal(1, _replicas.Sum(r => r.Calls));
    }

    [Fact]
    public async Task Get_ThatEndedWithoutAnAnswer_IsSentToEachReplicaOnce()
    {
        var gateway = await StartAsync(Addresses());
        _replicas[0].BreaksOff = _replicas[1].BreaksOff = true;

        for (var call = 0; call < 10; call++)
        {
            Assert.Equal($"{_replicas[2].Port} ", await Http.GetStringAsync(new Uri(gateway, "/v1/reports")));
        }

        _replicas[2].BreaksOff = true;
        var before = _replicas.Sum(r => r.Calls);
        Assert.Equal(HttpStatusCode.BadGateway, (await Http.GetAsync(new Uri(gateway, "/v1/reports"))).StatusCode);
        Assert.Equal(before + 3, _replicas.Sum(r => r.Calls));
    }

    [Fact]
    public async Task HostName_ThatDnsLearnsAndForgets_StandsForItsAddresses()
    {
        var dns = new[] { "127.0.0.2" };
        var asked = 0;
        Func<string, CancellationToken, Task<IPAddress[]>> lookup = (_, _) =>
        {
            Interlocked.Increment(ref asked);
            return Task.FromResult<IPAddress[]>([.. dns.Select(IPAddress.Parse)]);
        };
        await StartAsync(
            $"http://ingest.test:{_replicas[0].Port}",
            services => services.AddSingleton(p => new ReplicaLookup(p.GetRequiredService<ILogger<ReplicaLookup>>(), lookup)),
            "--Gateway:DnsRefreshSeconds=1");
        Assert.Equal(HttpStatusCode.BadGateway, (await PostAsync("report")).Status);

        dns = ["127.0.0.1"];
        await Poller.UntilAsync("an answer from the new address", async () => (await PostAsync("report")).Status == HttpStatusCode.OK ? "" : null);

        dns = [];
        var before = Volatile.Read(ref asked);
        await Poller.UntilAsync("DNS to be asked twice more", () => Volatile.Read(ref asked) > before + 1);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync("report")).Status);
    }

    [Fact]
    public async Task Health_WithASilentReplica_NamesIt()
    {
        await StartAsync(Addresses());
        await _replicas[1].KillAsync();
        var ready = new Uri($"http://127.0.0.1:{_healthPort}/health/ready");

        var text = await Poller.UntilAsync("the silent replica to be named", async () =>
            await Http.GetStringAsync(ready) is var health && health.Contains("2 of 3", StringComparison.Ordinal) ? health : null);

        Assert.Contains($"silent: 127.0.0.1:{_replicas[1].Port}", text, StringComparison.Ordinal);
        Assert.Contains("not serving: entity, geozone, notification", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Gateway:Services:Ingest must name at least one address")]
    [InlineData("http://127.0.0.1:1,ftp://b", "Gateway:Services:Ingest")]
    public async Task Start_WithAWrongAddress_FailsAndNamesTheSetting(string addresses, string message)
    {
        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(addresses));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    private string Addresses() => string.Join(",", _replicas.Select(r => $"http://127.0.0.1:{r.Port}"));

    private Task<Uri> StartAsync(string ingest, params string[] settings) => StartAsync(ingest, _ => { }, settings);

    private async Task<Uri> StartAsync(string ingest, Action<IServiceCollection> services, params string[] settings)
    {
        var ports = LoopbackPorts.Free(3);
        (_local, _healthPort) = (new Uri($"http://127.0.0.1:{ports[1]}"), ports[2]);
        _gateway = await RunningGateway.StartAsync(
            [
                "--Gateway:Address=loopback", $"--Gateway:PublicPort={ports[0]}", $"--Gateway:LocalPort={ports[1]}", $"--Gateway:HealthPort={ports[2]}",
                $"--Gateway:CertificatePath={Path.Combine(_folder, "cert.pem")}", $"--Gateway:CertificateKeyPath={Path.Combine(_folder, "key.pem")}",
                $"--Gateway:Services:Ingest={ingest}", "--Gateway:Services:Entity=http://127.0.0.1:1",
                "--Gateway:Services:GeoZone=http://127.0.0.1:1", "--Gateway:Services:Notification=http://127.0.0.1:1", .. settings,
            ],
            builder =>
            {
                services(builder.Services);
                builder.AddGateway();
            },
            app => app.MapGateway());
        return _local;
    }

    private async Task<(HttpStatusCode Status, string Body)> PostAsync(string text)
    {
        using var content = new StringContent(text, Encoding.UTF8);
        using var answer = await Http.PostAsync(new Uri(_local, "/v1/reports"), content);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
