using Google.Protobuf.WellKnownTypes;
using Truceline.Entity.V1;
using Truceline.Events.V1;
using Truceline.Notification.V1;
using Truceline.ServiceDefaults.Events;
using Truceline.Testing;

namespace Truceline.Notification.FunctionalTests;

public sealed class ErasureTests : IAsyncTest
{
    private static readonly string Erased = ContentHash.Of("erased");
    private static readonly string Other = ContentHash.Of("other");
    private static readonly string[] Words = ["the shells of Nadia", "Nadia Example", "nadia-example"];

    private readonly NotificationFixture _service = new();

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task ReportErased_AfterItsAlerts_LeavesThemWithoutWords()
    {
        await DeliverAsync(Claims(Erased), "event-1");
        await DeliverAsync(Claims(Other, "Shots were heard"), "event-2");
        var opened = SampleEvents.Opened();
        opened.Incident.Evidence.Add(new GeoZone.V1.ClaimReference { ClaimId = "c", SaidBy = "Nadia Example", Evidence = new() { ReportId = Erased, Quote = "the shells of Nadia" } });
        opened.Incident.ReportedActors.Add("Nadia Example");
        await DeliverAsync(Topics.IncidentOpened, opened, "event-3");
        var before = await AlertsAsync();
        Assert.NotEmpty(await _service.FindWordsAsync(Words));

        await EraseAsync("event-4");
        var after = await AlertsAsync();

        Assert.Empty(await _service.FindWordsAsync(Words));
        Assert.Equal(before.Select(a => (a.Id, a.Sequence, a.SubjectId)), after.Select(a => (a.Id, a.Sequence, a.SubjectId)));
        Assert.Contains(after, a => a.Headline.Contains("Shots were heard", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ClaimsExtracted_AfterTheErasure_AlertWithoutTheirWords()
    {
        await EraseAsync("event-1");
        await DeliverAsync(Claims(Erased), "event-2");

        Assert.Empty(await _service.FindWordsAsync(Words));
        Assert.Equal("assault shelling", Assert.Single(await AlertsAsync()).Headline);
    }

    private static ClaimsExtracted Claims(string report, string quote = "the shells of Nadia Example fell") => new()
    {
        ReportId = report,
        Claims =
        {
            new Claim
            {
                Id = ContentHash.Of("claim", report),
                Kind = ClaimKind.Event,
                Class = "assault_shelling",
                Evidence = new() { ReportId = report, Quote = quote, Span = new() { End = 4 } },
                Speaker = new Participant { EntityId = report == Erased ? "person-nadia-example" : "person-other", Name = "Someone" },
            },
        },
    };

    private Task DeliverAsync(ClaimsExtracted claims, string eventId) => DeliverAsync(Topics.ClaimsExtracted, claims, eventId);

    private Task EraseAsync(string eventId) => DeliverAsync(
        Topics.ReportErased, new ReportErased { ReportIds = { Erased }, Whole = true, ErasedTime = Timestamp.FromDateTimeOffset(DateTimeOffset.UnixEpoch) }, eventId);

    private async Task DeliverAsync(string topic, Google.Protobuf.IMessage message, string eventId) =>
        Assert.Equal("Success", (await _service.Channel.DeliverAsync(topic, message, eventId)).ToString());

    private async Task<IReadOnlyList<Alert>> AlertsAsync() => (await _service.Alerts.ListAlertsAsync(new ListAlertsRequest())).Alerts;
}
