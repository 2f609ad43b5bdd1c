using Google.Protobuf.WellKnownTypes;
using Truceline.Entity.V1;
using Truceline.Events.V1;
using Truceline.ServiceDefaults.Erasure;
using Truceline.ServiceDefaults.Events;

namespace Truceline.Entity.FunctionalTests;

/// <summary>What an erasure leaves of entities across reports.</summary>
public sealed class EntityErasureTests : IAsyncTest
{
    private const string Text = "Shelling killed 3 civilians in Taiz on Monday, Foreign Minister Nadia Example said.";
    private static readonly string[] Words = ["Nadia", "nadia", "Lady of the Port"];

    private readonly EntityServer _server = new();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task ReportErased_TheOnlyOneThatNamedAPerson_LeavesTheIdWithoutNameAndTellsSo()
    {
        var report = await _server.ReadAsync("a", Text);
        var id = (await _server.FindAsync("Nadia Example")).EntityId;
        await _server.Corrections.RenameEntityAsync(new RenameEntityRequest { EntityId = id, Name = "Lady of the Port", CorrectedBy = "desk", Reason = "Nadia is called so" });
        await Poller.UntilAsync("entity.corrected", () => _server.Service.Sidecar.Published.Any(p => p.Topic == Topics.EntityCorrected));
        Assert.NotEmpty(await _server.Service.FindWordsAsync(Words));

        await EraseAsync(report, new ReportErased { Whole = true });
        var entity = (await _server.Catalog.GetEntityAsync(new GetEntityRequest { EntityId = id })).Entity;
        var told = await Poller.UntilAsync("the second entity.corrected", () => Task.FromResult(_server.Service.Sidecar.Published
            .Where(p => p.Topic == Topics.EntityCorrected).Select(p => p.Read<EntityCorrected>()).FirstOrDefault(c => c.Correction is null)));

        Assert.Empty(await _server.Service.FindWordsAsync(Words));
        Assert.Equal((id, "", 0L), (entity.Id, entity.Name, entity.MentionCount));
        Assert.Empty(entity.Names);
        Assert.Equal((id, ""), (told.Entities[0].EntityId, told.Entities[0].Name));
        Assert.DoesNotContain((await _server.Catalog.SearchEntitiesAsync(new SearchEntitiesRequest { Query = "Nadia Example" })).Entities, e => e.EntityId == id);
    }

    [Fact]
    public async Task ReportErased_OneOfTwoThatNamedAPerson_LeavesWhatTheOtherSays()
    {
        var erased = await _server.ReadAsync("a", Text);
        var kept = await _server.ReadAsync("b", "Nadia Example visited Aden on Tuesday.", "2019-03-13");
        var id = (await _server.FindAsync("Nadia Example")).EntityId;

        await EraseAsync(erased, new ReportErased { NameHashes = { NameHash.Of(erased, "Nadia Example") } });
        var entity = (await _server.Catalog.GetEntityAsync(new GetEntityRequest { EntityId = id })).Entity;
        var timeline = await _server.Catalog.GetTimelineAsync(new GetTimelineRequest { EntityId = id });

        Assert.Equal(("Nadia Example", 1L, kept), (entity.Name, entity.ReportCount, entity.Origin.ReportId));
        Assert.DoesNotContain(timeline.Entries, e => e.Claim.Evidence.ReportId == erased);
    }

    private Task EraseAsync(string report, ReportErased erased)
    {
        erased.ErasedTime = Timestamp.FromDateTimeOffset(DateTimeOffset.UnixEpoch);
        erased.ReportIds.Add(report);
        return _server.DeliverAsync(Topics.ReportErased, erased);
    }
}
