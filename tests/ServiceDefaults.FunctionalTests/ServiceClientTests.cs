using System.Diagnostics;
using Grpc.Core;
using Grpc.Health.V1;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Truceline.ServiceDefaults.Calls;
using Truceline.ServiceDefaults.Telemetry;

namespace Truceline.ServiceDefaults.FunctionalTests;

/// <summary>A client of a service with three replicas.</summary>
public sealed class ServiceClientTests : IAsyncLifetime
{
    private readonly Replica[] _replicas = [.. LoopbackPorts.Free(3).Select(p => new Replica(p))];
    private WebApplication _caller = null!;

    private Grpc.Health.V1.Health.HealthClient Client => _caller.Services.GetRequiredService<Grpc.Health.V1.Health.HealthClient>();

    private string Addresses => string.Join(", ", _replicas.Select(r => $"http://127.0.0.1:{r.Port}"));

    public async Task InitializeAsync()
    {
        foreach (var replica in _replicas)
        {
            await replica.StartAsync();
        }

        _caller = Caller(Addresses, "--Calls:DeadlineSeconds=7");
        await _caller.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _caller.DisposeAsync();
        foreach (var replica in _replicas)
        {
            await replica.DisposeAsync();
        }
    }

    [Fact]
    public async Task Calls_ToThreeReplicas_AreSpread()
    {
        await ReachedAsync(_replicas);
        var before = _replicas.Select(r => r.Calls).ToArray();

        for (var call = 0; call < 30; call++)
        {
            await Client.CheckAsync(new HealthCheckRequest());
        }

        Assert.Equal([10, 10, 10], _replicas.Zip(before).Select(r => r.First.Calls - r.Second));
    }

    [Fact]
    public async Task Calls_WhenAReplicaDiesAndComesBack_DoNotFailAndReachItAgain()
    {
        await ReachedAsync(_replicas);
        using var stop = new CancellationTokenSource();
        var calls = Task.WhenAll(Enumerable.Range(0, 4).Select(_ => CallUntilAsync(stop.Token)));

        await _replicas[1].KillAsync();
        await ReachedAsync(_replicas[0], _replicas[2]);
        await _replicas[1].StartAsync();
        await ReachedAsync(_replicas);
        await stop.CancelAsync();

        // Throws when one call failed.
        await calls;
    }

    [Fact]
    public async Task Call_WhenNoReplicaAnswers_IsUnavailableAfterItsTries()
    {
        foreach (var replica in _replicas)
        {
            await replica.KillAsync();
        }

        var error = await Assert.ThrowsAsync<RpcException>(async () => await Client.CheckAsync(new HealthCheckRequest()));

        Assert.Equal(StatusCode.Unavailable, error.StatusCode);
    }

    [Fact]
    public async Task Call_WithoutADeadline_GetsTheDefault()
    {
        var earliest = TimeProvider.System.GetUtcNow().UtcDateTime;
        await Client.CheckAsync(new HealthCheckRequest());

        var deadline = _replicas.Max(r => r.Last.Deadline);
        Assert.InRange(deadline, earliest.AddSeconds(3), earliest.AddSeconds(60));
    }

    [Fact]
    public async Task Call_WithinASpan_CarriesItsTrace()
    {
        using var spans = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(spans);
        using var span = ServiceTelemetry.Source.StartActivity("caller")!;

        await Client.CheckAsync(new HealthCheckRequest());

        Assert.Contains(span.TraceId, _replicas.Select(r => r.Last.Trace));
    }

    [Theory]
    [InlineData("", "Services:Health must name at least one address.")]
    [InlineData("http://a:1,b", "'b' is none")]
    [InlineData("http://a:1,https://b:1", "must not mix")]
    public async Task Start_WithAWrongAddress_FailsAndNamesTheSetting(string addresses, string message)
    {
        await using var caller = Caller(addresses);

        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => caller.StartAsync());

        Assert.Contains("Services:Health", error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    private static WebApplication Caller(string addresses, params string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder([$"--Services:Health={addresses}", "--urls=http://127.0.0.1:0", .. args]);
        builder.AddServiceTelemetry("caller");
        builder.AddServiceCalls();
        builder.AddServiceClient<Grpc.Health.V1.Health.HealthClient>("Health");
        return builder.Build();
    }

    private async Task CallUntilAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            // A call that is under way when the test stops is let finish.
            await Client.CheckAsync(new HealthCheckRequest(), cancellationToken: CancellationToken.None);
        }
    }

    private async Task ReachedAsync(params Replica[] replicas)
    {
        var before = replicas.Select(r => r.Calls).ToArray();
        await Poller.UntilAsync("every replica that is there to be called", async () =>
        {
            await Client.CheckAsync(new HealthCheckRequest());
            return replicas.Zip(before).All(r => r.First.Calls > r.Second) ? "" : null;
        });
    }
}
