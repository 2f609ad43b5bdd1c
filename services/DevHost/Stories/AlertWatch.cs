using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using Google.Protobuf;
using Grpc.Core;
using Truceline.Notification.V1;

namespace Truceline.DevHost.Stories;

/// <summary>
/// Follows the live stream twice, over gRPC and as server-sent events, from the first alert on, so that none is missed however late a stream opens.
/// </summary>
internal sealed class AlertWatch : IAsyncDisposable
{
    private static readonly TimeSpan StreamLimit = TimeSpan.FromMinutes(5);
    private static readonly JsonParser Json = new(JsonParser.Settings.Default.WithIgnoreUnknownFields(true));

    private readonly CancellationTokenSource _stop;
    private readonly ConcurrentDictionary<string, Alert> _grpc = new();
    private readonly ConcurrentDictionary<string, Alert> _events = new();
    private readonly Task _followers;

    internal AlertWatch(GatewayClient gateway, TimeProvider time)
    {
        _stop = new CancellationTokenSource(StreamLimit, time);
        _followers = Task.WhenAll(FollowGrpcAsync(gateway, time), FollowEventsAsync(gateway));
    }

    /// <summary>Alerts that came over gRPC, by id.</summary>
    internal IReadOnlyDictionary<string, Alert> Grpc => _grpc;

    /// <summary>Alerts that came as server-sent events, by id.</summary>
    internal IReadOnlyDictionary<string, Alert> Events => _events;

    /// <summary>Fails when a stream has broken.</summary>
    /// <exception cref="DevHostException">One has.</exception>
    internal void RequireOpen()
    {
        if (_followers.IsFaulted)
        {
            throw new DevHostException($"A live stream broke: {_followers.Exception!.InnerException!.Message}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _followers.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task FollowGrpcAsync(GatewayClient gateway, TimeProvider time)
    {
        var client = new AlertService.AlertServiceClient(gateway.Calls);
        using var call = client.StreamAlerts(
            new StreamAlertsRequest { AfterSequence = 0 }, deadline: (time.GetUtcNow() + StreamLimit).UtcDateTime, cancellationToken: _stop.Token);
        await foreach (var item in call.ResponseStream.ReadAllAsync(_stop.Token))
        {
            if (item.Alert is { } alert)
            {
                _grpc.TryAdd(alert.Id, alert);
            }
        }
    }

    private async Task FollowEventsAsync(GatewayClient gateway)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/v1/alerts/stream?after_sequence=0", UriKind.Relative));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        using var response = await gateway.Rest.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, _stop.Token);
        response.EnsureSuccessStatusCode();
        await using var body = await response.Content.ReadAsStreamAsync(_stop.Token);
        await foreach (var item in SseParser.Create(body).EnumerateAsync(_stop.Token))
        {
            if (item.EventType == "alert")
            {
                var alert = Json.Parse<Alert>(item.Data);
                _events.TryAdd(alert.Id, alert);
            }
        }
    }
}
