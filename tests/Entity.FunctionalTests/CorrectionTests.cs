using Google.Rpc;
using Grpc.Core;
using Truceline.Entity.V1;
using Truceline.Events.V1;
using Truceline.ServiceDefaults.Events;

namespace Truceline.Entity.FunctionalTests;

public sealed class CorrectionTests : IAsyncTest
{
    private const string Karim = "Shelling killed 3 civilians in Taiz on Monday, Foreign Minister Karim Sample said.";
    private const string Kareem = "Karam Sample, the foreign minister, left Sanaa on Tuesday. Karam Sample said that no soldier was killed in Taiz.";

    private readonly EntityServer _server = new();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task MergeEntities_OfTwo_GivesOneUnderBothIdsWithTheNamesOfBothAndTellsSo()
    {
        var (a, b) = await TwoAsync();

        var merged = await MergeAsync(a, b);
        var asked = await _server.Catalog.GetEntityAsync(new GetEntityRequest { EntityId = a });
        var told = await Poller.UntilAsync("entity.merged", () => Task.FromResult(_server.Service.Sidecar.Published.FirstOrDefault(p => p.Topic == Topics.EntityMerged)));

        Assert.Equal((b, a), (asked.Entity.Id, asked.RedirectedFrom));
        Assert.Equal([a], asked.Entity.MergedIds);
        Assert.Equal(["Karam Sample", "Karim Sample"], asked.Entity.Names.Select(n => n.Name).Order());
        Assert.Equal("Karam Sample", asked.Entity.Name);
        Assert.Equal(2, asked.Entity.ReportCount);
        Assert.Equal(merged.Correction, Assert.Single(asked.Entity.Corrections));
        var standing = Assert.Single(told.Read<EntityMerged>().Entities);
        Assert.Equal((a, b, "Karam Sample"), (standing.EntityId, standing.CanonicalId, standing.Name));
        Assert.Equal(b, (await _server.FindAsync("Karim Sample")).EntityId);
    }

    [Fact]
    public async Task MergeEntities_WithAReportThatComesLater_HoldsForIt()
    {
        var (a, b) = await TwoAsync();
        await MergeAsync(a, b);

        var report = await _server.ReadAsync("c", "Karim Sample met officials in Aden on Friday, Foreign Minister Karim Sample said.", "2019-03-15");
        var reading = (await _server.Readings.GetReadingAsync(new GetReadingRequest { ReportId = report })).Reading;
        var events = await Poller.UntilAsync("the third report's claims", () => Task.FromResult(
            _server.Service.Sidecar.Published.Where(p => p.Topic == Topics.ClaimsExtracted).Select(p => p.Read<ClaimsExtracted>()).FirstOrDefault(c => c.ReportId == report)));

        Assert.Contains(reading.Entities, e => e.Id == b && e.Name == "Karam Sample");
        Assert.DoesNotContain(reading.Entities, e => e.Id == a);
        Assert.DoesNotContain(events.Claims.SelectMany(Participants), p => p.EntityId == a);
        Assert.Contains(events.Claims.SelectMany(Participants), p => p.EntityId == b);
    }

    [Fact]
    public async Task RevertCorrection_OfAMerge_GivesBackWhatWas()
    {
        var (a, b) = await TwoAsync();
        var before = await ProfilesAsync(a, b);
        var merged = await MergeAsync(a, b);

        var reverted = await _server.Corrections.RevertCorrectionAsync(
            new RevertCorrectionRequest { CorrectionId = merged.Correction.Id, CorrectedBy = "desk", Reason = "two men after all" });
        var after = await ProfilesAsync(a, b);
        var again = await RefusalAsync(() => _server.Corrections.RevertCorrectionAsync(
            new RevertCorrectionRequest { CorrectionId = merged.Correction.Id, CorrectedBy = "desk", Reason = "again" }).ResponseAsync);

        Assert.Equal(before, after);
        Assert.Equal(("desk", "two men after all"), (reverted.Correction.RevertedBy, reverted.Correction.RevertReason));
        Assert.Equal("CORRECTION_REVERTED", again);
        Assert.Equal(reverted.Correction, Assert.Single((await _server.Corrections.ListCorrectionsAsync(new ListCorrectionsRequest { EntityId = a })).Corrections));
        Assert.Equal(a, (await _server.FindAsync("Karim Sample")).EntityId);
    }

    [Fact]
    public async Task MergeEntities_InACircle_IsRefusedWithTheReason()
    {
        var (a, b) = await TwoAsync();
        await MergeAsync(a, b);

        Assert.Equal("ENTITY_MERGED", await RefusalAsync(() => MergeAsync(b, a)));
        Assert.Equal("ENTITY_MERGED", await RefusalAsync(() => MergeAsync(a, b)));
    }

    [Fact]
    public async Task MergeEntities_IntoARejectedOne_IsRefusedWithTheReason()
    {
        var (a, b) = await TwoAsync();
        var rejected = await _server.Corrections.RejectEntityAsync(new RejectEntityRequest { EntityId = b, CorrectedBy = "desk", Reason = "a ship" });

        Assert.True(rejected.Entity.Rejected);
        Assert.Equal("ENTITY_REJECTED", await RefusalAsync(() => MergeAsync(a, b)));
        Assert.DoesNotContain((await _server.Catalog.SearchEntitiesAsync(new SearchEntitiesRequest { Query = "Karam Sample" })).Entities, e => e.EntityId == b);
    }

    [Fact]
    public async Task SplitEntity_ByReport_PartsItNowAndInLaterVersions()
    {
        await _server.ReadAsync("a", Karim);
        var other = await _server.ReadAsync("b", Karim + " Guards closed the port.", "2019-03-13");
        var id = (await _server.FindAsync("Karim Sample")).EntityId;

        var split = await _server.Corrections.SplitEntityAsync(new SplitEntityRequest
        {
            EntityId = id,
            Split = new SplitRule { ReportIds = { other } },
            Name = "Karim Sample (Aden)",
            CorrectedBy = "desk",
            Reason = "his cousin",
        });
        var later = await _server.ReadAsync("b2", Karim + " Guards have closed the port.", "2019-03-14", chain: "b");
        var reading = (await _server.Readings.GetReadingAsync(new GetReadingRequest { ReportId = later })).Reading;
        var left = (await _server.Catalog.GetEntityAsync(new GetEntityRequest { EntityId = id })).Entity;
        var parted = (await _server.Catalog.GetEntityAsync(new GetEntityRequest { EntityId = split.Entity.Id })).Entity;

        Assert.Equal(("Karim Sample (Aden)", 2L, 1L), (parted.Name, parted.ReportCount, left.ReportCount));
        Assert.Contains(reading.Entities, e => e.Id == parted.Id);
        Assert.Equal("NOTHING_TO_SPLIT", await RefusalAsync(() => _server.Corrections.SplitEntityAsync(new SplitEntityRequest
        {
            EntityId = id,
            Split = new SplitRule { Names = { "Somebody Else" } },
            CorrectedBy = "desk",
            Reason = "none",
        }).ResponseAsync));
    }

    [Fact]
    public async Task RenameEntity_WithAnOldEtag_IsAborted()
    {
        var (a, _) = await TwoAsync();
        var etag = (await _server.Catalog.GetEntityAsync(new GetEntityRequest { EntityId = a })).Entity.Etag;
        var request = new RenameEntityRequest { EntityId = a, Name = "Karim S. Sample", CorrectedBy = "desk", Reason = "as he signs", Etag = etag };

        var renamed = await _server.Corrections.RenameEntityAsync(request);
        var error = await Assert.ThrowsAsync<RpcException>(async () => await _server.Corrections.RenameEntityAsync(request));

        Assert.Equal("Karim S. Sample", renamed.Entity.Name);
        Assert.Equal((StatusCode.Aborted, "CONCURRENT_CHANGE"), (error.StatusCode, error.GetRpcStatus()!.GetDetail<ErrorInfo>().Reason));
        Assert.Equal(a, (await _server.FindAsync("Karim S. Sample")).EntityId);
    }

    [Fact]
    public async Task SetEntityType_OfAPerson_IsFoundUnderTheNewType()
    {
        var (a, _) = await TwoAsync();

        await _server.Corrections.SetEntityTypeAsync(new SetEntityTypeRequest { EntityId = a, Type = EntityType.Organisation, CorrectedBy = "desk", Reason = "a firm" });

        Assert.Equal(EntityType.Organisation, (await _server.FindAsync("Karim Sample")).Type);
    }

    [Fact]
    public async Task RejectMention_OfOneOfTwo_HoldsInALaterVersionWhereItStandsElsewhere()
    {
        var report = await _server.ReadAsync("b", Kareem);
        var id = (await _server.FindAsync("Karam Sample")).EntityId;
        var mentions = await NamesakesAsync(id);

        await _server.Corrections.RejectMentionAsync(new RejectMentionRequest
        {
            EntityId = id,
            ReportId = report,
            Span = mentions[1].Span,
            CorrectedBy = "desk",
            Reason = "another man",
        });
        await _server.ReadAsync("b2", "Corrected on Wednesday. " + Kareem, "2019-03-13", chain: "b");
        var left = await NamesakesAsync(id);

        Assert.Equal(2, mentions.Count);
        Assert.Equal([mentions[0].Span.Start + "Corrected on Wednesday. ".Length, mentions[0].Span.Start], left.Select(m => m.Span.Start));
        Assert.Equal("MENTION_REJECTED", await RefusalAsync(() => _server.Corrections.RejectMentionAsync(new RejectMentionRequest
        {
            EntityId = id,
            ReportId = report,
            Span = mentions[1].Span,
            CorrectedBy = "desk",
            Reason = "again",
        }).ResponseAsync));
    }

    [Fact]
    public async Task MergeEntities_Invalid_NamesEveryField()
    {
        var error = await Assert.ThrowsAsync<RpcException>(async () => await _server.Corrections.MergeEntitiesAsync(
            new MergeEntitiesRequest { EntityId = "a", IntoEntityId = "a", CorrectedBy = " ", Reason = new string('x', 2001) }));

        Assert.Equal(
            ["corrected_by", "into_entity_id", "reason"],
            error.GetRpcStatus()!.GetDetail<BadRequest>().FieldViolations.Select(v => v.Field).Order());
    }

    private static IEnumerable<Participant> Participants(Claim claim) =>
        claim.Actors.Concat(claim.Targets).Append(claim.Speaker).Append(claim.Source).OfType<Participant>();

    private static async Task<string> RefusalAsync(Func<Task> call)
    {
        var error = await Assert.ThrowsAsync<RpcException>(call);
        Assert.Equal(StatusCode.FailedPrecondition, error.StatusCode);
        Assert.Single(error.GetRpcStatus()!.GetDetail<PreconditionFailure>().Violations);
        return error.GetRpcStatus()!.GetDetail<ErrorInfo>().Reason;
    }

    private async Task<(string A, string B)> TwoAsync()
    {
        await _server.ReadAsync("a", Karim);
        await _server.ReadAsync("b", Kareem);
        return ((await _server.FindAsync("Karim Sample")).EntityId, (await _server.FindAsync("Karam Sample")).EntityId);
    }

    private async Task<IReadOnlyList<EntityMention>> NamesakesAsync(string id) =>
        [.. (await _server.Catalog.ListMentionsAsync(new ListMentionsRequest { EntityId = id })).Mentions.Where(m => m.Text == "Karam Sample")];

    private async Task<MergeEntitiesResponse> MergeAsync(string entity, string into) => await _server.Corrections.MergeEntitiesAsync(
        new MergeEntitiesRequest { EntityId = entity, IntoEntityId = into, CorrectedBy = "desk", Reason = "one man, two spellings" });

    private async Task<IReadOnlyList<EntityProfile>> ProfilesAsync(params string[] ids)
    {
        var profiles = new List<EntityProfile>();
        foreach (var id in ids)
        {
            var profile = (await _server.Catalog.GetEntityAsync(new GetEntityRequest { EntityId = id })).Entity;
            profile.Corrections.Clear();
            profile.Etag = "";
            profiles.Add(profile);
        }

        return profiles;
    }
}
