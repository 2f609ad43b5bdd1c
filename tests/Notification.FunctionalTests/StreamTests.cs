using System.Globalization;
using System.Net.ServerSentEvents;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Truceline.Notification.V1;
using Truceline.ServiceDefaults.Events;
using Truceline.Testing;
using static Dapr.AppCallback.Autogen.Grpc.v1.TopicEventResponse.Types.TopicEventResponseStatus;

namespace Truceline.Notification.FunctionalTests;

public class StreamTests
{
    [Fact]
    public async Task Streams_IncidentOpened_GiveTheSameAlertOnBothChannels()
    {
        await using var app = new NotificationFixture();
        using var call = app.Alerts.StreamAlerts(new StreamAlertsRequest());
        await ReadAsync(call, item => item.HeartbeatTime is not null);
        using var client = app.CreateClient();
        using var stop = new CancellationTokenSource();
        await using var events = EventsAsync(client, "/v1/alerts/stream", stop.Token).GetAsyncEnumerator(stop.Token);
        await ReadAsync(events, e => e.EventType == "heartbeat");

        await app.Channel.DeliverAsync(Topics.IncidentOpened, SampleEvents.Opened(), "event-1");
        var overGrpc = (await ReadAsync(call, item => item.Alert is not null)).Alert;
        var overSse = await ReadAsync(events, e => e.EventType == "alert");

        Assert.Equal(overGrpc, JsonParser.Default.Parse<Alert>(overSse.Data));
        Assert.Equal(overGrpc.Sequence.ToString(CultureInfo.InvariantCulture), overSse.EventId);
        Assert.Equal("sha256:incident-1", overGrpc.SubjectId);
        await stop.CancelAsync();
    }

    [Fact]
    public async Task StreamAlerts_AfterSequence_ResumesWithoutLossOrRepetition()
    {
        await using var app = new NotificationFixture();
        await app.Channel.DeliverAsync(Topics.ClaimsExtracted, SampleEvents.Claims("a", "b", "c"), "event-1");
        using var call = app.Alerts.StreamAlerts(new StreamAlertsRequest { AfterSequence = 1 });
        await ReadAsync(call, item => item.HeartbeatTime is not null);
        await app.Channel.DeliverAsync(Topics.ClaimsExtracted, SampleEvents.Claims("d", "e"), "event-2");

        var classes = new List<string>();
        while (classes.Count < 4)
        {
            classes.Add((await ReadAsync(call, item => item.Alert is not null)).Alert.Class);
        }

        Assert.Equal(["b", "c", "d", "e"], classes);
    }

    [Fact]
    public async Task StreamAlerts_ManyEventsAtOnce_GivesEverySequenceOnceInOrder()
    {
        await using var app = new NotificationFixture();
        using var call = app.Alerts.StreamAlerts(new StreamAlertsRequest { AfterSequence = 0 });
        await ReadAsync(call, item => item.HeartbeatTime is not null);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(
            i => app.Channel.DeliverAsync(Topics.ClaimsExtracted, SampleEvents.Claims($"a{i}", $"b{i}"), $"event-{i}")));
        Assert.All(answers, answer => Assert.Equal(Success, answer));
        var sequences = new List<long>();
        while (sequences.Count < 40)
        {
            sequences.Add((await ReadAsync(call, item => item.Alert is not null)).Alert.Sequence);
        }

        var stored = (await app.Alerts.ListAlertsAsync(new ListAlertsRequest())).Alerts.Select(a => a.Sequence);
        Assert.Equal(stored.Reverse(), sequences);
    }

    [Fact]
    public async Task Stream_LastEventId_ResumesAndFilters()
    {
        await using var app = new NotificationFixture();
        await app.Channel.DeliverAsync(Topics.ClaimsExtracted, SampleEvents.Claims("move_a", "move_b", "warn", "move_c"), "event-1");
        using var client = app.CreateClient();
        client.DefaultRequestHeaders.Add("Last-Event-ID", "1");
        using var stop = new CancellationTokenSource();

        await using var events = EventsAsync(client, "/v1/alerts/stream?classes=move_*&after_sequence=0", stop.Token).GetAsyncEnumerator(stop.Token);
        var first = await ReadAsync(events, e => e.EventType == "alert");
        var second = await ReadAsync(events, e => e.EventType == "alert");

        Assert.Equal(["2", "4"], [first.EventId!, second.EventId!]);
        await stop.CancelAsync();
    }

    [Fact]
    public async Task Stream_BadQuery_AnswersWithEveryViolation()
    {
        await using var app = new NotificationFixture();
        using var client = app.CreateClient();

        using var response = await client.GetAsync(new Uri("/v1/alerts/stream?subjects=SUBJECT_MOON&classes=a*b&after_sequence=-1", UriKind.Relative));
        var body = await response.Content.ReadAsStringAsync();

        Assert.Equal(System.Net.HttpStatusCode.BadRequest, response.StatusCode);
        Assert.All(["subjects[0]", "classes[0]", "after_sequence", "STREAM_INVALID"], field => Assert.Contains(field, body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task StreamAlerts_NegativeSequence_IsInvalid()
    {
        await using var app = new NotificationFixture();
        using var call = app.Alerts.StreamAlerts(new StreamAlertsRequest { AfterSequence = -1 });

        var failure = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(CancellationToken.None));

        Assert.Equal(StatusCode.InvalidArgument, failure.StatusCode);
    }

    [Fact]
    public async Task StreamAlerts_ServiceStops_SaysThatItIsUnavailable()
    {
        var app = new NotificationFixture();
        using var call = app.Alerts.StreamAlerts(new StreamAlertsRequest());
        await ReadAsync(call, item => item.HeartbeatTime is not null);

        var reading = Assert.ThrowsAsync<RpcException>(() => ReadAsync(call, _ => false));
        app.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        Assert.Equal(StatusCode.Unavailable, (await reading).StatusCode);
        await app.DisposeAsync();
    }

    private static async Task<StreamAlertsResponse> ReadAsync(AsyncServerStreamingCall<StreamAlertsResponse> call, Predicate<StreamAlertsResponse> wanted)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20), TimeProvider.System);
        while (await call.ResponseStream.MoveNext(limit.Token))
        {
            if (wanted(call.ResponseStream.Current))
            {
                return call.ResponseStream.Current;
            }
        }

        throw new InvalidOperationException("The stream ended without what was waited for.");
    }

    private static async Task<SseItem<string>> ReadAsync(IAsyncEnumerator<SseItem<string>> events, Predicate<SseItem<string>> wanted)
    {
        while (await events.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System))
        {
            if (wanted(events.Current))
            {
                return events.Current;
            }
        }

        throw new InvalidOperationException("The events ended without what was waited for.");
    }

    private static async IAsyncEnumerable<SseItem<string>> EventsAsync(
        HttpClient client, string path, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var body = await client.GetStreamAsync(new Uri(path, UriKind.Relative), cancellationToken);
        await foreach (var item in SseParser.Create(body).EnumerateAsync(cancellationToken))
        {
            yield return item;
        }
    }
}
