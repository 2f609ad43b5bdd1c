using Google.Protobuf.WellKnownTypes;
using Truceline.Events.V1;
using Truceline.GeoZone.V1;
using Truceline.ServiceDefaults.Erasure;
using Truceline.ServiceDefaults.Events;
using Truceline.Testing;
using Truceline.Type.V1;

namespace Truceline.GeoZone.FunctionalTests;

public sealed class ErasureTests : IAsyncTest
{
    private static readonly string Erased = ContentHash.Of("erased");
    private static readonly string Other = ContentHash.Of("other");
    private static readonly string[] Words = ["jets of Nadia", "Nadia Example", "nadia example"];

    private readonly GeoZoneFixture _service = new();

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task ReportErased_AfterJudging_LeavesVerdictsAndEvidenceWithoutWords()
    {
        await _service.ImportAsync();
        await _service.DeliverAsync(Report(Erased, "Nadia Example"), "event-1");
        await _service.DeliverAsync(Report(Other, "Other Observatory"), "event-2");
        var before = await IncidentsAsync();
        Assert.NotEmpty(await _service.FindWordsAsync(Words));
        Assert.NotEmpty(before);

        await EraseAsync("event-3");
        var after = await IncidentsAsync();

        Assert.Empty(await _service.FindWordsAsync(Words));
        Assert.Equal(before.Select(i => (i.Id, i.Verdict, i.Evidence.Count)), after.Select(i => (i.Id, i.Verdict, i.Evidence.Count)));
        Assert.Equal(before.SelectMany(i => i.Evidence).Select(e => (e.ClaimId, e.Evidence.Span)), after.SelectMany(i => i.Evidence).Select(e => (e.ClaimId, e.Evidence.Span)));
        Assert.Contains(after.SelectMany(i => i.Evidence), e => e.Evidence.ReportId == Other && e.Evidence.Quote.Length > 0);
        Assert.All(after, i => Assert.Contains("Syrian army", i.ReportedActors));
    }

    [Fact]
    public async Task ClaimsExtracted_AfterTheErasure_AreJudgedWithoutTheirWords()
    {
        await _service.ImportAsync();
        await EraseAsync("event-1");
        await _service.DeliverAsync(Report(Erased, "Nadia Example"), "event-2");

        Assert.Empty(await _service.FindWordsAsync(Words));
        Assert.NotEmpty(await IncidentsAsync());
    }

    [Fact]
    public async Task ClaimsExtracted_OfAnotherReportThatCitesTheErasedName_DoNotCorroborate()
    {
        await _service.ImportAsync();
        await _service.DeliverAsync(Report(Erased, "Nadia Example"), "event-1");
        await EraseAsync("event-2");
        await _service.DeliverAsync(Report(Other, "Nadia Example"), "event-3");

        Assert.All(await IncidentsAsync(), i => Assert.Equal((Verification.Unverified, 2), (i.Verdict.Verification, i.Evidence.Count)));
    }

    private static ClaimsExtracted Report(string id, string source) => GeoZoneFixture.Strikes(id, "Example Wire", claim =>
    {
        claim.Id = ContentHash.Of("claim", id);
        claim.Evidence.Quote = $"jets of {source} struck";
        claim.Source = new() { EntityId = "person-" + source.ToLowerInvariant().Replace(' ', '-'), Name = source };
    });

    private async Task EraseAsync(string eventId) => Assert.Equal("Success", (await _service.Channel.DeliverAsync(
        Topics.ReportErased, new ReportErased { ReportIds = { Erased }, Whole = true, NameHashes = { NameHash.Of(Erased, "Nadia Example") }, ErasedTime = Timestamp.FromDateTimeOffset(GeoZoneFixture.Now) },
        eventId)).ToString());

    private async Task<IReadOnlyList<Incident>> IncidentsAsync() => [.. (await _service.Incidents.ListIncidentsAsync(new ListIncidentsRequest())).Incidents.OrderBy(i => i.Id)];
}
