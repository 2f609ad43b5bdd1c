using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.DependencyInjection;
using Truceline.Entity.Readings;
using Truceline.Entity.V1;
using Truceline.Events.V1;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Erasure;
using Truceline.ServiceDefaults.Events;

namespace Truceline.Entity.FunctionalTests;

public sealed class ErasureTests : IAsyncTest
{
    private const string Text =
        "SANAA, Yemen, March 12 (Example Wire) - The two sides agreed to withdraw all heavy weapons from the port of Hodeidah by March 26, "
        + "Foreign Minister Nadia Example said on Tuesday.\n\nShelling killed at least 12 civilians in Taiz on Monday, Nadia Example said.";

    private static readonly string Id = ContentHash.Of("report");
    private static readonly string[] Words = ["Nadia", "nadia", "heavy weapons", "12 civilians", "Tuesday", "Shelling killed"];

    private readonly ServiceFixture<EntityGrpcService> _service = new();

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task ReportErased_AfterReading_LeavesClaimsWithTheirSpansAndNoWord()
    {
        await AcceptAsync("event-1");
        var before = await ReadingAsync();
        await Poller.UntilAsync("claims.extracted", () => _service.Sidecar.Published.Count > 0);
        Assert.NotEmpty(await _service.FindWordsAsync(Words));

        await EraseAsync("event-2", new ReportErased { Whole = true });
        await EraseAsync("event-3", new ReportErased { Whole = true });
        var after = await ReadingAsync();

        Assert.Empty(await _service.FindWordsAsync(Words));
        Assert.Equal(before.Claims.Select(c => (c.Id, c.Class, c.Evidence.Span)), after.Claims.Select(c => (c.Id, c.Class, c.Evidence.Span)));
        Assert.NotEmpty(after.Claims);
        Assert.Equal(before.Entities.Sum(e => e.Mentions.Count), after.Entities.Sum(e => e.Mentions.Count));
        Assert.Contains(after.Entities, e => e.Name.Length > 0);
    }

    [Fact]
    public async Task ReportAccepted_AfterItsErasure_IsNotRead()
    {
        await EraseAsync("event-1", new ReportErased { Whole = true });
        await AcceptAsync("event-2");

        Assert.Empty(await _service.FindWordsAsync(Words));
    }

    [Fact]
    public async Task ReportErased_OfANameAlone_LeavesOtherNames()
    {
        await AcceptAsync("event-1");
        await EraseAsync("event-2", new ReportErased { NameHashes = { NameHash.Of(Id, "Nadia Example") } });

        Assert.Empty(await _service.FindWordsAsync("Nadia", "nadia"));
        Assert.Contains((await ReadingAsync()).Entities, e => e.Name.Length > 0);
    }

    [Fact]
    public async Task ReportErased_DeadLettersOfIt_LoseTheirWords()
    {
        await using (var scope = _service.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<ServiceDefaults.Storage.ServiceDbContext>();
            foreach (var (id, payload) in new[] { ("a", Google.Protobuf.JsonFormatter.Default.Format(Accepted())), ("b", $"{{ \"report\": {{ \"id\": \"{Id}\", \"text\": \"Nadia") })
            {
                db.DeadLetters.Add(new DeadLetter
                {
                    Id = ContentHash.Of(id),
                    Topic = Topics.ReportAccepted,
                    Source = "ingest",
                    EventId = id,
                    Payload = payload,
                    Reason = "FormatException: near 'Nadia'",
                });
            }

            await db.SaveChangesAsync();
        }

        await EraseAsync("event-1", new ReportErased { Whole = true });

        Assert.Empty(await _service.FindWordsAsync(Words));
    }

    private static ReportAccepted Accepted() => new()
    {
        Report = new Report
        {
            Id = Id,
            Text = Text,
            MediaType = "text/plain",
            Published = "2019-03-12",
            ReceivedTime = Timestamp.FromDateTimeOffset(new DateTimeOffset(2019, 3, 12, 18, 0, 0, TimeSpan.Zero)),
        },
    };

    private async Task AcceptAsync(string eventId) =>
        Assert.Equal("Success", (await _service.Channel.DeliverAsync(Topics.ReportAccepted, Accepted(), eventId, "ingest")).ToString());

    private async Task EraseAsync(string eventId, ReportErased erased)
    {
        erased.ErasedTime = Timestamp.FromDateTimeOffset(DateTimeOffset.UnixEpoch);
        erased.ReportIds.Add(Id);
        Assert.Equal("Success", (await _service.Channel.DeliverAsync(Topics.ReportErased, erased, eventId, "ingest")).ToString());
    }

    private async Task<V1.Reading> ReadingAsync() =>
        (await new EntityService.EntityServiceClient(_service.Channel).GetReadingAsync(new GetReadingRequest { ReportId = Id })).Reading;
}
