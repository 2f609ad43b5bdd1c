using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net.Http.Json;
using System.Text.Json;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Truceline.Notification.V1;
using Truceline.Operations.V1;
using Truceline.ServiceDefaults.Events;
using Truceline.ServiceDefaults.Telemetry;
using Truceline.Testing;
using DeliveryStatus = Dapr.AppCallback.Autogen.Grpc.v1.TopicEventResponse.Types.TopicEventResponseStatus;
using Outcome = Truceline.Operations.V1.ReplayResult.Types.Outcome;

namespace Truceline.Notification.FunctionalTests;

public class DeadLetterTests
{
    private const string App = "notification";
    private const string Unknown = "sha256:0000000000000000000000000000000000000000000000000000000000000000";

    [Fact]
    public async Task MalformedEvent_DroppedAndReplayed_IsListedWithReasonAndTraceAndStays()
    {
        await using var app = new NotificationFixture();
        var (trace, traceParent) = TestTrace.Begin();

        var answer = await DieAsync(app, new Truceline.Events.V1.IncidentOpened(), "event-1", traceParent);
        var before = Assert.Single((await ListAsync(app)).DeadLetters);
        var replayed = await Client(app).ReplayDeadLettersAsync(new ReplayDeadLettersRequest { App = App, All = true });
        var after = (await Client(app).GetDeadLetterAsync(new GetDeadLetterRequest { App = App, DeadLetterId = before.Id })).DeadLetter;

        Assert.Equal(DeliveryStatus.Drop, answer);
        Assert.Equal((Topics.IncidentOpened, "test", "event-1", "truceline.events.v1.IncidentOpened", App),
            (before.Topic, before.Source, before.EventId, before.EventType, before.App));
        Assert.Equal((1, trace.ToString(), "", null), (before.Attempts, before.TraceId, before.Payload, before.LastReplayTime));
        Assert.Contains("incident", before.Reason, StringComparison.Ordinal);
        var result = Assert.Single(replayed.Results);
        Assert.Equal((Outcome.Failed, before.Reason, 0), (result.Outcome, result.Reason, replayed.LeftCount));
        Assert.Equal((2, "{ }"), (after.Attempts, after.Payload));
        Assert.NotNull(after.LastReplayTime);
    }

    [Fact]
    public async Task MalformedEvent_Dropped_IsCounted()
    {
        await using var stopped = new NotificationFixture();
        await DieAsync(stopped, new Truceline.Events.V1.IncidentOpened(), "event-1");
        await stopped.StopAsync();
        await using var app = new NotificationFixture(dataFolder: stopped.DataFolder);
        var meters = app.Services.GetRequiredService<IMeterFactory>();
        var waiting = -1;
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, l) =>
            {
                if (instrument.Meter.Scope == meters && instrument.Name == TelemetryNames.DeadLettersWaiting)
                {
                    l.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<int>((_, value, tags, _) =>
        {
            if (tags.ToArray().Contains(new KeyValuePair<string, object?>(TelemetryNames.Topic, Topics.IncidentOpened)))
            {
                waiting = value;
            }
        });
        listener.Start();

        await Poller.UntilAsync(
            "one waiting dead letter in the gauge",
            () =>
            {
                listener.RecordObservableInstruments();
                return waiting == 1;
            },
            () => $"{waiting}");
    }

    [Fact]
    public async Task EventThatFailedForAWhile_Replayed_HasItsEffectOnceInATraceOfItsOwn()
    {
        using var spans = new SpanRecorder();
        var store = new AbsentStore { IsAway = true };
        await using var app = new NotificationFixture(services: services => services.AddSingleton<IInterceptor>(store));
        var (trace, traceParent) = TestTrace.Begin();

        var answer = await DieAsync(app, SampleEvents.Opened(), "event-1", traceParent);
        var letter = Assert.Single((await ListAsync(app)).DeadLetters);
        store.IsAway = false;
        var replayed = await Client(app).ReplayDeadLettersAsync(new ReplayDeadLettersRequest { App = App, DeadLetterIds = { letter.Id } });

        Assert.Equal(DeliveryStatus.Retry, answer);
        Assert.Contains("the store is away", letter.Reason, StringComparison.Ordinal);
        var result = Assert.Single(replayed.Results);
        Assert.Equal(Outcome.Replayed, result.Outcome);
        Assert.Single((await app.Alerts.ListAlertsAsync(new ListAlertsRequest())).Alerts);
        Assert.Empty((await ListAsync(app)).DeadLetters);
        Assert.NotEqual(trace.ToString(), result.TraceId);
        var root = Assert.Single(spans.Of(ActivityTraceId.CreateFromString(result.TraceId)), s => s.OperationName == $"replay {Topics.IncidentOpened}");
        Assert.Equal(default, root.ParentSpanId);
        Assert.Contains(root.Links, l => l.Context.TraceId == trace);
    }

    [Fact]
    public async Task EventThatWasProcessedAfterAll_Replayed_IsADuplicate()
    {
        var store = new AbsentStore { IsAway = true };
        await using var app = new NotificationFixture(services: services => services.AddSingleton<IInterceptor>(store));
        await DieAsync(app, SampleEvents.Opened(), "event-1");
        store.IsAway = false;
        await app.Channel.DeliverAsync(Topics.IncidentOpened, SampleEvents.Opened(), "event-1");

        var replayed = await Client(app).ReplayDeadLettersAsync(new ReplayDeadLettersRequest { App = App, Topic = Topics.IncidentOpened });

        Assert.Equal(Outcome.Duplicate, Assert.Single(replayed.Results).Outcome);
        Assert.Single((await app.Alerts.ListAlertsAsync(new ListAlertsRequest())).Alerts);
        Assert.Empty((await ListAsync(app)).DeadLetters);
    }

    [Fact]
    public async Task Replay_ByManyAtOnce_HasTheEffectOnce()
    {
        var store = new AbsentStore { IsAway = true };
        await using var app = new NotificationFixture(services: services => services.AddSingleton<IInterceptor>(store));
        await DieAsync(app, SampleEvents.Opened(), "event-1");
        store.IsAway = false;
        var id = (await ListAsync(app)).DeadLetters[0].Id;

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
            (await Client(app).ReplayDeadLettersAsync(new ReplayDeadLettersRequest { App = App, DeadLetterIds = { id } })).Results.Single().Outcome));

        Assert.Single(answers, Outcome.Replayed);
        Assert.All(answers, o => Assert.True(o is Outcome.Replayed or Outcome.Duplicate or Outcome.NotFound, $"{o}"));
        Assert.Single((await app.Alerts.ListAlertsAsync(new ListAlertsRequest())).Alerts);
        Assert.Empty((await ListAsync(app)).DeadLetters);
    }

    [Fact]
    public async Task Replay_OfSeveral_DoesNotStopAtAFailureNorAtAnUnknownId()
    {
        var store = new AbsentStore { IsAway = true };
        await using var app = new NotificationFixture(services: services => services.AddSingleton<IInterceptor>(store));
        await DieAsync(app, new Truceline.Events.V1.IncidentOpened(), "bad");
        await DieAsync(app, SampleEvents.Opened(), "good");
        store.IsAway = false;
        var ids = (await ListAsync(app)).DeadLetters.ToDictionary(d => d.EventId, d => d.Id);

        var replayed = await Client(app).ReplayDeadLettersAsync(
            new ReplayDeadLettersRequest { App = App, DeadLetterIds = { ids["bad"], Unknown, ids["good"], ids["good"] } });

        Assert.Equal([Outcome.Failed, Outcome.NotFound, Outcome.Replayed], replayed.Results.Select(r => r.Outcome));
    }

    [Fact]
    public async Task ListDeadLetters_InPagesAndByTopic_GivesEachOnceTheLatestFirst()
    {
        await using var app = new NotificationFixture();
        foreach (var id in new[] { "a", "b", "c" })
        {
            await DieAsync(app, new Truceline.Events.V1.IncidentOpened(), id);
        }

        var seen = new List<string>();
        var token = "";
        do
        {
            var page = await Client(app).ListDeadLettersAsync(
                new ListDeadLettersRequest { App = App, Topic = Topics.IncidentOpened, PageSize = 2, PageToken = token });
            Assert.Equal(3, page.TotalSize);
            seen.AddRange(page.DeadLetters.Select(d => d.EventId));
            token = page.NextPageToken;
        }
        while (token.Length > 0);

        Assert.Equal(["c", "b", "a"], seen);
        Assert.Empty((await Client(app).ListDeadLettersAsync(new ListDeadLettersRequest { App = App, Topic = "other" })).DeadLetters);
    }

    [Fact]
    public async Task DiscardDeadLetter_OverRest_RemovesItAndSaysWhenItIsGone()
    {
        await using var app = new NotificationFixture();
        using var client = app.CreateClient();
        await DieAsync(app, new Truceline.Events.V1.IncidentOpened(), "event-1");
        using var list = JsonDocument.Parse(await client.GetStringAsync(new Uri($"/v1/apps/{App}/dead-letters", UriKind.Relative)));
        var id = list.RootElement.GetProperty("deadLetters")[0].GetProperty("id").GetString();
        var path = new Uri($"/v1/apps/{App}/dead-letters/{id}", UriKind.Relative);

        using var got = JsonDocument.Parse(await client.GetStringAsync(path));
        using var first = await client.DeleteAsync(path);
        using var second = await client.DeleteAsync(path);

        Assert.Equal("{ }", got.RootElement.GetProperty("deadLetter").GetProperty("payload").GetString());
        Assert.Equal((System.Net.HttpStatusCode.OK, System.Net.HttpStatusCode.NotFound), (first.StatusCode, second.StatusCode));
    }

    [Fact]
    public async Task Replay_OverRestWithAMalformedBody_NamesEveryFieldAndNotThePath()
    {
        await using var app = new NotificationFixture();
        using var client = app.CreateClient();

        using var answer = await client.PostAsJsonAsync($"/v1/apps/{App}/dead-letters:replay", new { all = "perhaps", deadLetterIds = new[] { "x" } });
        var body = await answer.Content.ReadAsStringAsync();

        Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("dead_letter_ids[0]", body, StringComparison.Ordinal);
        Assert.DoesNotContain("UNKNOWN_APP", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WrongRequests_NameEveryField()
    {
        await using var app = new NotificationFixture();
        var client = Client(app);

        Assert.Equal(["app", "page_size", "page_token"], await FieldsAsync(async () =>
            await client.ListDeadLettersAsync(new ListDeadLettersRequest { App = "ingest", PageSize = -1, PageToken = "?" })));
        Assert.Equal(["app", "dead_letter_id"], await FieldsAsync(async () =>
            await client.GetDeadLetterAsync(new GetDeadLetterRequest { DeadLetterId = "sha256:0" })));
        Assert.Equal(["app", "dead_letter_id"], await FieldsAsync(async () =>
            await client.DiscardDeadLetterAsync(new DiscardDeadLetterRequest { App = "x" })));
        Assert.Equal(["dead_letter_ids"], await FieldsAsync(async () =>
            await client.ReplayDeadLettersAsync(new ReplayDeadLettersRequest { App = App })));
        Assert.Equal(["topic", "all"], await FieldsAsync(async () =>
            await client.ReplayDeadLettersAsync(new ReplayDeadLettersRequest { App = App, Topic = "t", All = true })));
    }

    private static DeadLetterService.DeadLetterServiceClient Client(NotificationFixture app) => new(app.Channel);

    private static async Task<ListDeadLettersResponse> ListAsync(NotificationFixture app) =>
        await Client(app).ListDeadLettersAsync(new ListDeadLettersRequest { App = App });

    // As the sidecar does: deliver, and hand what is not taken to the dead-letter topic.
    private static async Task<DeliveryStatus> DieAsync(NotificationFixture app, IMessage @event, string id, string? traceParent = null)
    {
        var answer = await app.Channel.DeliverAsync(Topics.IncidentOpened, @event, id, traceParent: traceParent);
        await app.Channel.DeliverAsync(Topics.DeadLettersOf(Topics.IncidentOpened, App), @event, id, traceParent: traceParent);
        return answer;
    }

    private static async Task<IEnumerable<string>> FieldsAsync(Func<Task> call)
    {
        var failure = await Assert.ThrowsAsync<RpcException>(call);
        Assert.Equal(StatusCode.InvalidArgument, failure.StatusCode);
        return failure.GetRpcStatus()!.GetDetail<Google.Rpc.BadRequest>()!.FieldViolations.Select(v => v.Field);
    }

    /// <summary>Takes no event's effect while it is away.</summary>
    private sealed class AbsentStore : SaveChangesInterceptor
    {
        public bool IsAway { get; set; }

        public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
            DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
            IsAway && eventData.Context!.ChangeTracker.Entries<InboxMessage>().Any(e => e.State == EntityState.Added)
                ? throw new InvalidOperationException("the store is away")
                : ValueTask.FromResult(result);
    }
}
