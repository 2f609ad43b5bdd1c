using System.Globalization;
using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Google.Protobuf;
using Grpc.Core;
using Truceline.Notification.V1;

namespace Truceline.DevHost.Stories;

/// <summary>Follows the live stream twice, over gRPC and as server-sent events, from the first alert on, so that none is missed however late a stream opens.</summary>
internal sealed class AlertWatch : IAsyncDisposable
{
    // Of one connection; the stream is opened again after it.
    private static readonly TimeSpan StreamLimit = TimeSpan.FromMinutes(5);
    private static readonly JsonParser Json = new(JsonParser.Settings.Default.WithIgnoreUnknownFields(true));

    private readonly GatewayClient _gateway;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _followers;

    internal AlertWatch(GatewayClient gateway, TimeProvider time)
    {
        _gateway = gateway;
        _time = time;
        GrpcStream = new AlertStream(OpenGrpcAsync, time);
        EventStream = new AlertStream(OpenEventsAsync, time);
        _followers = Task.WhenAll(GrpcStream.FollowAsync(_stop.Token), EventStream.FollowAsync(_stop.Token));
    }

    /// <summary>The stream over gRPC: how often each alert came, how often it broke.</summary>
    internal AlertStream GrpcStream { get; }

    /// <summary>The stream of server-sent events, likewise.</summary>
    internal AlertStream EventStream { get; }

    /// <summary>Alerts that came over gRPC, by id.</summary>
    internal IReadOnlyDictionary<string, Alert> Grpc => GrpcStream.Alerts;

    /// <summary>Alerts that came as server-sent events, by id.</summary>
    internal IReadOnlyDictionary<string, Alert> Events => EventStream.Alerts;

    /// <summary>Fails when a stream was refused for good.</summary>
    /// <exception cref="DevHostException">One was.</exception>
    internal void RequireOpen()
    {
        if (_followers.IsFaulted)
        {
            throw new DevHostException($"A live stream was refused: {_followers.Exception!.InnerException!.Message}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _followers.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async IAsyncEnumerable<Alert> OpenGrpcAsync(long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var client = new AlertService.AlertServiceClient(_gateway.Calls);
        using var call = client.StreamAlerts(
            new StreamAlertsRequest { AfterSequence = after }, deadline: (_time.GetUtcNow() + StreamLimit).UtcDateTime, cancellationToken: cancellationToken);
        await foreach (var item in call.ResponseStream.ReadAllAsync(cancellationToken))
        {
            if (item.Alert is { } alert)
            {
                yield return alert;
            }
        }
    }

    private async IAsyncEnumerable<Alert> OpenEventsAsync(long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(StreamLimit, _time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/v1/alerts/stream?after_sequence=0", UriKind.Relative));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        if (after > 0)
        {
            request.Headers.Add("Last-Event-ID", after.ToString(CultureInfo.InvariantCulture));
        }

        using var response = await _gateway.Rest.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, linked.Token);
        response.EnsureSuccessStatusCode();
        await using var body = await response.Content.ReadAsStreamAsync(linked.Token);
        await foreach (var item in SseParser.Create(body).EnumerateAsync(linked.Token))
        {
            if (item.EventType == "alert")
            {
                yield return Json.Parse<Alert>(item.Data);
            }
        }
    }
}
